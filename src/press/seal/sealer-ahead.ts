import type { Effects } from '../../types/effects.ts';
import type { Workspace } from '../../types/workspace.ts';
import { hashOf } from '../inputs.ts';
import type { Manifest } from '../output/manifest.ts';
import { Sealer, type SealerOptions } from './sealer.ts';
import { ownWords } from './words/vocabulary.ts';

/** A sealer that gets ready while others make what it will prove, where there is such a time. */
export class SealerAhead {
  readonly #workspace: Workspace;
  readonly #options: SealerOptions;
  readonly #effects: Effects;
  #opening: Promise<Sealer> | undefined;

  /** @param workspace as it is known before anything is made */
  constructor(workspace: Workspace, options: SealerOptions, effects: Effects) {
    this.#workspace = workspace;
    this.#options = options;
    this.#effects = effects;
  }

  /** Begins to get ready; see `Sealer.ahead`. */
  start(manifest: Manifest, changing: readonly string[]): void {
    this.#opening ??= this.#open(manifest, changing);
    // Told to whoever takes it.
    this.#opening.catch(() => undefined);
  }

  /**
   * The sealer, if it was begun and looks for what there is to look for in the end: a client may have got another name
   * before it was built.
   */
  async take(workspace: Workspace): Promise<Sealer | null> {
    const sealer = await this.#opening;
    return sealer !== undefined && sameWords(this.#workspace, workspace) ? sealer : null;
  }

  async #open(manifest: Manifest, changing: readonly string[]): Promise<Sealer> {
    const sealer = await Sealer.open(this.#workspace, this.#options, this.#effects);
    await sealer.ahead(manifest, changing);
    return sealer;
  }
}

function sameWords({ clients: before }: Workspace, { clients }: Workspace): boolean {
  const same = (one: Workspace['clients'][number], place: number): boolean =>
    one === before[place] || hashOf(ownWords(one)) === hashOf(ownWords(before[place]!));
  return clients.length === before.length && clients.every(same);
}
