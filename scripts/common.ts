import { join, relative, resolve, sep } from 'node:path';
import { timeIn } from '../src/calendar/zones.ts';
import { reportProblems } from '../src/cli/report-problems.ts';
import { UsageError } from '../src/cli/usage.ts';
import { dayIn } from '../src/locale/today.ts';
import type { EncryptedReport } from '../src/press/encrypt/encrypt-reports.ts';
import type { BuildResult } from '../src/press/build.ts';
import { toldPlaces } from '../src/press/output/told-places.ts';
import { readText } from '../src/press/read-text.ts';
import { LOCALES, type Locale } from '../src/types/locale.ts';
import type { Effects } from '../src/types/effects.ts';
import type { Day } from '../src/types/period.ts';

/** Where the engine itself lives. */
export const PROJECT = join(import.meta.dirname, '..');

export const FOLDER = { ru: 'ПАПКА', en: 'DIR' };

/** Flags that several commands share, in the words of their help. */
export const FLAGS = {
  workspace: {
    kind: 'text',
    value: FOLDER,
    about: {
      ru: 'папка агентства с content/ и data/; без флага — демонстрационная',
      en: "the agency's folder with content/ and data/; the demo when not given",
    },
  },
  out: { kind: 'text', value: FOLDER, about: { ru: 'куда; без флага — dist', en: 'where to; dist when not given' } },
  'as-of': {
    kind: 'day',
    about: {
      ru: 'день, от которого говорят документы; без флага — сегодня по часам агентства',
      en: "the day the documents speak from; today by the agency's clocks when not given",
    },
  },
  json: { kind: 'switch', about: { ru: 'ответ для программ', en: 'an answer for programs' } },
  lang: {
    kind: 'text',
    value: 'ru|en',
    oneOf: LOCALES,
    about: {
      ru: 'язык сообщений; без флага — язык агентства',
      en: "language of messages; the agency's when not given",
    },
  },
} as const;

/** The agency's folder, which has to be there. */
export async function workspaceFolder(given: string | null, { fs }: Pick<Effects, 'fs'>): Promise<string> {
  const folder = placeOfWorkspace(given);
  // With a dot behind, a file is not there.
  if (await fs.exists(`${folder}/.`)) return folder;
  if (await fs.exists(folder)) {
    throw new UsageError({
      ru: `--workspace: ${folder} — файл, а нужна папка агентства с content/ и data/`,
      en: `--workspace: ${folder} is a file; give the agency's folder with content/ and data/`,
    });
  }
  throw new UsageError({
    ru: `--workspace: папки ${folder} нет; первого клиента в ней создаёт npm run new -- client <id> --workspace ${given}`,
    en: `--workspace: there is no folder ${folder}; npm run new -- client <id> --workspace ${given} makes the first client in it`,
  });
}

/** Where the agency's folder is or will be. */
export function placeOfWorkspace(given: string | null): string {
  const place = given === null ? PROJECT : resolve(given);
  const sign = given === null ? undefined : signIn(place, '#?\\');
  if (sign === undefined) return place;
  throw new UsageError({
    ru: `--workspace: в пути ${place} есть знак ${sign}, из-за которого шаблонов в этой папке не найти; переименуйте папку`,
    en: `--workspace: the path ${place} has a ${sign}, with which no template in this folder can be found; rename the folder`,
  });
}

/**
 * The engine's folder, for commands that draw pages.
 * @param project another one, for tests
 * @throws UsageError where the tools that draw would lose their way: some pages would lack a step, or all would fail
 */
export function engineFolder(project = PROJECT): string {
  const sign = signIn(project, "#?\\'");
  if (sign === undefined) return project;
  throw new UsageError({
    ru: `в пути движка ${project} есть знак ${sign}: страницы в такой папке не собираются; перенесите движок в папку без него`,
    en: `the path of the engine, ${project}, has a ${sign}: pages cannot be built there; move the engine to a folder without it`,
  });
}

/** The first of `signs` in a path; Windows' own separator is none. */
function signIn(path: string, signs: string): string | undefined {
  return [...path].find((sign) => sign !== sep && signs.includes(sign));
}

/**
 * The asked day, or today where the agency is: a server's clock may show another day. Where the agency's file does not
 * say where that is, which is told when the workspace is read, it is the machine's.
 */
export async function asOfDay(given: Day | null, root: string, effects: Pick<Effects, 'fs' | 'now'>): Promise<Day> {
  if (given !== null) return given;
  try {
    const { timeZone } = JSON.parse(await readText(join(root, 'data', 'agency.json'), effects)) as { timeZone: string };
    return timeIn(timeZone, effects.now()).day;
  } catch {
    return dayIn(effects.now());
  }
}

/** What a build has made: where it is and its problems in words or, for programs, one JSON document with the documents too. */
export function reportResult(
  result: Pick<BuildResult, 'ok' | 'documents' | 'problems'> & { encrypted?: EncryptedReport[] },
  options: { json: boolean; locale: Locale; out: string },
  effects: Effects,
): void {
  const { ok, documents, problems, encrypted = [] } = result;
  if (!options.json) {
    const out = relative('', options.out).replaceAll('\\', '/') || '.';
    for (const told of toldPlaces(documents, out, options.locale)) effects.err(told);
    reportProblems(problems, options, effects);
    // Told once and kept nowhere.
    for (const { file, passphrase } of encrypted) effects.out(`${relative('', file)}  ${passphrase}`);
    return;
  }
  const locked = encrypted.length > 0 ? { encrypted } : {};
  const lines: string[] = [];
  reportProblems(problems, options, { ...effects, out: (text) => void lines.push(text) });
  effects.out(JSON.stringify({ ok, documents, ...locked, ...JSON.parse(lines.join('')) }, null, 2));
}
