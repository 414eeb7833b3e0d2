import { join } from 'node:path';
import type { Effects, Sight } from '../../types/effects.ts';
import type { Cache } from '../cache.ts';
import { type HashedFile, hashOf, sha256 } from '../inputs.ts';
import type { ManifestDocument } from '../output/manifest.ts';
import type { EarlySights } from './early-sights.ts';
import { contentOf, keepRecord, recallRecord, type OutputRecord } from './output-record.ts';
import { isSettled } from './settled.ts';

/** What stands in the output: the files of each reader's folder, and what lies outside of any. */
export interface Listing {
  /** Folder of a reader, `reports/alder` → its files, relative to the output and sorted. */
  folders: Map<string, string[]>;
  /** Files outside of every folder. */
  stray: string[];
  /** Links of the file system, wherever they are. */
  links: string[];
}

/** What is known of one folder since it was looked at. */
interface Folder {
  sight: Sight;
  /** Relative to the output, sorted. */
  files: string[];
  /** False when it was written so shortly before that its trace may miss a change. */
  settled: boolean;
  /** Hashes of its files as they were read, or were known without reading; `null` of what is not there. */
  hashes: Map<string, string | null>;
  /** What an earlier build has kept of it, where that is still so. */
  left: OutputRecord[string] | null;
  reading: Map<string, Promise<string | null>>;
}

/** A file before it takes its place. */
interface Arriving {
  trace: string;
  hash: string;
}

/**
 * Hashes of files of the output folder as they lie there; each is read once until it is replaced. A folder that was
 * hashed by an earlier build, and of which nothing was written, moved, added or removed since then, is not read again.
 */
export class OutputHashes {
  readonly #out: string;
  readonly #effects: Effects;
  readonly #folders = new Map<string, Promise<Folder>>();
  readonly #arriving = new Map<string, Arriving>();
  #early: EarlySights | undefined;
  #record: OutputRecord = {};
  #written: ReadonlyMap<string, [file: string, hash: string][]> = new Map();

  constructor(out: string, effects: Effects) {
    this.#out = out;
    this.#effects = effects;
  }

  /**
   * Those of an output that an earlier build has left.
   * @param early what was seen of it since this build began, by others while this thread was busy
   * @param earlier documents of its manifest: the record tells only whether they are still right
   */
  static async remembered(
    { out, cache, early }: { out: string; cache: Cache; early?: EarlySights | undefined },
    earlier: readonly ManifestDocument[],
    effects: Effects,
  ): Promise<OutputHashes> {
    const hashes = new OutputHashes(out, effects);
    hashes.#early = early;
    const record = await recallRecord(out, cache);
    if (record === null) return hashes;
    hashes.#record = record;
    hashes.#written = outputsByFolder(earlier);
    return hashes;
  }

  /** @param file relative to the output folder; `null` when it is not there */
  async of(file: string): Promise<string | null> {
    const folder = await this.#folder(folderOf(file));
    const known = folder.hashes.get(file);
    if (known !== undefined) return known;
    const reading = folder.reading.get(file) ?? this.#read(file);
    folder.reading.set(file, reading);
    const hash = await reading;
    folder.hashes.set(file, hash);
    return hash;
  }

  /** Hashes of a folder's files if all of them are known without reading any more. */
  async known(folder: string, files: readonly string[]): Promise<ReadonlyMap<string, string> | null> {
    const { hashes } = await this.#folder(folder);
    const known = hashes as ReadonlyMap<string, string>;
    return known.size === files.length && files.every((file) => typeof known.get(file) === 'string') ? known : null;
  }

  /** To be told of folders that will be asked about one by one. */
  async ahead(folders: readonly string[]): Promise<void> {
    await this.#lookAhead(folders.filter((folder) => folder in this.#record));
  }

  /** Whether a folder is, as far as can be seen, what an earlier build has left and the manifest says. */
  async isAsLeft(folder: string): Promise<boolean> {
    return folder in this.#record && (await this.#folder(folder)).left !== null;
  }

  /** Whether a folder has these files with these bytes, and no other. */
  async hold(path: string, files: readonly HashedFile[]): Promise<boolean> {
    const { sight, hashes } = await this.#folder(path);
    if (sight.links.length > 0 || sight.files.length !== files.length) return false;
    for (const { file, sha256: wanted } of files) {
      if ((hashes.get(file) ?? (await this.of(file))) !== wanted) return false;
    }
    return true;
  }

  /**
   * To be told of a file that was read where it waits to take its place: it is not read again as long as what stands
   * there is the very same file, untouched.
   * @param file the name it will have @param sight of it before it was read
   */
  arriving(file: string, sight: Sight, hash: string): void {
    if (sight.trace !== null && isSettled(sight, this.#effects.now()))
      this.#arriving.set(file, { trace: sight.trace, hash });
  }

  /** Files of a folder as it was looked at last, sorted. @param folder one that a reader is given, or its name to be */
  async filesIn(folder: string): Promise<string[]> {
    return (await this.#folder(folder)).files;
  }

  /** @param folder one that a reader is given, such as `reports/alder`, in which files were replaced */
  forget(folder: string): void {
    this.#folders.delete(folder);
    this.#early?.forget(folder);
  }

  /**
   * Looks at the whole output.
   * @param anew whether folders that were looked at before are looked at again: what is known of those that have
   * changed is forgotten
   */
  async look(anew: boolean): Promise<Listing> {
    const listing: Listing = { folders: new Map(), stray: [], links: [] };
    if (anew) await this.#lookAgain([...this.#folders.keys()]);
    for (const { name, kind } of await this.#effects.fs.list(this.#out)) {
      if (kind !== 'folder') listing[kind === 'link' ? 'links' : 'stray'].push(name);
      else if (ONE_FOLDER.has(name)) await this.#lookInto(name, listing);
      else await this.#lookAtSite(name, listing);
    }
    for (const folder of this.#folders.keys()) if (!listing.folders.has(folder)) this.#folders.delete(folder);
    return listing;
  }

  async #lookAtSite(site: string, listing: Listing): Promise<void> {
    const entries = await this.#effects.fs.list(join(this.#out, site));
    await this.#lookAhead(entries.flatMap(({ name, kind }) => (kind === 'folder' ? [`${site}/${name}`] : [])));
    for (const { name, kind } of entries) {
      const path = `${site}/${name}`;
      if (kind === 'folder') await this.#lookInto(path, listing);
      else listing[kind === 'link' ? 'links' : 'stray'].push(path);
    }
  }

  async #lookInto(folder: string, listing: Listing): Promise<void> {
    const { sight, files } = await this.#folder(folder);
    if (files.length > 0) listing.folders.set(folder, files);
    listing.links.push(...sight.links.map((name) => `${folder}/${name}`));
  }

  async #lookAgain(folders: readonly string[]): Promise<void> {
    const [asked, sights] = await this.#lookAt(folders);
    for (const [place, folder] of folders.entries()) {
      const sight = sights[place] ?? (await this.#effects.fs.look(join(this.#out, folder)));
      const known = await this.#folders.get(folder)!;
      const same = sight.trace !== null && known.sight.trace === sight.trace;
      if (!same) this.#take(folder, sight, asked);
    }
  }

  /** Looks at those of many folders that were not looked at yet: together they take less time than one by one. */
  async #lookAhead(paths: readonly string[]): Promise<void> {
    const unseen = paths.filter((path) => !this.#folders.has(path));
    const early = (await this.#early?.of(unseen)) ?? new Map<string, Sight>();
    for (const [folder, sight] of early) this.#take(folder, sight, this.#early!.asked);
    const folders = unseen.filter((folder) => !early.has(folder));
    const [asked, sights] = await this.#lookAt(folders);
    folders.forEach((folder, place) => {
      const sight = sights[place]!;
      if (sight !== null) this.#take(folder, sight, asked);
    });
  }

  #take(folder: string, sight: Sight, asked: Date): void {
    this.#folders.set(folder, Promise.resolve(this.#seen(folder, sight, asked)));
  }

  async #lookAt(folders: readonly string[]): Promise<[asked: Date, sights: (Sight | null)[]]> {
    const asked = this.#effects.now();
    return [asked, await this.#effects.fs.lookAll(folders.map((folder) => join(this.#out, folder)))];
  }

  /**
   * A trace of the whole output: of its folders as they were looked at last, of files outside of them as they are now.
   * `null` when that cannot be told.
   */
  async trace(): Promise<string | null> {
    const { folders, stray, links } = await this.look(false);
    const traces: [string, string | null][] = links.map((link) => [link, null]);
    for (const folder of folders.keys()) traces.push([folder, (await this.#folder(folder)).sight.trace]);
    for (const file of stray) traces.push([file, await this.#effects.fs.trace(join(this.#out, file))]);
    return traces.some(([, trace]) => trace === null) ? null : hashOf(traces);
  }

  /** Keeps what is known of every folder for the next build of the same output. */
  async keep(cache: Cache): Promise<void> {
    const record: OutputRecord = {};
    for (const [folder, looking] of this.#folders) {
      const { sight, files, settled, hashes, left } = await looking;
      if (left !== null) {
        record[folder] = left;
        continue;
      }
      const known = files.map((file): [string, string] => [file, hashes.get(file) ?? '']);
      if (folder === '' || sight.trace === null || !settled || known.some(([, hash]) => hash === '')) continue;
      record[folder] = [sight.trace, contentOf(known)];
    }
    await keepRecord(this.#out, record, cache);
  }

  #folder(path: string): Promise<Folder> {
    const known = this.#folders.get(path);
    if (known !== undefined) return known;
    // Files outside of any folder are few.
    const looking = path === '' ? Promise.resolve(NOWHERE) : this.#effects.fs.look(join(this.#out, path));
    const asked = this.#effects.now();
    const folder = looking.then((sight) => this.#seen(path, sight, asked));
    this.#folders.set(path, folder);
    return folder;
  }

  /** @param asked when it was asked to be looked at */
  #seen(path: string, sight: Sight, asked: Date): Folder {
    const settled = isSettled(sight, asked);
    const [trace, content] = this.#record[path] ?? [];
    const written = this.#written.get(path);
    const same = trace !== undefined && trace === sight.trace && written && contentOf(written) === content;
    const files = sight.files.map((file) => `${path}/${file}`);
    const known = { hashes: new Map(same ? written : []), left: same ? this.#record[path]! : null };
    return { sight, files, settled, ...known, reading: new Map() };
  }

  async #read(file: string): Promise<string | null> {
    const path = join(this.#out, file);
    const arriving = this.#arriving.get(file);
    this.#arriving.delete(file);
    if (arriving !== undefined && (await this.#effects.fs.trace(path)) === arriving.trace) return arriving.hash;
    return (await this.#effects.fs.exists(path)) ? sha256(await this.#effects.fs.read(path)) : null;
  }
}

const NOWHERE: Sight = { trace: null, latest: 0, files: [], links: [] };

/** Sites that are one folder for all their readers; on the others every client or proposal has its own. */
const ONE_FOLDER = new Set(['handbook', 'desk']);

/** The folder of one reader that a file of the output lies in, `reports/alder`; empty when it lies outside of any. */
export function folderOf(file: string): string {
  // Asked for every file of the output: those of one folder follow one another, and get the very same text.
  if (latest !== '' && file.startsWith(latest) && file[latest.length] === '/') return latest;
  const first = file.indexOf('/');
  if (first < 0) return '';
  const site = file.slice(0, first);
  const second = file.indexOf('/', first + 1);
  latest = ONE_FOLDER.has(site) ? site : second < 0 ? '' : file.slice(0, second);
  return latest;
}

let latest = '';

function outputsByFolder(documents: readonly ManifestDocument[]): Map<string, [file: string, hash: string][]> {
  const folders = new Map<string, [string, string][]>();
  for (const { outputs } of documents) {
    for (const { file, sha256: hash } of outputs) {
      const folder = folderOf(file);
      const files = folders.get(folder);
      if (files === undefined) folders.set(folder, [[file, hash]]);
      else files.push([file, hash]);
    }
  }
  return folders;
}
