import { FIRST_DAY, LAST_DAY, weekday } from './calendar.ts';
import { between } from './random.ts';
import { written } from './table.ts';

/** Work that comes back every month; `%` in the title stands for the month before. */
export interface Routine {
  area: string;
  title: string;
  person: string;
  /** Day of the month it usually falls on; a weekend moves it to Monday. */
  day: number;
  hours: [low: number, high: number];
  effects: string[];
  /** Every how many months, and from which. */
  every?: number;
  since?: string;
}

const HEADER = ['date', 'area', 'title', 'person', 'hours', 'status', 'link', 'effect'];

const workday = (month: string, day: number): string => {
  let number = day;
  while (weekday(`${month}-${String(number).padStart(2, '0')}`) > 4) number += 1;
  return `${month}-${String(number).padStart(2, '0')}`;
};

const monthsOfDemo = (): string[] => {
  const months: string[] = [];
  for (let year = 2024; year <= 2026; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      const name = `${year}-${String(month).padStart(2, '0')}`;
      if (name >= FIRST_DAY.slice(0, 7) && name <= LAST_DAY.slice(0, 7)) months.push(name);
    }
  }
  return months;
};

function routineRows(routine: Routine, client: string, months: string[]): string[][] {
  return monthsOfDemo()
    .filter((month, index) => month >= (routine.since ?? FIRST_DAY.slice(0, 7)) && index % (routine.every ?? 1) === 0)
    .map((month) => {
      const before = months[(Number(month.slice(5, 7)) + 10) % 12]!;
      const seed = `${client}/${routine.title}/${month}`;
      const [low, high] = routine.hours;
      return [
        workday(month, routine.day),
        routine.area,
        routine.title.replace('%', before),
        routine.person,
        String(between(low * 2, high * 2, seed, 'hours') / 2),
        'done',
        '',
        routine.effects[between(0, routine.effects.length - 1, seed, 'effect')]!,
      ];
    });
}

/**
 * `work.csv`: hand-written lines `date | area | title | person | hours | status | link | effect` and the
 * month's routines between them, by date. `months` are names as they stand in titles, January first.
 */
export function workLog(client: string, months: string[], lines: string, routines: Routine[]): string[][] {
  const rows = [...written(lines), ...routines.flatMap((routine) => routineRows(routine, client, months))];
  for (const row of rows) {
    if (row.length !== HEADER.length) throw new Error(`${client}: ${row.length} cells in «${row.join(' | ')}»`);
  }
  return [HEADER, ...rows.sort((a, b) => (a[0]! < b[0]! ? -1 : a[0]! > b[0]! ? 1 : 0))];
}

export const MONTHS_RU = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ');

export const MONTHS_EN = 'January February March April May June July August September October November December'.split(
  ' ',
);
