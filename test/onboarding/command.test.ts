import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { PROJECT, runCommand } from '../support/command.ts';
import { readJson, scratchFolder } from '../support/folders.ts';

/** The agency's own programme without its trainees. */
async function agency(): Promise<{ root: string; trainee: (...args: string[]) => ReturnType<typeof runCommand> }> {
  const root = await scratchFolder('trainee');
  for (const file of [
    'data/agency.json',
    'data/people.json',
    'data/people',
    'data/brand',
    'data/onboarding',
    'content/handbook/checklists',
    'content/handbook/programme.json',
    'content/handbook/defence.yaml',
  ])
    await cp(join(PROJECT, file), join(root, file), { recursive: true });
  const trainee = (...args: string[]) => runCommand('trainee', [...args, '--workspace', root]);
  return { root, trainee };
}

const OLEG = [
  '--name',
  'Олег Рябов | Oleg Ryabov',
  '--start',
  '2026-10-05',
  '--mentor',
  'anna-lebedeva',
  '--manager',
  'maksim-orlov',
];

describe('npm run trainee', () => {
  it('begins a record once, signs items off, shows and lists where the trainee stands', async () => {
    const { root, trainee } = await agency();
    expect(await trainee('new', 'oleg', ...OLEG, '--condition', 'office')).toMatchObject({ code: 0 });
    expect(await readJson(join(root, 'data/trainees/oleg/trainee.json'))).toMatchObject({
      name: { ru: 'Олег Рябов', en: 'Oleg Ryabov' },
      conditions: ['office'],
    });
    const again = await trainee('new', 'oleg', ...OLEG);
    expect([again.code, again.stderr]).toEqual([1, 'стажёр oleg уже заведён: data/trainees/oleg/trainee.json\n']);

    const signed = await trainee(
      'signoff',
      'oleg',
      'fd-login',
      'fd-password',
      '--by',
      'mentor',
      '--as-of',
      '2026-10-05',
    );
    expect(signed).toMatchObject({ code: 0, stdout: '' });
    expect(signed.stderr).toBe('Записано: oleg, fd-login, anna-lebedeva\nЗаписано: oleg, fd-password, anna-lebedeva\n');
    const shown = await trainee('show', 'oleg', '--as-of', '2026-10-06', '--json');
    const record = JSON.parse(shown.stdout) as {
      stage: string;
      items: { id: string; signed: unknown; late: boolean }[];
    };
    expect(record.stage).toBe('week-1');
    expect(record.items.find(({ id }) => id === 'fd-login')!.signed).toEqual({
      by: 'anna-lebedeva',
      day: '2026-10-05',
      evidence: null,
    });
    expect(record.items.find(({ id }) => id === 'fd-code')!.late).toBe(true);
    const list = await trainee('list', '--as-of', '2026-10-06', '--lang', 'en');
    expect(list.stdout).toContain('oleg  Oleg Ryabov\n  Week 1. Who we are and how we work · working day 2 · late: ');
  });

  it('an item named twice in one command is signed once, and nobody is told it was signed before', async () => {
    const { trainee } = await agency();
    await trainee('new', 'oleg', ...OLEG);
    const signed = await trainee('signoff', 'oleg', 'fd-login', 'fd-login', '--by', 'mentor', '--as-of', '2026-10-05');
    expect([signed.code, signed.stderr]).toEqual([0, 'Записано: oleg, fd-login, anna-lebedeva\n']);
  });

  it('refuses by name, in the asked language, and then writes nothing', async () => {
    const { root, trainee } = await agency();
    await trainee('new', 'oleg', ...OLEG);
    const ledger = join(root, 'data/trainees/oleg/ledger.jsonl');
    const day = ['--as-of', '2026-10-05'];
    // The first item alone would be fine.
    const typo = await trainee('signoff', 'oleg', 'fd-login', 'fd-pasword', '--by', 'mentor', ...day);
    expect(typo.code).toBe(1);
    expect(typo.stderr).toContain('возможно, fd-password');
    const refused = async (...args: string[]) => {
      const { code, stdout } = await trainee(...args, ...day, '--json', '--lang', 'en');
      return [code, (JSON.parse(stdout) as { error: { code: string } }).error.code];
    };
    expect(await refused('signoff', 'oleg', 'it-account', '--by', 'mentor')).toEqual([1, 'person-not-entitled']);
    expect(await refused('signoff', 'oleg', 'fd-code', '--by', 'ana')).toEqual([1, 'unknown-person']);
    expect(await refused('signoff', '../trainees/oleg', 'fd-login', '--by', 'mentor')).toEqual([1, 'bad-id']);
    expect(await refused('decide', 'oleg', 'stay', '--reason', 'x', '--by', 'mentor', '--by', 'manager')).toEqual([
      1,
      'decision-unfounded',
    ]);
    await expect(readFile(ledger, 'utf8')).rejects.toThrow();
    const nobody = await trainee('show', 'nobody', '--json');
    expect([nobody.code, JSON.parse(nobody.stdout)]).toMatchObject([1, { problems: [{ code: 'file-missing' }] }]);
    const promoted = await trainee('promote', 'oleg', '--lang', 'en');
    expect([promoted.code, promoted.stderr]).toEqual([2, expect.stringContaining('no command “promote”. Known: new')]);
    const named = ['--name', 'Аня | Anya | Ann', '--start', '2026-10-05', '--mentor', 'anna-lebedeva'];
    const three = await trainee('new', 'anya', ...named, '--manager', 'maksim-orlov', '--lang', 'en');
    expect([three.code, three.stderr]).toEqual([2, expect.stringContaining('--name: one | between')]);
  });

  it('takes feedback back by a line of its own, and a decision there is not by nobody', async () => {
    const { root, trainee } = await agency();
    await trainee('new', 'oleg', ...OLEG);
    const say = (word: string, ...more: string[]) =>
      trainee(word, 'oleg', ...more, '--as-of', '2026-10-29', '--lang', 'en');
    const answers = ['load=4', 'help=5', 'missing=no', 'change=no'];
    expect(await say('feedback', '--from', 'trainee', ...answers)).toMatchObject({ code: 0 });
    const back = ['--of', 'feedback', '--from', 'trainee', '--by', 'trainee', '--reason', 'of another'];
    const taken = await say('withdraw', ...back);
    expect([taken.code, taken.stderr]).toEqual([0, 'On record: oleg, withdraw --of feedback, oleg\n']);
    expect(await say('feedback', '--from', 'trainee', ...answers)).toMatchObject({ code: 0 });
    const lines = (await readFile(join(root, 'data/trainees/oleg/ledger.jsonl'), 'utf8')).trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { type: string }).type)).toEqual([
      ...['feedback', 'retraction', 'feedback'],
    ]);
    const none = await say('withdraw', '--of', 'decision', '--by', 'mentor', '--by', 'manager', '--reason', 'x');
    expect([none.code, none.stderr]).toEqual([1, 'there is no decision: nothing to take back\n']);
  });

  it('gives a trainee another mentor in mid-programme: the ledger says since when and why, trainee.json who it is', async () => {
    const { root, trainee } = await agency();
    await trainee('new', 'oleg', ...OLEG);
    const say = (...words: string[]) => trainee(...words, '--as-of', '2026-10-12', '--lang', 'en');
    const to = (person: string, by: string) =>
      say('assign', 'oleg', '--mentor', person, '--by', by, '--reason', 'on leave');
    expect((await to('dina-safina', 'mentor')).stderr).toContain('are changed by the trainee’s manager: maksim-orlov');
    expect((await to('maksim-orlov', 'manager')).stderr).toContain('two people');
    expect(await to('dina-safina', 'manager')).toMatchObject({ code: 0 });
    expect(await readJson(join(root, 'data/trainees/oleg/trainee.json'))).toMatchObject({ mentor: 'dina-safina' });
    expect((await to('dina-safina', 'manager')).stderr).toContain('is the mentor of oleg already');
    const former = await say('signoff', 'oleg', 'fd-login', '--by', 'anna-lebedeva');
    expect([former.code, former.stderr]).toEqual([1, expect.stringContaining('dina-safina')]);
    expect((await say('show', 'oleg')).stdout).toContain(
      'mentor: dina-safina (before: anna-lebedeva) — on leave (maksim-orlov, Oct 12, 2026)',
    );
    const away = await say('pause', 'oleg', '--until', '2026-10-16', '--by', 'mentor', '--reason', 'ill');
    expect(away.code).toBe(0);
    expect((await say('list')).stdout).toContain('away since Oct 12, 2026, through Oct 16, 2026\n');
  });

  it('nobody writes on an earlier page of the diary', async () => {
    const { trainee } = await agency();
    await trainee('new', 'oleg', ...OLEG);
    await trainee('signoff', 'oleg', 'fd-login', '--by', 'mentor', '--as-of', '2026-10-07');
    const back = await trainee('signoff', 'oleg', 'fd-code', '--by', 'mentor', '--as-of', '2026-10-06', '--lang', 'en');
    expect(back.code).toBe(1);
    expect(back.stderr).toContain('has a record of 2026-10-07 already');
  });

  it('tells that a day is still to come, for programs not, and of no day that has come', async () => {
    const { trainee } = await agency();
    const away = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    await trainee('new', 'oleg', ...OLEG.map((word) => (word === '2026-10-05' ? away(-5) : word)));
    const sign = async (item: string, ...how: string[]) =>
      (await trainee('signoff', 'oleg', item, '--by', 'mentor', '--lang', 'en', ...how)).stderr;
    expect(await sign('fd-login', '--as-of', away(-3))).toBe('On record: oleg, fd-login, anna-lebedeva\n');
    expect(await sign('fd-password', '--as-of', away(3), '--json')).toBe('');
    expect(await sign('fd-code', '--as-of', away(3))).toContain('Note: that day is still to come; check --as-of');
  });

  it('due names what waits and whose it is, and writes a calendar that calendars read', async () => {
    const { root, trainee } = await agency();
    await trainee('new', 'oleg', ...OLEG);
    const file = join(root, 'due.ics');
    const due = await trainee('due', '--as-of', '2026-10-19', '--ics', file);
    expect(due.stdout).toContain('19.10.2026  Спросить об открытых обязательных пунктах');
    expect(due.stdout).toMatch(/05\.10\.2026 {2}Учётная запись, почта, календарь группы — ИТ, it-account/);
    const calendar = new ICAL.Component(ICAL.parse(await readFile(file, 'utf8')));
    const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    const feedback = events.find(({ uid }) => uid.startsWith('oleg.feedback.25.mentor@'))!;
    expect(feedback.startDate.toString()).toBe('2026-10-29');
    expect(feedback.summary).toBe('Олег Рябов: Обратная связь от наставника, день 25');
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    const card = join(root, 'data/trainees/oleg/trainee.json');
    const over = await trainee('due', '--as-of', '2026-10-19', '--ics', card, '--lang', 'en');
    expect([over.code, over.stderr]).toEqual([1, expect.stringContaining('no calendar that this command has written')]);
    expect(await readJson(card)).toMatchObject({ track: 'account-manager' });
    const trigger = feedback.component.getFirstSubcomponent('valarm')!.getFirstProperty('trigger')!;
    // Nine in the morning of the day, and not of the day after, when the event is over.
    expect([trigger.getParameter('related'), String(trigger.getFirstValue())]).toEqual(['START', 'PT9H']);
  });
});
