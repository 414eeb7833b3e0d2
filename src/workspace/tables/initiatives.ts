import { readNumber } from '../../intake/numbers.ts';
import type { Initiative } from '../../types/workspace.ts';
import { duplicateId, ID_EXPECTED, isId } from '../ids.ts';
import { quoted, type Finding, type Read } from '../findings.ts';
import { choiceColumn, dayColumn, numberColumn, textColumn, type Column } from './columns.ts';
import { readTable } from './table.ts';

const HORIZONS = { quarter: ['квартал'], year: ['год'] } as const;

const INITIATIVE_STATUSES = {
  planned: ['запланировано', 'запланирована', 'план', 'plan'],
  active: ['в работе', 'идёт', 'активна', 'активно', 'in progress', 'doing'],
  done: ['готово', 'выполнено', 'выполнена', 'завершено', 'завершена', 'completed'],
  late: ['опаздывает', 'отстаёт', 'просрочено', 'просрочена', 'overdue', 'delayed', 'behind'],
  stopped: ['остановлено', 'остановлена', 'отменено', 'отменена', 'cancelled', 'canceled'],
} as const;

export const initiativeColumns = {
  id: idColumn(),
  title: textColumn({ headers: ['инициатива', 'название', 'initiative'], about: 'What the initiative is.' }, true),
  horizon: choiceColumn({ headers: ['горизонт'], about: 'Horizon of the initiative.' }, HORIZONS, null),
  start: dayColumn({ headers: ['начало', 'старт'], about: 'First day.' }),
  due: dayColumn({ headers: ['срок', 'окончание', 'дедлайн', 'deadline', 'end'], about: 'Day it is due.' }),
  progress: progressColumn(),
  status: choiceColumn(
    { headers: ['статус', 'состояние', 'state'], about: 'Blank means active.' },
    INITIATIVE_STATUSES,
    'active',
  ),
  note: textColumn({ headers: ['комментарий', 'примечание', 'comment'], about: 'A remark for the client.' }, false),
};

/** `initiatives.csv`: undertakings of a quarter or a year, with their progress. */
export function readInitiatives(text: string): Read<Initiative[]> {
  const { rows, findings, headers } = readTable(text, initiativeColumns);
  const seen = new Set<string>();
  const further: Finding[] = [];
  for (const row of rows) {
    if (seen.has(row.id)) further.push(duplicateId(row.id, { row: row.row, column: headers['id'] }));
    seen.add(row.id);
    if (row.due < row.start) further.push(dueBeforeStart(row, headers['due']));
  }
  return { value: rows, findings: [...findings, ...further] };
}

function idColumn(): Column<string> {
  const mend = { ru: 'например: new-landing', en: 'for example: new-landing' };
  return {
    ...textColumn(
      { headers: ['код', 'номер'], about: 'Short name, unique among the initiatives of the client.' },
      true,
    ),
    type: 'id',
    expected: ID_EXPECTED,
    read: (cell) => (isId(cell) ? { value: cell } : { code: 'bad-id', mend }),
  };
}

/** `40%`, `40` and `0.4` are alike; up to 1 without a sign is a fraction, so that `1` is all done. Blank is 0. */
function progressColumn(): Column<string> {
  const number = numberColumn({
    headers: ['прогресс', 'готовность', 'выполнение'],
    about: '40%, 40 and 0.4 are alike; 1 without a percent sign is all done. Blank is 0.',
  });
  const expected = { ru: 'доля выполненного от 0 до 100%', en: 'the part done, from 0 to 100%' };
  return {
    ...number,
    expected,
    read: (cell, forms) => {
      const read = number.read(cell, forms);
      if ('code' in read) return read;
      const given = read.value ?? '0';
      const value = Number(given) > 1 && !cell.includes('%') ? readNumber(`${given}%`, '.') : given;
      if (typeof value !== 'string' || Number(value) > 1) {
        return { code: 'bad-progress', mend: { ru: 'поставьте не больше 100%', en: 'put 100% at most' } };
      }
      return { value };
    },
  };
}

function dueBeforeStart(row: Initiative, column: string | undefined): Finding {
  return {
    code: 'due-before-start',
    severity: 'error',
    row: row.row,
    column,
    found: quoted(row.due),
    expected: { ru: `день не раньше начала (${row.start})`, en: `a day not before the start (${row.start})` },
    mend: { ru: 'поменяйте даты местами или исправьте одну из них', en: 'swap the days or correct one of them' },
  };
}
