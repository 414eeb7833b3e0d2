import type { SourceList } from '../../types/figures.ts';
import type { Day } from '../../types/period.ts';
import type { MetricCard, ReportModel } from '../../types/report.ts';

/** A list as a report shows it. */
export interface TopList extends SourceList {
  /** Stretches of days the source has such lists for; the newest is shown. */
  stretches: number;
  columns: TopColumn[];
}

/** A figure of each row. */
export interface TopColumn {
  /** Place in a row, 0-based. */
  index: number;
  name: string;
  /** `null` for figures that are only shown: a position, a number of users. */
  card: MetricCard | null;
  /** Digits after the point of such figures, the most that a row has. */
  decimals: number;
}

/** More figures than this do not fit a sheet of A4 beside a long query. */
const MOST = 5;

/** Kinds in the order of a source's lists; others follow. */
const FIRST = ['search-terms', 'queries', 'keywords', 'placements', 'pages'];

/**
 * Lists to show, by source in the order of the model, then by kind. Of several stretches of days only the newest: a year
 * of monthly lists is no evidence to read.
 * @param only ids of sources and kinds; all when absent
 */
export function topLists(report: ReportModel, only: { sources?: string[]; kinds?: string[] }): TopList[] {
  const wanted = (report.lists ?? []).filter(
    ({ source, kind, rows }) =>
      rows.length > 0 && (only.sources?.includes(source) ?? true) && (only.kinds?.includes(kind) ?? true),
  );
  const groups = Map.groupBy(wanted, ({ source, kind }) => `${source}\n${kind}`);
  const rank = ({ kind }: SourceList): number => (FIRST.includes(kind) ? FIRST.indexOf(kind) : FIRST.length);
  const shown = [...groups.values()].flatMap((group) => {
    const stretches = new Set(group.map(stretchOf));
    const newest = group.reduce((best, list) => (isNewer(list, best) ? list : best));
    return group
      .filter((list) => stretchOf(list) === stretchOf(newest))
      .map((list) => ({ ...list, stretches: stretches.size, columns: columnsOf(list, report) }));
  });
  const sources = [...new Set(shown.map(({ source }) => source))];
  return shown.sort((a, b) => sources.indexOf(a.source) - sources.indexOf(b.source) || rank(a) - rank(b));
}

const month = (day: Day | undefined): string => day?.slice(0, 7) ?? '';

/** Months from–to: two accounts of one month may differ by a day without clicks. */
const stretchOf = ({ period }: SourceList): string => `${month(period?.from)}..${month(period?.to)}`;

/** The later end; of one end the longer stretch. */
function isNewer(a: SourceList, b: SourceList): boolean {
  const [aEnd, bEnd] = [month(a.period?.to), month(b.period?.to)];
  return aEnd === bEnd ? month(a.period?.from) < month(b.period?.from) : aEnd > bEnd;
}

/** Figures with any value: metrics in the agency's order, then what is only shown. */
function columnsOf(list: SourceList, { metrics }: ReportModel): TopColumn[] {
  const order = Object.keys(metrics);
  const rank = ({ card }: TopColumn): number => (card === null ? order.length : order.indexOf(card.id));
  return list.header
    .map(({ name, metric }, index): TopColumn => {
      const card = metric !== null && Object.hasOwn(metrics, metric) ? metrics[metric]! : null;
      return { index, name: card?.name ?? name, card, decimals: fraction(list.rows.map((row) => row[index] ?? '')) };
    })
    .filter(({ index }) => index > 0 && list.rows.some((row) => row[index] !== null))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST);
}

const fraction = (values: string[]): number =>
  Math.min(2, Math.max(...values.map((one) => one.split('.')[1]?.length ?? 0)));
