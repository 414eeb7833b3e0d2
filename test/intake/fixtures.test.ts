import { readdir, readFile as readBytes } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../src/intake/read-file.ts';
import type { IntakeFile } from '../../src/types/intake.ts';
import type { SourceRule } from '../../src/types/workspace.ts';
import { codes, facts, METRICS } from './helpers.ts';

const HOME = join(import.meta.dirname, 'fixtures');
const FACTS = '.facts.json';

/** What a fixture must be read as; the sums were computed from its rows by another program. */
interface Golden {
  rule?: SourceRule;
  /** By file name, an archive's tables as `report.zip!/Chart.csv`. */
  files: Record<string, Expected>;
}
interface Expected {
  format: string;
  encoding: string;
  delimiter: string;
  period: IntakeFile['period'];
  currency: string | null;
  costVariant?: string;
  rows: IntakeFile['rows'];
  feeds: string[];
  /** `day channel metric sum`. */
  facts: string[];
  /** How many totals were compared, and how many agree. */
  controlSums: [number, number];
  problems: string[];
  tables: object[];
}

const paths = (await readdir(HOME, { recursive: true })).map((path) => path.replaceAll('\\', '/')).sort();

async function readFixture(path: string, rule: SourceRule | undefined): Promise<Record<string, Expected>> {
  const bytes = new Uint8Array(await readBytes(join(HOME, path)));
  async function* chunks(): AsyncIterable<Uint8Array> {
    yield* [bytes];
  }
  const input = { file: basename(path), source: 'ads', size: bytes.length, read: async () => bytes, chunks };
  const context = { metrics: METRICS, client: 'hotel', ...(rule ? { rule } : {}) };
  const read = await readFile(input, context);
  return Object.fromEntries(read.map(({ file }) => [file.file, seen(file)]));
}

function seen(file: IntakeFile): Expected {
  const { format, encoding, delimiter, period, currency, rows, feeds, controlSums, costVariant } = file;
  const tables = (file.tables ?? []).map((list) => ({
    ...{ kind: list.kind, period: list.period, currency: list.currency, of: list.of, rows: list.rows },
  }));
  return {
    ...{ format: format!, encoding, delimiter, period, currency, rows, feeds, tables },
    ...(costVariant ? { costVariant } : {}),
    facts: facts(file),
    controlSums: [controlSums.length, controlSums.filter((sum) => sum.ok).length],
    problems: codes(file),
  };
}

describe('an export of', () => {
  const goldens = paths.filter((path) => path.endsWith(FACTS));
  const exports = paths.filter((path) => /\.(csv|tsv|txt|xlsx|zip)$/.test(path));

  test.each(goldens)('%s is read as written down', async (golden) => {
    const stem = golden.slice(0, -FACTS.length);
    const path = exports.find((each) => each.slice(0, each.lastIndexOf('.')) === stem)!;
    const { rule, files } = JSON.parse(await readBytes(join(HOME, golden), 'utf8')) as Golden;
    expect(await readFixture(path, rule)).toEqual(files);
  });

  test('every system has its expected facts', () => {
    expect(exports.map((path) => `${path.slice(0, path.lastIndexOf('.'))}${FACTS}`).sort()).toEqual(goldens);
  });
});
