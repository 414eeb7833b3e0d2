import type { Period } from '../types/period.ts';
import type { Problem } from '../types/problem.ts';
import type { Client, Note } from '../types/workspace.ts';
import type { PeriodFigures } from './period-figures.ts';
import { about } from './problems.ts';
import { quotableValues } from './quotable.ts';
import { checkQuoted } from './quoted.ts';

/** A warning for each number in the period's note that matches none of its figures; nothing without a note. */
export function noteProblems(client: Client, period: Period, figures: PeriodFigures): Problem[] {
  const note = client.notes[period.id];
  if (note === undefined) return [];
  const strays = checkQuoted(note.text, client.locale, quotableValues(figures));
  return [...new Set(strays.map(({ text }) => text))].map((text) => strayNumber(client, note, period, text));
}

function strayNumber(client: Client, note: Note, period: Period, text: string): Problem {
  const row = rowOf(note, text);
  return {
    ...about(client, 'number-not-in-figures', 'warning', note.file),
    ...(row !== null && { row }),
    found: {
      ru: `в заметке число «${text}», которого нет среди показателей за ${period.id}`,
      en: `the note says “${text}”, which is none of the figures of ${period.id}`,
    },
    expected: {
      ru: 'значение, изменение, цель, доля или план из этого отчёта, с показанным округлением',
      en: 'a value, change, target, share or plan of this report, within the rounding shown',
    },
    mend: {
      ru: 'сверьте число с отчётом: возможно, оно осталось от другого месяца',
      en: 'compare it with the report: it may be left from another month',
    },
  };
}

/** The line of the file where the number stands in the note's body; `null` when it is in the frontmatter. */
function rowOf(note: Note, text: string): number | null {
  const line = note.body.split('\n').findIndex((one) => one.includes(text));
  return line < 0 ? null : note.bodyRow + line;
}
