import { dayText } from '../../locale/dates.ts';
import type { Day } from '../../types/period.ts';
import type { Problem } from '../../types/problem.ts';
import type { Client } from '../../types/workspace.ts';
import { initiativeState } from '../../ui/initiative-state.ts';

/** A warning for each initiative that the client is told to be overdue: the manager had better know first. */
export function overdueInitiatives(client: Client, asOf: Day): Problem[] {
  return client.initiatives
    .filter((one) => initiativeState(one, asOf) === 'overdue')
    .map(({ title, due, status, row }) => ({
      code: 'initiative-overdue',
      severity: 'warning',
      client: client.id,
      file: `data/clients/${client.id}/initiatives.csv`,
      row,
      column: 'due',
      found: {
        ru: `срок инициативы «${title}» прошёл ${dayText('ru', due, 'long')}, а статус — ${status}: клиент читает «Срок прошёл»`,
        en: `the initiative “${title}” was due on ${dayText('en', due, 'long')} and its status is ${status}: the client reads “Overdue”`,
      },
      expected: {
        ru: 'статус done, late или stopped, либо срок впереди',
        en: 'the status done, late or stopped, or a due day ahead',
      },
      mend: {
        ru: 'впишите, чем она кончилась, или новый срок, о котором договорились',
        en: 'write how it ended, or the new day that was agreed',
      },
    }));
}
