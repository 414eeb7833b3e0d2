import type { Decimal, Figure, FiguresFile } from '../types/figures.ts';
import type { Locale } from '../types/locale.ts';

/** How the client's spreadsheet program reads a file without asking: by its language. */
const FORMS: Record<Locale, { delimiter: string; point: string }> = {
  ru: { delimiter: ';', point: ',' },
  en: { delimiter: ',', point: '.' },
};

const COLUMNS = [
  'period',
  'level',
  'date',
  'channel',
  'metric',
  'name',
  'unit',
  'value',
  'previous',
  'yearAgo',
  'target',
] as const;

/** Names as the report's reader knows them; a channel without one goes by its id. */
export interface FigureNames {
  metrics: Record<string, { name: string }>;
  channels: { id: string; name: string }[];
}

/**
 * `figures.csv`: one flat table for the client's own spreadsheet. Level `total` is the whole client, `channel`
 * one channel (its name in `channel`), `day` one day of all channels. Percent metrics are fractions; unknown is empty.
 *
 * UTF-8 with BOM, CRLF; Russian: `;` and decimal comma, English: `,` and decimal point. No text can become
 * a formula: one that begins like a formula has an apostrophe before it. Numbers are left as numbers.
 */
export function figuresCsv(figures: FiguresFile, names: FigureNames): string {
  const { delimiter, point } = FORMS[figures.locale];
  const channelNames = new Map(names.channels.map(({ id, name }) => [id, name]));
  const number = (value: Decimal | undefined) => value?.replace('.', point) ?? '';
  const period = text(figures.period);
  /** `metric`, `name` and `unit`: the same in every row of a metric. */
  const described = new Map<string, string>();
  const describe = (metric: string): string => {
    const name = names.metrics[metric]?.name ?? metric;
    const cells = [text(metric), text(name), figures.metrics[metric]?.unit ?? ''].join(delimiter);
    described.set(metric, cells);
    return cells;
  };
  const row = (level: string, date: string, channel: string, metric: string, figure: Partial<Figure>): string => {
    const start = [period, level, date, channel, described.get(metric) ?? describe(metric)].join(delimiter);
    const { value, previous, yearAgo, target } = figure;
    return [start, number(value), number(previous), number(yearAgo), number(target)].join(delimiter);
  };
  const rows = [
    COLUMNS.join(delimiter),
    ...Object.entries(figures.metrics).map(([metric, figure]) => row('total', '', '', metric, figure)),
    ...Object.entries(figures.channels).flatMap(([id, { metrics }]) => {
      const channel = text(channelNames.get(id) ?? id);
      return Object.entries(metrics).map(([metric, figure]) => row('channel', '', channel, metric, figure));
    }),
    ...figures.days.flatMap(({ date, ...values }) =>
      Object.entries(values).map(([metric, value]) => row('day', date, '', metric, { value })),
    ),
  ];
  return `\uFEFF${rows.join('\r\n')}\r\n`;
}

/** A text cell: never a formula, quoted when it holds a delimiter of either language, a quote or a line break. */
function text(value: string): string {
  const harmless = /^[=+\-@\t\r\n＝＋－＠]/u.test(value) ? `'${value}` : value;
  return /[",;\t\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
