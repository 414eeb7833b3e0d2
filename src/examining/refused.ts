import { printProblem } from '../locale/problem.ts';
import type { Problem } from '../types/problem.ts';

/** Why nothing was done: a stable name for scripts and tests, and words for the mentor. */
export class ExamRefused extends Error {
  readonly code: string;
  readonly text: { ru: string; en: string };

  constructor(code: string, text: { ru: string; en: string }) {
    super(`${code}: ${text.en}`);
    this.name = 'ExamRefused';
    this.code = code;
    this.text = text;
  }
}

/** Throws when files the step stands on have errors, with every one of them. */
export function refuseBroken(problems: readonly Problem[]): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const said = (locale: 'ru' | 'en'): string => errors.map((problem) => printProblem(problem, locale)).join('\n');
  throw new ExamRefused('files-broken', { ru: said('ru'), en: said('en') });
}
