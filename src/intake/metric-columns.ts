import type { Metric, SourceRule } from '../types/workspace.ts';
import type { Declared, Meaning } from './format.ts';
import type { Column } from './headers.ts';
import { quoted, type ProblemList } from './problems.ts';

export interface MetricColumn {
  metric: string;
  column: Column;
  /** Money columns carry the file's currency. */
  money: boolean;
  /** The column feeds the metric only in rows whose cell at `index` (0-based) says so. */
  when?: { index: number; holds(cell: string): boolean };
  /** Columns with the same header: their cells must say the same in every row. */
  twins?: readonly Column[];
}

export interface PlanContext {
  source: string;
  rule: SourceRule | undefined;
  metrics: Readonly<Record<string, Metric>>;
}

/** Money when an agency does not define the metric itself. */
const MONEY = new Set(['cost', 'revenue']);

interface Claim {
  /** `sources.json` names the columns. */
  explicit: boolean;
  columns: Column[];
}

/** Declared columns replace the format's own for their metric; several declared columns of one metric add up. */
export function metricColumns(
  columns: Column[],
  declared: Declared,
  known: Map<string, Meaning>,
  context: PlanContext,
  headerRow: number,
  problems: ProblemList,
): MetricColumn[] {
  const byMetric = claims(columns, declared, known, context);
  const chosen: MetricColumn[] = [];
  for (const [metric, entry] of byMetric) {
    if (!isAdditive(metric, entry, context, headerRow, problems)) continue;
    const first = entry.explicit || metric === 'cost' ? entry.columns : firstChoice(entry.columns, known);
    const money = isMoney(metric, context);
    const [column, ...twins] = first;
    if (first.length > 1 && !entry.explicit && areTwins(first)) {
      chosen.push({ metric, column: column!, money, twins });
      continue;
    }
    if (first.length > 1 && (!entry.explicit || metric === 'cost')) {
      severalColumns(metric, first, context, headerRow, problems);
      continue;
    }
    chosen.push(...first.map((each) => ({ metric, column: each, money })));
  }
  return chosen.sort((a, b) => a.column.index - b.column.index);
}

/** The same header twice, which systems write for one figure in two groups of columns. */
function areTwins(columns: readonly Column[]): boolean {
  const same = (each: Column, other: Column): boolean =>
    each.base === other.base && each.currency === other.currency && each.vat === other.vat;
  return columns.every((column) => same(column, columns[0]!));
}

function isMoney(metric: string, context: PlanContext): boolean {
  const definition = Object.hasOwn(context.metrics, metric) ? context.metrics[metric] : undefined;
  return definition ? definition.unit === 'money' : MONEY.has(metric);
}

function claims(
  columns: Column[],
  declared: Declared,
  known: Map<string, Meaning>,
  context: PlanContext,
): Map<string, Claim> {
  const byMetric = new Map<string, Claim>();
  const put = (metric: string, explicit: boolean, column: Column): void => {
    const claim = byMetric.get(metric);
    if (claim) claim.columns.push(column);
    else byMetric.set(metric, { explicit, columns: [column] });
  };
  for (const column of columns) {
    const stated = declared.get(column.key);
    if (stated && stated !== 'date') put(stated, true, column);
  }
  for (const column of columns) {
    const meaning = known.get(column.base);
    if (declared.has(column.key) || meaning?.role !== 'metric' || byMetric.get(meaning.id)?.explicit) continue;
    // “Заказы, ₽” beside “Заказы, шт.” is the orders' value, not their number.
    if (column.currency !== null && !isMoney(meaning.id, context)) continue;
    put(meaning.id, false, column);
  }
  return byMetric;
}

function firstChoice(columns: Column[], known: Map<string, Meaning>): Column[] {
  const choice = Math.min(...columns.map((column) => known.get(column.base)!.choice));
  return columns.filter((column) => known.get(column.base)!.choice === choice);
}

function isAdditive(
  metric: string,
  entry: Claim,
  context: PlanContext,
  headerRow: number,
  problems: ProblemList,
): boolean {
  const definition = Object.hasOwn(context.metrics, metric) ? context.metrics[metric] : undefined;
  if (definition?.kind === 'additive') return true;
  if (!entry.explicit) return definition === undefined;
  const column = entry.columns[0]!;
  const header = quoted(column.header);
  const known = Object.values(context.metrics)
    .filter((each) => each.kind === 'additive')
    .map((each) => each.id)
    .join(', ');
  problems.error(
    'not-an-additive-metric',
    { row: headerRow, column: column.index + 1 },
    {
      found: {
        ru: `в sources.json столбцу ${header.ru} назначен показатель «${metric}», которого нет среди суммируемых`,
        en: `sources.json gives the column ${header.en} to “${metric}”, which is no additive metric`,
      },
      expected: { ru: `один из показателей: ${known}`, en: `one of the metrics: ${known}` },
      mend: {
        ru: 'исправьте имя показателя в sources.json или опишите его в data/metrics.json',
        en: 'correct the metric’s id in sources.json, or define it in data/metrics.json',
      },
    },
  );
  return false;
}

function severalColumns(
  metric: string,
  columns: Column[],
  context: PlanContext,
  headerRow: number,
  problems: ProblemList,
): void {
  const names = columns.map((column) => `«${column.header}»`).join(', ');
  const englishNames = columns.map((column) => `“${column.header}”`).join(', ');
  const snippet = JSON.stringify(
    Object.fromEntries(columns.map((column, index) => [column.header, index === 0 ? metric : null])),
  );
  const cost = metric === 'cost';
  problems.error(
    cost ? 'several-cost-columns' : 'several-columns',
    { row: headerRow, column: columns[1]!.index + 1 },
    {
      found: {
        ru: cost ? `несколько столбцов расхода: ${names}` : `несколько столбцов показателя «${metric}»: ${names}`,
        en: cost
          ? `several cost columns: ${englishNames}`
          : `several columns of the metric “${metric}”: ${englishNames}`,
      },
      expected: {
        ru: cost ? 'один вариант расхода: без НДС, с НДС или с НДС и комиссией' : 'один столбец',
        en: cost ? 'one variant of cost: without VAT, with VAT, or with VAT and commission' : 'one column',
      },
      mend: {
        ru: `укажите в sources.json, какой столбец брать: "sources": { "${context.source}": { "columns": ${snippet} } }`,
        en: `say in sources.json which one to read: "sources": { "${context.source}": { "columns": ${snippet} } }`,
      },
    },
  );
}
