import { join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import type { Workspace } from '../../types/workspace.ts';
import { engineFingerprint, type Cache } from '../cache.ts';
import { sha256 } from '../inputs.ts';
import { manifestText, type Manifest } from '../output/manifest.ts';
import { folderOf, type OutputHashes } from '../standing/output-hashes.ts';
import type { SealBreak } from './breaks.ts';
import { FigureComparison, NOT_COMPARED, type ComparedFigures } from './figures/compared-figures.ts';
import { figureBreaks, hashBreaks } from './proofs/compared-proof.ts';
import { EvidenceStore } from './evidence-store.ts';
import { INTERNAL, publishedFolders, type Change, type Published } from './folders.ts';
import { gatherEvidence, recallEvidence, type Gathered, type Means } from './gather-evidence.ts';
import { hashOwners, ownSources, SHA256, type HashOwners } from './proofs/hash-proof.ts';
import { deskCopies } from './proofs/desk-proof.ts';
import { ProvingHere, type ProvingThreads } from './prove-folders.ts';
import { proveManifest } from './proofs/manifest-proof.ts';
import { recordOf, type SealRecord } from './record.ts';
import { SourceDigests } from './proofs/source-digests.ts';
import { hostsOf, readSubjects } from './subjects.ts';
import { engineTexts } from './words/engine-texts.ts';
import { keptWords } from './words/kept-words.ts';
import { vocabularyOf, type Subjects, type Vocabulary } from './words/vocabulary.ts';
import { isOwn, type Owner, type Term, type TermKind } from './words/terms.ts';

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
  /** Begun before there was anything to prove. */
  threads?: ProvingThreads;
}

/** To be raised whenever a proof looks for more than before. */
const PROOFS = 15;

/** What is looked for in an output, read from the workspace once; proves the output as often as it is asked to. */
export class Sealer {
  readonly #options: SealerOptions;
  readonly #effects: Effects;
  readonly #vocabulary: Vocabulary;
  /** What is looked for everywhere; what is the agency's own is no part of what is the same on every machine. */
  readonly #looked: Looked[];
  readonly #means: Means;
  readonly #comparison = new FigureComparison();
  readonly #digests: SourceDigests;
  #told: Told | undefined;

  private constructor(options: SealerOptions, about: About, effects: Effects) {
    const { subjects, vocabulary, hosts, engine } = about;
    const { workspace, proposals, priced } = subjects;
    this.#options = options;
    this.#effects = effects;
    this.#vocabulary = vocabulary;
    const looked = vocabulary.terms.map(lookedOf);
    this.#looked = looked.filter(([, kind]) => !isOwn({ kind }));
    this.#digests = new SourceDigests(options.memory, { out: options.out, root: workspace.root }, effects);
    const kit = { root: workspace.root, out: options.out, terms: vocabulary.terms, priced, proposals };
    this.#means = {
      ...{
        kit,
        here: new ProvingHere(kit, effects),
        hosts,
        hashes: options.hashes,
        looked: new WeakMap(),
        threads: options.threads,
      },
      store: new EvidenceStore(options.memory, options.out, [engine, looked, priced]),
    };
  }

  static async open(workspace: Workspace, options: SealerOptions, effects: Effects): Promise<Sealer> {
    const { project, memory } = options;
    const subjects = await readSubjects(workspace, project, effects);
    const engine = await engineFingerprint(project, effects);
    const readers = await keptWords(subjects, { memory, engine }, () => engineTexts(project, effects));
    const about = { subjects, vocabulary: vocabularyOf(readers, subjects), hosts: hostsOf(subjects) };
    return new Sealer(options, { ...about, engine }, effects);
  }

  /**
   * To be called while others make what will change: what stands is looked at, and all that is looked for is filed.
   * @param manifest of what stands now @param changing folders that will be others
   */
  async ahead(manifest: Manifest, changing: readonly string[]): Promise<void> {
    const standing = await this.#options.hashes.look(false);
    const change = { waiting: [], gone: changing };
    const published = await publishedFolders(standing, manifest, change, this.#effects);
    const known = await recallEvidence(manifest, published, this.#means);
    if (!this.#options.part)
      this.#comparison.ahead(known.map(({ owner, evidence: { prints } }) => ({ owner, prints })));
    this.#means.here.ahead();
  }

  /** Proves of the output, as it lies there, that the seal holds. */
  async prove(manifest: Manifest): Promise<SealRecord> {
    const shown = await this.#look(manifest, { waiting: [], gone: [] });
    const breaks = await this.#breaksIn(shown, manifest);
    const { state, owners } = this.#toldBy(manifest);
    const { published, evidence, figures } = shown;
    const looked = {
      terms: this.#looked.filter(([, kind]) => kind !== 'mention').length,
      ...{ figures: figures.count, figureDigits: figures.digits, hashes: this.#options.part ? 0 : owners.size },
      unsearched: this.#vocabulary.unsearched,
    };
    return recordOf({ state, looked, breaks }, published, evidence);
  }

  /** Where folders that wait would break the seal, once they stand beside all others; what else breaks it is left out. */
  async proveWaiting(manifest: Manifest, change: Change): Promise<SealBreak[]> {
    const shown = await this.#look(manifest, change);
    const waiting = new Set(change.waiting.map(({ path }) => path));
    const breaks = await this.#breaksIn(within(waiting, shown), manifest);
    return breaks.filter(({ file }) => waiting.has(folderOf(file)));
  }

  /** Looks at the output, as it is or as it will be after a change. */
  async #look(manifest: Manifest, change: Change): Promise<Shown> {
    const { hashes, part } = this.#options;
    // What takes its place is looked at when it has done so.
    const standing = await hashes.look(change.waiting.length === 0);
    const published = await publishedFolders(standing, manifest, change, this.#effects);
    const gathered = await gatherEvidence(manifest, published, this.#means, this.#effects);
    const each = published.folders.map(({ path, owner }) => ({ owner, prints: gathered.evidence.get(path)!.prints }));
    return { ...gathered, manifest, published, figures: part ? NOT_COMPARED : this.#comparison.of(each) };
  }

  /** @param whole the manifest of all folders, of which some may be shown */
  async #breaksIn(shown: Shown, whole: Manifest): Promise<SealBreak[]> {
    const { manifest, published, evidence, figures } = shown;
    const pathOf = (file: string) => published.waiting.get(file) ?? join(this.#options.out, file);
    const ownersOf = async (hash: string) =>
      hash.length === SHA256 ? this.#toldBy(whole).owners : this.#digestsOf(whole);
    const hashes = new Map<string, string>();
    for (const { path } of published.folders)
      for (const [file, hash] of shown.hashes.get(path)!) hashes.set(file, hash);
    const breaks = published.folders.flatMap(({ path }) => evidence.get(path)!.breaks);
    breaks.push(...proveManifest(manifest, published, hashes));
    breaks.push(...deskCopies(published, hashes));
    breaks.push(...(await figureBreaks(figures, published, evidence, pathOf, this.#effects)));
    if (!this.#options.part) breaks.push(...(await hashBreaks(ownersOf, published, evidence, pathOf, this.#effects)));
    return breaks;
  }

  /** Keeps for the next build what was proven and hashed. */
  async keep(): Promise<void> {
    await this.#means.store.keep();
    await this.#options.hashes.keep(this.#options.memory);
  }

  /** Mostly one manifest is proven twice, before the folders take their places and after. */
  #toldBy(manifest: Manifest): Told {
    if (this.#told?.manifest !== manifest) {
      const state = sha256(JSON.stringify([PROOFS, sha256(manifestText(manifest)), this.#looked]));
      this.#told = { manifest, state, owners: hashOwners(manifest) };
    }
    return this.#told;
  }

  #digestsOf(manifest: Manifest): Promise<HashOwners> {
    const told = this.#toldBy(manifest);
    return (told.digests ??= this.#digests.ownersOf(ownSources(manifest)));
  }
}

/** The output as it was looked at. */
interface Shown extends Gathered {
  manifest: Manifest;
  published: Published;
  figures: ComparedFigures;
}

/**
 * The same of some folders alone, by their paths, and of the agency's own, which is looked for in all others. Whose a
 * figure is all folders have told.
 */
function within(paths: ReadonlySet<string>, { manifest, published, figures, ...gathered }: Shown): Shown {
  const has = (folder: string): boolean => folder === INTERNAL || paths.has(folder);
  const folders = published.folders.filter(({ path }) => has(path));
  const places = new Map(folders.map(({ path }, place) => [path, place]));
  const leaks = figures.leaks.flatMap((leak) => {
    const place = places.get(published.folders[leak.folder]!.path);
    return place === undefined ? [] : [{ ...leak, folder: place }];
  });
  const documents = manifest.documents.filter(({ outputs }) => outputs.some(({ file }) => has(folderOf(file))));
  return {
    ...gathered,
    manifest: { ...manifest, documents },
    published: { ...published, folders },
    figures: { ...figures, leaks },
  };
}

/** A term as records tell of it. */
type Looked = [text: string, kind: TermKind, owners: Owner[], allowed?: Owner[]];

function lookedOf({ text, kind, owners, allowed }: Term): Looked {
  const told: Looked = [text, kind, [...owners].sort()];
  if (allowed !== undefined) told.push([...allowed].sort());
  return told;
}

/** What a manifest tells. */
interface Told {
  manifest: Manifest;
  state: string;
  owners: HashOwners;
  /** Read when they are asked for. */
  digests?: Promise<HashOwners>;
}

interface About {
  subjects: Subjects;
  vocabulary: Vocabulary;
  hosts: ReadonlyMap<Owner, ReadonlySet<string>>;
  engine: string;
}
