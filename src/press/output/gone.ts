import { join } from 'node:path';
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

/** Takes a folder out of the output. Until the next build it lies in `aside`, for its loss may be a mistake. */
export async function layAside({ path }: GoneFolder, out: string, aside: string, effects: Effects): Promise<void> {
  const folder = join(out, path);
  // A build that was killed may have done so already.
  if (await effects.fs.exists(folder)) await effects.fs.rename(folder, join(aside, path));
}

/** By this name a warning tells what has happened once; a later build has nothing to say of it. */
export const FOLDER_GONE = 'folder-gone';

/**
 * A whole folder has left the output, because what it was made of has left the workspace: a client that was renamed or
 * mistyped as much as one who has gone. Nothing is said of a document that only has another address now.
 * @param standing documents that the output has
 * @param aside where the folders lie, as the reader finds them
 */
export function goneProblems(gone: GoneFolder[], standing: ManifestDocument[], aside: string): Problem[] {
  const known = new Set(standing.map(({ site, client }) => `${site}/${client}`));
  return gone.flatMap(({ path, documents }) => {
    const [{ site, client }] = documents as [ManifestDocument];
    if (known.has(`${site}/${client}`)) return [];
    return [folderGone({ site, client }, { path, count: documents.length, aside: join(aside, path) })];
  });
}

function folderGone(
  { site, client }: Pick<ManifestDocument, 'site' | 'client'>,
  { path, count, aside }: { path: string; count: number; aside: string },
): Problem {
  const owner = site === 'reports' ? { client } : site === 'proposals' ? { proposal: client } : {};
  return {
    ...{ code: FOLDER_GONE, severity: 'warning', ...owner, file: sourceOf(site, client) },
    found: {
      ru: `этого больше нет, а было опубликовано: папка ${path} (документов: ${count}) убрана из вывода`,
      en: `this is no longer there, but was published: the folder ${path} (documents: ${count}) was taken out of the output`,
    },
    expected: { ru: 'исходные файлы всего опубликованного', en: 'the sources of everything published' },
    mend: {
      ru: `если папку переименовали или потеряли, верните её и соберите заново; убранное лежит в ${aside} до следующей сборки. Если работа закончена, делать ничего не нужно`,
      en: `if it was renamed or lost, bring it back and build anew; what was taken out lies in ${aside} until the next build. If the work has ended, nothing needs doing`,
    },
  };
}

/** What the folder was made of, relative to the workspace. */
function sourceOf(site: string, client: string): string {
  if (site === 'reports') return `${CLIENTS_FOLDER}/${client}`;
  return site === 'proposals' ? `content/proposals/${client}.mdx` : `content/${site}`;
}
