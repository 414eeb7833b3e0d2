/** Rows as delimited text; a cell is quoted only when it must be. */
export function delimited(rows: string[][], delimiter: string, lineEnd = '\n'): string {
  const quoted = (cell: string) =>
    cell.includes(delimiter) || cell.includes('"') || cell.includes('\n') ? `"${cell.replaceAll('"', '""')}"` : cell;
  return rows.map((row) => row.map(quoted).join(delimiter) + lineEnd).join('');
}

/** Every cell quoted, as Yandex Metrica writes. */
export const quotedTable = (rows: string[][]): string =>
  rows.map((row) => row.map((cell) => `"${cell}"`).join(',') + '\n').join('');

/** Minor units as money: `1234.50`. */
export function money(minor: number, point = '.'): string {
  const digits = String(minor).padStart(3, '0');
  return `${digits.slice(0, -2)}${point}${digits.slice(-2)}`;
}

/** Minor units as the shortest money: `1234.5`, `1200`. */
export const shortMoney = (minor: number, point = '.'): string =>
  money(minor, point).replace(new RegExp(`\\${point}?0+$`), '');

/** Thousands set off by commas: `1,234.50`. */
export const grouped = (text: string): string => text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');

/** `part / whole` in hundredths of a per cent, as text: `3.42`. A per cent of nothing is `0.00`. */
export const percent = (part: number, whole: number, point = '.'): string =>
  money(whole === 0 ? 0 : Math.round((part * 10_000) / whole), point);

/** Lines of a hand-written table, cells apart by `|`; blank lines are for the eye. */
export const written = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('|').map((cell) => cell.trim()));
