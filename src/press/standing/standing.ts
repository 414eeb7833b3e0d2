import type { Effects } from '../../types/effects.ts';
import type { Period } from '../../types/period.ts';
import type { Problem } from '../../types/problem.ts';
import type { Client, Workspace } from '../../types/workspace.ts';
import { clientPictures } from '../cards.ts';
import { inParallel } from '../in-parallel.ts';
import { NO_CACHE } from '../cache.ts';
import { IMPORTS } from '../reports/compile-site.ts';
import { filesUnder, hashOf, InputHashes, sha256 } from '../inputs.ts';
import type { ManifestDocument } from '../output/manifest.ts';
import { AGENCY_FILES, SITE } from '../output/manifest-documents.ts';
import type { BuildOptions } from '../options.ts';
import type { OutputHashes } from './output-hashes.ts';
import { readText } from '../read-text.ts';

/** What the build of one client gave, kept in the cache by everything it was made of. */
export interface Standing {
  documents: ManifestDocument[];
  problems: Problem[];
  /** Version of the browser that printed its PDFs; `null` without any. */
  browser: string | null;
}

export interface StandingInput {
  workspace: Workspace;
  clients: Client[];
  /** Every problem of the workspace. */
  problems: Problem[];
  options: BuildOptions;
  /** Periods published before, by client: a build of some periods lists them in the cabinet. */
  published: ReadonlyMap<string, Period[]>;
  hashes: InputHashes;
  outputs: OutputHashes;
  /** See `engineFingerprint`. */
  engine: string;
  /** Asked once, and only when something stands that a browser printed. */
  browserVersion(): Promise<string>;
}

/** Clients read at once: enough to keep the disk busy, few enough to stay small in memory. */
const AT_ONCE = 8;

/**
 * Which clients need not be built: by their bytes nothing they are made of has changed, and every file they gave
 * stands in the output folder as it was written. Whatever is in doubt is built.
 */
export class Standings {
  readonly #input: StandingInput;
  readonly #effects: Effects;
  readonly #clients: ReadonlyMap<string, Client>;
  readonly #found = new Map<string, Standing>();
  /** Hash of what was read of a client, and told of it, by client. */
  readonly #told = new Map<string, string>();
  /** Hash of everything a client is made of, by client; none when that cannot be told. */
  readonly #made = new Map<string, string>();
  /** The same of what the files hold once everything is built. */
  #now: { common: Promise<string | null>; hashes: InputHashes } | undefined;

  private constructor(input: StandingInput, effects: Effects) {
    this.#input = input;
    this.#effects = effects;
    this.#clients = new Map(input.clients.map((client) => [client.id, client]));
  }

  static async find(input: StandingInput, effects: Effects): Promise<Standings> {
    const standings = new Standings(input, effects);
    if (input.options.cache === NO_CACHE) return standings;
    const common = await commonInputs(input, input.hashes, effects);
    if (common === null) return standings;
    let version: Promise<string> | undefined;
    await inParallel(input.clients, AT_ONCE, async (client) => {
      standings.#made.set(client.id, await standings.#madeOf(client, common, input.hashes));
      const found = await standings.#recall(client);
      if (found === null || !(await isWhole(client, found, input, effects))) return;
      if (found.browser !== null && found.browser !== (await (version ??= input.browserVersion()))) return;
      standings.#found.set(client.id, found);
    });
    return standings;
  }

  /** What stands of the client; `undefined` when it has to be built. */
  of(client: Client): Standing | undefined {
    return this.#found.get(client.id);
  }

  /** Keeps what was built and published of a client for the next build to find. */
  async remember(id: string, built: Standing): Promise<void> {
    const client = this.#clients.get(id)!;
    const periods = built.documents.flatMap(({ period }) => period ?? []);
    const key = this.#keyOf(client, [...this.#publishedOf(client), ...periods]);
    if (key === null || !(await this.#stayedTheSame(client))) return;
    await this.#input.options.cache.put(key, new TextEncoder().encode(JSON.stringify(built)));
  }

  /** A file may be edited while the build runs; then nobody knows which of its bytes the build has read. */
  async #stayedTheSame(client: Client): Promise<boolean> {
    if (this.#now === undefined) {
      const hashes = new InputHashes(this.#input.workspace.root, this.#effects);
      this.#now = { hashes, common: commonInputs(this.#input, hashes, this.#effects) };
    }
    const { common, hashes } = this.#now;
    const now = await this.#madeOf(client, (await common) ?? '', hashes);
    return now === this.#made.get(client.id);
  }

  /** Bytes of the client's files as the manifest lists them, and what was read of them through links too. */
  async #madeOf(client: Client, common: string, hashes: InputHashes): Promise<string> {
    const { workspace, problems } = this.#input;
    const files = await hashes.of([
      ...(await filesUnder(workspace.root, `data/clients/${client.id}`, this.#effects)),
      ...client.exports.map(({ file }) => file),
      ...Object.values(client.notes).map(({ file }) => file),
      ...clientPictures(workspace, client).values(),
    ]);
    let told = this.#told.get(client.id);
    if (told === undefined) {
      const own = problems.filter((one) => one.client === client.id);
      this.#told.set(client.id, (told = hashOf([client, own])));
    }
    return hashOf([common, told, files]);
  }

  async #recall(client: Client): Promise<Standing | null> {
    const key = this.#keyOf(client, this.#publishedOf(client));
    const content = key === null ? null : await this.#input.options.cache.get(key);
    return content === null ? null : (JSON.parse(new TextDecoder().decode(content)) as Standing);
  }

  #publishedOf(client: Client): string[] {
    return (this.#input.published.get(client.id) ?? []).map(({ id }) => id);
  }

  #keyOf(client: Client, published: string[]): string | null {
    const made = this.#made.get(client.id);
    if (made === undefined) return null;
    // A build of every period does not look at those that were published before.
    const listed = this.#input.options.periods === null ? [] : [...new Set(published)].sort();
    return hashOf([made, listed]);
  }
}

/** What all clients are made of; `null` when that cannot be told, because a template imports files of its own. */
export async function commonInputs(
  { workspace, options, engine }: Pick<StandingInput, 'workspace' | 'options' | 'engine'>,
  hashes: InputHashes,
  effects: Effects,
): Promise<string | null> {
  const templates: [string, string][] = [];
  for (const [name, path] of Object.entries(workspace.templates).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const text = await readText(path, effects);
    if (IMPORTS.test(text)) return null;
    templates.push([name, sha256(text)]);
  }
  const { agency, people, metrics, currencyRates } = workspace;
  const { asOf, periods, pdf } = options;
  return JSON.stringify([
    ...['standing', engine, process.version, process.versions['icu']],
    ...[asOf, periods, pdf, templates, agency, people, metrics, currencyRates],
    await hashes.of(AGENCY_FILES),
  ]);
}

/** Every file has the bytes it was written with, and no other stands beside them. */
async function isWhole(
  client: Client,
  { documents }: Standing,
  { options: { out, periods }, outputs: hashes }: StandingInput,
  effects: Effects,
): Promise<boolean> {
  const home = `${SITE}/${client.id}`;
  const folders = periods === null ? [home] : documents.map(({ period }) => `${home}/${period ?? 'assets'}`);
  const there = new Set<string>(periods === null ? [] : [`${home}/index.html`]);
  for (const folder of folders) for (const file of await filesUnder(out, folder, effects)) there.add(file);
  const outputs = documents.flatMap((document) => document.outputs);
  if (there.size !== outputs.length) return false;
  for (const { file, sha256: written } of outputs) if ((await hashes.of(file)) !== written) return false;
  return true;
}
