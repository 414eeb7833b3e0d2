import type { ColumnAnatomy, RankedFormat, TableAnatomy } from '../intake/anatomy.ts';
import { lackingColumns } from '../intake/nearest-format.ts';
import type { Understood } from '../intake/intake-context.ts';
import { printProblem } from '../locale/problem.ts';
import { localText } from '../locale/text.ts';
import type { Locale } from '../types/locale.ts';
import { inspectWords, type InspectWords } from './words.ts';

/** Longer texts are cut: the lines are read on a terminal. */
const WIDEST = 200;
const PREAMBLE_SHOWN = 20;
const COLUMNS_SHOWN = 80;

/** Warnings that say why a file feeds nothing. */
const REASONS = [
  'rows-by-weekday',
  'part-of-account',
  'nothing-to-add-up',
  'no-day-column',
  'unknown-first-day',
  'rows-not-daily',
  'no-rows',
];

/** How a file was read, in lines for a person. */
export function inspectionText(read: Understood, locale: Locale): string[] {
  const words = inspectWords(locale);
  const { file, anatomy } = read;
  const lines = [
    file.file,
    ...aligned(factsOf(read, words, locale)),
    ...anatomy.tables.flatMap((table, index) => ['', ...tableText(table, index + 1, words, locale)]),
  ];
  const reasons = file.problems.filter((problem) => REASONS.includes(problem.code));
  if (file.feeds.length === 0) {
    const why = reasons.map((problem) => localText(problem.found, locale)).join('; ');
    lines.push('', `${words.feedsNothing}${why === '' ? '' : `: ${why}`}`);
  } else lines.push('', `${words.feeds}: ${file.feeds.join(', ')}`);
  if (file.problems.length > 0) {
    lines.push('', `${words.problems}:`, ...file.problems.map((problem) => `  ${printProblem(problem, locale)}`));
  }
  return lines;
}

function factsOf({ file, anatomy }: Understood, words: InspectWords, locale: Locale): [string, string][] {
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const rank = ({ name, id, confidence, lacks }: RankedFormat): string => {
    const lacking = lacks.length > 0 ? `, ${words.lacks} ${lackingColumns(lacks, locale)}` : '';
    return `${name} (${id}), ${words.confidence} ${percent.format(confidence)}${lacking}`;
  };
  const facts: [string, string][] = [
    [words.encoding, file.encoding === '' ? words.none : file.encoding],
    [words.delimiter, words.delimiters[file.delimiter] ?? file.delimiter],
    [words.format, anatomy.format ? rank(anatomy.format) : words.unknownFormat],
    [words.runnerUp, anatomy.runnerUp ? rank(anatomy.runnerUp) : words.none],
    [words.period, file.period ? `${file.period.from}..${file.period.to}` : words.unknownPeriod],
  ];
  if (file.currency !== null) facts.push([words.currency, file.currency]);
  if (file.freshness) facts.push([words.freshness, file.freshness]);
  return facts;
}

function aligned(facts: readonly [string, string][]): string[] {
  const width = Math.max(...facts.map(([name]) => name.length));
  return facts.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`);
}

function tableText(table: TableAnatomy, number: number, words: InspectWords, locale: Locale): string[] {
  const { headerRow, rows, totals, preamble, part, sample, controlSums } = table;
  const lines = [
    `${words.table} ${number}: ${words.headerRow} ${headerRow}, ${words.rows}: ${rows}, ${words.totals}: ${totals}`,
  ];
  if (part !== null) lines.push(`  ${words.part}: ${localText(part, locale)}`);
  const above = preamble.filter((line) => line !== '').slice(0, PREAMBLE_SHOWN);
  if (above.length > 0) lines.push(`  ${words.preamble}:`, ...above.map((line) => `    ${oneLine(line)}`));
  lines.push(`  ${words.columns}:`, ...columnsText(table.columns, words));
  if (sample.length > 0) {
    const shown = sample.map(
      ({ row, values }) => `    ${row}: ${values.map((each) => each ?? `<${words.empty}>`).join(' | ')}`,
    );
    lines.push(`  ${words.firstRows}:`, ...shown.map(oneLine));
  }
  if (controlSums.length > 0) {
    lines.push(`  ${words.controlSums}:`);
    for (const { column, ours, theirs, ok } of controlSums) {
      const verdict = ok ? words.agrees : words.differs;
      lines.push(oneLine(`    ${column}: ${words.ours} ${ours}, ${words.theirs} ${theirs} — ${verdict}`));
    }
  }
  return lines;
}

function columnsText(columns: readonly ColumnAnatomy[], words: InspectWords): string[] {
  const lines = columns.slice(0, COLUMNS_SHOWN).map((column) => {
    return oneLine(`    ${String(column.index + 1).padStart(2)}  ${column.name} — ${meaningOf(column, words)}`);
  });
  return columns.length > COLUMNS_SHOWN ? [...lines, `    … ${columns.length - COLUMNS_SHOWN}`] : lines;
}

function meaningOf(column: ColumnAnatomy, words: InspectWords): string {
  const facts: string[] = [];
  if (column.metric !== null) facts.push(`${words.metric} ${column.metric}`);
  else if (column.dimension !== null) facts.push(`${words.dimension} ${column.dimension}`);
  else facts.push(column.known ? words.neverTotalled : words.unknownColumn);
  if (column.currency !== null) facts.push(column.currency);
  if (column.vat !== null) facts.push(words.vat[column.vat]);
  if (column.numberForm !== null) facts.push(`${words.numbers} ${column.numberForm}`);
  const form = column.dateForm;
  if (form !== null)
    facts.push(`${words.days} ${form === 'words' || form === 'number' ? words.dateForms[form] : form}`);
  return facts.join(', ');
}

/** Data may hold anything: it must neither break the line nor steer the terminal. */
function oneLine(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, ' ').replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '�');
  return line.length > WIDEST ? `${line.slice(0, WIDEST)}…` : line;
}
