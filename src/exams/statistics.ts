import type { ExamBank, GradeResult, Question } from '../types/exam.ts';
import { asNumber, ofDecimal, ofText } from './fraction.ts';

/** Below this many attempts a figure says next to nothing: at n = 10 a correlation is known to ± 0.63. */
const ENOUGH = 20;

/** Figures of an exam from first attempts; decimals of four digits, `null` where nothing can be reckoned. */
export interface ExamStatistics {
  exam: string;
  /** Attempts counted. */
  n: number;
  /** `n` is below 20: to be shown in grey. */
  greyed: boolean;
  /** Scores as fractions 0–1. */
  mean: number | null;
  deviation: number | null;
  passed: number;
  alpha: Alpha;
  /** In the order of the bank; those never drawn are there too, with n = 0. */
  questions: QuestionStatistics[];
}

/** Cronbach's alpha over the questions when all had the same ones, else over the topics of the blueprint. */
export interface Alpha {
  value: number | null;
  over: 'questions' | 'topics';
  parts: number;
  n: number;
  greyed: boolean;
}

export interface QuestionStatistics {
  question: string;
  topic: string;
  difficulty: number;
  n: number;
  greyed: boolean;
  /** Mean share of the points earned. */
  facility: number | null;
  /** Correlation of the question with the rest of the test, itself left out. */
  discrimination: number | null;
  /** Nobody answered. */
  empty: number;
  /** How often each option was chosen; choice questions only. */
  options: { id: string; correct: boolean; chosen: number }[] | null;
}

/** @param results graded first attempts, one a person */
export function examStatistics(
  bank: Pick<ExamBank, 'id' | 'questions' | 'topics'>,
  results: readonly GradeResult[],
): ExamStatistics {
  const graded = results.filter(({ status, share }) => status === 'graded' && share !== null);
  const scores = graded.map(({ share }) => asNumber(ofText(share!)));
  const n = graded.length;
  const sheets = graded.map((result) => sheetOf(bank, result));
  return {
    exam: bank.id,
    n,
    greyed: n < ENOUGH,
    mean: rounded(mean(scores)),
    deviation: rounded(root(variance(scores))),
    passed: graded.filter(({ passed }) => passed).length,
    alpha: alphaOf(bank, sheets),
    questions: bank.questions.map((question) => statisticsOf(question, graded, sheets)),
  };
}

/** One person's earned and possible points, by question. */
type Sheet = Map<string, { topic: string; earned: number; possible: number }>;

function sheetOf(bank: Pick<ExamBank, 'questions'>, { items }: GradeResult): Sheet {
  const points = new Map(bank.questions.map((question) => [question.id, asNumber(ofDecimal(question.points))]));
  return new Map(
    items.flatMap(({ question, topic, share }) => {
      const possible = points.get(question);
      // Void questions, and those the bank has dropped since.
      if (share === null || possible === undefined) return [];
      return [[question, { topic, earned: asNumber(ofText(share)) * possible, possible }] as const];
    }),
  );
}

function statisticsOf(
  question: Question,
  graded: readonly GradeResult[],
  sheets: readonly Sheet[],
): QuestionStatistics {
  const { id, difficulty } = question;
  const own = graded.flatMap(({ items }, index) => {
    const item = items.find((one) => one.question === id && one.share !== null);
    return item && sheets[index]!.has(id) ? [{ item, sheet: sheets[index]! }] : [];
  });
  const shares = own.map(({ item }) => asNumber(ofText(item.share!)));
  return {
    question: id,
    topic: question.topic ?? '',
    difficulty,
    n: own.length,
    greyed: own.length < ENOUGH,
    facility: rounded(mean(shares)),
    discrimination: rounded(
      correlation(
        shares,
        own.map(({ sheet }) => restOf(sheet, id)),
      ),
    ),
    empty: own.filter(({ item }) => item.state === 'empty').length,
    options:
      optionsOf(question)?.map(({ id: option, correct }) => ({
        id: option,
        correct,
        chosen: own.filter(({ item }) => item.chosen?.includes(option)).length,
      })) ?? null,
  };
}

function optionsOf(question: Question): readonly { id: string; correct: boolean }[] | null {
  if (question.type === 'single' || question.type === 'multiple') return question.options;
  if (question.type !== 'truefalse') return null;
  return [true, false].map((value) => ({ id: String(value), correct: value === question.answer }));
}

/** Share of the points of all other questions. */
function restOf(sheet: Sheet, id: string): number {
  const others = [...sheet].filter(([question]) => question !== id).map(([, points]) => points);
  const possible = sum(others.map((points) => points.possible));
  return possible === 0 ? 0 : sum(others.map(({ earned }) => earned)) / possible;
}

function alphaOf(bank: Pick<ExamBank, 'topics'>, sheets: readonly Sheet[]): Alpha {
  const n = sheets.length;
  const common = [...(sheets[0]?.keys() ?? [])];
  const same = sheets.every((sheet) => sheet.size === common.length && common.every((id) => sheet.has(id)));
  const about = { n, greyed: n < ENOUGH };
  if (same) {
    const rows = sheets.map((sheet) => common.map((id) => sheet.get(id)!.earned));
    return { value: rounded(cronbach(rows)), over: 'questions', parts: common.length, ...about };
  }
  // Every form has as many questions of a topic as any other: what it earned there can be compared.
  const topics = bank.topics.map(({ id }) => id).filter((id) => sheets.every((sheet) => earnedIn(sheet, id) !== null));
  const rows = sheets.map((sheet) => topics.map((id) => earnedIn(sheet, id)!));
  return { value: rounded(cronbach(rows)), over: 'topics', parts: topics.length, ...about };
}

function earnedIn(sheet: Sheet, topic: string): number | null {
  const own = [...sheet.values()].filter((points) => points.topic === topic);
  return own.length === 0 ? null : sum(own.map(({ earned }) => earned));
}

/** Two sums of the same parts of points differ by less, people who earned unlike points by far more. */
const NO_DIFFERENCE = 1e-18;

/** `k/(k−1) × (1 − Σ variances of parts / variance of sums)`; needs two parts, two people and some difference. */
function cronbach(rows: readonly (readonly number[])[]): number | null {
  const parts = rows[0]?.length ?? 0;
  const whole = variance(rows.map(sum));
  if (parts < 2 || whole === null || whole < NO_DIFFERENCE) return null;
  const each = Array.from({ length: parts }, (_, part) => variance(rows.map((row) => row[part]!))!);
  return (parts / (parts - 1)) * (1 - sum(each) / whole);
}

/** Pearson's; `null` when one of the two never differs. */
function correlation(a: readonly number[], b: readonly number[]): number | null {
  const [meanA, meanB] = [mean(a), mean(b)];
  if (a.length < 2 || meanA === null || meanB === null) return null;
  const shared = sum(a.map((value, index) => (value - meanA) * (b[index]! - meanB)));
  const spread = Math.sqrt(sum(a.map((value) => (value - meanA) ** 2)) * sum(b.map((value) => (value - meanB) ** 2)));
  return spread < 1e-12 ? null : shared / spread;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const mean = (numbers: readonly number[]): number | null =>
  numbers.length === 0 ? null : sum(numbers) / numbers.length;
const root = (number: number | null): number | null => (number === null ? null : Math.sqrt(number));

/** Of a sample: over n − 1. */
function variance(numbers: readonly number[]): number | null {
  const middle = mean(numbers);
  if (middle === null || numbers.length < 2) return null;
  return sum(numbers.map((number) => (number - middle) ** 2)) / (numbers.length - 1);
}

const rounded = (number: number | null): number | null =>
  number === null ? null : Math.round(number * 10_000) / 10_000 || 0;
