import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';
import { sha256 } from './inputs.ts';

/** Hashes of files of the output folder as they lie there; each is read once until it is replaced. */
export class OutputHashes {
  readonly #out: string;
  readonly #effects: Effects;
  readonly #known = new Map<string, Map<string, Promise<string | null>>>();

  constructor(out: string, effects: Effects) {
    this.#out = out;
    this.#effects = effects;
  }

  /** @param file relative to the output folder; `null` when it is not there */
  of(file: string): Promise<string | null> {
    const folder = folderOf(file);
    const files = this.#known.get(folder) ?? new Map<string, Promise<string | null>>();
    this.#known.set(folder, files);
    const known = files.get(file) ?? this.#read(file);
    files.set(file, known);
    return known;
  }

  /** @param folder one that a reader is given, such as `reports/alder`, in which files were replaced */
  forget(folder: string): void {
    this.#known.delete(folder);
  }

  async #read(file: string): Promise<string | null> {
    const path = join(this.#out, file);
    return (await this.#effects.fs.exists(path)) ? sha256(await this.#effects.fs.read(path)) : null;
  }
}

/** Sites that are one folder for all their readers; on the others every client or proposal has its own. */
const ONE_FOLDER = new Set(['handbook', 'desk']);

/** The folder of one reader that a file of the output lies in, `reports/alder`; empty when it lies outside of any. */
export function folderOf(file: string): string {
  const [site = '', owner, ...rest] = file.split('/');
  if (ONE_FOLDER.has(site)) return owner === undefined ? '' : site;
  return rest.length === 0 ? '' : `${site}/${owner}`;
}
