import { join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import type { Workspace } from '../../types/workspace.ts';
import { engineFingerprint, type Cache } from '../cache.ts';
import { inParallel } from '../in-parallel.ts';
import { sha256 } from '../inputs.ts';
import { manifestText, type Manifest } from '../manifest.ts';
import type { OutputHashes } from '../output-hashes.ts';
import type { SealBreak } from './breaks.ts';
import { EvidenceStore } from './evidence-store.ts';
import { FigureProof } from './figure-proof.ts';
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
const PROOFS = 3;

/** What is looked for in an output, read from the workspace once; proves the output as often as it is asked to. */
export class Sealer {
  readonly #options: SealerOptions;
  readonly #effects: Effects;
  readonly #subjects: Subjects;
  readonly #vocabulary: Vocabulary;
  readonly #hosts: ReadonlyMap<Owner, ReadonlySet<string>>;
  readonly #store: EvidenceStore;

  private constructor(options: SealerOptions, about: About, effects: Effects) {
    this.#options = options;
    this.#effects = effects;
    this.#subjects = about.subjects;
    this.#vocabulary = about.vocabulary;
    this.#hosts = about.hosts;
    this.#store = new EvidenceStore(options.memory, [about.engine, this.#told(true)]);
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
    const published = await publishedFolders(this.#options.out, manifest, change, this.#effects);
    const listed = new Map(manifest.documents.flatMap(({ outputs }) => outputs.map((one) => [one.file, one.sha256])));
    const state = sha256(JSON.stringify([PROOFS, sha256(manifestText(manifest)), this.#told(false)]));
    const { evidence, hashes } = await this.#gather(manifest, published, listed);
    const figures = new FigureProof();
    const owners = hashOwners(manifest);
    const breaks = [...evidence.values()].flatMap((one) => one.breaks);
    breaks.push(...proveManifest(manifest, published, hashes));
    breaks.push(...internalCopies(published, hashes));
    if (!this.#options.part) {
      breaks.push(...(await this.#figureBreaks(figures, published, evidence)));
      breaks.push(...(await this.#hashBreaks(owners, published, evidence)));
    }
    const looked = {
      terms: this.#vocabulary.terms.filter((term) => !isOwn(term)).length,
      ...{ figures: figures.count, figureDigits: figures.digits, hashes: this.#options.part ? 0 : owners.size },
      unsearched: this.#vocabulary.unsearched,
    };
    return recordOf({ state, looked, breaks }, published, evidence);
  }

  /** What is looked for; what is the agency's own is no part of what is the same everywhere. */
  #told(own: boolean): unknown[] {
    return this.#vocabulary.terms
      .filter((term) => own || !isOwn(term))
      .map(({ text, kind, owners }) => [text, kind, [...owners].sort()]);
  }

  async #gather(
    manifest: Manifest,
    published: Published,
    listed: ReadonlyMap<string, string>,
  ): Promise<{ evidence: Map<string, Evidence>; hashes: Map<string, string> }> {
    const failed = manifest.documents.filter(({ status }) => status === 'failed');
    const kept = new Set(failed.map(({ site, client }) => `${site}/${client}`));
    const looked: { reach: Reach; known: Map<string, string>; key: string | null; earlier: Evidence | null }[] = [];
    await inParallel(published.folders.entries(), READ_AT_ONCE, async ([place, folder]) => {
      const reach = this.#reach(folder, kept.has(folder.owner));
      const known = await this.#hashesOf(folder, published, listed);
      const key = this.#store.keyOf(reach, known, listed);
      const recalled = key === null ? null : await this.#store.recall(key);
      looked[place] = { reach, known, key, earlier: folder.path === INTERNAL ? NOTHING_PROVEN : recalled };
    });
    const open = looked.filter(({ earlier }) => !earlier);
    const kit = {
      ...{ root: this.#subjects.workspace.root, out: this.#options.out, terms: this.#vocabulary.terms },
      ...{ proposals: this.#subjects.proposals, waiting: published.waiting, listed },
    };
    const reaches = open.map(({ reach }) => reach);
    const proven = new Map((await proveFolders(reaches, kit, this.#effects)).map((one, at) => [reaches[at]!, one]));
    const evidence = new Map<string, Evidence>();
    const hashes = new Map<string, string>();
    for (const { reach, known, key, earlier } of looked) {
      const one = proven.get(reach) ?? { evidence: earlier!, hashes: known };
      if (!earlier && key !== null) await this.#store.keep(key, one.evidence, one.hashes, known);
      evidence.set(reach.folder.path, one.evidence);
      for (const [file, hash] of one.hashes) hashes.set(file, hash);
    }
    return { evidence, hashes };
  }

  #reach(folder: PublishedFolder, kept: boolean): Reach {
    const allowed = new Set([...(this.#hosts.get('') ?? []), ...(this.#hosts.get(folder.owner) ?? [])]);
    return { folder, files: new Set(folder.files), hosts: kept ? null : allowed };
  }

  /** Of what waits the manifest has just been told; it is read again when it has taken its place. */
  async #hashesOf(
    { files }: PublishedFolder,
    { waiting }: Published,
    listed: ReadonlyMap<string, string>,
  ): Promise<Map<string, string>> {
    const hashes = new Map<string, string>();
    for (const file of files) {
      const hash = waiting.has(file) ? listed.get(file) : await this.#options.hashes.of(file);
      hashes.set(file, hash ?? '');
    }
    return hashes;
  }

  async #figureBreaks(
    figures: FigureProof,
    published: Published,
    evidence: ReadonlyMap<string, Evidence>,
  ): Promise<SealBreak[]> {
    const each = published.folders.map(({ path, owner }) => ({ owner, ...evidence.get(path)! }));
    for (const one of each) figures.learn(one.owner, one.figures);
    for (const one of each) figures.share(one.owner, one.figures);
    for (const one of each) figures.look(one.owner, one.seen);
    const breaks: SealBreak[] = [];
    for (const { file, owner, value } of figures.proven()) {
      const offset = await placeOfNumber(file, this.#pathOf(file, published), value, this.#effects);
      const found = { ru: `цифра из ${owner}: ${value}`, en: `a figure of ${owner}: ${value}` };
      breaks.push({ code: 'seal-leak-figure', file, offset, found });
    }
    return breaks;
  }

  async #hashBreaks(
    owners: HashOwners,
    published: Published,
    evidence: ReadonlyMap<string, Evidence>,
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

/** The agency's own site may say everything; only its files are looked for elsewhere. */
const NOTHING_PROVEN: Evidence = {
  ...{ bytes: 0, breaks: [], mentions: [], seen: [], named: [] },
  figures: { telling: [], all: [] },
};
