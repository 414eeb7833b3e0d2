import type { Person } from '../../types/workspace.ts';
import { didYouMean, quoted, type Finding } from '../findings.ts';
import { isId } from '../ids.ts';

/**
 * Warns of a cell that looks like an id but belongs to nobody. Free names ("Anna Petrova", an outside
 * contractor) are allowed and shown as they stand.
 */
export function unknownPeople(
  rows: readonly { person: string; row: number }[],
  column: string | undefined,
  people: readonly Person[],
): Finding[] {
  const ids = people.map((person) => person.id);
  if (ids.length === 0) return [];
  return rows
    .filter(({ person }) => isId(person) && !ids.includes(person))
    .map(({ person, row }) => ({
      code: 'unknown-person',
      severity: 'warning',
      row,
      column,
      found: quoted(person),
      expected: { ru: 'id из data/people.json или имя', en: 'an id from data/people.json or a name' },
      mend: didYouMean(person, ids, {
        ru: 'исправьте id или напишите имя так, как его увидит клиент',
        en: 'correct the id or write the name as the client will see it',
      }),
    }));
}
