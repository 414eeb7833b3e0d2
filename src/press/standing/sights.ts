import { join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import { CLIENTS_FOLDER, NOTES_FOLDER } from '../../workspace/places.ts';
import { unreadable } from '../../workspace/unreadable.ts';
import { hashOf } from '../inputs.ts';
import { isSettled } from './settled.ts';

/** A file or folder as it was seen, without being read. */
export interface Seen {
  /** See `Files.trace`; `null` when it may not be looked at, too. */
  trace: string | null;
  /** False when it was written so shortly before that another change might not show. */
  settled: boolean;
}

/** What files and folders of the workspace looked like when they were looked at first, before they were read. */
export class Sights {
  readonly #root: string;
  readonly #effects: Effects;
  readonly #first = new Map<string, Seen>();

  constructor(root: string, effects: Effects) {
    this.#root = root;
    this.#effects = effects;
  }

  /** @param path relative to the workspace; it need not be there */
  async of(path: string): Promise<Seen> {
    const seen = this.#first.get(path) ?? (await this.#see(path));
    this.#first.set(path, seen);
    return seen;
  }

  /** The trace of what was looked at before it was read and still looks the same; else `null`. */
  async sameTrace(path: string): Promise<string | null> {
    const first = this.#first.get(path);
    if (first === undefined || first.trace === null || !first.settled) return null;
    return (await this.#see(path)).trace === first.trace ? first.trace : null;
  }

  /**
   * A trace of everything in `content` and `data`, folders of clients each by itself; `null` when it cannot be told, also
   * because something was written so shortly before that another change of it might not show.
   */
  async ofEverything(): Promise<string | null> {
    const traces = [...(await this.#inside('content')), ...(await this.#inside('data'))];
    return traces.some(([, trace]) => trace === null) ? null : hashOf(traces);
  }

  async #inside(folder: string): Promise<[path: string, trace: string | null][]> {
    const traces: [string, string | null][] = [];
    const entries = await this.#effects.fs.list(join(this.#root, folder));
    const paths = entries.map(({ name }) => `${folder}/${name}`);
    await this.#seeAll(paths.filter((path) => !APART.has(path) && !this.#first.has(path)));
    for (const { name, kind } of entries) {
      const path = `${folder}/${name}`;
      if (kind === 'folder' && APART.has(path)) traces.push([path, ''], ...(await this.#inside(path)));
      else {
        const { trace, settled } = await this.of(path);
        traces.push([path, kind === 'link' || !settled ? null : trace]);
      }
    }
    return traces;
  }

  async #seeAll(paths: readonly string[]): Promise<void> {
    const asked = this.#effects.now();
    const sights = await this.#effects.fs.lookAll(paths.map((path) => join(this.#root, path)));
    paths.forEach((path, place) => {
      const sight = sights[place]!;
      if (sight !== null) this.#first.set(path, { trace: sight.trace, settled: isSettled(sight, asked) });
    });
  }

  async #see(path: string): Promise<Seen> {
    try {
      const sight = await this.#effects.fs.look(join(this.#root, path));
      return { trace: sight.trace, settled: isSettled(sight, this.#effects.now()) };
    } catch (error) {
      // What may not be looked at is told where it is read.
      unreadable(error);
      return { trace: null, settled: false };
    }
  }
}

/** Folders whose entries are looked at one by one. */
const APART = new Set([CLIENTS_FOLDER, NOTES_FOLDER, 'content/reports']);
