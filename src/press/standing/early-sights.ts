import { join } from 'node:path';
import type { Effects, Sight } from '../../types/effects.ts';

/** Sites in which every client or proposal has a folder of its own: there may be thousands. */
const MANY = ['reports', 'proposals'];

/** What the folders of an output look like before a build touches them, seen while it has other things to do. */
export class EarlySights {
  /** When it was asked what they look like. */
  readonly asked: Date;
  readonly #seeing: Promise<Map<string, Sight>>;
  readonly #gone = new Set<string>();

  /** @param out absolute path of the output */
  constructor(out: string, effects: Effects) {
    this.asked = effects.now();
    this.#seeing = see(out, effects);
    // Whatever cannot be seen now is looked at, and told, when it is needed.
    this.#seeing.catch(() => undefined);
  }

  /** Those of these folders, `reports/alder`, that were seen and that nobody has touched or asked for since. */
  async of(folders: readonly string[]): Promise<Map<string, Sight>> {
    const seen = await this.#seeing.catch(() => new Map<string, Sight>());
    const found = new Map<string, Sight>();
    for (const folder of folders) {
      const sight = seen.get(folder);
      if (sight !== undefined && !this.#gone.has(folder)) found.set(folder, sight);
      this.#gone.add(folder);
    }
    return found;
  }

  /** To be told of a folder in which this build has changed something. */
  forget(folder: string): void {
    this.#gone.add(folder);
  }
}

async function see(out: string, { fs }: Effects): Promise<Map<string, Sight>> {
  const folders: string[] = [];
  for (const site of MANY) {
    for (const { name, kind } of await fs.list(join(out, site))) if (kind === 'folder') folders.push(`${site}/${name}`);
  }
  const sights = await fs.lookAll(
    folders.map((folder) => join(out, folder)),
    true,
  );
  return new Map(folders.flatMap((folder, place) => (sights[place] ? [[folder, sights[place]] as const] : [])));
}
