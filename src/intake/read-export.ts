import type { IntakeContext, Understood } from './intake-context.ts';
import { createHash } from 'node:crypto';
import type { IntakeFile, RowIdentity } from '../types/intake.ts';
import { FileReading } from './file-reading.ts';
import { ProblemList } from './problems.ts';
import type { Refusal } from './refusals.ts';
import type { TableRecord } from './table-record.ts';
import { NOTHING_READ, NOTHING_UNDERSTOOD, TextReading } from './text-reading.ts';

export interface ExportInput {
  /** Relative to the workspace. */
  file: string;
  /** Folder under `exports/`. */
  source: string;
  bytes: Uint8Array;
}

/** A file too large to be held whole: its bytes are asked for three times, each time from the beginning. */
export interface ExportStream extends Omit<ExportInput, 'bytes'> {
  chunks(): AsyncIterable<Uint8Array>;
}

/**
 * Reads one export of any known system into sums by day, channel and metric. Never throws on any bytes: whatever is
 * wrong stands in `problems`, all of it at once, and a file with errors must not be published.
 */
export function readExport(input: ExportInput, context: IntakeContext): IntakeFile {
  return understandExport(input, context).file;
}

/** `readExport` with the account of how the file was read. */
export function understandExport(input: ExportInput, context: IntakeContext): Understood {
  return understandBytes(input, context, () => understandBytes(input, context, null).file.identity);
}

/** Bytes held whole are passed on in pieces too: texts beyond 128 KB would each be mapped and given back by the system. */
const PIECE = 5 << 14;

/** @param identities reads the identities of all rows when they are asked for; `null`: they are gathered at once */
function understandBytes(
  { bytes, ...input }: ExportInput,
  context: IntakeContext,
  identities: (() => RowIdentity) | null,
): Understood {
  const reading = new TextReading(input, context, identities);
  for (const pass of reading.passes()) {
    for (let at = 0; at < bytes.length; at += PIECE) pass.add(bytes.subarray(at, at + PIECE));
    pass.end();
  }
  return reading.result();
}

/** The same for a file that is read in pieces: the result does not depend on how it is cut. */
export async function understandStream(input: ExportStream, context: IntakeContext): Promise<Understood> {
  const reading = new TextReading(input, context, null);
  for (const pass of reading.passes()) {
    for await (const bytes of input.chunks()) pass.add(bytes);
    pass.end();
  }
  return reading.result();
}

/** The same for records that are no text: the rows of a workbook's sheet. */
export function understandRecords(
  input: ExportInput,
  records: readonly TableRecord[],
  context: IntakeContext,
): Understood {
  const problems = new ProblemList(input.file, context.client);
  const tables = new FileReading(input, '', context, problems, null);
  for (const record of records) tables.survey(record);
  if (!tables.endSurvey({ endsOpen: false })) for (const record of records) tables.read(record);
  const { result, anatomy } = tables.end();
  const sha256 = createHash('sha256').update(input.bytes).update(JSON.stringify(records)).digest('hex');
  const { file, source } = input;
  return {
    file: { file, source, sha256, encoding: 'xlsx', delimiter: '', ...result, problems: problems.all() },
    anatomy: anatomy(),
  };
}

/** A file that cannot be read at all. */
export function refusedExport(
  { file, source }: { file: string; source: string },
  bytes: Uint8Array,
  { code, ...told }: Refusal,
  context: IntakeContext,
  severity: 'error' | 'warning' = 'error',
): Understood {
  const problems = new ProblemList(file, context.client);
  problems[severity](code, {}, told);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    file: { file, sha256, source, encoding: '', delimiter: '', ...NOTHING_READ, problems: problems.all() },
    anatomy: NOTHING_UNDERSTOOD,
  };
}
