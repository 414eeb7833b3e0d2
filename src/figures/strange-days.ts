import { dayText } from '../locale/dates.ts';
import type { Day } from '../types/period.ts';
import type { Problem } from '../types/problem.ts';
import type { Client } from '../types/workspace.ts';
import type { Facts } from './facts.ts';
import { daysBetween } from './period.ts';
import { about, both } from './problems.ts';

/** Nobody has a figure of an earlier day. */
const EARLIEST = '2000-01-01';
/** No data go on after such a pause in days to come. */
const PAUSE = 366;

/**
 * A warning for every file with rows of days that cannot be: a mistyped year takes them out of every report. A
 * workspace is built as of earlier days too: days to come are strange when they lie apart from all others.
 */
export function strangeDays(client: Client, facts: Facts, asOf: Day): Problem[] {
  const { days } = facts;
  const apart = days.findLastIndex((day, at) => at > 0 && day > asOf && daysBetween(days[at - 1]!, day) > PAUSE);
  const strange = [...days.filter((day) => day < EARLIEST), ...(apart < 0 ? [] : days.slice(apart))];
  if (strange.length === 0) return [];
  return facts.files.flatMap(({ file }) => {
    const day = strange.find((one) => file.days.includes(one));
    if (day === undefined) return [];
    return [
      {
        ...about(client, 'strange-day', 'warning', file.file),
        found: both(
          (locale) =>
            ({
              ru: `строки за ${dayText(locale, day, 'long')} посчитаны за этот день`,
              en: `rows of ${dayText(locale, day, 'long')} count towards that day`,
            })[locale],
        ),
        expected: { ru: 'дни, за которые уже могут быть данные', en: 'days of which there can be data' },
        mend: {
          ru: 'проверьте год в этих строках: за месяц, для которого они, возможно, предназначены, они не посчитаны',
          en: 'check the year of these rows: they do not count towards the month they may have been meant for',
        },
      },
    ];
  });
}
