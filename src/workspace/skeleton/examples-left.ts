import type { Client } from '../../types/workspace.ts';
import { EXAMPLES } from './examples.ts';

/** The export that `npm run new` writes, relative to the workspace. */
export const exampleExport = ({ id }: Pick<Client, 'id'>): string => `data/clients/${id}/exports/example/example.csv`;

/**
 * Files in which something still stands that `npm run new` wrote as an example, relative to the workspace; but for the
 * export.
 * @param periods ids of the periods whose notes are looked into
 */
export function filesWithExamples(client: Client, periods: readonly string[]): string[] {
  const examples = Object.values(EXAMPLES);
  const titles = new Set(
    examples.flatMap(({ event, work, plan, initiatives }) => [
      event,
      ...[...work, ...plan, ...initiatives].map(({ title }) => title),
    ]),
  );
  const titled = (rows: { title: string }[]): boolean => rows.some(({ title }) => titles.has(title));
  const isExample = (text: string): boolean =>
    examples.some((each) => [each.note.summary, ...each.note.asks].includes(text));
  const folder = `data/clients/${client.id}`;
  const left: [string, boolean][] = [
    [`${folder}/client.json`, examples.some(({ clientName }) => clientName === client.name)],
    [`${folder}/work.csv`, titled(client.work)],
    [`${folder}/plan.csv`, titled(client.plan)],
    [`${folder}/events.csv`, titled(client.events)],
    [`${folder}/initiatives.csv`, titled(client.initiatives)],
  ];
  for (const period of periods) {
    const note = client.notes[period];
    if (note !== undefined) left.push([note.file, [note.summary, ...note.asks].some(isExample)]);
  }
  return left.flatMap(([file, isLeft]) => (isLeft ? [file] : []));
}
