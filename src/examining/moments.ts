import { momentOf, timeIn } from '../calendar/zones.ts';
import { UsageError } from '../cli/usage.ts';
import type { ExamRoom } from './room.ts';

/**
 * A moment as a mentor types it: `2026-11-24T10:00+03:00`, or a day and a time of the agency's clocks
 * (`2026-11-24 10:00`), or a day alone, which means its noon. Throws a UsageError.
 */
export function readMoment(flag: string, text: string, zone: string): Date {
  const [, day, time = '12:00', rest] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(.*))?$/.exec(text.trim()) ?? [];
  const sane = day !== undefined && isDay(day) && time < '24:00' && time.slice(3) < '60';
  if (sane && !rest) return momentOf(day, time, zone);
  const exact =
    sane && /^(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})$/.test(rest!) ? new Date(text.trim().replace(' ', 'T')) : null;
  if (exact && !Number.isNaN(exact.getTime())) return exact;
  throw new UsageError({
    ru: `--${flag}: «${text}» — не момент; пример: "2026-11-24 10:00" по часам агентства или 2026-11-24T10:00+03:00`,
    en: `--${flag}: “${text}” is no moment; for example "2026-11-24 10:00" by the agency's clocks, or 2026-11-24T10:00+03:00`,
  });
}

const isDay = (text: string): boolean => {
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === text;
};

/** Minutes of `+20` or `20`; throws a UsageError for anything but 1 to 600. */
export function readMinutes(text: string): number {
  const minutes = /^\+?(\d{1,3})$/.exec(text.trim())?.[1];
  if (minutes !== undefined && Number(minutes) >= 1 && Number(minutes) <= 600) return Number(minutes);
  throw new UsageError({
    ru: `--minutes: «${text}»; нужна прибавка вида +20, от 1 до 600 минут`,
    en: `--minutes: “${text}”; give what is added, such as +20, from 1 to 600 minutes`,
  });
}

/** A moment as a mentor types it: by the agency's clocks, with their zone beside it. */
export function moment({ agency: { timeZone } }: Pick<ExamRoom, 'agency'>, iso: string): string {
  const { day, time } = timeIn(timeZone, new Date(iso));
  return `${day} ${time}, ${timeZone}`;
}
