import { resolve } from 'node:path';
import { runCommand, type Given } from '../src/cli/options.ts';
import { UsageError, type CommandLine } from '../src/cli/usage.ts';
import { nodeEffects } from '../src/effects/node.ts';
import type { Locale } from '../src/types/locale.ts';
import { ID_EXPECTED, isId } from '../src/workspace/ids.ts';
import { newClient } from '../src/workspace/skeleton/new-client.ts';
import { newProposal } from '../src/workspace/skeleton/new-proposal.ts';
import { BRIEF_FOLDER } from '../src/press/proposals/folder.ts';
import { FLAGS, PROJECT, placeOfWorkspace } from './common.ts';

const line = {
  command: 'npm run new',
  about: {
    ru: 'Создаёт нового клиента или новое предложение, заполненные примерами.',
    en: 'Makes a new client or a new proposal, filled with examples.',
  },
  rest: 'client|proposal <id>',
  flags: {
    workspace: FLAGS.workspace,
    brief: {
      kind: 'text',
      value: { ru: 'ФАЙЛ', en: 'FILE' },
      about: {
        ru: 'с proposal: заполненный бриф (brief.json), из которого начать',
        en: 'with proposal: the filled brief (brief.json) to begin from',
      },
    },
    lang: FLAGS.lang,
  },
} as const satisfies CommandLine;

const effects = nodeEffects();

async function run({ flags, rest }: Given<(typeof line)['flags']>): Promise<number> {
  const [what, id, ...more] = rest;
  if ((what !== 'client' && what !== 'proposal') || id === undefined || more.length > 0) {
    throw new UsageError({
      ru: 'Нужны два слова: client или proposal и id',
      en: 'Give two words: client or proposal, and an id',
    });
  }
  if (flags.brief !== null && what !== 'proposal') {
    throw new UsageError({ ru: '--brief бывает только с proposal', en: '--brief goes with proposal only' });
  }
  if (!isId(id) || (what === 'proposal' && id === BRIEF_FOLDER)) {
    throw new UsageError({
      ru: `${JSON.stringify(id)} не годится как id: нужны ${ID_EXPECTED.ru}`,
      en: `${JSON.stringify(id)} cannot be an id: use ${ID_EXPECTED.en}`,
    });
  }
  const root = placeOfWorkspace(flags.workspace);
  const lang = flags.lang as Locale | null;
  if (what === 'client') return newClient({ id, root, project: PROJECT, lang }, effects);
  return newProposal(
    { id, root, project: PROJECT, brief: flags.brief === null ? null : resolve(flags.brief), lang },
    effects,
  );
}

process.exitCode = await runCommand(line, process.argv.slice(2), run, effects);
