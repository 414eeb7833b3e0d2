import type { Effects } from '../../types/effects.ts';
import type { Checked } from '../../types/problem.ts';
import type { Workspace } from '../../types/workspace.ts';
import { loadClients, loadOutlines, type KnownClient, type Surroundings } from '../../workspace/load.ts';
import { ownWords } from '../seal/words/vocabulary.ts';

/**
 * Clients whom the crew reads when it builds them, so that nobody is read twice: until then no more of them is known
 * than their `client.json`.
 */
export class ReadLater {
  readonly #root: string;
  readonly #effects: Effects;
  readonly #outlines = new Map<string, KnownClient>();
  readonly #read = new Map<string, KnownClient>();

  /** @param root absolute path of the workspace */
  constructor(root: string, effects: Effects) {
    this.#root = root;
    this.#effects = effects;
  }

  get size(): number {
    return this.#outlines.size;
  }

  /** Puts off reading these clients. */
  async outlines(ids: readonly string[], house: Surroundings): Promise<ReadonlyMap<string, KnownClient>> {
    for (const one of await loadOutlines(this.#root, ids, house, this.#effects)) this.#outlines.set(one.client.id, one);
    return this.#outlines;
  }

  /** What whoever has built them has read. */
  told(read: readonly KnownClient[]): void {
    for (const one of read) this.#read.set(one.client.id, one);
  }

  /**
   * The workspace and its problems with all that was put off, of each client what `ownWords` keeps; whom nobody has
   * read, since whoever should have has died, is read now.
   */
  async completed({ value, problems }: Checked<Workspace>): Promise<Checked<Workspace>> {
    const missing = [...this.#outlines.keys()].filter((id) => !this.#read.has(id));
    this.told(await loadClients(this.#root, missing, value, ownWords, this.#effects));
    const outlined = new Set([...this.#outlines.values()].flatMap((one) => one.problems));
    const read = value.clients.flatMap(({ id }) => this.#read.get(id)?.problems ?? []);
    return {
      value: { ...value, clients: value.clients.map((client) => this.#read.get(client.id)?.client ?? client) },
      problems: [...problems.filter((one) => !outlined.has(one)), ...read],
    };
  }
}
