import type { Day } from '../types/period.ts';

/** What a clock on a wall of the zone shows at a moment. @returns `YYYY-MM-DD` and `HH:MM` */
export function wallClock(moment: Date, timeZone: string): { day: Day; time: string } {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  return { day: `${parts['year']}-${parts['month']}-${parts['day']}`, time: `${parts['hour']}:${parts['minute']}` };
}

/** The moment when that clock shows day and time; an hour that a change of clocks leaves out becomes the one after it. */
export function momentOf(day: Day, time: string, timeZone: string): Date {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  // The zone's offset is asked for at the guess; a second round settles guesses that fall beyond a change of clocks.
  let guess = wanted;
  for (let round = 0; round < 2; round += 1) {
    const shown = wallClock(new Date(guess), timeZone);
    guess += wanted - Date.parse(`${shown.day}T${shown.time}:00Z`);
  }
  return new Date(guess);
}
