import type { Stretch } from './dates.ts';
import { statedTogether } from './stated-beside.ts';
import { isZip, unpack, type PackedFile } from './containers/zip.ts';
import { ignoredEntry, nested, tooLarge } from './containers/refusals.ts';
import { isWorkbook, readWorkbook } from './containers/workbook.ts';
import { refusedExport, understandExport, understandRecords, understandStream } from './read-export.ts';
import type { IntakeContext, Understood } from './intake-context.ts';

/** A file under `exports/`, not yet read. */
export interface ExportFile {
  /** Relative to the workspace. */
  file: string;
  /** Folder under `exports/`. */
  source: string;
  /** In bytes. */
  size: number;
  read(): Promise<Uint8Array>;
  /** The bytes in pieces, from the beginning; asked for several times. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** Larger files are read in pieces and never held whole. */
const HELD_WHOLE = 32 * 1024 * 1024;
/** Archives are held whole: their directory stands at the end. */
const LARGEST_ARCHIVE = 200 * 1024 * 1024;
const TABLE_NAME = /\.(csv|tsv|txt|xlsx)$/i;

/**
 * Reads a file of any kind: a table of text, an `.xlsx` workbook, or a `.zip` of both, told by its first bytes and
 * never by its name. A table inside an archive is a file of its own, `ads/report.zip!/Chart.csv`; so is each sheet of
 * a workbook with several, `ads/report.xlsx!/October`. The tables of one archive share the period one of them states.
 */
export async function readFile(input: ExportFile, context: IntakeContext): Promise<Understood[]> {
  const { file, source, size } = input;
  if (size <= HELD_WHOLE) {
    const bytes = await input.read();
    return isZip(bytes)
      ? readContainer({ file, source, bytes }, context)
      : [understandExport({ ...input, bytes }, context)];
  }
  if (!isZip(await firstBytes(input))) return [await understandStream(input, context)];
  if (size > LARGEST_ARCHIVE) return [refusedExport(input, new Uint8Array(0), tooLarge, context)];
  return readContainer({ file, source, bytes: await input.read() }, context);
}

async function firstBytes(input: ExportFile): Promise<Uint8Array> {
  for await (const bytes of input.chunks()) if (bytes.length >= 4) return bytes;
  return new Uint8Array(0);
}

interface Held {
  file: string;
  source: string;
  bytes: Uint8Array;
}

async function readContainer(input: Held, context: IntakeContext): Promise<Understood[]> {
  const unpacked = await unpack(input.bytes);
  if ('refused' in unpacked) return [refusedExport(input, input.bytes, unpacked.refused, context)];
  if (isWorkbook(unpacked.files)) return readSheets(input, unpacked.files, context);
  const readAll = async (shared: IntakeContext): Promise<Understood[]> => {
    const read: Understood[] = [];
    for (const { name, bytes } of unpacked.files) {
      read.push(...(await readEntry({ ...input, file: `${input.file}!/${name}`, bytes }, shared)));
    }
    return read;
  };
  const first = await readAll(context);
  const period = statedBy(first);
  return period ? readAll({ ...context, period }) : first;
}

async function readEntry(entry: Held, context: IntakeContext): Promise<Understood[]> {
  if (isZip(entry.bytes)) {
    const unpacked = await unpack(entry.bytes);
    if ('refused' in unpacked) return [refusedExport(entry, entry.bytes, unpacked.refused, context)];
    if (!isWorkbook(unpacked.files)) return [refusedExport(entry, entry.bytes, nested, context)];
    return readSheets(entry, unpacked.files, context);
  }
  if (!TABLE_NAME.test(entry.file)) return [refusedExport(entry, entry.bytes, ignoredEntry, context, 'warning')];
  return [understandExport(entry, context)];
}

/** A sheet nobody knows does no harm beside one that is known: workbooks come with covers and legends. */
function readSheets(input: Held, files: readonly PackedFile[], context: IntakeContext): Understood[] {
  const workbook = readWorkbook(files);
  if ('refused' in workbook) return [refusedExport(input, input.bytes, workbook.refused, context)];
  const { sheets } = workbook;
  const fileOf = (name: string): string => (sheets.length > 1 ? `${input.file}!/${name}` : input.file);
  const readAll = (shared: IntakeContext): Understood[] =>
    sheets.map(({ name, records }) => understandRecords({ ...input, file: fileOf(name) }, records, shared));
  const first = readAll(context);
  const period = statedBy(first);
  const read = period ? readAll({ ...context, period }) : first;
  return read.some(({ file }) => file.format !== null) ? read.map(unknownIsNoError) : read;
}

function statedBy(files: readonly Understood[]): Stretch | null {
  return statedTogether(files.map(({ file }) => file));
}

function unknownIsNoError(read: Understood): Understood {
  const problems = read.file.problems.map((problem) =>
    problem.code === 'unknown-format' ? { ...problem, severity: 'warning' as const } : problem,
  );
  return { ...read, file: { ...read.file, problems } };
}
