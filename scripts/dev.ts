import { runCommand, type Given } from '../src/cli/options.ts';
import { UsageError, type CommandLine } from '../src/cli/usage.ts';
import { nodeEffects } from '../src/effects/node.ts';
import { startDev } from '../src/press/dev.ts';
import { asOfDay, FLAGS, PROJECT, workspaceFolder } from './common.ts';

/** Sites with a development server. */
const SITES = ['reports', 'proposals'] as const;

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
  const asOf = asOfDay(flags['as-of'], effects);
  const server = await startDev(
    { workspace: await workspaceFolder(flags.workspace, effects), site, asOf, port, project: PROJECT },
    effects,
  );
  effects.out(server.url);
  return 0;
}

process.exitCode = await runCommand(line, process.argv.slice(2), run, effects);
