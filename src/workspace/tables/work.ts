import type { Person, WorkItem } from '../../types/workspace.ts';
import type { Read } from '../findings.ts';
import { choiceColumn, dayColumn, linkColumn, numberColumn, textColumn } from './columns.ts';
import { unknownPeople } from './people-cells.ts';
import { readTable } from './table.ts';

const WORK_STATUSES = {
  done: ['готово', 'сделано', 'выполнено', 'завершено', 'закрыто', 'completed', 'complete', 'ready', 'closed'],
  doing: ['в работе', 'делается', 'выполняется', 'в процессе', 'идёт', 'in progress', 'wip', 'started'],
  blocked: ['заблокировано', 'ждём клиента', 'ожидание', 'ждёт', 'на паузе', 'waiting', 'on hold', 'stuck'],
} as const;

export const workColumns = {
  date: dayColumn({ headers: ['дата', 'день', 'day'], about: 'Day of the work.' }),
  area: textColumn(
    { headers: ['направление', 'раздел', 'service'], about: 'Part of the service, such as SEO.' },
    false,
  ),
  title: textColumn(
    { headers: ['работа', 'задача', 'название', 'task'], about: "What was done, in the client's words." },
    true,
  ),
  person: textColumn(
    { headers: ['исполнитель', 'сотрудник', 'кто', 'who'], about: 'Id from people.json, or a name.' },
    false,
  ),
  hours: numberColumn({ headers: ['часы', 'часов'], about: 'Hours spent.' }),
  status: choiceColumn(
    { headers: ['статус', 'состояние', 'state'], about: 'Blank means done.' },
    WORK_STATUSES,
    'done',
  ),
  link: linkColumn({ headers: ['ссылка', 'url'], about: 'Address of the result.' }),
  effect: textColumn({ headers: ['эффект', 'результат', 'result'], about: 'What it changed.' }, false),
};

/** `work.csv`: what was done, the evidence of a report. */
export function readWork(text: string, people: readonly Person[]): Read<WorkItem[]> {
  const table = readTable(text, workColumns);
  const strangers = unknownPeople(table.rows, table.headers['person'], people);
  return { value: table.rows, findings: [...table.findings, ...strangers] };
}
