import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CabinetModel, ReportModel } from '../../src/types/report.ts';

/** Pages of the reports site built from models, without the press: HTML by `client` (cabinet) and `client/period`. */
export interface BuiltPages {
  html(page: string): string;
  failures: { client: string; period: string | null; error: string }[];
  remove(): void;
}

const PROJECT = resolve(import.meta.dirname, '../..');

/** Builds one page for each model with Astro in a process of its own, as the press does. */
export function buildFixture(
  name: string,
  models: Record<string, { report?: ReportModel; cabinet?: CabinetModel }>,
): BuiltPages {
  const base = join(PROJECT, '.accountpress', `test-${name}-${process.pid}`);
  const [folder, stage, failures] = [join(base, 'models'), join(base, 'stage'), join(base, 'failures.jsonl')];
  mkdirSync(folder, { recursive: true });
  const reports = Object.entries(models).flatMap(([client, { report }]) => {
    if (!report) return [];
    writeFileSync(join(folder, `${client}.json`), JSON.stringify(report));
    const template = `monthly.${report.locale}`;
    return [{ client, period: report.period.id, file: `${client}.json`, template, cacheKey: client }];
  });
  const cabinets = Object.entries(models).flatMap(([client, { cabinet }]) => {
    if (!cabinet) return [];
    writeFileSync(join(folder, `${client}-cabinet.json`), JSON.stringify(cabinet));
    return [{ client, file: `${client}-cabinet.json`, cacheKey: client }];
  });
  writeFileSync(join(folder, 'pages.json'), JSON.stringify({ reports, cabinets }));
  const run = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', "import { build } from 'astro'; await build({ root: '.', logLevel: 'error' });"],
    {
      cwd: PROJECT,
      encoding: 'utf8',
      env: {
        ...process.env,
        NODE_ENV: 'production',
        ASTRO_TELEMETRY_DISABLED: '1',
        ACCOUNTPRESS_SITE: 'reports',
        ACCOUNTPRESS_WORKSPACE: PROJECT,
        ACCOUNTPRESS_TEMPLATES: JSON.stringify(
          Object.fromEntries(
            ['monthly.ru', 'monthly.en'].map((key) => [key, join(PROJECT, `content/reports/${key}.mdx`)]),
          ),
        ),
        ACCOUNTPRESS_MODELS: folder,
        ACCOUNTPRESS_STAGE: stage,
        ACCOUNTPRESS_CACHE: join(base, 'cache'),
        ACCOUNTPRESS_FAILURES: failures,
      },
    },
  );
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
  const lines = existsSync(failures) ? readFileSync(failures, 'utf8').trim().split('\n') : [];
  return {
    html: (page) => readFileSync(join(stage, page, 'index.html'), 'utf8'),
    failures: lines.map((line) => JSON.parse(line) as BuiltPages['failures'][number]),
    remove: () => rmSync(base, { recursive: true, force: true }),
  };
}
