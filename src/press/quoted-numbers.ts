import { quotableValues } from '../figures/quotable.ts';
import { checkQuoted } from '../figures/quoted.ts';
import type { PeriodFigures } from '../figures/period-figures.ts';
import type { Period } from '../types/period.ts';
import type { Problem } from '../types/problem.ts';
import type { Client } from '../types/workspace.ts';

/** Numbers in the manager's note that match no figure of its period: warnings, for the manager to look again. */
export function quotedProblems(client: Client, period: Period, figures: PeriodFigures): Problem[] {
  const note = client.notes[period.id];
  if (!note) return [];
  return checkQuoted(note.text, client.locale, quotableValues(figures)).map(({ text }) => ({
    code: 'quoted-number',
    severity: 'warning',
    client: client.id,
    file: note.file,
    found: { ru: `в заметке написано «${text}»`, en: `the note says “${text}”` },
    expected: {
      ru: `число, которое есть среди цифр за ${period.id}`,
      en: `a number that stands among the figures of ${period.id}`,
    },
    mend: { ru: 'сверьте число с отчётом', en: 'compare the number with the report' },
  }));
}
