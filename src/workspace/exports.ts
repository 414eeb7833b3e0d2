import type { ExportPath } from '../types/workspace.ts';
import { leadsOutside, type Desk } from './desk.ts';
import { quoted, type Finding } from './findings.ts';

const TABLE_FILE = /\.(csv|tsv|txt|xlsx|zip)$/i;

/** Export files of a client, sorted by path; files that nobody can read are warned of by name. */
export async function listExports(desk: Desk, clientFolder: string): Promise<ExportPath[]> {
  const home = `${clientFolder}/exports`;
  const files = await filesUnder(desk, home);
  const exports = files.filter((file) => TABLE_FILE.test(file));
  for (const file of files) if (!TABLE_FILE.test(file)) desk.report(file, notATable(file));
  if (exports.length === 0) desk.report(home, NO_EXPORTS);
  return exports.sort((a, b) => (a < b ? -1 : 1)).map((file) => ({ file, source: sourceOf(file, home) }));
}

async function filesUnder(desk: Desk, folder: string): Promise<string[]> {
  const files: string[] = [];
  for (const { name, kind } of await desk.entries(folder)) {
    const path = `${folder}/${name}`;
    if (kind === 'folder') files.push(...(await filesUnder(desk, path)));
    else if ((await desk.reach(path)) === 'inside') files.push(path);
    else desk.report(path, leadsOutside(path));
  }
  return files;
}

function sourceOf(file: string, home: string): string {
  const [first = '', ...deeper] = file.slice(home.length + 1).split('/');
  return deeper.length > 0 ? first : first.replace(TABLE_FILE, '');
}

function notATable(file: string): Finding {
  return {
    code: 'export-ignored',
    severity: 'warning',
    found: quoted(file.split('/').at(-1)),
    expected: { ru: 'файл .csv, .tsv, .txt, .xlsx или .zip', en: 'a .csv, .tsv, .txt, .xlsx or .zip file' },
    mend: {
      ru: 'сохраните таблицу как CSV или уберите файл из exports: его никто не читает',
      en: 'save the table as CSV or take the file out of exports: nobody reads it',
    },
  };
}

const NO_EXPORTS: Finding = {
  code: 'no-exports',
  severity: 'error',
  found: { ru: 'ни одной выгрузки', en: 'no export at all' },
  expected: {
    ru: 'хотя бы один файл .csv, .tsv, .txt, .xlsx или .zip в папке exports',
    en: 'at least one .csv, .tsv, .txt, .xlsx or .zip file in the folder exports',
  },
  mend: {
    ru: 'положите выгрузку в exports/<источник>/, например exports/google-ads/2026-10.csv',
    en: 'put an export into exports/<source>/, such as exports/google-ads/2026-10.csv',
  },
};
