import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Problem } from '../../src/types/problem.ts';
import type { CabinetModel, ReportModel } from '../../src/types/report.ts';

/** Pages of the reports site drawn from models: HTML by `client` (cabinet) and `client/period`. */
export interface BuiltPages {
  html(page: string): string;
  problems: Problem[];
  remove(): void;
}

const PROJECT = resolve(import.meta.dirname, '../..');

/** Draws the pages of each model in a process of its own, with the compiled site, as the press does. */
export function buildFixture(
  name: string,
  models: Record<string, { report: ReportModel; cabinet: CabinetModel }>,
): BuiltPages {
  const folder = join(PROJECT, '.accountpress', `test-${name}-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'models.json'), JSON.stringify(models));
  const script = join(import.meta.dirname, 'draw-models.ts');
  const run = spawnSync(process.execPath, [script, folder], { cwd: PROJECT, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
  const { pages, problems } = JSON.parse(readFileSync(join(folder, 'pages.json'), 'utf8')) as {
    pages: Record<string, string>;
    problems: Problem[];
  };
  return {
    html(page) {
      const html = pages[page];
      if (html === undefined) throw new Error(`No page ${page}.`);
      return html;
    },
    problems,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
