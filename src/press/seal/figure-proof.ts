import { FEWEST_DIGITS, shownForms, tellingDigits, writtenNumbers, type WrittenNumber } from './numbers.ts';
import type { Promised } from './promises.ts';
import { isCommonFraction } from './quotients.ts';
import type { View } from './views.ts';

/** What a folder's `figures.json` or `estimate.json` say. */
export interface OwnFigures {
  /** Numbers the owner is known by, as documents show them: totals and channels, not single days. */
  telling: string[];
  /** Every number of theirs as a document may show it; none of them can be another's alone. */
  all: string[];
}

/** A number in a file that is none of the folder's own figures. */
export interface SeenNumber {
  file: string;
  value: string;
  digits: number;
}

/** Parts of `figures.json` that hold days, names and hashes, not the figures a client is known by. */
const NOT_FIGURES = new Set(['days', 'sources', 'coverage', 'warnings', 'asOf', 'period', 'number', 'version', 'date']);

/** @param promises a folder's `figures.json` and `estimate.json` */
export function figuresOf(promises: readonly Promised[]): OwnFigures {
  const telling = new Set<string>();
  const all = new Set<string>();
  const known = new Map<string, string[]>();
  const formsOf = (written: string): string[] => {
    const forms = known.get(written) ?? shownForms(written);
    known.set(written, forms);
    return forms;
  };
  for (const { text, value } of promises) {
    for (const form of decimals(value).flatMap(formsOf)) {
      if (tellingDigits(form) >= FEWEST_DIGITS && !isCommonFraction(form)) telling.add(form);
    }
    for (const written of writtenNumbers(text, false)) {
      for (const form of [written.value, ...formsOf(written.value)]) all.add(form);
    }
  }
  return { telling: [...telling], all: [...all] };
}

/** Numbers of one file, each once. */
export function numbersIn(views: readonly View[]): WrittenNumber[] {
  const found = new Map<string, WrittenNumber>();
  for (const view of views) {
    if (view.numbers === 'none') continue;
    for (const number of writtenNumbers(view.plain, view.numbers === 'people')) found.set(number.value, number);
  }
  return [...found.values()];
}

/** Those that a folder's own figures do not explain. */
export function unexplained(file: string, numbers: readonly WrittenNumber[], own: ReadonlySet<string>): SeenNumber[] {
  return numbers.filter(({ value }) => !own.has(value)).map(({ value, digits }) => ({ file, value, digits }));
}

function decimals(value: unknown): string[] {
  if (typeof value === 'string') return /^-?\d+(?:\.\d+)?$/.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(decimals);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => (NOT_FIGURES.has(key) ? [] : decimals(inner)));
}
