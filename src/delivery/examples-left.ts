import type { LocalText } from '../types/locale.ts';
import type { Client } from '../types/workspace.ts';
import { EXAMPLES } from '../workspace/skeleton/examples.ts';

/** A warning when the report still says what `npm run new` wrote as examples; `null` when all is the client's own. */
export function examplesLeft(client: Client, period: string): LocalText | null {
  const files = filesWithExamples(client, period).join(', ');
  if (files === '') return null;
  return {
    ru: `Внимание: в отчёте остались примеры, с которыми создан клиент: ${files}`,
    en: `Mind: the report still holds the examples that the client was made with: ${files}`,
  };
}

function filesWithExamples(client: Client, period: string): string[] {
  const examples = Object.values(EXAMPLES);
  const titles = new Set(
    examples.flatMap(({ event, work, plan, initiatives }) => [
      event,
      ...[...work, ...plan, ...initiatives].map(({ title }) => title),
    ]),
  );
  const titled = (rows: { title: string }[]): boolean => rows.some(({ title }) => titles.has(title));
  const note = client.notes[period];
  const noted = (text: string): boolean =>
    examples.some((each) => [each.note.summary, ...each.note.asks].includes(text));
  const folder = `data/clients/${client.id}`;
  const left: [string, boolean][] = [
    [`${folder}/client.json`, examples.some(({ clientName }) => clientName === client.name)],
    [`${folder}/exports/example`, client.exports.some(({ file }) => file === `${folder}/exports/example/example.csv`)],
    [`${folder}/work.csv`, titled(client.work)],
    [`${folder}/plan.csv`, titled(client.plan)],
    [`${folder}/events.csv`, titled(client.events)],
    [`${folder}/initiatives.csv`, titled(client.initiatives)],
    [note?.file ?? '', note !== undefined && [note.summary, ...note.asks].some(noted)],
  ];
  return left.flatMap(([file, isLeft]) => (isLeft ? [file] : []));
}
