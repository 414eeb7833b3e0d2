import type { SourceRule } from '../types/workspace.ts';
import type { Declared, ResultsRule } from './format.ts';
import { headerBase, type Column } from './headers.ts';
import type { MetricColumn } from './metric-columns.ts';
import { isEmptyCell } from './numbers.ts';
import { quoted, type Place, type ProblemList, type Told } from './problems.ts';
import type { TableRecord } from './table-record.ts';

/** Indicators listed in a message. */
const LISTED = 8;

/** What each row's result counts as, told by the indicator that stands in the same row. */
export class ResultMeanings {
  readonly #rule: ResultsRule;
  readonly #declared: ReadonlyMap<string, string | null>;
  readonly #known = new Map<string, readonly string[]>();
  /** Indicators of rows with a result. */
  readonly #met = new Set<string>();
  /** 0-based. */
  readonly indicator: number;
  readonly value: Column;

  constructor(rule: ResultsRule, value: Column, indicator: Column, declared: SourceRule['results']) {
    this.#rule = rule;
    this.#declared = new Map(Object.entries(declared ?? {}).map(([text, metric]) => [normalised(text), metric]));
    this.value = value;
    this.indicator = indicator.index;
  }

  /** Every metric that a result may feed. */
  metrics(): string[] {
    const declared = [...this.#declared.values()].filter((metric) => metric !== null);
    return [...new Set([...this.#rule.counts.flatMap((each) => each.metrics), ...declared])].sort();
  }

  /** The metrics that a result with this indicator feeds; none for reach and the like, and for unknown words. */
  of(indicator: string): readonly string[] {
    const text = normalised(indicator);
    const known = this.#known.get(text);
    if (known) return known;
    const declared = this.#declared.get(text);
    const entry = this.#rule.counts.find(({ words }) => words.some((word) => text.includes(word)));
    const metrics = declared === undefined ? (entry?.metrics ?? []) : declared === null ? [] : [declared];
    this.#known.set(text, metrics);
    return metrics;
  }

  #isKnown(text: string): boolean {
    return text === '' || this.#rule.counts.some(({ words }) => words.some((word) => text.includes(word)));
  }

  /** Takes note of a row's indicator when the row has a result. */
  look({ cells }: TableRecord): void {
    if (!isEmptyCell(cells[this.value.index] ?? '')) this.#met.add(normalised(cells[this.indicator] ?? ''));
  }

  /** Tells how every indicator of the file was understood, unless `sources.json` declares them all. */
  report(headerRow: number, source: string, problems: ProblemList): void {
    const undeclared = [...this.#met].filter((text) => !this.#declared.has(text)).sort();
    const place: Place = { row: headerRow, column: this.indicator + 1 };
    const unknown = undeclared.filter((text) => !this.#isKnown(text));
    if (unknown.length > 0) problems.warning('unknown-result', place, unknownResults(unknown, source));
    const open = undeclared.filter((text) => this.#isKnown(text));
    if (open.length === 0) return;
    const shown = open.slice(0, LISTED).map((text) => [text, this.of(text)] as const);
    const told = (none: string, quote: 'ru' | 'en'): string =>
      shown.map(([text, metrics]) => `${quoted(text)[quote]} → ${metrics.join(', ') || none}`).join('; ');
    const example = JSON.stringify({ [shown[0]![0]]: 'leads' });
    problems.warning('results-by-indicator', place, {
      found: {
        ru: `результаты посчитаны по показателю результата: ${told('не считаются', 'ru')}`,
        en: `results counted by their indicator: ${told('not counted', 'en')}`,
      },
      expected: {
        ru: 'решение, что считать заявкой, в sources.json (results)',
        en: 'a decision in sources.json (results) on what counts as a lead',
      },
      mend: {
        ru: `если это верно, ничего не делайте; иначе объявите: "sources": { "${source}": { "results": ${example} } }`,
        en: `if this is right, leave it; else declare: "sources": { "${source}": { "results": ${example} } }`,
      },
    });
  }
}

function unknownResults(indicators: readonly string[], source: string): Told {
  const list = (locale: 'ru' | 'en'): string =>
    indicators
      .slice(0, LISTED)
      .map((text) => quoted(text)[locale])
      .join(', ');
  const rule = JSON.stringify({ [indicators[0]!]: 'conversions' });
  return {
    found: {
      ru: `результаты с незнакомым показателем, которые не посчитаны: ${list('ru')}`,
      en: `results with an unknown indicator, which are not counted: ${list('en')}`,
    },
    expected: {
      ru: 'решение, что это за результаты, в sources.json (results)',
      en: 'a decision in sources.json (results) on what these results are',
    },
    mend: {
      ru: `назовите показатель или поставьте null: "sources": { "${source}": { "results": ${rule} } }`,
      en: `name their metric, or null: "sources": { "${source}": { "results": ${rule} } }`,
    },
  };
}

/** The file's results column with its indicator; `null` when it lacks either or the column is declared. */
export function resultMeanings(
  rule: ResultsRule | undefined,
  columns: readonly Column[],
  declared: Declared,
  results: SourceRule['results'],
): ResultMeanings | null {
  if (!rule) return null;
  const find = (headers: readonly string[]): Column | undefined => {
    const bases = new Set<string>(headers.map(headerBase));
    return columns.find((column) => bases.has(column.base) && !declared.has(column.key));
  };
  const value = find(rule.value);
  const indicator = find(rule.indicator);
  return value && indicator ? new ResultMeanings(rule, value, indicator, results) : null;
}

/** One metric column for each metric that results may feed, each in its own rows only. */
export function resultColumns(meanings: ResultMeanings): MetricColumn[] {
  return meanings.metrics().map((metric) => ({
    metric,
    column: meanings.value,
    money: false,
    when: { index: meanings.indicator, holds: (cell: string) => meanings.of(cell).includes(metric) },
  }));
}

const normalised = (text: string): string => text.trim().toLowerCase();
