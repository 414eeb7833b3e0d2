import type { BlueprintRow, ExamBank, Question } from '../types/exam.ts';
import { shuffled } from './random.ts';

/** A row of the blueprint that the bank cannot fill. */
export interface Shortage {
  row: BlueprintRow;
  /** Place in the blueprint, from 0. */
  index: number;
  /** Questions left for it. */
  there: number;
}

export interface Drawn {
  /** Bank ids in the order of the form. */
  questions: string[];
  shortages: Shortage[];
}

/**
 * Draws questions by the blueprint: those the person has not seen come first, the longest unseen next.
 * @param seen bank ids of the person's earlier forms, from the first to the last; may repeat
 * @param voided bank ids that are never drawn
 */
export function drawQuestions(
  bank: Pick<ExamBank, 'policy' | 'questions'>,
  seed: string,
  seen: readonly string[],
  voided: ReadonlySet<string>,
): Drawn {
  const lastSeen = new Map(seen.map((id, index) => [id, index + 1]));
  const age = ({ id }: Question): number => lastSeen.get(id) ?? 0;
  const taken = new Set<Question>();
  const shortages: Shortage[] = [];
  for (const { row, index } of narrowFirst(bank.policy.blueprint)) {
    const fitting = bank.questions.filter((one) => fits(one, row) && !taken.has(one) && !voided.has(one.id));
    const pool = shuffled(fitting, seed, `blueprint ${index}`).sort((a, b) => age(a) - age(b));
    for (const question of pool.slice(0, row.count)) taken.add(question);
    if (pool.length < row.count) shortages.push({ row, index, there: pool.length });
  }
  const order = shuffled(
    bank.questions.filter((one) => taken.has(one)),
    seed,
    'order',
  );
  return { questions: casesTogether(order).map(({ id }) => id), shortages };
}

const fits = (question: Question, row: BlueprintRow): boolean =>
  question.topic === row.topic && (row.difficulty === undefined || question.difficulty === row.difficulty);

/** Rows that take any difficulty must not eat what a narrower row needs. */
function narrowFirst(blueprint: readonly BlueprintRow[]): { row: BlueprintRow; index: number }[] {
  const rows = blueprint.map((row, index) => ({ row, index }));
  return [...rows.filter(({ row }) => row.difficulty), ...rows.filter(({ row }) => !row.difficulty)];
}

/** Questions about one case stand together, where the first of them stood. */
function casesTogether(order: readonly Question[]): Question[] {
  return order.flatMap((question, index) => {
    if (question.case === undefined) return [question];
    if (order.findIndex((one) => one.case === question.case) < index) return [];
    return order.filter((one) => one.case === question.case);
  });
}
