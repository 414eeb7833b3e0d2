import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { mkdir } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { localText } from '../../src/locale/text.ts';
import type { SignoffEvent } from '../../src/types/trainee.ts';
import { ledgerFile, readLedger, whileRecording } from '../../src/workspace/trainees/ledger.ts';
import { memory, ROOT } from '../workspace/memory.ts';
import { scratchFolder } from '../support/folders.ts';

const effects = nodeEffects();
const AT = '2026-10-05T09:00:00.000Z';
const signoff = (item: string): SignoffEvent => ({ at: AT, by: 'anna', type: 'signoff', item });

/** Adds one event, whatever stands before it. */
const record = (root: string, event: SignoffEvent): Promise<void> =>
  whileRecording(root, 'oleg', effects, (book) => book.append(event));

describe('a trainee’s ledger', () => {
  it('is empty before the first event and keeps events in the order of writing', async () => {
    const root = await scratchFolder('trainee-ledger');
    expect(await readLedger(root, 'oleg', effects)).toEqual({ value: [], problems: [] });
    await record(root, signoff('b'));
    await record(root, signoff('a'));
    expect((await readLedger(root, 'oleg', effects)).value).toEqual([signoff('b'), signoff('a')]);
  });

  it('loses nothing and doubles nothing when many write at once', async () => {
    const root = await scratchFolder('trainee-ledger');
    const once = async (item: string): Promise<void> =>
      whileRecording(root, 'oleg', effects, async ({ events, append }) => {
        if (!events.some((event) => event.type === 'signoff' && event.item === item)) await append(signoff(item));
      });
    await Promise.all(['a', 'b', 'a', 'c', 'b', 'a'].map(once));
    const items = (await readLedger(root, 'oleg', effects)).value.map((event) => (event as SignoffEvent).item);
    expect(items.sort()).toEqual(['a', 'b', 'c']);
  });

  it('names a broken line by its row and adds nothing after it', async () => {
    const root = await scratchFolder('trainee-ledger');
    await record(root, signoff('a'));
    const path = join(root, ledgerFile('oleg'));
    await appendFile(path, 'not json\n{"at":"2026-10-05T09:00:00.000Z","by":"anna","type":"signoff","itm":"b"}\n');
    const before = await readFile(path, 'utf8');
    const { value, problems } = await readLedger(root, 'oleg', effects);
    expect(value).toEqual([signoff('a')]);
    expect(problems.map(({ code, file, row }) => [code, file, row])).toEqual([
      ['ledger-line-broken', 'data/trainees/oleg/ledger.jsonl', 2],
      ['ledger-line-broken', 'data/trainees/oleg/ledger.jsonl', 3],
    ]);
    await expect(record(root, signoff('b'))).rejects.toMatchObject({
      name: 'TraineeLedgerBroken',
    });
    expect(await readFile(path, 'utf8')).toBe(before);
  });

  it('asks for the newer release where a later one wrote the line, not for the line to go', async () => {
    const root = await scratchFolder('trainee-ledger');
    await record(root, signoff('a'));
    const later = [
      { ...signoff('b'), type: 'sabbatical' },
      { ...signoff('b'), mood: 'good' },
      { ...signoff('b'), by: 7 },
    ];
    const path = join(root, ledgerFile('oleg'));
    await appendFile(path, later.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const { problems } = await readLedger(root, 'oleg', effects);
    expect(problems.map(({ mend }) => localText(mend, 'en'))).toEqual([
      expect.stringContaining('update it here too'),
      expect.stringContaining('update it here too'),
      expect.stringMatching(/^restore the line from git/),
    ]);
  });

  it('says of every mark of an unfinished merge that only the mark is to go, and records of both sides stay', async () => {
    const [mine, theirs] = [JSON.stringify(signoff('a')), JSON.stringify(signoff('b'))];
    const read = async (...rows: string[]) => {
      const { effects: world } = memory({ [ledgerFile('oleg')]: `${rows.join('\n')}\n` });
      return readLedger(ROOT, 'oleg', world);
    };
    const torn = await read('<<<<<<< HEAD', mine, '||||||| before', '=======', theirs, '>>>>>>> mentor', '');
    expect(
      torn.problems.map(({ row, found, mend }) => [row, (found as { en: string }).en, (mend as { en: string }).en]),
    ).toEqual([
      ...['<<<<<<< HEAD', '||||||| before', '=======', '>>>>>>> mentor'].map((mark, index) => [
        [1, 3, 4, 6][index],
        `“${mark}”`,
        'remove the marks alone and keep the records of both sides: each of them tells of a signature, an attempt, a score or a decision',
      ]),
      [7, 'an empty line', 'remove it'],
    ]);
    expect(await read(mine, theirs)).toEqual({ value: [signoff('a'), signoff('b')], problems: [] });
  });

  it('refuses to write what it could not read back', async () => {
    const root = await scratchFolder('trainee-ledger');
    const wrong = { at: 'yesterday', by: 'anna', type: 'signoff', item: 'a' } as SignoffEvent;
    await expect(record(root, wrong)).rejects.toThrow();
    expect((await readLedger(root, 'oleg', effects)).value).toEqual([]);
  });

  it('takes away half a line that a crash left, and goes on', async () => {
    const root = await scratchFolder('trainee-ledger');
    const path = join(root, ledgerFile('oleg'));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `${JSON.stringify(signoff('a'))}\n{"at":"2026-10-0`);
    await record(root, signoff('b'));
    expect((await readLedger(root, 'oleg', effects)).value).toEqual([signoff('a'), signoff('b')]);
  });

  it('wherever the file was cut, what is read is a beginning of what was written', async () => {
    const text = ['a', 'b', 'c', 'd'].map((item) => `${JSON.stringify(signoff(item))}\n`).join('');
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length), async (cut) => {
        const { effects: world } = memory({ [ledgerFile('oleg')]: text.slice(0, cut) });
        const { value, problems } = await readLedger(ROOT, 'oleg', world);
        expect(problems).toEqual([]);
        expect(value).toEqual(['a', 'b', 'c', 'd'].slice(0, value.length).map(signoff));
        // A record that lacks only its line end is one already.
        expect(value.length).toBe(
          text
            .slice(0, cut)
            .split('\n')
            .filter((row) => row.endsWith('}')).length,
        );
      }),
    );
  });
});
