import { createHash } from 'node:crypto';
import type { RowIdentity } from '../types/intake.ts';
import type { Anatomy } from './anatomy.ts';
import { textDecoder } from './decode.ts';
import { brokenQuotes, recordTooLong } from './file-problems.ts';
import { FileReading } from './file-reading.ts';
import { ProblemList } from './problems.ts';
import type { IntakeContext, Understood } from './intake-context.ts';
import { RecordSplitter, type RecordTaker } from './record-splitter.ts';
import { KeptRows } from './row-index.ts';
import { Sniffer, type Sniffed } from './sniffer.ts';

/** Is given the bytes of a file from their beginning. */
interface Pass {
  add(bytes: Uint8Array): void;
  end(): void;
}

/** One text file on its way through its passes: what it is, what its tables show as a whole, what they say. */
export class TextReading {
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
      {
        take: (record) => tables.survey(record),
        takeLines: (text, start, row) => tables.surveyLines(text, start, row),
      },
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
      // Hardly anybody asks.
      get anatomy(): Anatomy {
        return end?.anatomy() ?? NOTHING_UNDERSTOOD;
      },
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

/** What is told of a file that could not be read. */
export const NOTHING_READ = {
  ...{ format: null, period: null, currency: null, rows: { read: 0, totals: 0 }, feeds: [] },
  ...{ days: [], rowsOnDay: new Int32Array(0), series: [], identity: new KeptRows({}, null), controlSums: [] },
};

export const NOTHING_UNDERSTOOD: Anatomy = { format: null, runnerUp: null, tables: [] };
