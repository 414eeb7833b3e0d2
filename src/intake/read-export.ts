import { createHash } from 'node:crypto';
import type { IntakeFile, RowIdentity } from '../types/intake.ts';
import type { Metric, SourceRule } from '../types/workspace.ts';
import type { Anatomy } from './anatomy.ts';
import type { Stretch } from './dates.ts';
import { textDecoder } from './decode.ts';
import { brokenQuotes, recordTooLong } from './file-problems.ts';
import { FileReading } from './file-reading.ts';
import { ProblemList } from './problems.ts';
import type { Refusal } from './refusals.ts';
import { KeptRows } from './row-index.ts';
import { RecordSplitter, type RecordTaker, type TableRecord } from './record-splitter.ts';
import { Sniffer, type Sniffed } from './sniffer.ts';

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

export interface IntakeContext {
  /** The source's rule in `sources.json`. */
  rule?: SourceRule;
  metrics: Record<string, Metric>;
  /** Client id, for problems. */
  client: string;
  /** What another file of the same archive or folder says: Search Console keeps the period in `Filters.csv`. */
  period?: Stretch;
}

/** What a file says, and how that was understood. */
export interface Understood {
  file: IntakeFile;
  anatomy: Anatomy;
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
    anatomy,
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

/** Bytes held whole are passed on in pieces too: a short text, and what is cut from it, is given back at once. */
const PIECE = 1 << 15;

interface Pass {
  add(bytes: Uint8Array): void;
  end(): void;
}

/** One text file on its way through its passes: what it is, what its tables show as a whole, what they say. */
class TextReading {
  readonly #input: { file: string; source: string };
  readonly #context: IntakeContext;
  readonly #problems: ProblemList;
  readonly #identities: (() => RowIdentity) | null;
  readonly #hash = createHash('sha256');
  #sniffed: Sniffed | null = null;
  #tables: FileReading | null = null;

  constructor(
    { file, source }: { file: string; source: string },
    context: IntakeContext,
    identities: (() => RowIdentity) | null,
  ) {
    this.#identities = identities;
    this.#input = { file, source };
    this.#context = context;
    this.#problems = new ProblemList(file, context.client);
  }

  /** The passes still worth making. */
  *passes(): Iterable<Pass> {
    yield this.#sniff();
    if (!this.#sniffed) return;
    const { delimiter } = this.#sniffed;
    const tables = new FileReading(this.#input, delimiter, this.#context, this.#problems, this.#identities);
    this.#tables = tables;
    let read = false;
    yield this.#records(
      this.#sniffed,
      { take: (record) => tables.survey(record), takeLine: (text, start, row) => tables.surveyLine(text, start, row) },
      (splitter) => {
        brokenQuotes(splitter.brokenQuotes, this.#problems);
        if (splitter.tooLong !== null) recordTooLong(splitter.tooLong, this.#problems);
        read = tables.endSurvey({ endsOpen: splitter.endsOpen });
      },
    );
    if (read) return;
    yield this.#records(this.#sniffed, { take: (record) => tables.read(record) }, () => undefined);
  }

  result(): Understood {
    const { encoding = '', delimiter = '' } = this.#sniffed ?? {};
    const end = this.#tables?.end();
    return {
      file: {
        ...this.#input,
        sha256: this.#hash.digest('hex'),
        ...{ encoding, delimiter },
        ...(end?.result ?? NOTHING_READ),
        problems: this.#problems.all(),
      },
      anatomy: end?.anatomy ?? NOTHING_UNDERSTOOD,
    };
  }

  #sniff(): Pass {
    const sniffer = new Sniffer();
    return {
      add: (bytes) => {
        this.#hash.update(bytes);
        sniffer.push(bytes);
      },
      end: () => {
        const found = sniffer.end();
        if ('refused' in found) this.#problems.error(found.refused.code, {}, found.refused);
        else this.#sniffed = found;
      },
    };
  }

  #records(
    { encoding, delimiter, statesDelimiter }: Sniffed,
    taker: RecordTaker,
    end: (splitter: RecordSplitter) => void,
  ): Pass {
    const decoder = textDecoder(encoding);
    const splitter = new RecordSplitter(delimiter, statesDelimiter, taker);
    return {
      add: (bytes) => splitter.push(decoder.push(bytes)),
      end: () => {
        splitter.push(decoder.push(new Uint8Array(0), true));
        splitter.end();
        end(splitter);
      },
    };
  }
}

const NOTHING_READ = {
  ...{ format: null, period: null, currency: null, rows: { read: 0, totals: 0 }, feeds: [] },
  ...{ days: [], rowsOnDay: new Int32Array(0), series: [], identity: new KeptRows({}, null), controlSums: [] },
};

const NOTHING_UNDERSTOOD: Anatomy = { format: null, runnerUp: null, tables: [] };
