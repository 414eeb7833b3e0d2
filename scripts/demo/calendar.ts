/** Days as `YYYY-MM-DD`; months as `YYYY-MM`. */
export const FIRST_DAY = '2024-09-01';
export const LAST_DAY = '2026-10-31';

const DAY_MS = 86_400_000;

const stamp = (day: string): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));

export const addDays = (day: string, count: number): string =>
  new Date(stamp(day) + count * DAY_MS).toISOString().slice(0, 10);

export const daysApart = (from: string, to: string): number => (stamp(to) - stamp(from)) / DAY_MS;

/** Every day from `from` to `to`, both included. */
export const daysFrom = (from: string, to: string): string[] =>
  Array.from({ length: daysApart(from, to) + 1 }, (_, index) => addDays(from, index));

/** 0 is Monday. */
export const weekday = (day: string): number => (new Date(stamp(day)).getUTCDay() + 6) % 7;

export const monthOf = (day: string): string => day.slice(0, 7);

/** Results of the demo's last month, the one its reports are about. */
export const inLastMonth = ({ day }: { day: string }): boolean => monthOf(day) === monthOf(LAST_DAY);

export const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** Half-year as a manager names a file: `2025-H1`. */
export const halfOf = (day: string): string => `${day.slice(0, 4)}-H${Number(day.slice(5, 7)) > 6 ? 2 : 1}`;

/** Months since the first one of the demo; the first is 0. */
export const monthIndex = (day: string): number =>
  (Number(day.slice(0, 4)) - Number(FIRST_DAY.slice(0, 4))) * 12 +
  Number(day.slice(5, 7)) -
  Number(FIRST_DAY.slice(5, 7));

export const isWithin = (day: string, from: string, to: string): boolean => day >= from && day <= to;
