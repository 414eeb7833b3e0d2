import { relative } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import type { Problem } from '../../types/problem.ts';
import type { Client, Workspace } from '../../types/workspace.ts';
import type { KnownClient, Surroundings } from '../../workspace/load.ts';
import { foundBrowser } from '../printing/browser-trace.ts';
import { engineFingerprint, NO_CACHE } from '../cache.ts';
import { contentListed, contentRead, leadsStraight, pathsOf, pictureOf } from '../reports/client-files.ts';
import { hashOf, InputHashes } from '../inputs.ts';
import type { ManifestDocument } from '../output/manifest.ts';
import { AGENCY_FILES, SITE } from '../output/manifest-documents.ts';
import type { BuildOptions } from '../options.ts';
import type { OutputHashes } from './output-hashes.ts';
import { ownWords } from '../seal/words/vocabulary.ts';
import type { Seen, Sights } from './sights.ts';
import { commonInputs, type Standing } from './standing.ts';

/** What is kept of a client that was built and put into place. */
interface Kept extends KnownClient {
  /** Trace of everything that is read of the client alone. */
  trace: string;
  /** Hash of the names and hashes of the same files. */
  content: string;
  /** Hash of the client's documents in the manifest. */
  documents: string;
  /** What its build has told; `problems` are those of reading it. */
  told: Problem[];
  /** Version of the browser that printed; `null` without PDFs. */
  browser: string | null;
}

/** All clients that a build of the same options, day, engine and place has left. */
interface Book {
  /** Hash of what all clients are made of. */
  house: string;
  /** The browser that printed, as its file and as it says itself. */
  browser: { trace: string; version: string } | null;
  clients: Record<string, Kept>;
}

/** What the build of one client gave. */
interface Placed {
  told: Problem[];
  browser: string | null;
}

/**
 * Clients of whom nothing was touched since they were built: no file of theirs, nor of the folder made of it, was
 * written, moved, added or removed, which their names, sizes, times and places on the disk tell without reading them.
 * One whose files were, but have the same bytes, is known by their hash. Whatever is in doubt is read, and what then
 * is the same by its bytes still stands; see `Standings`.
 */
export class Untouched {
  readonly #options: BuildOptions;
  readonly #effects: Effects;
  readonly #key: string;
  readonly #sights: Sights;
  readonly #known: string[] = [];
  readonly #placed = new Map<string, Placed>();
  #book: Book = { house: '', browser: null, clients: {} };
  /** Hash of what all clients are made of now; `null` when that cannot be told. */
  #house: { hash: string; files: string[] } | null = null;

  private constructor(options: BuildOptions, key: string, sights: Sights, effects: Effects) {
    this.#options = options;
    this.#sights = sights;
    this.#effects = effects;
    this.#key = key;
  }

  /** Recalls the last build of the same; to be called before anything of the workspace is read. */
  static async open(options: BuildOptions, sights: Sights, effects: Effects): Promise<Untouched> {
    const { workspace, out, project, asOf, periods, pdf, cache } = options;
    const engine = await engineFingerprint(project, effects);
    const about = [engine, process.version, process.versions['icu'], workspace, out, asOf, periods, pdf];
    const untouched = new Untouched(options, hashOf(['untouched', ...about]), sights, effects);
    const kept = await cache.get(untouched.#key);
    if (kept !== null) untouched.#book = JSON.parse(new TextDecoder().decode(kept)) as Book;
    for (const file of AGENCY_FILES) await sights.of(file);
    return untouched;
  }

  /** Clients that need not be read, without their tables; see `ownWords`. */
  async known(about: Surroundings): Promise<Map<string, KnownClient>> {
    const known = new Map<string, KnownClient>();
    this.#house = this.#options.cache === NO_CACHE ? null : await this.#houseOf(about);
    if (this.#house === null) return known;
    const { hash } = this.#house;
    if (hash !== this.#book.house) this.#book = { house: hash, browser: null, clients: {} };
    const hashes = new InputHashes(this.#options.workspace, this.#effects);
    for (const id of about.ids) {
      const kept = this.#book.clients[id];
      const seen = await this.#seenOf(id, kept?.client);
      if (kept === undefined || seen.trace === null) continue;
      if (seen.trace !== kept.trace) {
        if ((await contentRead(kept.client, hashes, this.#effects)) !== kept.content) continue;
        this.#book.clients[id] = { ...kept, trace: seen.settled ? seen.trace : '' };
      }
      known.set(id, kept);
      this.#known.push(id);
    }
    return known;
  }

  /** Looks at what belongs to clients but lies elsewhere; to be called when they are read and nothing is made yet. */
  async loaded({ clients }: Workspace): Promise<void> {
    for (const file of clients.flatMap(pictureOf)) await this.#sights.of(file);
  }

  /** What stands of known clients: their documents, and every file of them, are what that build has left. */
  async standing(earlier: readonly ManifestDocument[], outputs: OutputHashes): Promise<Map<string, Standing>> {
    const standing = new Map<string, Standing>();
    const version = await this.#versionOfBrowser();
    const byClient = Map.groupBy(earlier, ({ site, client }) => (site === SITE ? client : ''));
    for (const id of this.#known) {
      const kept = this.#book.clients[id]!;
      const documents = byClient.get(id) ?? [];
      if (hashOf(documents) !== kept.documents || (kept.browser !== null && kept.browser !== version)) continue;
      const files = documents.flatMap((document) => document.outputs);
      if (await outputs.hold(`${SITE}/${id}`, files))
        standing.set(id, { documents, problems: kept.told, browser: kept.browser });
    }
    return standing;
  }

  /** To be told of every client whose folder has taken its place, as far as it is an answer to what was asked for. */
  placed(id: string, placed: Placed): void {
    this.#placed.set(id, placed);
  }

  /**
   * Keeps for the next build what was put into place, beside all that still stands.
   * @param problems every problem of the workspace @param documents all of the manifest
   */
  async keep(
    { clients, root }: Workspace,
    problems: readonly Problem[],
    documents: readonly ManifestDocument[],
  ): Promise<void> {
    for (const file of this.#house?.files ?? []) if ((await this.#sights.sameTrace(file)) === null) return;
    if (this.#house === null) return;
    const byClient = Map.groupBy(documents, ({ site, client }) => (site === SITE ? client : ''));
    const ownProblems = Map.groupBy(problems, ({ client }) => client ?? '');
    const hashes = new InputHashes(root, this.#effects);
    const book: Book = { house: this.#house.hash, browser: await this.#browser(), clients: {} };
    for (const client of clients) {
      const { id } = client;
      const placed = this.#placed.get(id);
      const before = this.#book.clients[id];
      if (placed === undefined && before !== undefined) book.clients[id] = before;
      const own = byClient.get(id) ?? [];
      if (placed === undefined || own.some(({ status }) => status === 'failed')) continue;
      const trace = await this.#traceIfSame(client);
      if (trace === null) continue;
      book.clients[id] = {
        ...{ client: ownWords(client), trace, content: await contentListed(own, client, hashes) },
        problems: (ownProblems.get(id) ?? []).filter(({ file }) => !TEMPLATE.test(file)),
        ...{ documents: hashOf(own), ...placed },
      };
    }
    await this.#options.cache.put(this.#key, new TextEncoder().encode(JSON.stringify(book)));
  }

  /** What all clients are made of, and the files it was read from; `null` when that cannot be told. */
  async #houseOf(about: Surroundings): Promise<{ hash: string; files: string[] } | null> {
    const { workspace: root, project } = this.#options;
    if (!(await leadsStraight(root, this.#effects))) return null;
    const { agency, people, templates } = about;
    const pictures = [agency.brand.logo, ...people.map(({ photo }) => photo)].flatMap((one) =>
      one === undefined ? [] : [`data/${one}`],
    );
    const own = Object.values(templates).map((path) => relative(root, path).replaceAll('\\', '/'));
    const files = [...AGENCY_FILES, ...pictures, ...own];
    for (const file of files) await this.#sights.of(file);
    const hashes = new InputHashes(root, this.#effects);
    const engine = await engineFingerprint(project, this.#effects);
    const workspace = { ...about, root, clients: [] };
    const common = await commonInputs({ workspace, options: this.#options, engine }, hashes, this.#effects);
    return common === null ? null : { hash: hashOf([common, await hashes.of(pictures)]), files };
  }

  /** Everything that is read of one client, its logo too, which lies elsewhere. */
  async #seenOf(id: string, client: Client | undefined): Promise<Seen> {
    const parts: Seen[] = [];
    for (const path of pathsOf(id, client)) parts.push(await this.#sights.of(path));
    const whole = parts.every(({ trace }) => trace !== null);
    return {
      trace: whole ? hashOf(parts.map(({ trace }) => trace)) : null,
      settled: parts.every(({ settled }) => settled),
    };
  }

  /** The same trace of a client of whom nothing was touched while it was built; else `null`. */
  async #traceIfSame(client: Client): Promise<string | null> {
    const traces: (string | null)[] = [];
    for (const path of pathsOf(client.id, client)) traces.push(await this.#sights.sameTrace(path));
    return traces.includes(null) ? null : hashOf(traces);
  }

  async #versionOfBrowser(): Promise<string | null> {
    const known = this.#book.browser;
    if (known === null) return null;
    const found = await foundBrowser(this.#options.project, this.#effects);
    return found?.trace === known.trace ? known.version : null;
  }

  /** The browser that has printed, in this build or in the one before. */
  async #browser(): Promise<Book['browser']> {
    const version = [...this.#placed.values()].find(({ browser }) => browser !== null)?.browser;
    const found = version ? await foundBrowser(this.#options.project, this.#effects) : null;
    return found ? { trace: found.trace, version: version! } : this.#book.browser;
  }
}

/** Problems of templates are told of each client anew. */
const TEMPLATE = /^content\/reports\/[^/]+$/;
