import { resolve } from 'node:path';
import { reportProblems } from '../../cli/report-problems.ts';
import { cohort, standingOf } from '../cohort.ts';
import { dueCalendar } from '../due-calendar.ts';
import { traineeOf } from '../entry.ts';
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
  if (flags.ics !== null)
    await effects.fs.write(resolve(flags.ics), dueCalendar(value, { locale, stamp: asOf, domain }));
  if (flags.json) effects.out(JSON.stringify({ due: value.flatMap(jsonDue), problems }, null, 2));
  else for (const each of dueText(value, locale)) effects.out(each);
  if (!flags.json && problems.length > 0) reportProblems(problems, { json: false, locale }, effects);
};
