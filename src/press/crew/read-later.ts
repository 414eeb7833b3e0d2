import type { Effects } from '../../types/effects.ts';
import type { Checked } from '../../types/problem.ts';
import type { Workspace } from '../../types/workspace.ts';
import { loadClients, loadOutlines, type KnownClient, type Surroundings } from '../../workspace/load.ts';
import type { House } from '../../workspace/load-client.ts';
import type { BuildOptions } from '../options.ts';
import { toldOnce } from '../problems.ts';
import { ownWords } from '../seal/words/vocabulary.ts';
import { crewSize } from './crew.ts';
import { readInThreads } from './read-clients.ts';

/**
 * Clients whom the crew reads when it builds them, so that nobody is read twice: until then no more of them is known
 * than their `client.json`.
 */
export class ReadLater {
  readonly #options: Pick<BuildOptions, 'workspace' | 'workers'>;
  readonly #effects: Effects;
  readonly #outlines = new Map<string, KnownClient>();
  readonly #read = new Map<string, KnownClient>();

  constructor(options: Pick<BuildOptions, 'workspace' | 'workers'>, effects: Effects) {
    this.#options = options;
    this.#effects = effects;
  }

  /** Puts off reading these clients. */
  async outlines(ids: readonly string[], house: Surroundings): Promise<ReadonlyMap<string, KnownClient>> {
    for (const one of await loadOutlines(this.#options.workspace, ids, house, this.#effects))
      this.#outlines.set(one.client.id, one);
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
    await this.#readMissing(value);
    const outlined = new Set([...this.#outlines.values()].flatMap((one) => one.problems));
    const read = value.clients.flatMap(({ id }) => this.#read.get(id)?.problems ?? []);
    return {
      value: { ...value, clients: value.clients.map((client) => this.#read.get(client.id)?.client ?? client) },
      problems: toldOnce([...problems.filter((one) => !outlined.has(one)), ...read]),
    };
  }

  async #readMissing(house: House): Promise<void> {
    const root = this.#options.workspace;
    const missing = () => [...this.#outlines.keys()].filter((id) => !this.#read.has(id));
    const threads = crewSize(this.#options, missing().length);
    if (threads > 1) this.told([...(await readInThreads(root, missing(), threads)).values()]);
    this.told(await loadClients(root, missing(), house, ownWords, this.#effects));
  }
}
