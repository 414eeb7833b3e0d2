import { parse, type GIFTQuestion, type NumericalChoice, type NumericalFormat, type TextFormat } from 'gift-pegjs';
import { add, divide, exact, plain, subtract, absolute } from '../../figures/exact.ts';
import type { Bilingual, Choice, Question } from '../../types/exam.ts';
import { lossList, type Loss } from './losses.ts';

type Lost = ReturnType<typeof lossList>;

/** Questions of a GIFT file, their topics by category, and everything that was lost on the way. */
export interface GiftRead {
  topics: GiftTopic[];
  questions: Question[];
  losses: Loss[];
}

/** A category that has questions. */
export interface GiftTopic {
  id: string;
  /** Its own name, without those it lies under. */
  title: string;
}

/** The file breaks the grammar of GIFT at a place; 1-based. */
export class GiftBroken extends Error {
  readonly row: number;
  readonly column: number;
  readonly found: string | null;

  constructor(row: number, column: number, found: string | null) {
    super(`GIFT is broken at ${row}:${column}`);
    this.name = 'GiftBroken';
    this.row = row;
    this.column = column;
    this.found = found;
  }
}

const USUAL_TOPIC: GiftTopic = { id: 'general', title: 'general' };

/** Reads Moodle GIFT. Texts stand in both languages alike. Throws `GiftBroken`. */
export function readGift(text: string): GiftRead {
  const lost = lossList();
  lost.add('no-translation');
  const categories = new Map<string, GiftTopic>();
  const topics: GiftTopic[] = [];
  const questions: Question[] = [];
  let topic = USUAL_TOPIC;
  for (const item of parsed(text)) {
    if (item.type === 'Category') {
      topic = topicOf(item.title, categories, lost);
      continue;
    }
    if (item.type === 'Description') {
      lost.add('descriptions');
      continue;
    }
    const id = freeId(item, questions, lost);
    const tag = item.tags?.find((one) => /^difficulty-[123]$/.test(one));
    if (!tag) lost.add('difficulty', id);
    const difficulty = Number(tag?.at(-1) ?? 2) as 1 | 2 | 3;
    const question = questionOf(item, { id, topic: topic.id, difficulty, points: '1' }, lost);
    if (question === null) lost.add('not-usable', id);
    else questions.push(question);
    if (question !== null && !topics.includes(topic)) topics.push(topic);
  }
  return { topics, questions, losses: lost.all() };
}

function parsed(text: string): GIFTQuestion[] {
  try {
    return parse(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));
  } catch (error) {
    const { location, found } = error as { location?: { start: { line: number; column: number } }; found?: string };
    if (!location) throw error;
    throw new GiftBroken(location.start.line, location.start.column, found ?? null);
  }
}

type Asked = Exclude<GIFTQuestion, { type: 'Category' | 'Description' }>;

function idOf(text: string): string | null {
  const id = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return id === '' ? null : id;
}

/** One topic for every category, however alike their names are; a name without Latin letters gets an id of its own. */
function topicOf(category: string, known: Map<string, GiftTopic>, lost: Lost): GiftTopic {
  const path = category.trim();
  const before = known.get(path);
  if (before) return before;
  // Moodle writes a slash inside of a name twice.
  const title = (path.split(/(?<!\/)\/(?!\/)/).at(-1) ?? '').replaceAll('//', '/').trim();
  if (title === '') return USUAL_TOPIC;
  const taken = new Set([...known.values()].map(({ id }) => id));
  const own = idOf(title);
  let id = own ?? `topic-${known.size + 1}`;
  if (own === null) lost.add('made-topics');
  for (let number = 2; taken.has(id); number++) id = `${(own ?? 'topic').slice(0, 56)}-${number}`;
  // Questions under no category are of this one too.
  const topic = id === USUAL_TOPIC.id ? USUAL_TOPIC : { id, title };
  known.set(path, topic);
  return topic;
}

function freeId(item: Asked, before: readonly Question[], lost: Lost): string {
  const taken = new Set(before.map(({ id }) => id));
  const own = idOf(item.id ?? '') ?? idOf(item.title ?? '');
  if (own !== null && !taken.has(own)) return own;
  lost.add('made-ids');
  for (let number = before.length + 1; ; number++) {
    const made = `gift-${String(number).padStart(3, '0')}`;
    if (!taken.has(made)) return made;
  }
}

type Base = { id: string; topic: string; difficulty: 1 | 2 | 3; points: string };

function questionOf(item: Asked, base: Base, lost: Lost): Question | null {
  const said = (text: TextFormat): Bilingual => both(plainOf(text, base.id, lost));
  const explanation = item.globalFeedback ? { explanation: said(item.globalFeedback) } : {};
  const common = { ...base, stem: said(item.stem), ...explanation };
  switch (item.type) {
    case 'TF':
      if (item.trueFeedback || item.falseFeedback) lost.add('option-feedback', base.id);
      return { ...common, type: 'truefalse', answer: item.isTrue };
    case 'MC':
      return item.hasEmbeddedAnswers
        ? gapOf(common, { options: choicesOf(item.choices, said, base.id, lost) })
        : choiceQuestion(common, choicesOf(item.choices, said, base.id, lost));
    case 'Short': {
      if (item.choices.some(({ feedback }) => feedback)) lost.add('option-feedback', base.id);
      if (item.choices.some(({ text }) => text.text.includes('*'))) lost.add('wildcards', base.id);
      if (item.choices.some(({ weight }) => weight !== null && weight < 100)) lost.add('weights', base.id);
      const full = item.choices
        .filter(({ weight }) => weight === null || weight === 100)
        .map(({ text }) => said(text).en);
      if (full.length === 0) return null;
      const accept = { ru: full, en: full };
      return item.hasEmbeddedAnswers ? gapOf(common, { accept }) : { ...common, type: 'text', accept };
    }
    case 'Numerical': {
      const answer = numberOf(item.choices, base.id, lost);
      return answer && { ...common, type: 'number', answer };
    }
    case 'Matching':
      return matchingOf(common, item.matchPairs, said, lost);
    case 'Essay':
      lost.add('default-rubric', base.id);
      return { ...common, type: 'open', rubric: [GENERAL] };
  }
}

type Common = Base & { stem: Bilingual; explanation?: Bilingual };

const both = (text: string): Bilingual => ({ ru: text, en: text });

/** Text without HTML; markdown is what questions are written in anyway. */
function plainOf({ format, text }: TextFormat, id: string, lost: Lost): string {
  if (!/<[a-z/][^>]*>|&[a-z]+;/i.test(text)) return text.trim();
  if (format !== 'html' && format !== 'moodle') return text.trim();
  lost.add('html', id);
  const entities: Record<string, string> = { nbsp: ' ', lt: '<', gt: '>', quot: '"', amp: '&' };
  return text
    .replace(/<(\/p|br\s*\/?|\/li)>/gi, '\n')
    .replace(/<li>/gi, '- ')
    .replace(/<[a-z/][^>]*>/gi, '')
    .replace(/&([a-z]+);/gi, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
    .trim();
}

function choicesOf(
  choices: Extract<Asked, { type: 'MC' }>['choices'],
  said: (text: TextFormat) => Bilingual,
  id: string,
  lost: Lost,
): Choice[] {
  if (choices.some(({ weight }) => weight !== null)) lost.add('weights', id);
  // An option with `=` is the one to choose, whatever part others are worth; without one several are chosen together.
  const marked = choices.filter(({ isCorrect }) => isCorrect).length;
  if (marked > 1) lost.add('any-of-several', id);
  return choices.map(({ isCorrect, weight, text, feedback }, index) => ({
    id: letters(index),
    text: said(text),
    correct: marked > 0 || weight === null ? isCorrect : weight > 0,
    pinned: false,
    ...(feedback ? { why: said(feedback) } : {}),
  }));
}

const letters = (index: number): string =>
  index < 26 ? String.fromCharCode(97 + index) : `${letters(Math.floor(index / 26) - 1)}${letters(index % 26)}`;

function choiceQuestion(common: Common, options: Choice[]): Question | null {
  const right = options.filter(({ correct }) => correct).length;
  if (right === 0 || options.length < 2) return null;
  return { ...common, type: right === 1 ? 'single' : 'multiple', options };
}

/** The parser puts five underlines where the answer stood. */
function gapOf(
  common: Common,
  answer: { options: Choice[] } | { accept: { ru: string[]; en: string[] } },
): Question | null {
  const stem = both(common.stem.en.replace('_____', '{{g1}}'));
  if (!stem.en.includes('{{g1}}')) return null;
  if ('accept' in answer) return { ...common, stem, type: 'cloze', gaps: [{ id: 'g1', ...answer }] };
  if (answer.options.filter(({ correct }) => correct).length !== 1 || answer.options.length < 2) return null;
  const options = answer.options.map(({ id, text, correct }) => ({ id, text, correct }));
  return { ...common, stem, type: 'cloze', gaps: [{ id: 'g1', options }] };
}

function numberOf(
  choices: NumericalChoice[] | NumericalFormat,
  id: string,
  lost: Lost,
): { value: string; tolerance: string } | null {
  const all = Array.isArray(choices) ? choices : [{ weight: null, text: choices, feedback: null }];
  if (all.some(({ feedback }) => feedback)) lost.add('option-feedback', id);
  const [first] = all.filter(({ weight }) => weight === null || weight === 100);
  if (all.length > 1) lost.add('several-numbers', id);
  if (!first) return null;
  const { number, range = 0, numberHigh, numberLow } = first.text;
  if (number !== undefined) return { value: decimal(number), tolerance: decimal(range) };
  if (numberHigh === undefined || numberLow === undefined) return null;
  const [high, low] = [exact(decimal(numberHigh)), exact(decimal(numberLow))];
  const half = (value: typeof high): string => plain(divide(value, exact('2'))!);
  return { value: half(add(high, low)), tolerance: half(absolute(subtract(high, low))) };
}

const decimal = (number: number): string => plain(exact(String(number)));

function matchingOf(
  common: Common,
  given: Extract<Asked, { type: 'Matching' }>['matchPairs'],
  said: (text: TextFormat) => Bilingual,
  lost: Lost,
): Question | null {
  const pairs = given
    .filter(({ subquestion }) => subquestion.text.trim() !== '')
    .map(({ subquestion, subanswer }, index) => ({
      id: letters(index),
      left: said(subquestion),
      right: said({ format: subquestion.format, text: subanswer }),
    }));
  const distractors = given
    .filter(({ subquestion }) => subquestion.text.trim() === '')
    .map(({ subanswer }, index) => ({ id: `x${index + 1}`, text: both(subanswer.trim()) }));
  if (pairs.length < 2) return null;
  // Places 1, 2, 3 … are how an ordering is written out.
  if (distractors.length === 0 && pairs.every(({ left }, index) => left.en === String(index + 1))) {
    lost.add('ordering', common.id);
    return { ...common, type: 'ordering', items: pairs.map(({ id, right }) => ({ id, text: right })) };
  }
  return { ...common, type: 'matching', pairs, distractors };
}

const GENERAL = {
  id: 'whole',
  title: { ru: 'Ответ в целом', en: 'The answer as a whole' },
  points: '2',
  levels: [
    { points: '2', text: { ru: 'полный и верный', en: 'full and right' } },
    { points: '1', text: { ru: 'верный отчасти', en: 'right in part' } },
    { points: '0', text: { ru: 'неверный', en: 'wrong' } },
  ],
};
