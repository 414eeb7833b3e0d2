import { runCommand, type Given } from '../src/cli/options.ts';
import { UsageError, type CommandLine } from '../src/cli/usage.ts';
import { nodeEffects } from '../src/effects/node.ts';
import { startDevBuilt } from '../src/press/dev/built.ts';
import { startDev } from '../src/press/dev.ts';
import { SITES } from '../src/press/options.ts';
import type { Locale } from '../src/types/locale.ts';
import { asOfDay, engineFolder, FLAGS, workspaceFolder } from './common.ts';

const line = {
  command: 'npm run dev',
  about: {
    ru: 'Показывает сайт и обновляет его, когда меняются тексты и данные. Остановить: Ctrl+C.',
    en: 'Shows a site and renews it when content or data change. Stop with Ctrl+C.',
  },
  flags: {
    workspace: FLAGS.workspace,
    'as-of': FLAGS['as-of'],
    port: { kind: 'text', value: 'N', about: { ru: 'порт; без флага — 4321', en: 'port; 4321 when not given' } },
    lang: FLAGS.lang,
  },
  rest: `[${SITES.join('|')}]`,
} as const satisfies CommandLine;

const effects = nodeEffects();

async function run({ flags, rest }: Given<(typeof line)['flags']>): Promise<number> {
  const site = SITES.find((one) => one === (rest[0] ?? SITES[0]));
  if (site === undefined || rest.length > 1) {
    const sites = SITES.join(', ');
    throw new UsageError({ ru: `Нужен один сайт: ${sites}`, en: `Name one site: ${sites}` });
  }
  const port = Number(flags.port ?? '4321');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError({ ru: '--port: нужно число от 0 до 65535', en: '--port: give a number from 0 to 65535' });
  }
  const workspace = await workspaceFolder(flags.workspace, effects);
  const asOf = await asOfDay(flags['as-of'], workspace, effects);
  const lang = flags.lang as Locale | null;
  const options = { workspace, asOf, port, project: engineFolder(), lang };
  // Handbook and desk are one document each: they are built whole, in seconds.
  const server =
    site === 'reports' || site === 'proposals'
      ? await startDev({ ...options, site }, effects)
      : await startDevBuilt({ ...options, site }, effects);
  effects.out(server.url);
  return 0;
}

process.exitCode = await runCommand(line, process.argv.slice(2), run, effects);
