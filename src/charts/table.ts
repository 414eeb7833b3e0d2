import { exactPart, exactOf, fullText, labelTexts, type Sheet } from './sheet.ts';
import { exactSum } from './group-small.ts';
import type { ChartSeries, ChartSpec, ChartTable, LabelledChart } from './types.ts';

/** Every value of the chart in full: nothing grouped, nothing cut, nothing rounded by drawing. */
export function tableOf(spec: ChartSpec, sheet: Sheet): ChartTable {
  const caption = spec.title;
  switch (spec.kind) {
    case 'doughnut':
      return partsTable(spec.parts, caption, sheet);
    case 'waterfall': {
      const parts = [spec.start, ...spec.contributions, spec.end];
      const rows = parts.map((part, i) => {
        const exact = exactPart(part);
        const whole = i === 0 || i === parts.length - 1 || exact === null;
        return [part.name, whole ? fullText(sheet, exact) : signed(sheet, exact)];
      });
      return { caption, head: [sheet.words.channel, spec.measure ?? sheet.words.fact], rows };
    }
    case 'plan-fact':
      return seriesTable(spec, [spec.plan, spec.fact], caption, sheet);
    case 'line': {
      const { target } = spec;
      const level = target ? [{ ...target, id: '', name: target.name ?? sheet.words.target }] : [];
      return seriesTable(spec, [...spec.series, ...(spec.comparison ?? []), ...level], caption, sheet);
    }
    case 'bar':
      return seriesTable(spec, [...spec.series, ...(spec.comparison ?? [])], caption, sheet);
    case 'stacked-bar':
    case 'sparkline':
      return seriesTable(spec, spec.series, caption, sheet);
  }
}

function seriesTable(
  along: Pick<LabelledChart, 'labels' | 'labelKind' | 'part'>,
  series: ChartSeries[],
  caption: string,
  sheet: Sheet,
): ChartTable {
  const first = { day: sheet.words.day, month: sheet.words.month, text: sheet.words.channel }[along.labelKind];
  const names = along.labelKind === 'text' ? along.labels : labelTexts(sheet, along);
  const exact = series.map(exactOf);
  return {
    caption,
    head: [first, ...series.map((one) => one.name)],
    rows: names.map((name, i) => [name, ...exact.map((values) => fullText(sheet, values[i] ?? null))]),
  };
}

function partsTable(
  parts: { name: string; value: number | null; exact?: string | null }[],
  caption: string,
  sheet: Sheet,
): ChartTable {
  const exact = parts.map((part) => exactPart({ id: '', ...part }));
  const total = exactSum(exact);
  const share = (value: string | null): string =>
    sheet.say.percent(
      value === null || total === null || Number(total) === 0 ? null : String(Number(value) / Number(total)),
    );
  const rows = parts.map((part, i) => [part.name, fullText(sheet, exact[i]!), share(exact[i]!)]);
  return {
    caption,
    head: [sheet.words.channel, sheet.words.fact, '%'],
    rows: [...rows, [sheet.words.total, fullText(sheet, total), share(total)]],
  };
}

const signed = (sheet: Sheet, exact: string): string =>
  sheet.say.difference({ from: null, to: null, absolute: exact, relative: null, sense: 'neutral' }, sheet.format);
