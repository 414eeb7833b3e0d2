import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asOfDay } from '../../scripts/common.ts';
import { nodeEffects } from '../../src/effects/node.ts';
import { scratchFolder, writeFiles } from '../support/folders.ts';

/** The day without `--as-of` at a quarter past nine in the evening of the 22nd in London, by a workspace's file. */
async function today(agency: string | null): Promise<string> {
  const root = await scratchFolder('as-of');
  await writeFiles(root, agency === null ? [] : [['data/agency.json', agency]]);
  const now = new Date('2026-11-22T21:15:00.000Z');
  return asOfDay(null, root, { ...nodeEffects(), now: () => now });
}

describe('the day documents speak from', () => {
  it('is the asked one', async () => {
    expect(await asOfDay('2026-10-31', join('no', 'where'), nodeEffects())).toBe('2026-10-31');
  });

  it('is today where the agency is, whatever the clock of the machine shows', async () => {
    expect(await today('{"timeZone": "Europe/Moscow"}')).toBe('2026-11-23');
    expect(await today('\ufeff{"timeZone": "America/New_York"}')).toBe('2026-11-22');
    expect(await today('{"timeZone": "Pacific/Kiritimati"}')).toBe('2026-11-23');
  });

  it.each([null, 'no json', '{}', '{"timeZone": "Mars/Olympus"}', '{"timeZone": 3}'])(
    'is the machine’s where the file %s does not say',
    async (agency) => {
      const now = new Date('2026-11-22T21:15:00.000Z');
      const two = (part: number): string => String(part).padStart(2, '0');
      expect(await today(agency)).toBe(`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`);
    },
  );
});
