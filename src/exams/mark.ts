import { absolute, compare, exact, subtract } from '../figures/exact.ts';
import type { Answer, ItemResult, ItemState, PartialCredit, Question } from '../types/exam.ts';
import { FULL, fraction, NONE, ofDecimal, over, told, total, type Fraction } from './fraction.ts';
import { isAccepted, writtenNumbers } from './normalise.ts';

/** What one answer earned; `share` is `null` while a person has to judge it. */
export interface Mark {
  state: ItemState;
  /** Exact fraction of the question's points. */
  share: string | null;
  reason: ItemResult['reason'];
}

/** Points of the mentor's rubric sheet, by criterion: exact decimals; `null` where nothing is filled in yet. */
export type RubricPoints = Record<string, string | null>;

/** Rules of practice quizzes: every part counts, so that nobody is told “wrong” who left out one of three. */
const PRACTICE_PARTIAL: PartialCredit = {
  multiple: 'right-minus-wrong',
  matching: 'per-pair',
  ordering: 'per-neighbour',
  cloze: 'per-gap',
};

/**
 * Marks one answer; its ids are those of the question itself.
 * @param answer undefined or empty when the question was left out: it earns nothing, whatever the rule
 */
export function mark(
  question: Question,
  answer: Answer | undefined,
  partial: PartialCredit = PRACTICE_PARTIAL,
  rubric: RubricPoints = {},
): Mark {
  if (isEmpty(answer)) return { state: 'empty', share: '0', reason: { rule: 'empty' } };
  switch (question.type) {
    case 'single':
      return whole(
        question.options.some(({ id, correct }) => correct && id === answer),
        'one-right',
      );
    case 'multiple':
      return markMultiple(question.options, answer, partial.multiple);
    case 'truefalse':
      return whole(answer === question.answer, 'one-right');
    case 'number':
      return markNumber(question.answer, answer);
    case 'text':
      return whole(typeof answer === 'string' && isAccepted(answer, question.accept), 'accepted-variant');
    case 'matching': {
      const given = asMap(answer);
      return counted(
        question.pairs.map(({ id }) => given[id] === id),
        partial.matching,
      );
    }
    case 'ordering':
      return markOrdering(question.items, asMap(answer), partial.ordering);
    case 'cloze': {
      const given = asMap(answer);
      return counted(
        question.gaps.map((gap) => isGapRight(gap, given[gap.id])),
        partial.cloze,
      );
    }
    case 'open':
    case 'file':
      return markRubric(question.rubric, rubric);
  }
}

/** True when nothing was chosen or written. */
export function isEmpty(answer: Answer | undefined): boolean {
  if (answer === undefined) return true;
  if (typeof answer === 'boolean') return false;
  if (typeof answer === 'string') return answer.trim() === '';
  const parts = Array.isArray(answer) ? answer : Object.values(answer);
  return parts.every((part) => part.trim() === '');
}

const stateOf = (share: Fraction): ItemState =>
  share.top === 0n ? 'wrong' : share.top === share.bottom ? 'right' : 'partial';

const marked = (share: Fraction, reason: ItemResult['reason']): Mark => ({
  state: stateOf(share),
  share: told(share),
  reason,
});

const whole = (right: boolean, rule: string): Mark => marked(right ? FULL : NONE, { rule });

const asMap = (answer: Answer | undefined): Record<string, string> =>
  typeof answer === 'object' && !Array.isArray(answer) ? answer : {};

/** All parts or nothing, or a part of the points for every right one. */
function counted(parts: readonly boolean[], rule: string): Mark {
  const right = parts.filter(Boolean).length;
  const all = parts.length;
  const share = rule === 'all-or-nothing' ? (right === all ? FULL : NONE) : fraction(right, all);
  return marked(share, { rule, right, of: all });
}

/**
 * `right-minus-wrong`: every right choice adds one part of as many as there are right options, every wrong one takes
 * one away; never below nothing.
 */
function markMultiple(
  options: readonly { id: string; correct: boolean }[],
  answer: Answer | undefined,
  rule: PartialCredit['multiple'],
): Mark {
  const chosen = new Set(Array.isArray(answer) ? answer : []);
  const right = options.filter(({ id, correct }) => correct && chosen.has(id)).length;
  const wrong = chosen.size - right;
  const of = options.filter(({ correct }) => correct).length;
  const reason = { rule, right, wrong, of };
  if (rule === 'all-or-nothing') return marked(right === of && wrong === 0 ? FULL : NONE, reason);
  return marked(fraction(Math.max(0, right - wrong), of), reason);
}

function markNumber(key: Extract<Question, { type: 'number' }>['answer'], answer: Answer | undefined): Mark {
  const units = key.unit ? [key.unit.ru, key.unit.en] : [];
  const given = typeof answer === 'string' ? writtenNumbers(answer, units) : [];
  if (given.length === 0) return { state: 'wrong', share: '0', reason: { rule: 'not-a-number' } };
  const distances = given.map((one) => absolute(subtract(one, exact(key.value))));
  return whole(
    distances.some((distance) => compare(distance, exact(key.tolerance)) <= 0),
    'within-tolerance',
  );
}

/**
 * `per-neighbour`: a part for every two items that rightly follow each other, wherever they stand. The page gives a
 * place once; a file that gives it to several has put none of them in an order, and would guess better than one that did.
 */
function markOrdering(
  items: readonly { id: string }[],
  places: Record<string, string>,
  rule: PartialCredit['ordering'],
): Mark {
  const named = items.map(({ id }) => (/^\d{1,3}$/.test(places[id] ?? '') ? Number(places[id]) : null));
  const given = named.map((place) => (named.indexOf(place) === named.lastIndexOf(place) ? place : null));
  const follow = given.slice(1).map((place, index) => place !== null && place - 1 === given[index]);
  if (rule === 'per-neighbour') return counted(follow, rule);
  return marked(follow.every(Boolean) && given[0] === 1 ? FULL : NONE, { rule });
}

function isGapRight(gap: Extract<Question, { type: 'cloze' }>['gaps'][number], given: string | undefined): boolean {
  if (given === undefined) return false;
  if ('options' in gap && gap.options !== undefined) return gap.options.some((one) => one.correct && one.id === given);
  return 'accept' in gap && isAccepted(given, gap.accept);
}

function markRubric(rubric: Extract<Question, { type: 'open' }>['rubric'], points: RubricPoints): Mark {
  const given = rubric.map(({ id }) => points[id] ?? null);
  if (given.includes(null)) return { state: 'pending', share: null, reason: { rule: 'rubric' } };
  const earned = total(given.map((text) => ofDecimal(text!)));
  const most = total(rubric.map((criterion) => ofDecimal(criterion.points)));
  return marked(over(earned, most), { rule: 'rubric' });
}
