import type { TableRecord } from '../table-record.ts';
import type { Refusal } from '../refusals.ts';
import { cellKind, type CellKind } from './cell-values.ts';
import { brokenArchive, noTables } from './refusals.ts';
import { readSharedStrings, readSheet, walk } from './sheet.ts';
import type { PackedFile } from './zip.ts';

export interface Sheet {
  name: string;
  records: TableRecord[];
}

/** True for the files of an `.xlsx`, whatever its name. */
export function isWorkbook(files: readonly PackedFile[]): boolean {
  return files.some((file) => file.name === 'xl/workbook.xml');
}

/** The sheets of a workbook that hold anything, in the workbook's order; hidden ones are left out. */
export function readWorkbook(files: readonly PackedFile[]): { sheets: Sheet[] } | { refused: Refusal } {
  try {
    const text = (name: string): string | null => {
      const file = files.find((each) => each.name === name);
      return file ? new TextDecoder('utf-8', { fatal: true }).decode(file.bytes) : null;
    };
    const { listed, from1904 } = listSheets(text('xl/workbook.xml')!);
    const targets = readTargets(text('xl/_rels/workbook.xml.rels') ?? '<none/>');
    const kinds = readKinds(text('xl/styles.xml') ?? '<none/>');
    const sharedStrings = readSharedStrings(text('xl/sharedStrings.xml') ?? '<none/>');
    const sheets = listed.flatMap(({ name, relation }) => {
      const xml = text(targets.get(relation) ?? '');
      if (xml === null) throw new Error(`no sheet ${name}`);
      const records = readSheet(xml, { sharedStrings, kinds, from1904 });
      return records.length > 0 ? [{ name, records }] : [];
    });
    return sheets.length > 0 ? { sheets } : { refused: noTables };
  } catch (error) {
    return { refused: brokenArchive(error instanceof Error ? error.message : String(error)) };
  }
}

interface ListedSheet {
  name: string;
  relation: string;
}

function listSheets(xml: string): { listed: ListedSheet[]; from1904: boolean } {
  const listed: ListedSheet[] = [];
  let from1904 = false;
  walk(
    xml,
    (name, attributes) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return;
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      listed.push({ name: attributes['name'] ?? '', relation });
    },
    () => undefined,
  );
  return { listed, from1904 };
}

/** Path of each related part by relation id. */
function readTargets(xml: string): Map<string, string> {
  const targets = new Map<string, string>();
  walk(
    xml,
    (name, { Id: id = '', Target: target = '' }) => {
      if (name === 'Relationship') targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
    () => undefined,
  );
  return targets;
}

/** The kind of number by cell style. */
function readKinds(xml: string): CellKind[] {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let inCells = false;
  walk(
    xml,
    (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) formats.push(Number(attributes['numFmtId'] ?? 0));
    },
    (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  );
  return formats.map((id) => cellKind(id, codes.get(id)));
}
