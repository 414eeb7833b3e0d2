import { join, resolve } from 'node:path';
import { operatorLocale, runCommand, type Given } from '../src/cli/options.ts';
import { startProgress } from '../src/cli/progress.ts';
import { UsageError, type CommandLine } from '../src/cli/usage.ts';
import { keepCompiled } from '../src/effects/compiled.ts';
import { nodeEffects } from '../src/effects/node.ts';
import { parsePeriod } from '../src/figures/period.ts';
import { build, type BuildResult } from '../src/press/build.ts';
import { folderCache, NO_CACHE } from '../src/press/cache.ts';
import type { EncryptedReport } from '../src/press/encrypt/encrypt-reports.ts';
import { SITES, type Site } from '../src/press/options.ts';
import { parseShard, type Shard } from '../src/press/shards/shard.ts';
import { localText } from '../src/locale/text.ts';
import type { Locale, LocalText } from '../src/types/locale.ts';
import type { Period } from '../src/types/period.ts';
import { asOfDay, engineFolder, FLAGS, PROJECT, reportResult, workspaceFolder } from './common.ts';

const line = {
  command: 'npm run build',
  about: {
    ru: 'Собирает документы: страницы, PDF и цифры каждого клиента.',
    en: 'Builds the documents: pages, PDFs and figures of every client.',
  },
  flags: {
    workspace: FLAGS.workspace,
    out: FLAGS.out,
    site: { kind: 'list', value: '', oneOf: SITES, about: { ru: 'какие сайты', en: 'which sites' } },
    client: {
      kind: 'list',
      value: { ru: 'клиент', en: 'client' },
      about: { ru: 'только эти клиенты', en: 'these clients only' },
    },
    proposal: {
      kind: 'list',
      value: { ru: 'предложение', en: 'proposal' },
      about: { ru: 'только эти предложения', en: 'these proposals only' },
    },
    period: {
      kind: 'list',
      value: { ru: 'период', en: 'period' },
      about: {
        ru: 'только эти периоды: 2026-10, 2026-Q4, 2026 или 2026-09-15..2026-10-14',
        en: 'these periods only: 2026-10, 2026-Q4, 2026 or 2026-09-15..2026-10-14',
      },
    },
    'as-of': FLAGS['as-of'],
    shard: {
      kind: 'text',
      value: 'i/n',
      about: {
        ru: 'только i-я из n частей всех документов; части объединяет npm run merge',
        en: 'the i-th of n parts of all documents only; npm run merge puts them together',
      },
    },
    'no-pdf': { kind: 'switch', about: { ru: 'без PDF', en: 'without PDFs' } },
    encrypt: {
      kind: 'switch',
      about: {
        ru: 'ещё и запереть отчёты: по файлу и паролю на каждый (с --client и --period)',
        en: 'lock the reports too: a file and a passphrase for each (with --client and --period)',
      },
    },
    workers: {
      kind: 'text',
      value: 'N',
      about: {
        ru: 'сколько процессов собирают клиентов; без флага — по числу клиентов и ядер',
        en: 'how many processes build clients; as clients and cores suggest when not given',
      },
    },
    'no-cache': {
      kind: 'switch',
      about: { ru: 'всё заново, без кэша', en: 'everything anew, without the cache' },
    },
    json: FLAGS.json,
    lang: FLAGS.lang,
  },
} as const satisfies CommandLine;

const effects = nodeEffects();

const ENCRYPT_WHAT = {
  ru: '--encrypt: назовите отчёты, --client и --period',
  en: '--encrypt: name the reports, --client and --period',
};

async function run({ flags }: Given<(typeof line)['flags']>): Promise<number> {
  // The agency's language is known once its file is read; until then the machine's has to do.
  if (flags.encrypt && (flags.client === null || flags.period === null)) throw new UsageError(ENCRYPT_WHAT);
  let locale = (flags.lang as Locale | null) ?? operatorLocale(effects.env);
  const cache = join(PROJECT, '.accountpress', 'cache');
  if (!flags['no-cache']) keepCompiled(cache);
  const warn = (text: LocalText): void => effects.err(localText(text, locale));
  const workspace = await workspaceFolder(flags.workspace, effects);
  const result = await build(
    {
      workspace,
      out: resolve(flags.out ?? 'dist'),
      sites: (flags.site as Site[] | null) ?? sitesOf(flags),
      clients: flags.client,
      proposals: flags.proposal,
      periods: flags.period?.map(periodOf) ?? null,
      asOf: await asOfDay(flags['as-of'], workspace, effects),
      pdf: !flags['no-pdf'],
      workers: flags.workers === null ? null : workersOf(flags.workers),
      shard: flags.shard === null ? null : shardOf(flags.shard),
      project: engineFolder(),
      cache: flags['no-cache'] ? NO_CACHE : folderCache(cache, effects),
      speak: (agency) => {
        if (flags.lang === null) locale = agency;
      },
      warn,
      progress: (label, total) => startProgress(label, total, locale, effects),
    },
    effects,
  );
  const encrypted = flags.encrypt && result.ok ? await encryptBuilt(result, flags, warn) : [];
  reportResult({ ...result, encrypted }, { json: flags.json, locale, out: resolve(flags.out ?? 'dist') }, effects);
  return !result.understood ? 2 : result.ok ? 0 : 1;
}

/** Locks the reports that were asked for. */
async function encryptBuilt(
  { documents }: BuildResult,
  flags: Given<(typeof line)['flags']>['flags'],
  warn: (text: LocalText) => void,
): Promise<EncryptedReport[]> {
  const wanted = documents.flatMap(({ site, client, period }) =>
    site === 'reports' && period !== null && flags.client!.includes(client) && flags.period!.includes(period)
      ? [{ client, period }]
      : [],
  );
  const { encryptReports } = await import('../src/press/encrypt/encrypt-reports.ts');
  return encryptReports(wanted, { out: resolve(flags.out ?? 'dist'), project: PROJECT, warn }, effects);
}

/** Who names clients or periods asks for reports, who names proposals asks for those; else everything is made. */
function sitesOf(flags: Given<(typeof line)['flags']>['flags']): Site[] {
  const reports = flags.client !== null || flags.period !== null;
  const asked = SITES.filter(
    (site) => (site === 'reports' && reports) || (site === 'proposals' && flags.proposal !== null),
  );
  return asked.length > 0 ? asked : [...SITES];
}

function workersOf(text: string): number {
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw new UsageError({
    ru: `--workers: «${text}» — нужно целое число от 1 до 99`,
    en: `--workers: “${text}” is not a whole number from 1 to 99`,
  });
}

function periodOf(id: string): Period {
  const period = parsePeriod(id);
  if (period) return period;
  throw new UsageError({
    ru: `--period: «${id}» — не период; нужен 2026-10, 2026-Q4, 2026 или 2026-09-15..2026-10-14`,
    en: `--period: “${id}” is not a period; give 2026-10, 2026-Q4, 2026 or 2026-09-15..2026-10-14`,
  });
}

function shardOf(text: string): Shard {
  const shard = parseShard(text);
  if (shard) return shard;
  throw new UsageError({
    ru: `--shard: «${text}» — не часть; нужен её номер и сколько их всего: 1/4, 2/4, 3/4, 4/4`,
    en: `--shard: “${text}” is no part; give its number and how many there are: 1/4, 2/4, 3/4, 4/4`,
  });
}

process.exitCode = await runCommand(line, process.argv.slice(2), run, effects);
