import type { MediaPlanRow } from '../../types/workspace.ts';
import type { Read } from '../findings.ts';
import { numberColumn, periodColumn, textColumn } from './columns.ts';
import { repeats } from './repeats.ts';
import { readTable } from './table.ts';

export const mediaPlanColumns = {
  period: periodColumn({ headers: ['период', 'месяц', 'month'], about: 'Month, quarter, year or range.' }),
  channel: textColumn({ headers: ['канал'], about: 'Channel, as it is named in the data.' }, true),
  budget: numberColumn({
    headers: ['бюджет', 'расход', 'cost'],
    about: "Planned spend in the client's currency, without the agency's fee.",
  }),
  impressions: numberColumn({ headers: ['показы'], about: 'Planned impressions.' }),
  clicks: numberColumn({ headers: ['клики'], about: 'Planned clicks.' }),
  leads: numberColumn({ headers: ['лиды', 'заявки', 'обращения'], about: 'Planned leads.' }),
};

/** `media-plan.csv`: what was agreed to be bought, by period and channel. */
export function readMediaPlan(text: string): Read<MediaPlanRow[]> {
  const table = readTable(text, mediaPlanColumns);
  const again = repeats(table.rows, table.headers['channel'], (row) => [row.period, row.channel]);
  return { value: table.rows, findings: [...table.findings, ...again] };
}
