import { daysBetween } from '../figures/period.ts';
import type { Day } from '../types/period.ts';
import type { ZonedTime } from '../types/proposal.ts';

const MINUTE = 60_000;

const clocks = new Map<string, Intl.DateTimeFormat>();

function clock(zone: string): Intl.DateTimeFormat {
  let format = clocks.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    clocks.set(zone, format);
  }
  return format;
}

/** What the clocks of an IANA zone show at a moment. */
export function timeIn(zone: string, moment: Date): ZonedTime {
  const parts = Object.fromEntries(
    clock(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  const day = `${parts['year']}-${parts['month']}-${parts['day']}`;
  const time = `${parts['hour']}:${parts['minute']}`;
  const ahead = wallMinutes(day, time) - Math.floor(moment.getTime() / MINUTE);
  return { day, time, zone, offset: offsetText(ahead) };
}

/**
 * The moment when the clocks of an IANA zone show a day and `HH:MM`. A time that clocks jump over is moved forward by
 * the length of the jump; of a time they show twice, the first is meant.
 */
export function momentOf(day: Day, time: string, zone: string): Date {
  const wall = wallMinutes(day, time);
  // Offsets in force about a day before and after are the only two the wall time can stand in.
  const offsets = [-1440, 1440].map((about) => aheadOf(zone, wall + about));
  const fitting = offsets.filter((ahead) => aheadOf(zone, wall - ahead) === ahead);
  const ahead = fitting.length > 0 ? Math.max(...fitting) : Math.min(...offsets);
  return new Date((wall - ahead) * MINUTE);
}

/** Minutes the zone is ahead of UTC at a minute of UTC. */
function aheadOf(zone: string, utcMinute: number): number {
  const { day, time } = timeIn(zone, new Date(utcMinute * MINUTE));
  return wallMinutes(day, time) - utcMinute;
}

function wallMinutes(day: Day, time: string): number {
  return daysBetween('1970-01-01', day) * 1440 + Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function offsetText(minutes: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
