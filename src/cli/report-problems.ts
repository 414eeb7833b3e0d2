import { printProblem, problemsSummary } from '../locale/problem.ts';
import { localText } from '../locale/text.ts';
import type { Effects } from '../types/effects.ts';
import type { Locale } from '../types/locale.ts';
import type { Problem } from '../types/problem.ts';

const HEADINGS = {
  ru: { error: 'Ошибки', warning: 'Предупреждения' },
  en: { error: 'Errors', warning: 'Warnings' },
};

/**
 * Tells every problem: warnings, errors and a summary on standard error, or, for scripts, one JSON document on standard output:
 * `{ errors, warnings, problems: [ { code, severity, client, file, row, column, found, expected, mend } ] }`,
 * with `null` for what is not known and the texts in the asked language, whole.
 * The agency's own come first, then client by client, by file and row. In words, what reads alike is told once: a mistake
 * in a template is one mistake, however many clients it fails.
 */
export function reportProblems(
  problems: Problem[],
  options: { json: boolean; locale: Locale },
  effects: Effects,
): { errors: number; warnings: number } {
  const sorted = [...problems].sort(byPlace);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const counts = { errors, warnings: problems.length - errors };
  if (options.json) {
    const plain = sorted.map((problem) => jsonProblem(problem, options.locale));
    effects.out(JSON.stringify({ ...counts, problems: plain }, null, 2));
    return counts;
  }
  // Errors last: they stand nearest to the prompt.
  for (const severity of ['warning', 'error'] as const) {
    const own = sorted.filter((problem) => problem.severity === severity);
    if (own.length > 0) effects.err(`${HEADINGS[options.locale][severity]}:`);
    for (const line of new Set(own.map((problem) => printProblem(problem, options.locale)))) effects.err(line);
    if (own.length > 0) effects.err('');
  }
  for (const line of problemsSummary(problems, options.locale).split('\n')) effects.err(line);
  return counts;
}

function jsonProblem(problem: Problem, locale: Locale): Record<string, string | number | null> {
  const { code, severity, client, file, row, column, found, expected, mend } = problem;
  return {
    code,
    severity,
    client: client ?? null,
    file,
    row: row ?? null,
    column: column ?? null,
    found: localText(found, locale),
    expected: localText(expected, locale),
    mend: localText(mend, locale),
  };
}

/** Code-unit order, so that two machines print the same. */
function byPlace(a: Problem, b: Problem): number {
  return (
    compare(a.client ?? '', b.client ?? '') ||
    compare(a.file, b.file) ||
    (a.row ?? 0) - (b.row ?? 0) ||
    compare(String(a.column ?? ''), String(b.column ?? '')) ||
    compare(a.code, b.code)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
