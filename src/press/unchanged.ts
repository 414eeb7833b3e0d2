import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';
import type { Locale } from '../types/locale.ts';
import type { Problem } from '../types/problem.ts';
import { openExamsFolder } from '../workspace/exams/folder.ts';
import { findBrowser } from './browser.ts';
import { engineFingerprint, NO_CACHE } from './cache.ts';
import { ENGINE_TEMPLATES } from './engine.ts';
import { sha256 } from './inputs.ts';
import type { BuildOptions } from './options.ts';
import { browserCache } from './printer.ts';
import { readWorkspace } from './read-workspace.ts';

/** What a whole build said that left nothing to do for the next one. */
interface Remembered {
  /** Trace of what the build left in the output folder. */
  outputs: string;
  locale: Locale;
  problems: Problem[];
}

/**
 * Whether anything at all has happened since the last build of the same: no file of the workspace, of the engine or of
 * the output was written, moved, added or removed, which their names, sizes, times and places on the disk tell without
 * reading them. Thousands of clients are passed over in seconds. In doubt everything is looked at by its bytes.
 */
export class LastBuild {
  readonly #key: string | null;
  readonly #options: BuildOptions;
  readonly #effects: Effects;

  private constructor(key: string | null, options: BuildOptions, effects: Effects) {
    this.#key = key;
    this.#options = options;
    this.#effects = effects;
  }

  /** Looks at the inputs; to be called before any of them is read. */
  static async find(options: BuildOptions, effects: Effects): Promise<LastBuild> {
    return new LastBuild(options.cache === NO_CACHE ? null : await keyOf(options, effects), options, effects);
  }

  /** What the last build said, when everything stands as it left it. */
  async recall(): Promise<Omit<Remembered, 'outputs'> | null> {
    const kept = this.#key === null ? null : await this.#options.cache.get(this.#key);
    if (kept === null) return null;
    const { outputs, ...said } = JSON.parse(new TextDecoder().decode(kept)) as Remembered;
    return (await this.#effects.fs.trace(this.#options.out)) === outputs ? said : null;
  }

  /** Keeps what a build said that failed nobody. */
  async remember(said: Omit<Remembered, 'outputs'>): Promise<void> {
    const outputs = this.#key === null ? null : await this.#effects.fs.trace(this.#options.out);
    if (outputs === null) return;
    const kept: Remembered = { outputs, ...said };
    await this.#options.cache.put(this.#key!, new TextEncoder().encode(JSON.stringify(kept)));
  }
}

async function keyOf(options: BuildOptions, effects: Effects): Promise<string | null> {
  const { workspace, out, project, sites, clients, proposals, periods, asOf, pdf, shard } = options;
  const places = [join(workspace, 'content'), join(workspace, 'data'), ENGINE_TEMPLATES];
  const exams = await banksOf(workspace, effects);
  const inputs = await traceAll([...places, exams], effects);
  const browser = pdf ? await browserOf(project, effects) : '';
  if (inputs === null || browser === null) return null;
  return sha256(
    JSON.stringify([
      ...['unchanged', await engineFingerprint(project, effects), process.version, process.versions['icu']],
      ...[workspace, out, sites, clients, proposals, periods, asOf, pdf, shard, exams, inputs, browser],
    ]),
  );
}

/** Banks of exams may lie outside the workspace. */
async function banksOf(workspace: string, effects: Effects): Promise<string> {
  const { value: house } = await readWorkspace(workspace, effects, { clients: () => false });
  return openExamsFolder(workspace, house.agency, effects).path;
}

/** The browser that would print, as its file tells; `null` when there is none. */
async function browserOf(project: string, effects: Effects): Promise<string | null> {
  try {
    const { path } = await findBrowser({ env: effects.env, cacheFolder: browserCache(project) });
    return await effects.fs.trace((await effects.fs.realPath(path)) ?? path);
  } catch {
    // The build will say so itself.
    return null;
  }
}

async function traceAll(paths: string[], effects: Effects): Promise<string | null> {
  const traces: string[] = [];
  for (const path of paths) {
    const trace = await effects.fs.trace(path);
    if (trace === null) return null;
    traces.push(trace);
  }
  return traces.join(' ');
}
