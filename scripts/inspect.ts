import { nearest } from '../src/cli/nearest.ts';
import { operatorLocale, runCommand, type Given } from '../src/cli/options.ts';
import { UsageError, type CommandLine } from '../src/cli/usage.ts';
import { nodeEffects } from '../src/effects/node.ts';
import { inspectionJson } from '../src/inspect/json.ts';
import { inspectFile, ownerOf, readOwner, type Owner, type OwnerPlace } from '../src/inspect/read.ts';
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
  const place: OwnerPlace | null =
    flags.client === null
      ? ownerOf(file)
      : { root: await workspaceFolder(flags.workspace, effects), client: flags.client };
  const owner = place && (await readOwner(place, effects));
  if (owner && flags.client !== null) mustBeThere(owner);
  const locale = (flags.lang as Locale | null) ?? owner?.workspace.agency.locale ?? operatorLocale(effects.env);
  const read = await inspectFile(file, owner, effects).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'ENOENT') throw new UsageError({ ru: `Файла ${file} нет`, en: `There is no file ${file}` });
    if (error.code === 'EISDIR') {
      throw new UsageError({ ru: `${file} — папка: назовите один файл`, en: `${file} is a folder: name one file` });
    }
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

/** Read by nobody's rules, a file would look as if it were refused. */
function mustBeThere({ client, workspace }: Owner): void {
  const ids = workspace.clients.map(({ id }) => id);
  if (ids.includes(client)) return;
  const near = nearest(client, ids);
  throw new UsageError({
    ru: `--client ${client}: такого клиента нет${near ? `. Возможно, ${near}?` : ''}`,
    en: `--client ${client}: there is no such client${near ? `. Did you mean ${near}?` : ''}`,
  });
}

process.exitCode = await runCommand(line, process.argv.slice(2), run, effects);
