import { join } from 'node:path';
import { endedBy, parsePeriod } from '../../figures/period.ts';
import type { Effects } from '../../types/effects.ts';
import type { Problem } from '../../types/problem.ts';
import { CLIENTS_FOLDER } from '../../workspace/places.ts';
import { folderOf } from '../standing/output-hashes.ts';
import type { ManifestDocument } from './manifest.ts';

/** A folder that earlier builds made and that belongs to no document any more. */
export interface GoneFolder {
  /** Relative to the output, e.g. `reports/alder`. */
  path: string;
  /** What earlier builds made in it. */
  documents: ManifestDocument[];
}

/** Folders that are of no use any more; whatever no build made is left alone. */
export function goneFolders(earlier: ManifestDocument[], documents: ManifestDocument[]): GoneFolder[] {
  const standing = new Set(['']);
  for (const { outputs } of documents) for (const { file } of outputs) standing.add(folderOf(file));
  const gone = new Map<string, Set<ManifestDocument>>();
  for (const document of earlier) {
    for (const { file } of document.outputs) {
      const path = folderOf(file);
      if (!standing.has(path)) gone.set(path, (gone.get(path) ?? new Set()).add(document));
    }
  }
  return [...gone].map(([path, made]) => ({ path, documents: [...made] }));
}

/**
 * Takes a folder out of the output. Until the next build it lies in `aside`, for its loss may be a mistake.
 * @returns false when the output has it no more: somebody else has taken it away
 */
export async function layAside({ path }: GoneFolder, out: string, aside: string, effects: Effects): Promise<boolean> {
  const folder = join(out, path);
  if (!(await effects.fs.exists(folder))) return false;
  await effects.fs.rename(folder, join(aside, path));
  return true;
}

/**
 * Puts back what a build that was killed before it wrote its manifest had laid aside: nobody was told of it yet.
 * @returns whether there was anything
 */
export async function takeBack({ path }: GoneFolder, out: string, aside: string, effects: Effects): Promise<boolean> {
  const [folder, laid] = [join(out, path), join(aside, path)];
  if ((await effects.fs.exists(folder)) || !(await effects.fs.exists(laid))) return false;
  await effects.fs.rename(laid, folder);
  return true;
}

/** By these names warnings tell what has happened once; a later build has nothing to say of it. */
export const GONE_CODES: ReadonlySet<string> = new Set(['folder-gone', 'reports-gone']);

/**
 * A whole folder has left the output, because what it was made of has left the workspace: a client that was renamed or
 * mistyped as much as one who has gone. Nothing is said of a document that only has another address now.
 * @param standing documents that the output has
 * @param aside where this folder lies, as the reader finds it; `null` when it was not there to be laid aside
 */
export function goneProblems(
  gone: GoneFolder[],
  standing: ManifestDocument[],
  aside: (folder: GoneFolder) => string | null,
): Problem[] {
  const known = new Set(standing.map(({ site, client }) => `${site}/${client}`));
  return gone.flatMap((folder) => {
    const { path, documents } = folder;
    const [{ site, client }] = documents as [ManifestDocument];
    if (known.has(`${site}/${client}`)) return [];
    return [folderGone({ site, client }, { path, count: documents.length, aside: aside(folder) })];
  });
}

/**
 * Reports that leave a client's folder because there is nothing any more to make them of: their exports have left the
 * workspace, or the client receives no reports of this kind now. Periods that were asked for by name, ranges and such
 * as run by the as-of day, go with the next full build, which is no news.
 * @param standing documents that the output has
 */
export function goneReports(earlier: ManifestDocument[], standing: ManifestDocument[]): Problem[] {
  const stands = new Set(standing.map(keyOf));
  const asOf = new Map(standing.map((one) => [ownerOf(one), one.asOf]));
  const lost = earlier.filter((one) => {
    const period = one.period === null ? null : parsePeriod(one.period);
    if (period === null || period.kind === 'range' || one.outputs.length === 0 || stands.has(keyOf(one))) return false;
    const day = asOf.get(ownerOf(one));
    return day !== undefined && endedBy(period, day);
  });
  return [...Map.groupBy(lost, ({ client }) => client)].map(([client, reports]) =>
    reportsGone(
      client,
      reports.map(({ period }) => period!),
    ),
  );
}

const ownerOf = ({ site, client }: ManifestDocument): string => `${site}/${client}`;
const keyOf = (one: ManifestDocument): string => `${ownerOf(one)}/${one.period}`;

function reportsGone(client: string, periods: string[]): Problem {
  const names = periods.join(', ');
  return {
    ...{ code: 'reports-gone', severity: 'warning', client, file: `${CLIENTS_FOLDER}/${client}` },
    found: {
      ru: `опубликованные отчёты больше не собираются и убраны из вывода: ${names}`,
      en: `published reports are no longer made and were taken out of the output: ${names}`,
    },
    expected: {
      ru: 'выгрузки за все опубликованные периоды',
      en: 'exports of every period that was published',
    },
    mend: {
      ru: 'если выгрузки потеряли или убрали вид отчётов из reports, верните их и соберите заново: отчёты снова встанут на свои адреса. Если так и задумано, делать ничего не нужно',
      en: 'if exports were lost, or a kind of report was removed from “reports”, bring them back and build anew: the reports return to their addresses. If this was meant, nothing needs doing',
    },
  };
}

function folderGone(
  { site, client }: Pick<ManifestDocument, 'site' | 'client'>,
  { path, count, aside }: { path: string; count: number; aside: string | null },
): Problem {
  const lies = aside === null ? { ru: '', en: '' } : laidAside(aside);
  const owner = site === 'reports' ? { client } : site === 'proposals' ? { proposal: client } : {};
  return {
    ...{ code: 'folder-gone', severity: 'warning', ...owner, file: sourceOf(site, client) },
    found: {
      ru: `этого больше нет, а было опубликовано: папка ${path} (документов: ${count}) убрана из вывода`,
      en: `this is no longer there, but was published: the folder ${path} (documents: ${count}) was taken out of the output`,
    },
    expected: { ru: 'исходные файлы всего опубликованного', en: 'the sources of everything published' },
    mend: {
      ru: `если папку переименовали или потеряли, верните её и соберите заново${lies.ru}. Если работа закончена, делать ничего не нужно`,
      en: `if it was renamed or lost, bring it back and build anew${lies.en}. If the work has ended, nothing needs doing`,
    },
  };
}

const laidAside = (aside: string) => ({
  ru: `; убранное лежит в ${aside} до следующей сборки`,
  en: `; what was taken out lies in ${aside} until the next build`,
});

/** What the folder was made of, relative to the workspace. */
function sourceOf(site: string, client: string): string {
  if (site === 'reports') return `${CLIENTS_FOLDER}/${client}`;
  return site === 'proposals' ? `content/proposals/${client}.mdx` : `content/${site}`;
}
