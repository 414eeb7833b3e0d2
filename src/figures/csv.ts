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

type Row = Record<(typeof COLUMNS)[number], string>;

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
  const number = (value: Decimal) => (value ?? '').replace('.', point);
  const row = (level: string, date: string, channel: string, metric: string, figure: Partial<Figure>): Row => ({
    period: text(figures.period),
    level,
    date,
    channel: text(channelNames.get(channel) ?? channel),
    metric: text(metric),
    name: text(names.metrics[metric]?.name ?? metric),
    unit: figures.metrics[metric]?.unit ?? '',
    value: number(figure.value ?? null),
    previous: number(figure.previous ?? null),
    yearAgo: number(figure.yearAgo ?? null),
    target: number(figure.target ?? null),
  });
  const rows = [
    ...Object.entries(figures.metrics).map(([metric, figure]) => row('total', '', '', metric, figure)),
    ...Object.entries(figures.channels).flatMap(([channel, { metrics }]) =>
      Object.entries(metrics).map(([metric, figure]) => row('channel', '', channel, metric, figure)),
    ),
    ...figures.days.flatMap(({ date, ...values }) =>
      Object.entries(values).map(([metric, value]) => row('day', date, '', metric, { value })),
    ),
  ];
  const lines = [[...COLUMNS], ...rows.map((cells) => COLUMNS.map((column) => cells[column]))];
  return `\uFEFF${lines.map((cells) => cells.join(delimiter)).join('\r\n')}\r\n`;
}

/** A text cell: never a formula, quoted when it holds a delimiter of either language, a quote or a line break. */
function text(value: string): string {
  const harmless = /^[=+\-@\t\r\n＝＋－＠]/u.test(value) ? `'${value}` : value;
  return /[",;\t\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
