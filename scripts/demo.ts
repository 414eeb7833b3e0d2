import { join, resolve } from 'node:path';
import { operatorLocale, runCommand, type Given } from '../src/cli/options.ts';
import type { CommandLine } from '../src/cli/usage.ts';
import { nodeEffects } from '../src/effects/node.ts';
import { numberText } from '../src/locale/numbers.ts';
import type { Locale } from '../src/types/locale.ts';
import { FLAGS, FOLDER, PROJECT } from './common.ts';
import { demoFiles } from './demo/files.ts';

const line = {
  command: 'npm run demo',
  about: {
    ru: 'Заново пишет данные агентства-примера: те же байты.',
    en: "Writes the demo agency's data anew: the same bytes.",
  },
  flags: {
    out: {
      kind: 'text',
      value: FOLDER,
      about: { ru: 'в чью папку data; без флага — движка', en: "into whose data folder; the engine's when not given" },
    },
    lang: FLAGS.lang,
  },
} as const satisfies CommandLine;

const effects = nodeEffects();

async function run({ flags }: Given<(typeof line)['flags']>): Promise<number> {
  const locale = (flags.lang as Locale | null) ?? operatorLocale(effects.env);
  const data = join(resolve(flags.out ?? PROJECT), 'data');
  const files = demoFiles();
  for (const [path, content] of files) await effects.fs.write(join(data, path), content);
  const bytes = [...files.values()].reduce((sum, content) => sum + content.length, 0);
  const megabytes = numberText(locale, (bytes / 1_048_576).toFixed(1), {});
  effects.err(
    locale === 'ru'
      ? `Файлов: ${files.size}, ${megabytes} МБ → ${data}`
      : `Files: ${files.size}, ${megabytes} MB → ${data}`,
  );
  return 0;
}

process.exitCode = await runCommand(line, process.argv.slice(2), run, effects);
