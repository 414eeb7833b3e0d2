import { operatorLocale, runCommand, type Given } from '../src/cli/options.ts';
import { UsageError, type CommandLine } from '../src/cli/usage.ts';
import { nodeEffects } from '../src/effects/node.ts';
import { inspectionJson } from '../src/inspect/json.ts';
import { inspectFile, ownerOf, type Owner } from '../src/inspect/read.ts';
import { inspectionText } from '../src/inspect/text.ts';
import type { Locale } from '../src/types/locale.ts';
import { FLAGS, workspaceFolder } from './common.ts';

const line = {
  command: 'npm run inspect',
  about: {
    ru: 'Показывает, как прочитан файл выгрузки. Код 0 — читается, 1 — есть ошибки.',
    en: 'Shows how an export was read. Exit code 0: readable, 1: errors.',
  },
  rest: { ru: '<файл>', en: '<file>' },
  flags: {
    workspace: FLAGS.workspace,
    client: {
      kind: 'text',
      value: 'ID',
      about: {
        ru: 'чьи показатели и sources.json учитывать; без флага — клиента, в чьей папке exports лежит файл',
        en: 'whose metrics and sources.json to obey; the client whose exports folder holds the file when not given',
      },
    },
    json: FLAGS.json,
    lang: FLAGS.lang,
  },
} as const satisfies CommandLine;

const effects = nodeEffects();

async function run({ flags, rest }: Given<(typeof line)['flags']>): Promise<number> {
  const [file, ...more] = rest;
  if (file === undefined || more.length > 0) {
    throw new UsageError({ ru: 'Нужен один файл', en: 'Give one file' });
  }
  const owner: Owner | null =
    flags.client === null
      ? ownerOf(file)
      : { workspace: await workspaceFolder(flags.workspace, effects), client: flags.client };
  const locale = (flags.lang as Locale | null) ?? operatorLocale(effects.env);
  const read = await inspectFile(file, owner, effects).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new UsageError({
      ru: `Файл ${file} не открывается: ${error.code}`,
      en: `Cannot open ${file}: ${error.code}`,
    });
  });
  if (flags.json) {
    const answers = read.map((each) => inspectionJson(each, locale));
    // An archive or a workbook of several tables is a list, each with its own name.
    const named = read.map((each, index) => ({ file: each.file.file, ...answers[index]! }));
    effects.out(JSON.stringify(answers.length === 1 ? answers[0] : named, null, 2));
  } else {
    read.forEach((each, index) => {
      if (index > 0) effects.out('');
      for (const text of inspectionText(each, locale)) effects.out(text);
    });
  }
  return read.some(({ file: { problems } }) => problems.some(({ severity }) => severity === 'error')) ? 1 : 0;
}

process.exitCode = await runCommand(line, process.argv.slice(2), run, effects);
