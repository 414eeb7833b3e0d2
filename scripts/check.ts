import { operatorLocale, runCommand, type Given } from '../src/cli/options.ts';
import { reportProblems } from '../src/cli/report-problems.ts';
import type { CommandLine } from '../src/cli/usage.ts';
import { nodeEffects } from '../src/effects/node.ts';
import { check } from '../src/press/check.ts';
import type { Locale } from '../src/types/locale.ts';
import { asOfDay, FLAGS, workspaceFolder } from './common.ts';

const line = {
  command: 'npm run check',
  about: {
    ru: 'Находит все ошибки и предупреждения в данных и текстах, ничего не собирая. Код 0 — ошибок нет, 1 — есть.',
    en: 'Finds every error and warning in data and content without building. Exit code 0: no errors, 1: errors.',
  },
  flags: {
    workspace: FLAGS.workspace,
    'as-of': FLAGS['as-of'],
    strict: {
      kind: 'switch',
      about: { ru: 'предупреждения считать ошибками', en: 'count warnings as errors' },
    },
    json: FLAGS.json,
    lang: FLAGS.lang,
  },
} as const satisfies CommandLine;

const effects = nodeEffects();

async function run({ flags }: Given<(typeof line)['flags']>): Promise<number> {
  const root = await workspaceFolder(flags.workspace, effects);
  const result = await check(root, await asOfDay(flags['as-of'], root, effects), effects);
  const locale = (flags.lang as Locale | null) ?? result.locale ?? operatorLocale(effects.env);
  const { errors, warnings } = reportProblems(result.problems, { json: flags.json, locale }, effects);
  return errors > 0 || (flags.strict && warnings > 0) ? 1 : 0;
}

process.exitCode = await runCommand(line, process.argv.slice(2), run, effects);
