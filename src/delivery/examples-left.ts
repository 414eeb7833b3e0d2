import { dirname } from 'node:path/posix';
import { LOCALES, type LocalText } from '../types/locale.ts';
import type { Proposal } from '../types/proposal.ts';
import type { Client } from '../types/workspace.ts';
import { exampleExport, filesWithExamples } from '../workspace/skeleton/examples-left.ts';
import { proposalExamples } from '../workspace/skeleton/proposal-text.ts';

/** A warning when the report still says what `npm run new` wrote as examples; `null` when all is the client's own. */
export function examplesLeft(client: Client, period: string): LocalText | null {
  const example = client.exports.filter(({ file }) => file === exampleExport(client));
  const left = [...example.map(({ file }) => dirname(file)), ...filesWithExamples(client, [period])];
  if (left.length === 0) return null;
  const files = left.join(', ');
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
