import type { ExamBank, ExamPolicy, Question } from '../../src/types/exam.ts';
import { ALL_TYPES, both } from './questions.ts';

export const POLICY: ExamPolicy = {
  blueprint: [{ topic: 't', count: ALL_TYPES.length }],
  passMark: '0.7',
  sectionPassMarks: {},
  passMarkReason: both('set by three people who know the work'),
  attempts: 5,
  waitingDays: [1, 3, 7, 14],
  counting: 'highest',
  minutes: 45,
  graceMinutes: 10,
  clock: 'opening',
  windowHours: 48,
  partial: { multiple: 'right-minus-wrong', matching: 'per-pair', ordering: 'per-neighbour', cloze: 'per-gap' },
  certificateMonths: 12,
  release: 'scores',
};

/** A bank of questions of every type, unless others are given. */
export function bankOf(questions: readonly Question[] = ALL_TYPES, policy: Partial<ExamPolicy> = {}): ExamBank {
  const topics = [...new Set(questions.map(({ topic }) => topic!))];
  return {
    id: 'exam',
    version: '1',
    title: both('Exam'),
    about: both('About'),
    topics: topics.map((id) => ({ id, title: both(id) })),
    cases: [{ id: 'shop', stem: both('A shop.') }],
    policy: { ...POLICY, ...policy },
    questions: [...questions],
  };
}

/** So many questions with two options, the first of which is right. */
export function choices(topic: string, count: number, own: Partial<Question> = {}): Question[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${topic}-${index + 1}`,
    topic,
    difficulty: 1,
    points: '1',
    stem: both(`${topic} ${index + 1}`),
    ...own,
    type: 'single' as const,
    options: [
      { id: 'y', text: both('yes'), correct: true, pinned: false },
      { id: 'n', text: both('no'), correct: false, pinned: false },
    ],
  })) as Question[];
}
