import { describe, expect, it } from 'vitest';
import { GiftBroken, readGift } from '../../src/exams/gift/read.ts';
import { writeGift } from '../../src/exams/gift/write.ts';
import type { Question } from '../../src/types/exam.ts';
import { bankOf } from './bank.ts';
import * as q from './questions.ts';

/** Signs the format uses itself, in every text. */
const NASTY = 'a {b} = c ~ d # e : f \\ g\n\n- h';

const ONE_GAP: Question = {
  ...q.CLOZE,
  id: 'gap',
  stem: q.both('The {{g1}} is green.'),
  gaps: [{ id: 'g1', accept: { ru: ['ёлка', 'сосна'], en: ['fir'] } }],
} as Question;

const single = {
  ...q.SINGLE,
  stem: q.both(NASTY),
  explanation: q.both(`why: ${NASTY}`),
  options: [
    { id: 'a', text: q.both('x = 1 {y}'), correct: true, pinned: false, why: q.both('so: it # is') },
    { id: 'b', text: q.both('~ no'), correct: false, pinned: false },
  ],
} as Question;

describe('GIFT written and read back', () => {
  const carried = [single, q.MULTIPLE, q.TRUE_FALSE, q.NUMBER, q.TEXT, q.MATCHING, q.ORDERING, ONE_GAP];
  const { text, losses } = writeGift(bankOf(carried), 'ru');
  const read = readGift(text);

  it('keeps ids, topics, difficulty, texts, keys and explanations', () => {
    expect(read.topics).toEqual([{ id: 't', title: 't' }]);
    // One language is carried, and units are not.
    const ru = (question: Question): unknown =>
      JSON.parse(
        JSON.stringify(question, (key, value: unknown) =>
          ['en', 'unit', 'distractors'].includes(key) ? undefined : value,
        ),
      );
    expect(read.questions.map(ru)).toEqual(carried.map(ru));
  });

  it('says what was lost', () => {
    const by = Object.fromEntries(losses.map(({ code, questions }) => [code, questions]));
    expect(by).toMatchObject({ 'other-language': [], policy: [], units: ['number'], ordering: ['ordering'] });
    expect(by['partial']).toEqual(['multiple', 'matching']);
  });

  it('leaves out what the format cannot hold, by name', () => {
    const other = writeGift(bankOf([{ ...q.SINGLE, points: '2.5', case: 'shop' }, q.CLOZE, q.OPEN, q.FILE]), 'en');
    const by = Object.fromEntries(other.losses.map(({ code, questions }) => [code, questions]));
    expect(by).toMatchObject({
      'several-gaps': ['cloze'],
      rubric: ['open', 'file'],
      points: ['single'],
      cases: ['single'],
    });
    const back = readGift(other.text);
    expect(back.questions.map(({ id, type }) => [id, type])).toEqual([
      ['single', 'single'],
      ['open', 'open'],
      ['file', 'open'],
    ]);
    expect(back.questions[0]!.stem.en).toBe('A shop.\n\nstem of single');
  });
});

describe('GIFT of other programs', () => {
  it('is read with topics, made ids and what was lost', () => {
    const { questions, topics, losses } = readGift(
      [
        '$CATEGORY: course/Ads and clicks',
        '',
        '::Q1::[html]<p>How&nbsp;many?</p>{#-1..4}',
        '',
        'Which? {~%50%one ~%50%two ~%-100%three}',
        '',
        'The {=sky ~sea} is blue.',
        '',
        'True? {T#no#yes}',
        '',
        'Only a text.',
        '',
        'Nothing right {~a ~b}',
      ].join('\n'),
    );
    expect(topics).toEqual([{ id: 'ads-and-clicks', title: 'Ads and clicks' }]);
    expect(questions.map(({ id, type }) => [id, type])).toEqual([
      ['q1', 'number'],
      ['gift-002', 'multiple'],
      ['gift-003', 'cloze'],
      ['gift-004', 'truefalse'],
    ]);
    expect(questions[0]).toMatchObject({ stem: { ru: 'How many?' }, answer: { value: '1.5', tolerance: '2.5' } });
    expect(losses.map(({ code }) => code).sort()).toEqual([
      'descriptions',
      'difficulty',
      'html',
      'made-ids',
      'no-translation',
      'not-usable',
      'option-feedback',
      'weights',
    ]);
  });

  it.each([
    ['[html]', 'a\nb & c', ['html']],
    ['[moodle]', 'a\nb & c', ['html']],
    ['[markdown]', 'a<br>b &amp; c', []],
    ['[plain]', 'a<br>b &amp; c', []],
  ])('is plain text without marks where %s says that it has any', (format, stem, lost) => {
    const { questions, losses } = readGift(`::one::${format}a<br>b &amp; c {T}`);
    expect(questions[0]!.stem.en).toBe(stem);
    expect(losses.map(({ code }) => code).filter((code) => code === 'html')).toEqual(lost);
  });

  it('has one right option where one is marked so, whatever part the others are worth', () => {
    const { questions, losses } = readGift('::one::Best {=%100%all ~%50%half ~none}\n\n::gap::It is {=red ~%25%pink}.');
    expect(questions[0]).toMatchObject({ type: 'single', options: [{ correct: true }, { correct: false }, {}] });
    expect(questions[1]).toMatchObject({ type: 'cloze', gaps: [{ options: [{ correct: true }, { correct: false }] }] });
    expect(losses.find(({ code }) => code === 'weights')?.questions).toEqual(['one', 'gap']);
  });

  it('says where any one of several right options was enough', () => {
    const { questions, losses } = readGift('::one::Which? {=this =that ~none}');
    expect(questions[0]!.type).toBe('multiple');
    expect(losses.find(({ code }) => code === 'any-of-several')?.questions).toEqual(['one']);
    expect(readGift('Which? {~%50%this ~%50%that ~%-100%none}').losses.map(({ code }) => code)).not.toContain(
      'any-of-several',
    );
  });

  it('keeps every category a topic: Russian ones have no Latin letter, two may end alike, a name may hold a slash', () => {
    const { topics, questions, losses } = readGift(
      ['SEO/Индексация', 'SEO/Ссылки', 'seo/Basics', 'ppc/Basics', 'SEO/Индексация', 'seo/On//off page', 'general']
        .map((category, index) => `$CATEGORY: ${category}\n\n::q${index}::True? {T}\n`)
        .join('\n'),
    );
    expect(topics).toEqual([
      { id: 'topic-1', title: 'Индексация' },
      { id: 'topic-2', title: 'Ссылки' },
      { id: 'basics', title: 'Basics' },
      { id: 'basics-2', title: 'Basics' },
      { id: 'on-off-page', title: 'On/off page' },
      { id: 'general', title: 'general' },
    ]);
    expect(questions.map(({ topic }) => topic)).toEqual([
      'topic-1',
      'topic-2',
      'basics',
      'basics-2',
      'topic-1',
      'on-off-page',
      'general',
    ]);
    expect(losses.map(({ code }) => code)).toContain('made-topics');
  });

  it('says when feedback to single answers is left out, and an asterisk no longer stands for any signs', () => {
    const { losses } = readGift(
      ['::tf::True? {T#no#yes}', '::n::How many? {#=2:0#good}', '::s::Which? {=red#good =r*d}'].join('\n\n'),
    );
    const by = Object.fromEntries(losses.map(({ code, questions }) => [code, questions]));
    expect(by).toMatchObject({ 'option-feedback': ['tf', 'n', 's'], wildcards: ['s'] });
  });

  it('tells where it is broken', () => {
    const broken = (): unknown => readGift('::a::Fine {T}\n\n::b::Broken {=one ~two');
    expect(broken).toThrow(GiftBroken);
    try {
      broken();
    } catch (error) {
      expect((error as GiftBroken).row).toBeGreaterThanOrEqual(3);
    }
  });
});
