import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { understandExport, understandStream } from '../../src/intake/read-export.ts';
import { encode, METRICS, table, type Encoding } from './helpers.ts';

const context = { metrics: METRICS, client: 'hotel' };
const place = { file: 'report.csv', source: 'ads' };

async function* cut(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let index = 0; at < bytes.length; index += 1) {
    const size = sizes[index % sizes.length]!;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

const words = [
  'date',
  'Дата',
  'channel',
  'clicks',
  'cost',
  'Impr.',
  '"',
  '""',
  ';',
  ',',
  '\t',
  '\n',
  '\r\n',
  '\r',
  '#',
];
const cells = [
  '2026-10-01',
  '01.10.2026',
  '01/02/2026',
  '1,5',
  '1 200,50',
  'Итого',
  'Total',
  '-',
  '%',
  '\ufeff',
  '\0',
  'ж',
];
const anything = fc.array(fc.constantFrom(...words, ...cells), { maxLength: 80 }).map((parts) => parts.join(''));
const encodings = fc.constantFrom<Encoding>('utf-8', 'utf-8-bom', 'utf-16le', 'utf-16le-bom', 'utf-16be-bom');
const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 });

describe('a file read in pieces', () => {
  test('says the same as the file read whole, however it is cut and whatever it is', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.tuple(anything, encodings).map(([text, encoding]) => encode(text, encoding)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, sizes, async (whole, pieces) => {
        const chunks = (): AsyncIterable<Uint8Array> => cut(whole, pieces);
        expect(await understandStream({ ...place, chunks }, context)).toEqual(
          understandExport({ ...place, bytes: whole }, context),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('says the same beyond the stretches it is divided in, with line breaks inside cells', async () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => [
      `2026-10-${String((index % 28) + 1).padStart(2, '0')}`,
      index % 7 === 0 ? `two\nlines, ${index}` : `campaign ${index % 50}`,
      ...[String(index % 900), `${index % 97}.${index % 10}5`],
    ]);
    const bytes = encode(table([['date', 'channel', 'clicks', 'cost'], ...rows]), 'utf-8');
    const whole = understandExport({ ...place, bytes }, context);
    expect(whole.file.rows).toEqual({ read: 30_000, totals: 0 });
    expect(whole.file.problems).toEqual([]);
    for (const size of [4099, 65_536, 1_000_003]) {
      const chunks = (): AsyncIterable<Uint8Array> => cut(bytes, [size]);
      expect(await understandStream({ ...place, chunks }, context)).toEqual(whole);
    }
  });
});
