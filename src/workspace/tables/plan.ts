import type { Person, PlanItem } from '../../types/workspace.ts';
import type { Read } from '../findings.ts';
import { optionalDayColumn, periodColumn, textColumn } from './columns.ts';
import { unknownPeople } from './people-cells.ts';
import { readTable } from './table.ts';

export const planColumns = {
  period: periodColumn({ headers: ['период', 'месяц', 'month'], about: 'When it is planned.' }),
  area: textColumn(
    { headers: ['направление', 'раздел', 'service'], about: 'Part of the service, such as SEO.' },
    false,
  ),
  title: textColumn({ headers: ['работа', 'задача', 'название', 'task'], about: 'What will be done.' }, true),
  person: textColumn(
    { headers: ['исполнитель', 'сотрудник', 'кто', 'who'], about: 'Id from people.json, or a name.' },
    false,
  ),
  due: optionalDayColumn({ headers: ['срок', 'дедлайн', 'deadline'], about: 'Day it is due.' }),
};

/** `plan.csv`: what will be done. */
export function readPlan(text: string, people: readonly Person[]): Read<PlanItem[]> {
  const table = readTable(text, planColumns);
  const strangers = unknownPeople(table.rows, table.headers['person'], people);
  return { value: table.rows, findings: [...table.findings, ...strangers] };
}
