import type { SourceSpec } from './sources.ts';

/** One value of one day. Every value of the demo has at most two decimals. */
export interface Row {
  date: string;
  channel: string;
  metric: string;
  hundredths: bigint;
}

/** Rows of one file, as its source's description says. */
export function readRows(bytes: Uint8Array, spec: SourceSpec): Row[] {
  const lines = textOf(bytes).split(/\r?\n/);
  const first = lines.findIndex((line) => cellsOf(line, spec.delimiter)[0] === spec.columns[0]);
  if (first < 0) {
    // One quarter was saved with TABs.
    if (spec.delimiter !== '\t') return readRows(bytes, { ...spec, delimiter: '\t' });
    throw new Error(`no header «${spec.columns[0]}»`);
  }
  const header = cellsOf(lines[first]!, spec.delimiter);
  const start = lines.find((line) => line.startsWith('# Start date: '))?.slice(14);
  const rows: Row[] = [];
  for (const line of lines.slice(first + 1)) {
    const cells = cellsOf(line, spec.delimiter);
    if (line === '' || /^(?:Итого|Total)/.test(cells[0]!)) continue;
    const cell = (name: string) => cells[header.indexOf(name)]!;
    const date = dateOf(cells[0]!, start);
    const channel = spec.channel ?? cell(spec.columns[1]!);
    for (const [name, metric] of Object.entries(spec.metrics)) {
      if (cell(name) !== '') rows.push({ date, channel, metric, hundredths: hundredthsOf(cell(name), spec.comma) });
    }
  }
  return rows;
}

function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

/** Cells of one line; the demo's cells hold no line breaks and no doubled quotes. */
function cellsOf(line: string, delimiter: string): string[] {
  const cells: string[] = [''];
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) cells.push('');
    else cells[cells.length - 1] += character;
  }
  return cells;
}

function dateOf(cell: string, start: string | undefined): string {
  if (/^\d{4}$/.test(cell)) {
    const first = Date.UTC(Number(start!.slice(0, 4)), Number(start!.slice(4, 6)) - 1, Number(start!.slice(6, 8)));
    return new Date(first + Number(cell) * 86_400_000).toISOString().slice(0, 10);
  }
  return cell.includes('.') ? cell.split('.').reverse().join('-') : cell;
}

function hundredthsOf(cell: string, comma: 'decimal' | 'thousands'): bigint {
  const plain = comma === 'decimal' ? cell.replace(',', '.') : cell.replaceAll(',', '');
  const [whole = '', part = ''] = plain.split('.');
  if (!/^\d+$/.test(whole) || !/^\d{0,2}$/.test(part)) throw new Error(`not a number of the demo: «${cell}»`);
  return BigInt(whole + part.padEnd(2, '0'));
}
