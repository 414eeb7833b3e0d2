import { periodOf, previousPeriod } from '../../figures/period.ts';
import { dayText, periodText } from '../../locale/dates.ts';
import type { Day, Period } from '../../types/period.ts';
import type { Problem } from '../../types/problem.ts';
import type { Client } from '../../types/workspace.ts';

/**
 * A warning when the last month that has ended gets no report because nothing was exported for it, though the month
 * before has data: the export was forgotten. Of a client who left, so of two months without data, nothing is said.
 * @param days days with data, oldest first
 */
export function monthWithoutData(client: Client, days: Day[], asOf: Day): Problem[] {
  if (!client.reports.includes('monthly')) return [];
  const month = previousPeriod(periodOf(asOf, 'month'));
  const before = previousPeriod(month);
  const last = days.findLast((day) => day < month.from);
  if (last === undefined || last < before.from || days.some((day) => isIn(month, day))) return [];
  const name = { ru: lowered(periodText('ru', month, 'title')), en: periodText('en', month, 'title') };
  return [
    {
      code: 'month-without-data',
      severity: 'warning',
      client: client.id,
      file: `data/clients/${client.id}/exports`,
      found: {
        ru: `за ${name.ru} данных нет, последние перед ним — за ${dayText('ru', last, 'long')}`,
        en: `no data for ${name.en}; the last before it is of ${dayText('en', last, 'long')}`,
      },
      expected: {
        ru: 'выгрузки за месяц: без них отчёта за него не будет',
        en: 'exports of the month: without them it gets no report',
      },
      mend: {
        ru: 'положите выгрузки за этот месяц; если клиент ушёл, ничего не нужно: через месяц предупреждение исчезнет',
        en: 'add the exports of this month; if the client has left, nothing is needed: in a month the warning is gone',
      },
    },
  ];
}

const isIn = ({ from, to }: Period, day: Day): boolean => day >= from && day <= to;

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
