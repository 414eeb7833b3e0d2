import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { timeIn } from '../../src/calendar/zones.ts';
import { countryCalendar } from '../../src/calendar/country-calendar.ts';
import { addWorkingDays } from '../../src/calendar/working-days.ts';
import { addDays } from '../../src/figures/period.ts';
import type { ListedProposal } from '../../src/press/proposals/list.ts';
import { runCommand } from '../support/command.ts';
import { writeFiles } from '../support/folders.ts';
import { agreeable, brokenServer, mailServer } from './mail-server.ts';
import { FILE, PROPOSAL, proposalAgency, type ProposalAgency } from './proposal-agency.ts';

const ZONE = 'Asia/Yekaterinburg';

async function listed(agency: ProposalAgency, asOf: string): Promise<ListedProposal> {
  const { code, stdout } = await runCommand('proposals', ['--workspace', agency.root, '--as-of', asOf, '--json']);
  expect(code).toBe(0);
  const { proposals } = JSON.parse(stdout) as { proposals: ListedProposal[] };
  expect(proposals.map(({ id }) => id)).toEqual([PROPOSAL]);
  return proposals[0]!;
}

const followUp = (agency: ProposalAgency, outcome: string) =>
  runCommand('followups', ['done', PROPOSAL, '--outcome', outcome, '--workspace', agency.root]);

async function rewrite(agency: ProposalAgency, change: (text: string) => string): Promise<void> {
  const text = await readFile(join(agency.root, FILE), 'utf8');
  expect(change(text)).not.toBe(text);
  await writeFiles(agency.root, [[FILE, change(text)]]);
}

it('tells of every proposal where it stands: before sending, waiting, asked, answered, over, replaced', async () => {
  const agency = await proposalAgency({ head: (text) => text.replace('2099-12-20', '2098-01-10') });
  const about = { number: 'КП-2026-014', version: 2, prospect: 'Бухта', total: '294047.59', currency: 'RUB' };
  expect(await listed(agency, '2026-11-22')).toMatchObject({
    ...{ ...about, status: 'ready', date: '2026-11-20', age: 2, sentAt: null, nextFollowUp: null },
    ...{ doubtful: [], validUntil: '2098-01-10' },
  });

  const { url } = await mailServer();
  expect((await runCommand('send', agency.proposal, { SMTP_URL: url })).code).toBe(0);
  const late = await listed(agency, '2098-01-10');
  expect(late).toMatchObject({ ...about, status: 'sent', daysLeft: 0 });
  // Of steps that were missed the latest is asked, as `followups` does.
  expect(late.nextFollowUp?.step).toBe('3-months');
  const waiting = await listed(agency, timeIn(ZONE, new Date(late.sentAt!)).day);
  const sent = timeIn(ZONE, new Date(waiting.sentAt!));
  const calendar = countryCalendar('RU', []);
  const sameDay = sent.time < '13:00' && calendar.works(sent.day);
  const first = sameDay ? sent.day : addWorkingDays(sent.day, 1, [calendar]);
  expect(waiting).toMatchObject({
    ...{ ...about, status: 'sent', nextFollowUp: { version: 2, step: 'arrived', day: first } },
  });
  expect(await listed(agency, addDays('2098-01-10', 1))).toMatchObject({ status: 'expired', daysLeft: -1 });

  expect((await followUp(agency, 'called')).code).toBe(0);
  const asked = await listed(agency, sent.day);
  expect(asked.nextFollowUp?.step).toBe('3-days');

  // A draft of the next version does not stop the questions about the one that is out.
  await rewrite(agency, (text) => text.replace('version: 2', 'version: 3').replace('status: ready', 'status: draft'));
  expect(await listed(agency, sent.day)).toMatchObject({
    ...{ version: 3, status: 'draft', sentAt: null, nextFollowUp: { ...asked.nextFollowUp, version: 2 } },
  });
  await rewrite(agency, (text) => text.replace('version: 3', 'version: 1').replace('status: draft', 'status: ready'));
  expect((await listed(agency, sent.day)).status).toBe('superseded');

  await rewrite(agency, (text) => text.replace('version: 1', 'version: 2'));
  expect((await followUp(agency, 'replied')).code).toBe(0);
  expect(await listed(agency, sent.day)).toMatchObject({ status: 'sent', nextFollowUp: null });
}, 120_000);

it('tells whom to ask where a letter may have arrived and nobody knows', async () => {
  const agency = await proposalAgency();
  const url = await brokenServer((text, socket) => (text === '.' ? socket.destroy() : agreeable(text, socket)));
  expect((await runCommand('send', agency.proposal, { SMTP_URL: url })).code).toBe(1);
  const to = ['irina@hotel.example'];
  expect(await listed(agency, '2026-11-22')).toMatchObject({ status: 'ready', sentAt: null, doubtful: to });
  const { stdout } = await runCommand('proposals', ['--workspace', agency.root, '--lang', 'en']);
  expect(stdout).toContain(` · may have arrived, ask: ${to[0]} · `);
});

it('says the same to a person, in their language', async () => {
  const agency = await proposalAgency();
  const told = async (lang: string) =>
    (await runCommand('proposals', ['--workspace', agency.root, '--as-of', '2099-12-20', '--lang', lang])).stdout;
  expect(await told('ru')).toMatch(
    /^promo {2}КП-2026-014 v2 {2}Бухта\n {2}готово · 294 047,59 ₽ · возраст 26.693 дня · действует до 20 декабря 2099 \(последний день\)\n\n$/,
  );
  expect(await told('en')).toContain('ready · ');
});
