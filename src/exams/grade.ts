import type { Answer, ExamBank, GradeResult, ItemResult, Question, SectionResult } from '../types/exam.ts';
import { questionOf } from './form.ts';
import { compared, decimalOf, ofDecimal, ofText, over, times, told, total, type Fraction } from './fraction.ts';
import { mark, type RubricPoints } from './mark.ts';

/** One attempt to mark. */
export interface Attempted {
  trainee: string;
  attempt: number;
  form: string;
  /** Bank ids in the order of the form. */
  questions: readonly string[];
  /** By bank id, in the bank's own ids. */
  answers: Record<string, Answer>;
  /** Points of the mentor's sheet: question → criterion → points. */
  rubric: Record<string, RubricPoints>;
  /** After the deadline, and nobody let it count. */
  late: boolean;
}

/**
 * Marks an attempt. Void questions count neither for nor against; while an open answer waits for its sheet there is no
 * score at all. Sums are exact; nothing is rounded before it is compared with the pass mark.
 */
export function gradeAttempt(bank: ExamBank, attempted: Attempted, voided: ReadonlySet<string>): GradeResult {
  const drawn = attempted.questions.map((id) => questionOf(bank, id));
  const items = drawn.map((question) => itemOf(bank, question, attempted, voided));
  const status = items.some(({ state }) => state === 'pending') ? 'pending' : 'graded';
  const share = status === 'pending' ? null : shareOf(drawn, items);
  const sections = bank.topics
    .filter(({ id }) => drawn.some(({ topic }) => topic === id))
    .map(({ id }) => sectionOf(bank, id, drawn, items, status));
  const against = [
    ...(share === null || compared(share, ofDecimal(bank.policy.passMark)) < 0 ? ['score'] : []),
    ...sections.filter(({ passed }) => !passed).map(({ topic }) => `section:${topic}`),
    ...(attempted.late ? ['late'] : []),
  ];
  return {
    exam: bank.id,
    version: bank.version,
    trainee: attempted.trainee,
    attempt: attempted.attempt,
    form: attempted.form,
    status,
    items,
    sections,
    share: share && told(share),
    score: share && decimalOf(share),
    passMark: bank.policy.passMark,
    passed: status === 'graded' && against.length === 0,
    against,
  };
}

function itemOf(bank: ExamBank, question: Question, attempted: Attempted, voided: ReadonlySet<string>): ItemResult {
  const { id, difficulty } = question;
  const about = { question: id, topic: question.topic ?? '', difficulty };
  if (voided.has(id)) return { ...about, state: 'void', share: null, reason: { rule: 'void' } };
  const answer = attempted.answers[id];
  const marked = mark(question, answer, bank.policy.partial, attempted.rubric[id]);
  const chosen = chosenOf(question, answer);
  return { ...about, ...marked, ...(chosen === null ? {} : { chosen }) };
}

/** Options chosen, for counts of distractors; `null` for questions without options. */
function chosenOf(question: Question, answer: Answer | undefined): string[] | null {
  if (question.type === 'truefalse') return typeof answer === 'boolean' ? [String(answer)] : [];
  if (question.type !== 'single' && question.type !== 'multiple') return null;
  const known = new Set(question.options.map(({ id }) => id));
  const given = typeof answer === 'string' ? [answer] : Array.isArray(answer) ? answer : [];
  return [...new Set(given)].filter((id) => known.has(id)).sort();
}

/** Points earned over points there were; `null` when nothing counts. */
function shareOf(drawn: readonly Question[], items: readonly ItemResult[]): Fraction | null {
  const counting = items.flatMap(({ share }, index) =>
    share === null ? [] : [{ points: ofDecimal(drawn[index]!.points), share: ofText(share) }],
  );
  if (counting.length === 0) return null;
  return over(
    total(counting.map(({ points, share }) => times(points, share))),
    total(counting.map(({ points }) => points)),
  );
}

function sectionOf(
  bank: ExamBank,
  topic: string,
  drawn: readonly Question[],
  items: readonly ItemResult[],
  status: GradeResult['status'],
): SectionResult {
  const own = drawn
    .map((question, index) => ({ question, item: items[index]! }))
    .filter(({ question }) => question.topic === topic);
  const waits = status === 'pending' && own.some(({ item }) => item.state === 'pending');
  const share = waits
    ? null
    : shareOf(
        own.map(({ question }) => question),
        own.map(({ item }) => item),
      );
  const passMark = bank.policy.sectionPassMarks[topic] ?? null;
  const passed = passMark === null || (share === null ? !waits : compared(share, ofDecimal(passMark)) >= 0);
  return { topic, share: share && told(share), score: share && decimalOf(share), passMark, passed };
}
