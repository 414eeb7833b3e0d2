import { addAttribute, escapeHTML } from 'astro/runtime/server/index.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { voice } from '../../src/ui/context.ts';
import { entryRows } from '../../src/ui/cabinet/entry-rows.ts';
import { attribute, escaped } from '../../src/ui/markup.ts';
import type { CabinetModel } from '../../src/types/report.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'я', ' ', '&', '<', '>', '"', "'", '=', '/', '\n') });

type Entry = CabinetModel['chronology'][number];
type Work = Entry & { kind: 'work' };
const work: Work = {
  ...{ kind: 'work', date: '2026-10-04', area: 'ads', title: 'Bids', hours: null, status: 'done' },
  ...{ link: null, effect: '', person: '' },
};
const rows = (...entries: Entry[]) => entryRows(entries, voice({ locale: 'en', currency: 'EUR' }));

describe('HTML written as text', () => {
  it('is what Astro would write, whatever the text', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(escaped(value)).toBe(escapeHTML(value));
        expect(attribute('data-area', value)).toBe(String(addAttribute(value, 'data-area')));
      }),
    );
  });
});

describe('entries of the chronology', () => {
  it('show of a work its day, its title and what else is known of it', () => {
    expect(rows({ ...work, person: 'Anna', status: 'doing', effect: 'A third cheaper' })).toMatch(
      /^<li data-area="ads"><span>Oct\u00a04<\/span><p><bdi>Bids<\/bdi><\/p><ul><li>ads<\/li><li><bdi>Anna<\/bdi><\/li><li><svg class="shape shape-doing".*<\/svg> .+<\/li><\/ul><p class="effect" dir="auto">A third cheaper<\/p><\/li>$/,
    );
  });

  it('have no tag out of a title or an address', () => {
    const html = rows({ ...work, title: '<b>"Bids"</b>', link: 'https://example.com/?a=1&b="2"' });
    expect(html).not.toContain('<b>');
    expect(html).toContain('href="https://example.com/?a=1&amp;b=&quot;2&quot;"');
  });

  it('of no area stand under other works, events under events', () => {
    expect(rows({ ...work, area: '' })).toContain('data-area="Other"');
    expect(rows({ kind: 'event', date: '2026-10-04', title: 'New site' })).toContain('<svg class="shape shape-flag"');
  });
});
