import { join } from 'node:path';
import type { Effects, Sight } from '../../types/effects.ts';
import type { Workspace } from '../../types/workspace.ts';
import { engineFingerprint, type Cache } from '../cache.ts';
import { inParallel } from '../in-parallel.ts';
import { sha256 } from '../inputs.ts';
import { manifestText, type Manifest } from '../manifest.ts';
import type { OutputHashes } from '../output-hashes.ts';
import type { SealBreak } from './breaks.ts';
import { FigureComparison, NOT_COMPARED, type ComparedFigures } from './compared-figures.ts';
import { EvidenceStore, keptOf, type KeptEvidence } from './evidence-store.ts';
import type { Evidence } from './folder-proof.ts';
import { INTERNAL, publishedFolders, type Change, type Published, type PublishedFolder } from './folders.ts';
import { hashOwners, type HashOwners } from './hash-proof.ts';
import { internalCopies } from './internal-proof.ts';
import { placeOfHash, placeOfNumber } from './locate.ts';
import { proveManifest } from './manifest-proof.ts';
import type { Reach } from './outward-proof.ts';
import { proveFolders } from './prove-folders.ts';
import { recordOf, type SealRecord } from './record.ts';
import { hostsOf, readSubjects } from './subjects.ts';
import { isOwn, vocabularyOf, type Owner, type Subjects, type Vocabulary } from './vocabulary.ts';

export interface SealerOptions {
  /** Absolute path of the output folder. */
  out: string;
  /** Absolute path of the engine. */
  project: string;
  /** Where proofs of the very same folders are kept; `NO_CACHE` proves everything anew. */
  memory: Cache;
  hashes: OutputHashes;
  /** True for a part of a build: figures and files of the other parts are not known, so they are not looked for. */
  part: boolean;
}

/** Folders whose files are hashed at once. */
const READ_AT_ONCE = 8;

/** To be raised whenever a proof looks for more than before. */
const PROOFS = 4;

/** What is looked for in an output, read from the workspace once; proves the output as often as it is asked to. */
export class Sealer {
  readonly #options: SealerOptions;
  readonly #effects: Effects;
  readonly #subjects: Subjects;
  readonly #vocabulary: Vocabulary;
  readonly #hosts: ReadonlyMap<Owner, ReadonlySet<string>>;
  readonly #store: EvidenceStore;
  readonly #comparison = new FigureComparison();
  #told: { manifest: Manifest; state: string; owners: HashOwners } | undefined;

  private constructor(options: SealerOptions, about: About, effects: Effects) {
    this.#options = options;
    this.#effects = effects;
    this.#subjects = about.subjects;
    this.#vocabulary = about.vocabulary;
    this.#hosts = about.hosts;
    this.#store = new EvidenceStore(options.memory, options.out, [
      about.engine,
      this.#looked(true),
      about.subjects.priced,
    ]);
  }

  static async open(workspace: Workspace, options: SealerOptions, effects: Effects): Promise<Sealer> {
    const subjects = await readSubjects(workspace, options.project, effects);
    const about = {
      ...{ subjects, vocabulary: vocabularyOf(subjects) },
      hosts: await hostsOf(subjects, effects),
      engine: await engineFingerprint(options.project, effects),
    };
    return new Sealer(options, about, effects);
  }

  /** Proves of the output, as it is or as it will be after a change, that the seal holds. */
  async prove(manifest: Manifest, change: Change): Promise<SealRecord> {
    const { hashes, part } = this.#options;
    // What takes its place is looked at when it has done so.
    const standing = await hashes.look(change.waiting.length === 0);
    const published = await publishedFolders(standing, manifest, change, this.#effects);
    const { state, owners } = this.#toldBy(manifest);
    const gathered = await this.#gather(manifest, published);
    const { evidence } = gathered;
    const breaks = [...evidence.values()].flatMap((one) => one.breaks);
    breaks.push(...proveManifest(manifest, published, gathered.hashes));
    breaks.push(...internalCopies(published, gathered.hashes));
    const each = published.folders.map(({ path, owner }) => ({ owner, prints: evidence.get(path)!.prints }));
    const figures = part ? NOT_COMPARED : this.#comparison.of(each);
    breaks.push(...(await this.#figureBreaks(figures, published, gathered.exactly)));
    if (!part) breaks.push(...(await this.#hashBreaks(owners, published, evidence)));
    const looked = {
      terms: this.#vocabulary.terms.filter((term) => !isOwn(term)).length,
      ...{ figures: figures.count, figureDigits: figures.digits, hashes: part ? 0 : owners.size },
      unsearched: this.#vocabulary.unsearched,
    };
    return recordOf({ state, looked, breaks }, published, evidence);
  }

  /** Keeps for the next build what was proven and hashed. */
  async keep(): Promise<void> {
    await this.#store.keep();
    await this.#options.hashes.keep(this.#options.memory);
  }

  /** What is looked for; what is the agency's own is no part of what is the same everywhere. */
  #looked(own: boolean): unknown[] {
    return this.#vocabulary.terms
      .filter((term) => own || !isOwn(term))
      .map(({ text, kind, owners }) => [text, kind, [...owners].sort()]);
  }

  /** Mostly one manifest is proven twice, before the folders take their places and after. */
  #toldBy(manifest: Manifest): { state: string; owners: HashOwners } {
    if (this.#told?.manifest !== manifest) {
      const state = sha256(JSON.stringify([PROOFS, sha256(manifestText(manifest)), this.#looked(false)]));
      this.#told = { manifest, state, owners: hashOwners(manifest) };
    }
    return this.#told;
  }

  async #gather(manifest: Manifest, published: Published): Promise<Gathered> {
    const listed = new Map(manifest.documents.flatMap(({ outputs }) => outputs.map((one) => [one.file, one.sha256])));
    const failed = manifest.documents.filter(({ status }) => status === 'failed');
    const kept = new Set(failed.map(({ site, client }) => `${site}/${client}`));
    const looked: Looked[] = [];
    await inParallel(published.folders.entries(), READ_AT_ONCE, async ([place, folder]) => {
      const reach = this.#reach(folder, kept.has(folder.owner));
      const known = await this.#hashesOf(folder, published, listed);
      const key = this.#store.keyOf(reach, known, listed);
      const recalled = key === null ? null : await this.#store.recall(key);
      looked[place] = { reach, known, key, earlier: folder.path === INTERNAL ? NOTHING_PROVEN : recalled };
    });
    const kit = {
      ...{ root: this.#subjects.workspace.root, out: this.#options.out, terms: this.#vocabulary.terms },
      ...{ proposals: this.#subjects.proposals, priced: this.#subjects.priced, waiting: published.waiting, listed },
    };
    const open = looked.filter(({ earlier }) => !earlier).map(({ reach }) => reach);
    const sights = await this.#sightsOf(open, published);
    const found = await proveFolders(open, kit, this.#effects, (one, { folder }) => ({
      ...one,
      evidence: keptOf(one.evidence, folder),
    }));
    for (const { hashes } of found) {
      for (const [file, hash] of hashes)
        if (sights.has(file)) this.#options.hashes.arriving(file, sights.get(file)!, hash);
    }
    const proven = new Map(found.map((one, at) => [open[at]!, one]));
    const evidence = new Map<string, KeptEvidence>();
    const hashes = new Map<string, string>();
    for (const { reach, known, key, earlier } of looked) {
      const now = proven.get(reach);
      const one = earlier ?? now!.evidence;
      if (now && key !== null) this.#store.learn(key, one, now.hashes, known);
      evidence.set(reach.folder.path, one);
      for (const [file, hash] of now?.hashes ?? known) hashes.set(file, hash);
    }
    this.#store.stands(looked.flatMap(({ key }) => key ?? []));
    const exactly = async (place: number): Promise<Evidence> => {
      const [again] = await proveFolders([looked[place]!.reach], kit, this.#effects, (one) => one.evidence);
      return again!;
    };
    return { evidence, hashes, exactly };
  }

  /** What files that wait look like before they are read. */
  async #sightsOf(open: readonly Reach[], { waiting }: Published): Promise<Map<string, Sight>> {
    const sights = new Map<string, Sight>();
    for (const file of open.flatMap(({ folder }) => folder.files)) {
      const path = waiting.get(file);
      if (path !== undefined) sights.set(file, await this.#effects.fs.look(path));
    }
    return sights;
  }

  #reach(folder: PublishedFolder, kept: boolean): Reach {
    const allowed = new Set([...(this.#hosts.get('') ?? []), ...(this.#hosts.get(folder.owner) ?? [])]);
    return { folder, files: new Set(folder.files), hosts: kept ? null : allowed };
  }

  /** Of what waits the manifest has just been told; it is read again when it has taken its place. */
  async #hashesOf(
    { path, files }: PublishedFolder,
    { waiting }: Published,
    listed: ReadonlyMap<string, string>,
  ): Promise<ReadonlyMap<string, string>> {
    const known = files.some((file) => waiting.has(file)) ? null : await this.#options.hashes.known(path, files);
    if (known !== null) return known;
    const hashes = new Map<string, string>();
    for (const file of files) {
      const hash = waiting.has(file) ? listed.get(file) : await this.#options.hashes.of(file);
      hashes.set(file, hash ?? '');
    }
    return hashes;
  }

  /** @param exactly what a folder shows, by its place, numbers and all */
  async #figureBreaks(
    { leaks }: ComparedFigures,
    published: Published,
    exactly: Gathered['exactly'],
  ): Promise<SealBreak[]> {
    const breaks: SealBreak[] = [];
    for (const { folder, seen, owner } of leaks) {
      const { file, value } = (await exactly(folder)).seen[seen]!;
      const offset = await placeOfNumber(file, this.#pathOf(file, published), value, this.#effects);
      const found = { ru: `цифра из ${owner}: ${value}`, en: `a figure of ${owner}: ${value}` };
      breaks.push({ code: 'seal-leak-figure', file, offset, found });
    }
    return breaks;
  }

  async #hashBreaks(
    owners: HashOwners,
    published: Published,
    evidence: ReadonlyMap<string, KeptEvidence>,
  ): Promise<SealBreak[]> {
    const breaks: SealBreak[] = [];
    for (const { path, owner } of published.folders) {
      for (const { file, hash } of evidence.get(path)!.named) {
        const whose = owners.get(hash);
        if (!whose || whose === owner) continue;
        const offset = await placeOfHash(file, this.#pathOf(file, published), hash, this.#effects);
        const found = { ru: `хеш файла из ${whose}: ${hash}`, en: `hash of a file of ${whose}: ${hash}` };
        breaks.push({ code: 'seal-leak-hash', file, offset, found });
      }
    }
    return breaks;
  }

  #pathOf(file: string, { waiting }: Published): string {
    return waiting.get(file) ?? join(this.#options.out, file);
  }
}

interface About {
  subjects: Subjects;
  vocabulary: Vocabulary;
  hosts: ReadonlyMap<Owner, ReadonlySet<string>>;
  engine: string;
}

/** One folder before it is proven. */
interface Looked {
  reach: Reach;
  known: ReadonlyMap<string, string>;
  key: string | null;
  earlier: KeptEvidence | null;
}

interface Gathered {
  /** By folder. */
  evidence: Map<string, KeptEvidence>;
  /** Of every published file. */
  hashes: Map<string, string>;
  /** All that a folder shows, by its place among the folders. */
  exactly(place: number): Promise<Evidence>;
}

/** The agency's own site may say everything; only its files are looked for elsewhere. */
const NOTHING_PROVEN: KeptEvidence = {
  ...{ bytes: 0, breaks: [], mentions: [], named: [] },
  prints: { telling: new Uint32Array(0), others: new Uint32Array(0), seen: new Uint32Array(0) },
};
