import { resolve } from 'node:path';
import { runCommand, type Given } from '../src/cli/options.ts';
import { reportProblems } from '../src/cli/report-problems.ts';
import { UsageError, type CommandLine } from '../src/cli/usage.ts';
import { nodeEffects } from '../src/effects/node.ts';
import { systemFault } from '../src/effects/system-fault.ts';
import { numberText } from '../src/locale/numbers.ts';
import { localText } from '../src/locale/text.ts';
import { whileAlone } from '../src/press/output/output-lock.ts';
import { readWorkspace } from '../src/press/read-workspace.ts';
import { ownWords } from '../src/press/seal/words/vocabulary.ts';
import { seal } from '../src/press/seal/seal.ts';
import type { Locale, LocalText } from '../src/types/locale.ts';
import type { Problem } from '../src/types/problem.ts';
import { FLAGS, PROJECT, workspaceFolder } from './common.ts';

const line = {
  command: 'npm run seal',
  about: {
    ru: 'Доказывает по готовым файлам, что ни у кого нет ничего чужого. Код 0 — доказано, 1 — нет.',
    en: 'Proves from the finished files that nobody has anything of anybody else. Exit code 0: proven, 1: not.',
  },
  rest: { ru: '[ПАПКА]', en: '[DIR]' },
  flags: { workspace: FLAGS.workspace, json: FLAGS.json, lang: FLAGS.lang },
} as const satisfies CommandLine;

const effects = nodeEffects();

async function run({ flags, rest }: Given<(typeof line)['flags']>): Promise<number> {
  if (rest.length > 1) throw new UsageError({ ru: 'Нужна одна папка', en: 'Give one folder' });
  const root = await workspaceFolder(flags.workspace, effects);
  const { value: workspace } = await readWorkspace(root, effects, { keep: ownWords });
  const locale = (flags.lang as Locale | null) ?? workspace.agency.locale;
  const start = effects.now().getTime();
  const options = { out: resolve(rest[0] ?? 'dist'), project: PROJECT };
  const waiting = { ...options, warn: (text: LocalText) => effects.err(localText(text, locale)) };
  const proven = await whileAlone(waiting, effects, async () => {
    await mustBeFolder(options.out);
    return seal(workspace, options, effects);
  }).catch((error: unknown) => orFault(error, options.out));
  if ('code' in proven) {
    reportProblems([proven], { json: flags.json, locale }, effects);
    return 1;
  }
  const { record, problems } = proven;
  const perFolder = (effects.now().getTime() - start) / Math.max(1, record.folders.length);
  if (flags.json) {
    effects.out(JSON.stringify({ ...record, millisecondsPerFolder: Math.round(perFolder) }, null, 2));
    return record.ok ? 0 : 1;
  }
  if (!record.ok) reportProblems(problems, { json: false, locale }, effects);
  const files = record.folders.reduce((sum, one) => sum + one.files, 0);
  const counts = [record.folders.length, files, record.looked.terms, record.looked.figures];
  const [folders, read, terms, figures] = counts.map((count) => numberText(locale, String(count), {}));
  const ms = numberText(locale, String(Math.round(perFolder)), {});
  effects.err(
    locale === 'ru'
      ? `${record.ok ? 'Доказано' : 'Не доказано'}. Папок: ${folders}, файлов: ${read}; искали примет: ${terms}, цифр: ${figures}; ${ms} мс на папку`
      : `${record.ok ? 'Proven' : 'Not proven'}. Folders: ${folders}, files: ${read}; looked for marks: ${terms}, figures: ${figures}; ${ms} ms a folder`,
  );
  return record.ok ? 0 : 1;
}

async function mustBeFolder(out: string): Promise<void> {
  if (await effects.fs.exists(`${out}/.`)) return;
  throw new UsageError(
    (await effects.fs.exists(out))
      ? {
          ru: `${out} — файл, а нужна папка готовых документов`,
          en: `${out} is a file; give a folder of built documents`,
        }
      : { ru: `Папки ${out} нет; её создаёт npm run build`, en: `There is no folder ${out}; npm run build makes it` },
  );
}

/** A disk that is full, broken or closed, or an output that is being built for too long. */
function orFault(error: unknown, out: string): Problem {
  const fault = systemFault(error, out);
  if (fault === null) throw error;
  return fault;
}

process.exitCode = await runCommand(line, process.argv.slice(2), run, effects);
