import { assign as assignPerson, beginPause, endPause, recordLeaving } from '../absence.ts';
import { USAGE, type Command } from './command.ts';
import { onePerson, written } from './written.ts';

/** Commands that record who is there. */

export const pause: Command = async ([trainee, ...more], errand) => {
  const { house, flags, effects } = errand;
  if (!trainee || more.length > 0) throw USAGE;
  const wanted = { since: flags.since, until: flags.until, reason: flags.reason, by: onePerson(flags) };
  written(await beginPause(house, { trainee, asOf: flags['as-of'] }, wanted, effects), trainee, errand);
};

export const resume: Command = async ([trainee, ...more], errand) => {
  const { house, flags, effects } = errand;
  if (!trainee || more.length > 0) throw USAGE;
  const wanted = { since: flags.since, by: onePerson(flags) };
  written(await endPause(house, { trainee, asOf: flags['as-of'] }, wanted, effects), trainee, errand);
};

export const leave: Command = async ([trainee, ...more], errand) => {
  const { house, flags, effects } = errand;
  if (!trainee || more.length > 0) throw USAGE;
  const wanted = { last: flags.until, reason: flags.reason, by: onePerson(flags) };
  written(await recordLeaving(house, { trainee, asOf: flags['as-of'] }, wanted, effects), trainee, errand);
};

export const assign: Command = async ([trainee, ...more], errand) => {
  const { house, flags, effects } = errand;
  const { mentor, manager, reason } = flags;
  if (!trainee || more.length > 0 || (mentor === null) === (manager === null)) throw USAGE;
  const role = mentor === null ? ('manager' as const) : ('mentor' as const);
  const wanted = { role, person: (mentor ?? manager)!, reason, by: onePerson(flags) };
  written(await assignPerson(house, { trainee, asOf: flags['as-of'] }, wanted, effects), trainee, errand);
};
