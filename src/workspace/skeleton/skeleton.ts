import { addDays, eachDay, periodOf, previousPeriod } from '../../figures/period.ts';
import type { Locale } from '../../types/locale.ts';
import type { Day, Period } from '../../types/period.ts';
import { eventColumns } from '../tables/events.ts';
import { initiativeColumns } from '../tables/initiatives.ts';
import { mediaPlanColumns } from '../tables/media-plan.ts';
import { planColumns } from '../tables/plan.ts';
import { targetColumns } from '../tables/targets.ts';
import { workColumns } from '../tables/work.ts';
import { exampleRows } from './example-rows.ts';
import { EXAMPLES, type Examples } from './examples.ts';
import { csv, headerOf } from './write-csv.ts';

export interface SkeletonInput {
  id: string;
  locale: Locale;
  /** The examples fill the two months that ended before this day. */
  today: Day;
  /** A person to sign the example note; none when the agency lists nobody. */
  person: string | null;
}

/**
 * Example files of a new client (path from the workspace → text), in every table the workspace knows.
 * They pass the check and build a report for the month that ended last.
 */
export function skeleton(input: SkeletonInput): Map<string, string> {
  const examples = EXAMPLES[input.locale];
  const last = previousPeriod(periodOf(input.today, 'month'));
  const months = [previousPeriod(last), last];
  const folder = `data/clients/${input.id}`;
  return new Map([
    [`${folder}/client.json`, `${JSON.stringify(profile(input, examples), null, 2)}\n`],
    [
      `${folder}/exports/example/example.csv`,
      csv(input.locale, exampleRows(input.locale, months.flatMap(eachDay), examples.channels)),
    ],
    ...tables(input, examples, months, last).map(([name, rows]): [string, string] => [
      `${folder}/${name}`,
      csv(input.locale, rows),
    ]),
    [`content/reports/notes/${input.id}/${last.id}.mdx`, note(input, examples)],
  ]);
}

function profile({ person }: SkeletonInput, { clientName, legalName, services }: Examples) {
  return {
    name: clientName,
    legalName,
    ...(person === null ? {} : { manager: person }),
    kpis: ['leads', 'cost', 'cpl', 'clicks', 'ctr'],
    reports: ['monthly'],
    services,
  };
}

function tables(input: SkeletonInput, examples: Examples, months: Period[], last: Period): [string, string[][]][] {
  const { locale } = input;
  const person = input.person ?? '';
  const { search, social } = examples.channels;
  const next = periodOf(addDays(last.to, 1), 'month');
  const inLast = (day: number): Day => addDays(last.from, day - 1);
  const table = (columns: Parameters<typeof headerOf>[0], rows: string[][]): string[][] => [
    headerOf(columns, locale),
    ...rows,
  ];
  return [
    [
      'targets.csv',
      table(
        targetColumns,
        months.flatMap(({ id }) => [
          [id, 'leads', '', '190'],
          [id, 'cpl', '', '520'],
        ]),
      ),
    ],
    [
      'media-plan.csv',
      table(
        mediaPlanColumns,
        months.flatMap(({ id }) => [
          [id, search, '60000', '62000', '2500', '120'],
          [id, social, '40000', '150000', '2200', '75'],
        ]),
      ),
    ],
    [
      'work.csv',
      table(
        workColumns,
        examples.work.map((w) => [inLast(w.day), w.area, w.title, person, w.hours, w.status, '', w.effect]),
      ),
    ],
    [
      'plan.csv',
      table(
        planColumns,
        examples.plan.map((p, i) => [next.id, p.area, p.title, person, addDays(next.from, 9 + 10 * i)]),
      ),
    ],
    ['events.csv', table(eventColumns, [[inLast(15), examples.event]])],
    [
      'initiatives.csv',
      table(
        initiativeColumns,
        examples.initiatives.map((i) => [
          i.id,
          i.title,
          i.horizon,
          last.from,
          addDays(last.from, 90),
          i.progress,
          i.status,
          i.note,
        ]),
      ),
    ],
  ];
}

function note({ person }: SkeletonInput, { note: { summary, asks, body } }: Examples): string {
  const head = [
    '---',
    ...(person === null ? [] : [`author: ${person}`]),
    `summary: "${summary}"`,
    'asks:',
    ...asks.map((ask) => `  - "${ask}"`),
    '---',
  ];
  return `${head.join('\n')}\n\n${body}`;
}
