import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import type { Effects } from '../../types/effects.ts';

/**
 * Lays the index of the staged pages' search beside them. Pagefind's own writing answers before the last bytes have
 * left it, and whoever closes it then is left with empty files; so it hands the files over and they are written here.
 */
export async function writeSearchIndex(stage: string, effects: Effects): Promise<void> {
  try {
    const { index } = whole(await createIndex());
    if (index === undefined) throw new Error('Pagefind made no index');
    whole(await index.addDirectory({ path: stage }));
    const { files } = whole(await index.getFiles());
    for (const { path, content } of files) await effects.fs.write(join(stage, 'pagefind', path), content);
  } finally {
    await close();
  }
}

function whole<T extends { errors: string[] }>(response: T): T {
  if (response.errors.length > 0) throw new Error(`Pagefind: ${response.errors.join('; ')}`);
  return response;
}
