import { join, resolve } from 'node:path';
import { operatorLocale, runCommand, type Given } from '../src/cli/options.ts';
import { UsageError, type CommandLine } from '../src/cli/usage.ts';
import { nodeEffects } from '../src/effects/node.ts';
import { localText } from '../src/locale/text.ts';
import { folderCache, NO_CACHE } from '../src/press/cache.ts';
import { merge } from '../src/press/merge.ts';
import type { Locale } from '../src/types/locale.ts';
import { FLAGS, PROJECT, reportResult, workspaceFolder } from './common.ts';

const line = {
  command: 'npm run merge',
  about: {
    ru: 'Объединяет части, собранные с --shard, в то, что собрала бы одна сборка.',
    en: 'Puts parts built with --shard together into what one build would have made.',
  },
  rest: { ru: 'ПАПКА…', en: 'DIR…' },
  flags: {
    out: FLAGS.out,
    workspace: FLAGS.workspace,
    'no-cache': {
      kind: 'switch',
      about: { ru: 'доказать всё заново, без кэша', en: 'prove everything anew, without the cache' },
    },
    json: FLAGS.json,
    lang: FLAGS.lang,
  },
} as const satisfies CommandLine;

const effects = nodeEffects();

async function run({ flags, rest }: Given<(typeof line)['flags']>): Promise<number> {
  if (rest.length === 0) {
    throw new UsageError({ ru: 'Нужны папки частей', en: 'Give the folders of the parts' });
  }
  let locale = (flags.lang as Locale | null) ?? operatorLocale(effects.env);
  const result = await merge(
    {
      parts: rest.map((folder) => resolve(folder)),
      out: resolve(flags.out ?? 'dist'),
      workspace: await workspaceFolder(flags.workspace, effects),
      project: PROJECT,
      cache: flags['no-cache'] ? NO_CACHE : folderCache(join(PROJECT, '.accountpress', 'cache'), effects),
      speak: (agency) => {
        if (flags.lang === null) locale = agency;
      },
      warn: (text) => effects.err(localText(text, locale)),
    },
    effects,
  );
  reportResult(result, { json: flags.json, locale, out: resolve(flags.out ?? 'dist') }, effects);
  return result.ok ? 0 : 1;
}

process.exitCode = await runCommand(line, process.argv.slice(2), run, effects);
