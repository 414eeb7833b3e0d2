const COLUMNS = [
  'section',
  'item',
  'kind',
  'role',
  'person',
  'hours',
  'rate',
  'quantity',
  'unit',
  'price',
  'discount',
  'tax',
  'optional',
  'package',
  'note',
] as const;

type Row = { section: string; item: string } & Partial<Record<(typeof COLUMNS)[number], string>>;

/** Rows of `estimate.csv` under its head; what a row does not say stays blank. */
export const estimateTable = (rows: Row[]): string[][] => [
  [...COLUMNS],
  ...rows.map((row) => COLUMNS.map((column) => row[column] ?? (column === 'kind' && row.hours ? 'hours' : ''))),
];
