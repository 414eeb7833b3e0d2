import type { EventMark } from '../../types/workspace.ts';
import type { Read } from '../findings.ts';
import { dayColumn, textColumn } from './columns.ts';
import { readTable } from './table.ts';

export const eventColumns = {
  date: dayColumn({ headers: ['дата', 'день', 'day'], about: 'Day of the event.' }),
  title: textColumn({ headers: ['событие', 'название', 'event'], about: 'A sale, a site failure, a holiday.' }, true),
};

/** `events.csv`: marks on charts. */
export function readEvents(text: string): Read<EventMark[]> {
  const { rows, findings } = readTable(text, eventColumns);
  return { value: rows, findings };
}
