import { describe, expect, it } from 'vitest';
import { markupHtml } from '../../src/exams/markup.ts';
import { reasonText } from '../../src/exams/reasons.ts';
import { claimedMinutes } from '../../src/exams/timing.ts';

describe('why a question earned what it did', () => {
  it('is told in the language of the reader, whatever the rule', () => {
    const told = (rule: string, locale: 'ru' | 'en') => reasonText({ reason: { rule }, share: '1' }, locale);
    expect(told('within-tolerance', 'ru')).toBe('сравнивается с допуском');
    expect(told('within-tolerance', 'en')).toBe('compared with a tolerance');
    expect(told('one-right', 'ru')).toBe('один верный ответ');
    expect(told('one-right', 'en')).toBe('one right answer');
  });

  it('names the mentor’s part of the points to the nearest per cent, and none before it is given', () => {
    const told = (share: string | null) => reasonText({ reason: { rule: 'rubric' }, share }, 'en');
    expect(told('2/3')).toMatch(/67\s?%/);
    expect(told('1/3')).toMatch(/33\s?%/);
    expect(told(null)).toBe('marked by the mentor against criteria');
  });

  it('counts nothing where nothing was counted', () => {
    const told = (reason: Parameters<typeof reasonText>[0]['reason']) => reasonText({ reason, share: '0' }, 'en');
    expect(told({ rule: 'per-pair', of: 4 })).toBe('0 of 4 pairs right');
    expect(told({ rule: 'right-minus-wrong', right: 2, of: 3 })).toContain('2 of 3 right choices, 0 wrong');
  });
});

describe('the time a trainee’s own clock claims', () => {
  it('is whole minutes from start to export, none without a start and never below zero', () => {
    const claimed = (started: string | null, exported: string) => claimedMinutes({ started, exported });
    expect(claimed('2026-10-05T09:00:00.000Z', '2026-10-05T09:44:40.000Z')).toBe(45);
    expect(claimed('2026-10-05T09:00:00.000Z', '2026-10-05T08:00:00.000Z')).toBe(0);
    expect(claimed(null, '2026-10-05T09:00:00.000Z')).toBeNull();
  });
});

describe('the text of a question', () => {
  it('has paragraphs, and lists where lines begin with a dash', () => {
    expect(markupHtml('One\nline.\n\nTwo.', 'en')).toBe('<p>One line.</p><p>Two.</p>');
    expect(markupHtml('What?\n- this\n- that', 'en')).toBe('<p>What?</p><ul><li>this</li><li>that</li></ul>');
  });
});
