import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { timeIn } from '../../src/calendar/zones.ts';
import { addDays } from '../../src/figures/period.ts';
import { runCommand } from '../support/command.ts';
import { mailServer } from './mail-server.ts';
import { FILE, proposalAgency, type ProposalAgency } from './proposal-agency.ts';

async function sentAgency(): Promise<{ agency: ProposalAgency; later: string }> {
  const agency = await proposalAgency();
  const { url } = await mailServer();
  expect((await runCommand('send', agency.proposal, { SMTP_URL: url })).code).toBe(0);
  const line = (await agency.ledger()).find(({ kind }) => kind === 'outcome')!;
  return { agency, later: addDays(timeIn('Asia/Yekaterinburg', new Date(line.at)).day, 300) };
}

const followups = (agency: ProposalAgency, ...args: string[]) =>
  runCommand('followups', [...args, '--workspace', agency.root]);

const missed = async (agency: ProposalAgency, day: string): Promise<string[] | null> => {
  const due = JSON.parse((await followups(agency, '--json', '--as-of', day)).stdout) as { missed: string[] }[];
  return due[0]?.missed ?? null;
};

const done = (agency: ProposalAgency, outcome: string) => followups(agency, 'done', 'promo', '--outcome', outcome);

describe('a follow-up that was noted by mistake', () => {
  it('is taken back, the last note first; lines are added, none goes', async () => {
    const { agency, later } = await sentAgency();
    const before = await missed(agency, later);
    expect(before).toContain('arrived');
    expect((await done(agency, 'called')).code).toBe(0);
    expect((await done(agency, 'replied')).code).toBe(0);
    expect(await missed(agency, later)).toBeNull();

    const said = await followups(agency, 'withdraw', 'promo', '--note', 'ответил другой клиент');
    expect(said).toMatchObject({ code: 0, stderr: 'Отметка снята: promo, 3-days\n' });
    expect(await missed(agency, later)).toEqual(before!.filter((step) => step !== 'arrived'));
    expect((await agency.ledger()).at(-1)).toMatchObject({
      ...{ kind: 'follow-up-withdrawn', step: '3-days', note: 'ответил другой клиент' },
    });
    expect((await followups(agency, 'withdraw', 'promo')).code).toBe(0);
    expect(await missed(agency, later)).toEqual(before);
    expect((await agency.ledger()).filter(({ kind }) => kind.startsWith('follow-up'))).toHaveLength(4);

    const nothing = await followups(agency, 'withdraw', 'promo');
    expect(nothing).toMatchObject({ code: 1, stderr: expect.stringContaining('отменять нечего') as string });
    // Noted again, it counts again.
    await done(agency, 'none');
    expect(await missed(agency, later)).not.toContain('arrived');
  });

  it('answers 2 to what does not go with it', async () => {
    const { agency } = await sentAgency();
    for (const args of [['withdraw'], ['withdraw', 'promo', '--outcome', 'none'], ['withdraw', 'promo', '--draft']]) {
      expect((await followups(agency, ...args)).code, args.join(' ')).toBe(2);
    }
  });
});

it('of a proposal whose file is gone it goes on asking, and says how to end it', async () => {
  const { agency, later } = await sentAgency();
  expect((await followups(agency, '--as-of', later)).stderr).toBe('');
  await rm(join(agency.root, FILE));
  const told = await followups(agency, '--as-of', later);
  expect(told).toMatchObject({ code: 0, stdout: expect.stringContaining('Бухта') as string });
  expect(told.stderr).toContain(`${FILE}  файла нет, а предложение КП-2026-014 v2 отправлено`);
  expect((await done(agency, 'replied')).code).toBe(0);
  expect((await followups(agency, '--as-of', later)).stderr).toBe('');
});
