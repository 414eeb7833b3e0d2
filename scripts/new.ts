import { runCommand, type Given } from '../src/cli/options.ts';
import { UsageError, type CommandLine } from '../src/cli/usage.ts';
import { nodeEffects } from '../src/effects/node.ts';
import type { Locale } from '../src/types/locale.ts';
import { ID_EXPECTED, isId } from '../src/workspace/ids.ts';
import { newClient } from '../src/workspace/skeleton/new-client.ts';
import { FLAGS, PROJECT, workspaceFolder } from './common.ts';

const line = {
  command: 'npm run new',
  about: {
    ru: 'Создаёт папку нового клиента, заполненную примерами.',
    en: "Makes a new client's folder filled with examples.",
  },
  rest: 'client <id>',
  flags: { workspace: FLAGS.workspace, lang: FLAGS.lang },
} as const satisfies CommandLine;

const effects = nodeEffects();

async function run({ flags, rest }: Given<(typeof line)['flags']>): Promise<number> {
  const [what, id, ...more] = rest;
  if (what !== 'client' || id === undefined || more.length > 0) {
    throw new UsageError({
      ru: 'Нужны два слова: client и id клиента',
      en: "Give two words: client and the client's id",
    });
  }
  if (!isId(id)) {
    throw new UsageError({
      ru: `${JSON.stringify(id)} не годится как id клиента: нужны ${ID_EXPECTED.ru}`,
      en: `${JSON.stringify(id)} cannot be a client's id: use ${ID_EXPECTED.en}`,
    });
  }
  const root = workspaceFolder(flags.workspace);
  return newClient({ id, root, project: PROJECT, lang: flags.lang as Locale | null }, effects);
}

process.exitCode = await runCommand(line, process.argv.slice(2), run, effects);
