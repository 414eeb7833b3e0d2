import { resolve } from 'node:path';
import { earlierEvents, isOurs } from '../../calendar/earlier-calendar.ts';
import { reportProblems } from '../../cli/report-problems.ts';
import { Refused } from '../../onboarding/refused.ts';
import { cohort, standingOf } from '../cohort.ts';
import { dueCalendar } from '../due-calendar.ts';
import { traineeOf } from '../entry.ts';
import { nameOf } from '../house.ts';
import { jsonDue, jsonStanding } from '../json.ts';
import { dueText, listText, showText } from '../tell.ts';
import { USAGE, type Command } from './command.ts';

/** Commands that show and change nothing. */

export const show: Command = async ([trainee, ...more], { house, flags, locale, asOf, effects }) => {
  if (!trainee || more.length > 0) throw USAGE;
  const record = await traineeOf(house, trainee, effects);
  const standing = standingOf(house, record.trainee, record.events, asOf);
  if (flags.json) effects.out(JSON.stringify(jsonStanding(standing), null, 2));
  else for (const each of showText(standing, locale)) effects.out(each);
};

export const list: Command = async (rest, { house, flags, locale, asOf, effects }) => {
  if (rest.length > 0) throw USAGE;
  const { value, problems } = await cohort(house, asOf, effects);
  if (flags.json) effects.out(JSON.stringify({ trainees: value.map(jsonStanding), problems }, null, 2));
  else for (const each of listText(value, locale)) effects.out(each);
  if (!flags.json && problems.length > 0) reportProblems(problems, { json: false, locale }, effects);
};

export const due: Command = async (rest, { house, flags, locale, asOf, effects }) => {
  if (rest.length > 0) throw USAGE;
  const { value, problems } = await cohort(house, asOf, effects);
  const domain = house.agency.email?.split('@')[1] ?? 'accountpress.invalid';
  if (flags.ics !== null) {
    const file = resolve(flags.ics);
    const before = (await effects.fs.exists(file)) ? new TextDecoder().decode(await effects.fs.read(file)) : '';
    if (!isOurs(before, 'trainees')) throw notOurs(file);
    const earlier = earlierEvents(before, 'trainees');
    const name = nameOf(house.people, locale);
    await effects.fs.write(file, dueCalendar(value, { locale, stamp: asOf, domain, name, earlier }));
  }
  if (flags.json) effects.out(JSON.stringify({ due: value.flatMap(jsonDue), problems }, null, 2));
  else for (const each of dueText(value, locale)) effects.out(each);
  if (!flags.json && problems.length > 0) reportProblems(problems, { json: false, locale }, effects);
};

const notOurs = (file: string): Refused =>
  new Refused('other-calendar', {
    ru: `${file}: здесь лежит не календарь, который записала эта команда; он не тронут, укажите после --ics другой файл`,
    en: `${file}: this is no calendar that this command has written; it stands untouched, name another file after --ics`,
  });
