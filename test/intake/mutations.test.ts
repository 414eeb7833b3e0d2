import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/intake/decode.ts';
import { parseDelimited } from '../../src/intake/delimited.ts';
import { readFile } from '../../src/intake/read-file.ts';
import type { IntakeFile } from '../../src/types/intake.ts';
import type { SourceRule } from '../../src/types/workspace.ts';
import { zip } from './containers/archives.ts';
import { codes, encode, facts, METRICS, table, type Encoding } from './helpers.ts';

const HOME = join(import.meta.dirname, 'fixtures');
/** Of processor time: how busy the machine is makes no difference. */
const SLOWEST_MS = 10_000;

/** A file of the shape a real system writes, with the rule it needs. */
interface Shape {
  name: string;
  bytes: Uint8Array;
  rule: SourceRule | undefined;
}

const shapes: Shape[] = readdirSync(HOME, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.facts.json'))
  .sort()
  .map((name) => {
    const golden = JSON.parse(readFileSync(join(HOME, name), 'utf8')) as { rule?: SourceRule };
    const stem = name.replace('.facts.json', '');
    const data = ['csv', 'tsv', 'zip', 'xlsx'].map((ending) => `${stem}.${ending}`).find(exists)!;
    return { name: data, bytes: new Uint8Array(readFileSync(join(HOME, data))), rule: golden.rule };
  });
const texts = shapes.filter(({ bytes }) => 'text' in decode(bytes));

function exists(name: string): boolean {
  try {
    return readFileSync(join(HOME, name)).length > 0;
  } catch {
    return false;
  }
}

async function read({ name, rule }: Shape, bytes: Uint8Array): Promise<IntakeFile[]> {
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    yield* [bytes];
  };
  const input = { file: name, source: 'ads', size: bytes.length, read: () => Promise.resolve(bytes), chunks };
  const started = process.cpuUsage();
  const files = await readFile(input, { metrics: METRICS, client: 'hotel', ...(rule ? { rule } : {}) });
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1000).toBeLessThan(SLOWEST_MS);
  return files.map(({ file }) => file);
}

const said = (files: readonly IntakeFile[]): string[] => files.flatMap(facts);

/** Problems that the unharmed file does not have. */
async function newProblems(shape: Shape, files: readonly IntakeFile[]): Promise<string[]> {
  const before = new Set((await read(shape, shape.bytes)).flatMap(codes));
  return files.flatMap(codes).filter((code) => !before.has(code));
}

/** The right facts, or a named problem: never a silently wrong number. */
async function expectRightOrNamed(shape: Shape, bytes: Uint8Array, alsoRight: string[][] = []): Promise<void> {
  const files = await read(shape, bytes);
  if ((await newProblems(shape, files)).length > 0) return;
  const right = [said(await read(shape, shape.bytes)), ...alsoRight].map((each) => each.join('\n'));
  expect(right, `${shape.name} misread without a word`).toContain(said(files).join('\n'));
}

const textOf = (shape: Shape): { text: string; encoding: Encoding } => {
  const decoded = decode(shape.bytes);
  if ('refused' in decoded) throw new Error(shape.name);
  const marked = shape.bytes[0] === 0xef || shape.bytes[0] === 0xff;
  return { text: decoded.text, encoding: `${decoded.encoding}${marked ? '-bom' : ''}` as Encoding };
};
const rewrite = (shape: Shape, change: (text: string) => string): Uint8Array => {
  const { text, encoding } = textOf(shape);
  return encode(change(text), encoding);
};

const anyText = fc.constantFrom(...texts);
/** A place in a file, in parts of a million: whole numbers shrink fast. */
const share = fc.nat({ max: 1_000_000 }).map((millionths) => millionths / 1_000_000);
const at = (text: string | Uint8Array, part: number): number => Math.floor(text.length * part);

describe('a real-shaped file that was harmed', () => {
  test('by a doubled byte order mark says the same', async () => {
    for (const shape of texts) {
      const { text, encoding } = textOf(shape);
      if (encoding.startsWith('windows') || encoding.endsWith('le')) continue;
      const wide = encoding.startsWith('utf-16');
      const bytes = encode(`\ufeff\ufeff${text}`, wide ? 'utf-16le' : 'utf-8');
      expect(said(await read(shape, bytes)), shape.name).toEqual(said(await read(shape, shape.bytes)));
    }
  });

  test('by mixed line ends says the same', async () => {
    for (const shape of texts) {
      let line = 0;
      const bytes = rewrite(shape, (text) => text.replace(/\r\n?|\n/g, () => ['\n', '\r\n', '\r'][(line += 1) % 3]!));
      expect(said(await read(shape, bytes)), shape.name).toEqual(said(await read(shape, shape.bytes)));
    }
  });

  test('by NUL bytes is refused', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, share, async (shape, part) => {
        const bytes = rewrite(shape, (text) => `${text.slice(0, at(text, part))}\0${text.slice(at(text, part))}`);
        expect((await read(shape, bytes)).flatMap(codes)).toEqual(['error not-text']);
      }),
      { numRuns: 60 },
    );
  });

  test('by a stray quotation mark, or by two', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyText,
        fc.array(share, { minLength: 1, maxLength: 2 }),
        fc.boolean(),
        async (shape, parts, atCell) => {
          const bytes = rewrite(shape, (text) => {
            let changed = text;
            for (const part of [...parts].sort().reverse()) {
              const near = at(changed, part);
              const cell = changed.slice(near).search(/[,;\t\n]/);
              const place = atCell && cell >= 0 ? near + cell + 1 : near;
              changed = `${changed.slice(0, place)}"${changed.slice(place)}`;
            }
            return changed;
          });
          await expectRightOrNamed(shape, bytes);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('by marks within the name of a channel, which make another of it', async () => {
    const shape = texts.find(({ name }) => name === 'bitrix24/deals.csv')!;
    const named = (name: string) => rewrite(shape, (text) => text.replace('Звонок', name));
    for (const name of ['Зв""онок', 'З"во"нок', 'Звонок"', 'Экраны 27" и 32"'])
      expect(await newProblems(shape, await read(shape, named(name))), name).toContain('warning stray-quote');
    for (const name of ['Студия "Лев"', 'Звонки "Льву" и ("Рыси")'])
      expect(await newProblems(shape, await read(shape, named(name))), name).not.toContain('warning stray-quote');
  });

  test('by two quotation marks that make one cell of whole rows', async () => {
    const shape = texts.find(({ name }) => name === 'yandex-direct/campaigns.csv')!;
    for (const [from, to] of [
      ['01.10.2026;', 'Итого;'],
      ['1500,50;', '1200,00;'],
      ['(руб.);', '1500,50;'],
    ] as const) {
      const bytes = rewrite(shape, (text) => text.replace(to, `${to}"`).replace(from, `${from}"`));
      expect(await newProblems(shape, await read(shape, bytes)), from).toContain('error rows-in-quotes');
    }
    const ga4 = texts.find(({ name }) => name === 'ga4/snapshot-many-tables.csv')!;
    for (const [from, to] of [
      ['Nth day,Users', '0001'],
      ['# Start date', 'Nth day'],
      ['Nth day,Sessions', '0000'],
    ] as const) {
      const bytes = rewrite(ga4, (text) => {
        const [head, tail] = [text.slice(0, text.indexOf(from)), text.slice(text.indexOf(from))];
        return `${head}"${tail.replace(to, `${to}"`)}`;
      });
      expect(await newProblems(ga4, await read(ga4, bytes)), from).toContain('error broken-quotes');
    }
    const notes = 'Дата;Клики;Комментарий\n01.10.2026;5;"первая; вторая;\nтретья; четвёртая; 02.10.2026"\n';
    const [file] = await read({ ...shape, name: 'notes.csv', rule: { format: 'tidy' } }, encode(notes, 'utf-8'));
    expect(said([file!])).toEqual(['2026-10-01 ads clicks 5']);
  });

  test('by a cut anywhere, also in the middle of a row or a letter', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...shapes), share, async (shape, part) => {
        const bytes = shape.bytes.slice(0, at(shape.bytes, part));
        const decoded = decode(bytes);
        const whole = texts.includes(shape) && 'text' in decoded ? wholeLines(shape, decoded.text) : [];
        const alsoRight = await Promise.all(whole.map(async (each) => said(await read(shape, each))));
        await expectRightOrNamed(shape, bytes, alsoRight);
      }),
      { numRuns: 500 },
    );
  });

  test('by a column moved to another place', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, share, share, async (shape, one, other) => {
        const { text, encoding } = textOf(shape);
        const { records, delimiter } = parseDelimited(text);
        const width = Math.max(...records.map(({ cells }) => cells.length));
        const [from, to] = [one, other].map((part) => Math.min(width - 1, Math.floor(part * width)));
        const rows = records.map(({ cells }) => {
          if (cells.length !== width) return cells;
          const swapped = [...cells];
          [swapped[from!], swapped[to!]] = [cells[to!]!, cells[from!]!];
          return swapped;
        });
        await expectRightOrNamed(shape, encode(table(rows, delimiter), encoding));
      }),
      { numRuns: 200 },
    );
  });

  test('by headers over other columns than their own', async () => {
    const shape = texts.find(({ name }) => name.includes('campaign-by-day-en-us'))!;
    const { text } = textOf(shape);
    for (const [one, other] of [
      ['Impr.', 'Clicks'],
      ['Clicks', 'Cost'],
      ['Day', 'Campaign'],
      ['Cost', 'Day'],
    ] as const) {
      if (!text.includes(one) || !text.includes(other)) throw new Error(`the fixture has no ${one} or ${other}`);
      const bytes = rewrite(shape, (all) => all.replace(one, '<other>').replace(other, one).replace('<other>', other));
      expect(await newProblems(shape, await read(shape, bytes)), `${one} and ${other}`).not.toEqual([]);
    }
  });

  test('by a line of ten megabytes, with and without a quotation mark', async () => {
    for (const shape of [texts[0]!, texts.at(-1)!]) {
      for (const line of ['x'.repeat(10_000_000), `"${'x,'.repeat(5_000_000)}`, ','.repeat(10_000_000)]) {
        const bytes = rewrite(shape, (text) => {
          const end = text.lastIndexOf('\n', text.length - 2) + 1;
          return `${text.slice(0, end)}${line}\n${text.slice(end)}`;
        });
        await expectRightOrNamed(shape, bytes);
      }
    }
  });

  test('inside an archive by changed bytes', async () => {
    const packed = shapes.filter(({ name }) => /\.(zip|xlsx)$/.test(name));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...packed),
        fc.array(fc.tuple(share, fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 3 }),
        async (shape, flips) => {
          const bytes = shape.bytes.slice();
          for (const [part, change] of flips) bytes[Math.min(bytes.length - 1, at(bytes, part))]! ^= change;
          const files = await read(shape, bytes);
          if ((await newProblems(shape, files)).length > 0) return;
          // A changed date or name of an entry changes no fact.
          expect(said(files).sort()).toEqual(said(await read(shape, shape.bytes)).sort());
        },
      ),
      { numRuns: 400 },
    );
  });
});

test('a zip bomb is refused in no time', async () => {
  const bomb = zip([{ name: 'Chart.csv', content: new Uint8Array(150 * 1024 * 1024) }]);
  const shape = { name: 'bomb.zip', bytes: bomb, rule: undefined };
  expect((await read(shape, bomb)).flatMap(codes)).toEqual(['error archive-bomb']);
});

/** The file up to its last whole line, and with its last line made whole: what a cut file may say. */
function wholeLines(shape: Shape, cut: string): Uint8Array[] {
  const { text, encoding } = textOf(shape);
  const end = cut.lastIndexOf('\n') + 1;
  const next = text.indexOf('\n', end);
  return [text.slice(0, end), text.slice(0, next < 0 ? text.length : next + 1)].map((each) => encode(each, encoding));
}
