import { crc32, deflateRawSync } from 'node:zlib';
import { encode } from '../helpers.ts';

export interface Packed {
  name: string;
  content: string | Uint8Array;
  /** Sizes and sums the archive states in place of the true ones. */
  lies?: { size?: number; sum?: number; encrypted?: boolean };
}

/** A ZIP archive of the given files, written here so that tests may write wrong ones too. */
export function zip(files: readonly Packed[]): Uint8Array {
  const local: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const { name, content, lies } of files) {
    const bytes = typeof content === 'string' ? encode(content, 'utf-8') : content;
    const packed = new Uint8Array(deflateRawSync(bytes));
    const title = encode(name, 'utf-8');
    const facts = [lies?.sum ?? crc32(bytes), packed.length, lies?.size ?? bytes.length];
    // Bit 11: the name is UTF-8.
    const flags = 0x800 | (lies?.encrypted ? 1 : 0);
    const head = record([20, flags, 8, 0, 0x21], facts, [title.length, 0]);
    const entry = joined([bytesOf([0x50, 0x4b, 3, 4]), head, title, packed]);
    local.push(entry);
    const rest = record([0, 0, 0], [0, offset], []);
    central.push(joined([bytesOf([0x50, 0x4b, 1, 2]), record([20], [], []), head, rest, title]));
    offset += entry.length;
  }
  const directory = joined(central);
  const count = files.length;
  const end = record([0, 0, count, count], [directory.length, offset], [0]);
  return joined([...local, directory, bytesOf([0x50, 0x4b, 5, 6]), end]);
}

/** A cell of a sheet: text, or a stored number with the number of its style. */
export type SheetCell = string | { value: string; style?: number; type?: string };

/** Styles of `workbook`: general, a day, a day with time, a time, percent, the currency, a Russian day. */
export const STYLES = { general: 0, day: 1, dayAndTime: 2, time: 3, percent: 4, roubles: 5, russianDay: 6 } as const;

/**
 * An XLSX workbook with the given sheets.
 * @param merged by sheet, cells merged into one: `A1:A2`
 */
export function workbook(
  sheets: Record<string, readonly (readonly SheetCell[])[]>,
  from1904 = false,
  merged: Record<string, readonly string[]> = {},
): Uint8Array {
  const names = Object.keys(sheets);
  const strings: string[] = [];
  const files: Packed[] = names.map((name, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    content: sheetXml(sheets[name]!, strings, merged[name] ?? []),
  }));
  const list = names.map((name, at) => `<sheet name="${escape(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const relations = names.map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`);
  return zip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns:r="r"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${list.join('')}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: `<Relationships>${relations.join('')}</Relationships>` },
    { name: 'xl/styles.xml', content: STYLE_SHEET },
    {
      name: 'xl/sharedStrings.xml',
      content: `<sst>${strings.map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`).join('')}</sst>`,
    },
    ...files,
  ]);
}

const STYLE_SHEET =
  '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="#,##0.00\\ &quot;руб.&quot;"/>' +
  '<numFmt numFmtId="165" formatCode="[$-419]d\\ mmm\\ yyyy;@"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>' +
  `<cellXfs>${[0, 14, 22, 21, 10, 164, 165].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`;

function sheetXml(rows: readonly (readonly SheetCell[])[], strings: string[], merged: readonly string[]): string {
  const cellXml = (cell: SheetCell, reference: string): string => {
    if (cell === '') return '';
    if (typeof cell === 'string') {
      strings.push(cell);
      return `<c r="${reference}" t="s"><v>${strings.length - 1}</v></c>`;
    }
    return `<c r="${reference}" s="${cell.style ?? 0}" t="${cell.type ?? 'n'}"><v>${escape(cell.value)}</v></c>`;
  };
  const lines = rows.map((cells, at) => {
    const inside = cells.map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${at + 1}`));
    return `<row r="${at + 1}">${inside.join('')}</row>`;
  });
  const merges = merged.map((cells) => `<mergeCell ref="${cells}"/>`).join('');
  return `<worksheet><sheetData>${lines.join('')}</sheetData><mergeCells>${merges}</mergeCells></worksheet>`;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\r', '&#13;');

const bytesOf = (bytes: number[]): Uint8Array => Uint8Array.from(bytes);

/** Little-endian numbers: halves, then longs, then halves. */
function record(first: number[], longs: number[], last: number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(first.length * 2 + longs.length * 4 + last.length * 2));
  let at = 0;
  for (const half of first) view.setUint16((at += 2) - 2, half, true);
  for (const long of longs) view.setUint32((at += 4) - 4, long, true);
  for (const half of last) view.setUint16((at += 2) - 2, half, true);
  return new Uint8Array(view.buffer);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
