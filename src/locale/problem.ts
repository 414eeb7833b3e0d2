import type { Locale } from '../types/locale.ts';
import type { Problem } from '../types/problem.ts';
import { pluralText } from './plural.ts';
import type { PluralForms } from './plural.ts';
import { NBSP } from './signs.ts';
import { localText } from './text.ts';

/** One line for a terminal or a page: `file:row:column  found → expected → mend`; of very long parts both ends. */
export function printProblem(problem: Problem, locale: Locale): string {
  const { file, row, column, found, expected, mend } = problem;
  const place = [file, row, column].filter((part) => part !== undefined).map((part) => cut(String(part)));
  const told = [found, expected, mend].map((text) => cut(localText(text, locale)));
  return oneLine(`${place.join(':')}  ${told.join(' → ')}`);
}

/** Signs of a part that stay at its beginning and at its end; no text of ours is as long as both. */
const HEAD = 700;
const TAIL = 200;

/** A name in the data may be as long as a book; what is said before and after it is what a person looks for. */
function cut(text: string): string {
  if (text.length <= HEAD + TAIL) return text;
  // Half a sign at the cut goes with the rest.
  const head = text.slice(0, HEAD).replace(/[\ud800-\udbff]$/, '');
  const tail = text.slice(-TAIL).replace(/^[\udc00-\udfff]/, '');
  return `${head}…${tail}`;
}

/** Data may hold anything: line ends become spaces, characters that steer a terminal or turn text round are spelt out. */
function oneLine(text: string): string {
  return text
    .replace(/[\t\r\n]+/g, ' ')
    .replace(
      /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}

const SUMMARY = {
  ru: {
    errors: { one: 'ошибка', few: 'ошибки', many: 'ошибок', other: 'ошибки' },
    warnings: { one: 'предупреждение', few: 'предупреждения', many: 'предупреждений', other: 'предупреждения' },
    none: 'Замечаний нет',
    all: 'Всего',
    workspace: 'общие файлы агентства',
  },
  en: {
    errors: { one: 'error', other: 'errors' },
    warnings: { one: 'warning', other: 'warnings' },
    none: 'No problems',
    all: 'In all',
    workspace: 'files of the whole agency',
  },
};

/**
 * How many errors and warnings, one line for each client and proposal, the agency's own files first, then how many there
 * are in all: what several clients suffer from alike is one.
 */
export function problemsSummary(problems: Problem[], locale: Locale): string {
  const says = SUMMARY[locale];
  if (problems.length === 0) return says.none;
  const owners = [...new Set(problems.map(ownerOf))].sort();
  const lines = owners.map((owner) => {
    const own = problems.filter((problem) => ownerOf(problem) === owner);
    return `${owner === '' ? says.workspace : owner}: ${counts(own, locale)}`;
  });
  const told = new Map(problems.map((problem) => [`${problem.severity} ${printProblem(problem, locale)}`, problem]));
  if (owners.length > 1) lines.push(`${says.all}: ${counts([...told.values()], locale)}`);
  return lines.join('\n');
}

const ownerOf = ({ client, proposal }: Problem): string => client ?? proposal ?? '';

function counts(problems: Problem[], locale: Locale): string {
  const says = SUMMARY[locale];
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  // A terminal has no use for unbreakable spaces, and those who search its log stumble over them.
  const count = (n: number, forms: PluralForms): string[] =>
    n === 0 ? [] : [pluralText(locale, n, forms).replaceAll(NBSP, ' ')];
  return [...count(errors, says.errors), ...count(problems.length - errors, says.warnings)].join(', ');
}
