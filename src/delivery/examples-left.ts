import { LOCALES, type LocalText } from '../types/locale.ts';
import type { Proposal } from '../types/proposal.ts';
import type { Client } from '../types/workspace.ts';
import { EXAMPLES } from '../workspace/skeleton/examples.ts';
import { proposalExamples } from '../workspace/skeleton/proposal-text.ts';

/** A warning when the report still says what `npm run new` wrote as examples; `null` when all is the client's own. */
export function examplesLeft(client: Client, period: string): LocalText | null {
  const files = filesWithExamples(client, period).join(', ');
  if (files === '') return null;
  return {
    ru: `Внимание: в отчёте остались примеры, с которыми создан клиент: ${files}`,
    en: `Mind: the report still holds the examples that the client was made with: ${files}`,
  };
}

/** The same of a proposal: it names the examples, which stand in one file or two. */
export function proposalExamplesLeft({ prospect, contact, body, estimate }: Proposal): LocalText | null {
  const texts = [
    prospect.name,
    contact.name,
    body,
    ...estimate.lines.flatMap(({ section, title }) => [section, title]),
  ];
  const examples = LOCALES.flatMap(proposalExamples);
  const left = examples.filter((example) => texts.some((text) => text === example || holds(text, example)));
  if (left.length === 0) return null;
  return {
    ru: `Внимание: в предложении остались примеры, с которыми оно создано: ${left.map((text) => `«${text}»`).join(', ')}`,
    en: `Mind: the proposal still holds the examples that it was made with: ${left.map((text) => `“${text}”`).join(', ')}`,
  };
}

/** Words such as “Full name” may stand in any text; what says that it is an example may not. */
const holds = (text: string, example: string): boolean => example.includes(': ') && text.includes(example);

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
