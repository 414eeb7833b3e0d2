import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { countryCalendar } from '../../src/calendar/country-calendar.ts';
import { timeIn } from '../../src/calendar/zones.ts';
import { earlierEvents } from '../../src/calendar/earlier-calendar.ts';
import { followUpCalendar } from '../../src/delivery/followup-calendar.ts';
import type { OpenDeal } from '../../src/delivery/followups.ts';
import { scheduled } from '../../src/delivery/schedule.ts';
import { followUpsSchema } from '../../src/workspace/schemas/followups.ts';
import type { MovedDay } from '../../src/types/proposal.ts';
import { addDays } from '../../src/figures/period.ts';
import { PROJECT, runCommand } from '../support/command.ts';
import { scratchFolder, writeFiles } from '../support/folders.ts';
import { mailServer, parsed, refusal } from './mail-server.ts';
import { FILE, proposalAgency, type ProposalAgency } from './proposal-agency.ts';

const schedule = followUpsSchema.parse(
  JSON.parse(await readFile(join(PROJECT, 'src', 'delivery', 'schedule.json'), 'utf8')),
);
const days = (sentAt: string, timeZone: string, country: string | null, moved: MovedDay[] = []): string[] =>
  scheduled(schedule, sentAt, timeZone, countryCalendar(country, moved)).map(({ day, time }) => `${day} ${time}`);

describe('the schedule', () => {
  it('asks on the same day, then after 3 days, a week, two weeks, a month, three months', () => {
    expect(days('2026-09-08T06:00:00Z', 'Europe/Moscow', 'RU')).toEqual([
      '2026-09-08 16:00',
      '2026-09-11 10:00',
      '2026-09-15 10:00',
      '2026-09-22 10:00',
      '2026-10-08 10:00',
      '2026-12-08 10:00',
    ]);
  });

  it('counts by the prospect’s clock: an evening there is the next working day', () => {
    expect(days('2026-09-08T06:00:00Z', 'Asia/Vladivostok', 'RU')[0]).toBe('2026-09-09 10:00');
    expect(days('2026-09-11T16:00:00Z', 'America/New_York', 'US')[0]).toBe('2026-09-11 16:00');
    expect(days('2026-09-12T03:00:00Z', 'America/New_York', 'US')[0]).toBe('2026-09-14 10:00');
  });

  it('moves off weekends and public holidays, and never puts two steps on one day', () => {
    expect(days('2026-12-29T06:00:00Z', 'Europe/Moscow', 'RU').slice(0, 3)).toEqual([
      '2026-12-29 16:00',
      '2027-01-11 10:00',
      '2027-01-12 10:00',
    ]);
    expect(days('2026-12-23T09:00:00Z', 'Europe/Berlin', 'DE-BY')[1]).toBe('2026-12-28 10:00');
  });

  it('a day off by decree and a worked Saturday of data/holidays.csv overrule the calendar', () => {
    const moved: MovedDay[] = [
      { country: 'RU', date: '2026-09-11', kind: 'off', name: 'выходной', row: 2 },
      { country: 'RU', date: '2026-09-12', kind: 'working', name: 'рабочая суббота', row: 3 },
    ];
    expect(days('2026-09-08T06:00:00Z', 'Europe/Moscow', 'RU', moved)[1]).toBe('2026-09-12 10:00');
  });

  it('the end of a long month stays within a short one', () => {
    expect(days('2027-11-30T06:00:00Z', 'Europe/Moscow', null).at(-1)).toBe('2028-02-29 10:00');
  });

  it('whenever and wherever: later and later, on working days only', () => {
    const moment = fc.date({ min: new Date('2025-01-01'), max: new Date('2029-12-31'), noInvalidDate: true });
    const zone = fc.constantFrom(
      'Europe/Moscow',
      'Asia/Kamchatka',
      'America/Los_Angeles',
      'Pacific/Kiritimati',
      'Asia/Kolkata',
    );
    const country = fc.constantFrom('RU', 'US', 'DE-BY', 'KZ', null);
    fc.assert(
      fc.property(moment, zone, country, (sent, timeZone, place) => {
        const calendar = countryCalendar(place);
        const steps = scheduled(schedule, sent.toISOString(), timeZone, calendar);
        const all = steps.map(({ day }) => day);
        expect(all.every((day) => calendar.works(day))).toBe(true);
        expect([...new Set(all)].sort()).toEqual(all);
        expect(all[0]! >= timeIn(timeZone, sent).day).toBe(true);
        expect(all[0]! <= addDays(timeIn(timeZone, sent).day, 15)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

const DEAL: OpenDeal = {
  key: 'proposal/promo/v2',
  deal: {
    ...{
      id: 'promo',
      number: 'КП-14',
      version: 2,
      prospect: 'Отель «Бухта», спа; и ресторан',
      contact: 'Ирина',
      greeting: null,
    },
    ...{
      locale: 'ru',
      timeZone: 'America/New_York',
      country: 'US',
      currency: 'USD',
      total: '100.00',
      validUntil: '2026-12-20',
    },
    ...{ author: 'anna', accent: '#000000' },
  },
  to: ['irina@hotel.example'],
  messageId: '<proposal.promo.v2@beacon.example>',
  writing: null,
  sentAt: '2026-10-27T13:00:00Z',
  steps: scheduled(schedule, '2026-10-27T13:00:00Z', 'America/New_York', countryCalendar('US')),
};

describe('the calendar', () => {
  const options = {
    locale: 'ru' as const,
    now: new Date('2026-10-28T09:00:00Z'),
    domain: 'beacon.example',
    earlier: new Map(),
    notes: () => `Первая строка\nвторая, с запятой; и точкой с запятой \\ ${'длинно '.repeat(60)}`,
  };
  const text = followUpCalendar([DEAL], options);

  it('is read by an independent parser: one event a step, at the prospect’s hour, with an alarm', () => {
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    expect(events.map(({ uid }) => uid)).toEqual(DEAL.steps.map(({ id }) => `proposal.promo.v2.${id}@beacon.example`));
    // Clocks in New York go back on the first of November.
    expect(events.slice(0, 3).map(({ startDate }) => startDate.toJSDate().toISOString())).toEqual([
      '2026-10-27T20:00:00.000Z',
      '2026-10-30T14:00:00.000Z',
      '2026-11-03T15:00:00.000Z',
    ]);
    expect(events[0]!.summary).toBe('Отель «Бухта», спа; и ресторан: спросить, дошло ли письмо (КП-14)');
    expect(events[0]!.description).toBe(options.notes());
    expect(events.every(({ component }) => component.getAllSubcomponents('valarm').length === 1)).toBe(true);
  });

  it('keeps to the letter of the standard: CRLF, lines of 75 octets, moments in UTC', () => {
    expect(text).not.toMatch(/[^\r]\n/);
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(text.match(/^DT(?:START|END|STAMP):.*$/gm)!.every((line) => /:\d{8}T\d{6}Z\r?$/.test(line))).toBe(true);
  });

  it('numbers an event anew when its moment has changed, and takes back what is no longer to be asked', () => {
    const later = {
      ...DEAL,
      steps: DEAL.steps.slice(1).map((step, i) => (i === 1 ? { ...step, time: '12:00' } : step)),
    };
    const told = (calendar: string) =>
      new ICAL.Component(ICAL.parse(calendar) as unknown[]).getAllSubcomponents('vevent').map((event) => {
        const [step = ''] = /[^.]+(?=@)/.exec(String(event.getFirstPropertyValue('uid'))) ?? [];
        return [step, Number(event.getFirstPropertyValue('sequence')), event.getFirstPropertyValue('status')] as const;
      });
    expect(told(text).every(([, sequence, status]) => sequence === 0 && status === null)).toBe(true);
    const now = new Date('2026-10-27T15:00:00Z');
    const second = followUpCalendar([later], { ...options, now, earlier: earlierEvents(text, 'followups') });
    expect(told(second)).toEqual([
      ['3-days', 0, null],
      ['1-week', 1, null],
      ...['2-weeks', '1-month', '3-months'].map((step) => [step, 0, null]),
      ['arrived', 1, 'CANCELLED'],
    ]);
    const third = followUpCalendar([DEAL], { ...options, now, earlier: earlierEvents(second, 'followups') });
    expect(told(third).slice(0, 3)).toEqual([
      ['arrived', 2, null],
      ['3-days', 0, null],
      ['1-week', 2, null],
    ]);
    expect(
      new ICAL.Event(new ICAL.Component(ICAL.parse(second) as unknown[]).getAllSubcomponents('vevent').at(-1)).summary,
    ).toBe('Отель «Бухта», спа; и ресторан: спросить, дошло ли письмо (КП-14)');
    // Whose day is over needs no taking back, and another program's file has nothing of ours.
    expect(
      told(
        followUpCalendar([], { ...options, now: new Date('2027-06-01'), earlier: earlierEvents(text, 'followups') }),
      ),
    ).toEqual([]);
    expect(
      earlierEvents('BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:x\nEND:VEVENT\n', 'followups').size +
        earlierEvents('no calendar', 'followups').size,
    ).toBe(0);
  });

  it('numbers an event anew when its name or notes say something else: importing it again would keep the old words', () => {
    const numbers = (calendar: string) => [...calendar.matchAll(/^SEQUENCE:(\d+)/gm)].map(([, number]) => number);
    const again = (one: OpenDeal, before: string, notes = options.notes) =>
      followUpCalendar([one], { ...options, notes, earlier: earlierEvents(before, 'followups') });
    const renamed = again({ ...DEAL, deal: { ...DEAL.deal, prospect: 'Отель «Залив»' } }, text);
    expect(numbers(renamed)).toEqual(DEAL.steps.map(() => '1'));
    const noted = again(DEAL, text, () => 'Другое письмо\n');
    expect(numbers(noted)).toEqual(DEAL.steps.map(() => '1'));
    expect(numbers(again(DEAL, noted, () => 'Другое письмо\n'))).toEqual(DEAL.steps.map(() => '1'));
    expect(numbers(again(DEAL, text))).toEqual(DEAL.steps.map(() => '0'));
  });

  it('is the same whenever it is written from the same ledger at the same moment', () => {
    expect(followUpCalendar([DEAL], options)).toBe(text);
  });
});

describe('npm run followups', () => {
  async function sentAgency(head = (text: string) => text): Promise<ProposalAgency & { sent: string }> {
    const agency = await proposalAgency({ head });
    const { url } = await mailServer();
    expect((await runCommand('send', agency.proposal, { SMTP_URL: url })).code).toBe(0);
    const line = (await agency.ledger()).find(({ kind }) => kind === 'outcome')!;
    return { ...agency, sent: timeIn('Asia/Yekaterinburg', new Date(line.at)).day };
  }
  const followups = (agency: ProposalAgency, ...args: string[]) =>
    runCommand('followups', [...args, '--workspace', agency.root]);
  const due = async (agency: ProposalAgency, day: string, ...flags: string[]) =>
    JSON.parse((await followups(agency, '--json', '--as-of', day, ...flags)).stdout) as Due[];

  interface Due {
    id: string;
    version: number;
    writing: number | null;
    step: string;
    overdue: number;
    missed: string[];
    letters: Record<'ru' | 'en', { subject: string; inReplyTo: string; text: string }>;
    drafts: string[];
  }

  it('lists nobody before the time, then the step that is due with its letters, then what was missed', async () => {
    const agency = await sentAgency();
    expect(await due(agency, addDays(agency.sent, -1))).toEqual([]);
    const [later] = await due(agency, addDays(agency.sent, 200));
    expect(later).toMatchObject({
      id: 'promo',
      step: '3-months',
      missed: ['arrived', '3-days', '1-week', '2-weeks', '1-month'],
    });
    expect(later!.overdue).toBeGreaterThan(90);
    expect(later!.letters.ru.text).toContain('Здравствуйте, Ирина Павловна!');
    expect(later!.letters.en.subject).toBe('Бухта: shall we close proposal КП-2026-014?');
    const said = await followups(agency, '--as-of', addDays(agency.sent, 200));
    expect(said.stdout).toMatch(/просрочено на \d+ д/);
  });

  it('answers the last letter that a server took, not one that was refused', async () => {
    const agency = await sentAgency();
    const answered = async () => (await due(agency, addDays(agency.sent, 7)))[0]!.letters.ru.inReplyTo;
    const closed = await mailServer({ onMailFrom: (_from, _session, done) => done(refusal(550, 'not for us')) });
    await runCommand('send', [...agency.proposal, '--resend'], { SMTP_URL: closed.url });
    expect(await answered()).toBe('<proposal.promo.v2@beacon.example>');
    const open = await mailServer();
    await runCommand('send', [...agency.proposal, '--resend'], { SMTP_URL: open.url });
    expect(await answered()).toBe('<proposal.promo.v2.again-2@beacon.example>');
  });

  it('writes drafts that answer the first letter and open for writing', async () => {
    const agency = await sentAgency();
    const [one] = await due(agency, addDays(agency.sent, 7), '--draft');
    expect(one!.drafts.map((path) => path.slice(-13))).toEqual(['letter.ru.eml', 'letter.en.eml']);
    const email = await parsed(await readFile(one!.drafts[0]!));
    expect(email).toMatchObject({ inReplyTo: '<proposal.promo.v2@beacon.example>', subject: one!.letters.ru.subject });
    expect(email.headers).toContainEqual(expect.objectContaining({ key: 'x-unsent', value: '1' }));
    expect(email.to).toMatchObject([{ address: 'irina@hotel.example' }]);
    expect(email.attachments).toEqual([]);
  });

  it('a step that was done gives way to the next; an answer ends the schedule', async () => {
    const agency = await sentAgency();
    const day = addDays(agency.sent, 300);
    const called = await followups(agency, 'done', 'promo', '--outcome', 'called', '--note', 'перезвонит в среду');
    expect(called.code).toBe(0);
    expect((await agency.ledger()).at(-1)).toMatchObject({
      kind: 'follow-up',
      step: 'arrived',
      outcome: 'called',
      note: 'перезвонит в среду',
    });
    expect((await due(agency, day))[0]!.missed).not.toContain('arrived');
    expect((await followups(agency, 'done', 'promo', '--outcome', 'replied')).code).toBe(0);
    expect(await due(agency, day)).toEqual([]);
    const again = await followups(agency, 'done', 'promo', '--outcome', 'none');
    expect(again.code).toBe(1);
    expect(again.stderr).toContain('promo');
  });

  it('stops when the author marks the proposal accepted', async () => {
    const agency = await sentAgency();
    const text = await readFile(join(agency.root, FILE), 'utf8');
    await writeFiles(agency.root, [[FILE, text.replace('status: ready', 'status: accepted')]]);
    expect(await due(agency, addDays(agency.sent, 30))).toEqual([]);
  });

  it('goes on while the next version is being written, and says how to end it where the answer was already in', async () => {
    const agency = await sentAgency();
    const text = await readFile(join(agency.root, FILE), 'utf8');
    const day = addDays(agency.sent, 30);
    expect((await due(agency, day))[0]).toMatchObject({ version: 2, writing: null });
    await writeFiles(agency.root, [
      [FILE, text.replace('version: 2', 'version: 3').replace('status: ready', 'status: draft')],
    ]);
    expect((await due(agency, day))[0]).toMatchObject({ version: 2, writing: 3 });
    const said = await followups(agency, '--as-of', day, '--lang', 'en');
    expect(said.stdout).toContain(
      'holds version 3 by now; if v2 was answered: npm run followups -- done promo --outcome replied',
    );
  });

  it('is signed by the author its file names now when the one who sent it has left the agency', async () => {
    const agency = await sentAgency();
    const people = JSON.parse(await readFile(join(agency.root, 'data/people.json'), 'utf8')) as { id: string }[];
    const text = await readFile(join(agency.root, FILE), 'utf8');
    await writeFiles(agency.root, [
      ['data/people.json', JSON.stringify(people.filter(({ id }) => id !== 'anna'))],
      [FILE, text.replace('author: anna', 'author: oleg').replace('[anna, oleg]', '[oleg]')],
    ]);
    const [one] = await due(agency, addDays(agency.sent, 30));
    expect(one!.letters.ru.text).toContain('Олег Рябов');
    expect(one!.letters.ru.inReplyTo).toBe('<proposal.promo.v2@beacon.example>');
  });

  it('asks nobody whose proposal cannot be read, since it may be accepted; says so and leaves the calendar alone', async () => {
    const agency = await sentAgency();
    const file = join(await scratchFolder('ics'), 'f.ics');
    await followups(agency, '--ics', file);
    const calendar = await readFile(file, 'utf8');
    const text = await readFile(join(agency.root, FILE), 'utf8');
    await writeFiles(agency.root, [[FILE, text.replace('status: ready', 'status: acepted')]]);
    const day = addDays(agency.sent, 30);
    const told = await followups(agency, '--as-of', day, '--json', '--ics', file);
    expect(told).toMatchObject({ code: 1, stderr: expect.stringContaining(`${FILE}:4:status`) as string });
    expect(JSON.parse(told.stdout)).toEqual([]);
    expect(await readFile(file, 'utf8')).toBe(calendar);
    const done = await followups(agency, 'done', 'promo', '--outcome', 'called');
    expect(done).toMatchObject({ code: 1, stderr: expect.stringContaining('acepted') as string });
  });

  it('names no days while those off by decree cannot be read', async () => {
    const agency = await sentAgency();
    await writeFiles(agency.root, [['data/holidays.csv', 'day;country;works\n2026-99-99;RU;no\n']]);
    const told = await followups(agency, '--as-of', addDays(agency.sent, 30));
    expect(told).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('data/holidays.csv') as string });
  });

  it('takes the schedule of data/followups.json, and names a mistake in it with its line', async () => {
    const agency = await sentAgency();
    const own = (after: string): string =>
      JSON.stringify({ ...schedule, steps: [{ id: 'only', after, ask: 'questions' }] }, null, 1);
    await writeFiles(agency.root, [['data/followups.json', own('2d')]]);
    expect((await due(agency, addDays(agency.sent, 30)))[0]).toMatchObject({ step: 'only', missed: [] });
    await writeFiles(agency.root, [['data/followups.json', own('soon')]]);
    const refused = await followups(agency);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/data\/followups\.json:\d+:steps\.0\.after/);
  });

  it('writes the calendar where asked', async () => {
    const agency = await sentAgency();
    const file = join(await scratchFolder('ics'), 'f.ics');
    expect((await followups(agency, '--ics', file)).code).toBe(0);
    const calendar = new ICAL.Component(ICAL.parse(await readFile(file, 'utf8')) as unknown[]);
    expect(calendar.getAllSubcomponents('vevent')).toHaveLength(6);
  });

  it('says in the calendar what will be true on the day of the step', async () => {
    // After a week of any working days, before a month has gone.
    const until = addDays(new Date().toISOString().slice(0, 10), 25);
    const agency = await sentAgency((head) => head.replace('2099-12-20', until).replace('2026-11-20', '2020-01-01'));
    const file = join(await scratchFolder('ics'), 'f.ics');
    await followups(agency, '--ics', file);
    const calendar = new ICAL.Component(ICAL.parse(await readFile(file, 'utf8')) as unknown[]);
    const notes = calendar
      .getAllSubcomponents('vevent')
      .map((one) => String(one.getFirstPropertyValue('description')).replace(/\s+/gu, ' '));
    expect(notes[2]).toContain('закреплены за вами');
    expect(notes[4]).toContain('Прежние цены действовали');
  });

  it('writes over no other calendar', async () => {
    const agency = await sentAgency();
    const file = join(await scratchFolder('ics'), 'mine.ics');
    const mine =
      'BEGIN:VCALENDAR\r\nPRODID:-//Mozilla\r\nBEGIN:VEVENT\r\nUID:dentist\r\nDTSTART:20990101T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
    await writeFile(file, mine);
    expect(await followups(agency, '--ics', file)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(file) as string,
    });
    expect(await readFile(file, 'utf8')).toBe(mine);
    expect(earlierEvents(mine, 'followups').size).toBe(0);
  });

  it('signs no letter for an agency whose files cannot be read', async () => {
    const agency = await sentAgency();
    await writeFiles(agency.root, [['data/agency.json', '{']]);
    const refused = await followups(agency);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('data/agency.json:1');
  });

  it('answers 2 to what it does not understand', async () => {
    const agency = await proposalAgency();
    for (const args of [
      ['done'],
      ['done', 'promo'],
      ['doing', 'promo', '--outcome', 'called'],
      ['--outcome', 'called'],
      ['done', 'promo', '--outcome', 'called', '--as-of', '2026-12-01'],
      ['done', 'promo', '--outcome', 'called', '--draft'],
    ]) {
      expect((await followups(agency, ...args)).code, args.join(' ')).toBe(2);
    }
  });
});
