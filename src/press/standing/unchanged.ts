import { join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import type { Locale } from '../../types/locale.ts';
import type { Problem } from '../../types/problem.ts';
import { FOLDER_VARIABLE } from '../../workspace/exams/folder.ts';
import type { BrowserBinary } from '../printing/browser.ts';
import { engineFingerprint, NO_CACHE } from '../cache.ts';
import { ENGINE_TEMPLATES } from '../engine.ts';
import { hashOf, sha256 } from '../inputs.ts';
import type { BuildOptions } from '../options.ts';
import { storedSecret } from '../proposals/folder.ts';
import { OutputHashes } from './output-hashes.ts';
import { isSettled } from './settled.ts';
import { Sights } from './sights.ts';

/** What a whole build said that left nothing to do for the next one. */
interface Remembered {
  /** Trace of what the build left in the output folder. */
  outputs: string;
  /** Banks of exams that lie outside of the workspace. */
  exams: Place | null;
  /** Hash of the secret that addresses of proposals come of; it lies beside the inputs, or in the environment. */
  secret: string;
  /** The browser that printed; `null` without PDFs. */
  browser: (Place & Pick<BrowserBinary, 'kind'>) | null;
  locale: Locale;
  problems: Problem[];
}

/** Something outside of workspace and output: its absolute path and what it looked like. */
interface Place {
  path: string;
  trace: string | null;
}

/** What a build said, in the agency's language. */
type Said = Pick<Remembered, 'locale' | 'problems'>;

/**
 * Whether anything at all has happened since the last build of the same: no file of the workspace, of the engine or of
 * the output was written, moved, added or removed, which their names, sizes, times and places on the disk tell without
 * reading them. Thousands of clients are passed over in seconds. In doubt everything is looked at by its bytes.
 */
export class LastBuild {
  readonly #key: string | null;
  readonly #options: BuildOptions;
  readonly #effects: Effects;
  readonly #begun: Date;
  /** Of the inputs, before any of them is read. */
  readonly sights: Sights;

  private constructor(key: string | null, sights: Sights, options: BuildOptions, effects: Effects) {
    this.#key = key;
    this.sights = sights;
    this.#options = options;
    this.#effects = effects;
    this.#begun = effects.now();
  }

  /** Looks at the inputs; to be called before any of them is read. */
  static async find(options: BuildOptions, effects: Effects): Promise<LastBuild> {
    const sights = new Sights(options.workspace, effects);
    const key = options.cache === NO_CACHE ? null : await keyOf(sights, options, effects);
    return new LastBuild(key, sights, options, effects);
  }

  /** What the last build said, when everything stands as it left it. */
  async recall(): Promise<Said | null> {
    const kept = this.#key === null ? null : await this.#options.cache.get(this.#key);
    if (kept === null) return null;
    const { outputs, exams, secret, browser, ...said } = JSON.parse(new TextDecoder().decode(kept)) as Remembered;
    const { fs } = this.#effects;
    if (secret !== (await this.#secret())) return null;
    if (exams !== null && (await fs.trace(exams.path)) !== exams.trace) return null;
    if (browser !== null && !(await this.#wouldPrint(browser))) return null;
    return (await new OutputHashes(this.#options.out, this.#effects).trace()) === outputs ? said : null;
  }

  /** Keeps what a build said that failed nobody. @param hashes of what it has left, looked at after that */
  async remember({ locale, problems }: Said, hashes: OutputHashes): Promise<void> {
    if (this.#key === null) return;
    const exams = await this.#exams();
    const browser = this.#options.pdf ? await this.#browser() : null;
    const outputs = await hashes.trace();
    if (outputs === null || exams === undefined || browser === undefined) return;
    const kept: Remembered = { outputs, exams, secret: await this.#secret(), browser, locale, problems };
    await this.#options.cache.put(this.#key, new TextEncoder().encode(JSON.stringify(kept)));
  }

  /** Banks outside of the workspace; `undefined` when nobody can tell what the build has read of them. */
  async #exams(): Promise<Place | null | undefined> {
    const { workspace } = this.#options;
    const { examsFolderOf } = await import('../exams-folder.ts');
    const path = await examsFolderOf(workspace, this.#effects);
    if (path.startsWith(join(workspace, 'data', '/'))) return null;
    const { trace, ...sight } = await this.#effects.fs.look(path);
    const untouched = isSettled(sight, this.#begun);
    return trace === null || !untouched ? undefined : { path, trace };
  }

  async #secret(): Promise<string> {
    return hashOf(['link secret', await storedSecret(this.#options.workspace, this.#effects)]);
  }

  async #browser(): Promise<Remembered['browser'] | undefined> {
    const { foundBrowser } = await import('../printing/browser-trace.ts');
    return (await foundBrowser(this.#options.project, this.#effects)) ?? undefined;
  }

  async #wouldPrint({ path, trace, kind }: NonNullable<Remembered['browser']>): Promise<boolean> {
    // Environment and package say which browser this is; any other is the first that is installed.
    if (kind === 'configured' || kind === 'embedded') {
      const { fs } = this.#effects;
      return (await fs.trace((await fs.realPath(path)) ?? path)) === trace;
    }
    const found = await this.#browser();
    return found?.path === path && found.trace === trace;
  }
}

async function keyOf(sights: Sights, options: BuildOptions, effects: Effects): Promise<string | null> {
  const { workspace, out, project, sites, clients, proposals, periods, asOf, pdf, shard } = options;
  const inputs = [await sights.ofEverything(), await effects.fs.trace(ENGINE_TEMPLATES)];
  if (inputs.includes(null)) return null;
  const named = [FOLDER_VARIABLE, 'PUPPETEER_EXECUTABLE_PATH'].map((name) => effects.env[name] ?? null);
  return sha256(
    JSON.stringify([
      ...['unchanged', await engineFingerprint(project, effects), process.version, process.versions['icu']],
      ...[process.platform, process.arch, named],
      ...[workspace, out, sites, clients, proposals, periods, asOf, pdf, shard, inputs],
    ]),
  );
}
