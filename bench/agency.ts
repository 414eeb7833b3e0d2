import { randomBytes } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HEAP } from '../src/press/crew/crew-process.ts';
import { measured, type Measured } from './measured.ts';
import { buildPeer, type Peer } from './peers.ts';
import type { RowCost } from './rows.ts';
import { AS_OF, MONTH, writeWorkload } from './workload.ts';

export const PROJECT = join(import.meta.dirname, '..');
const HOME = join(PROJECT, '.accountpress', 'workload');

/** One thing that was run, and what it took. */
export interface Run extends Measured {
  clients: number;
  what: string;
}

/**
 * An agency of the workload, and what was measured of it. Each build runs when it is first asked for, and once: rows
 * that look at the same build see the same seconds.
 */
export class Agency {
  readonly clients: number;
  readonly pdf: boolean;
  readonly workspace: string;
  readonly runs: Run[] = [];
  /** Output of the build that stands, and is built upon. */
  readonly standing = join(HOME, 'standing');
  readonly #known = new Map<string, Promise<Run>>();

  private constructor(clients: number, pdf: boolean) {
    this.clients = clients;
    this.pdf = pdf;
    this.workspace = join(HOME, `agency-${clients}`);
  }

  /** Writes the workspace. The last agency's is gone. */
  static async of(clients: number, pdf: boolean): Promise<Agency> {
    const agency = new Agency(clients, pdf);
    await Agency.leave();
    await writeWorkload(agency.workspace, clients);
    // Its name is new each time, so that no document is recalled from the cache of an earlier bench.
    const file = join(agency.workspace, 'data/agency.json');
    const name = randomBytes(3).toString('hex');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('Маяк', `Маяк ${name}`).replace('Beacon', `Beacon ${name}`));
    return agency;
  }

  static leave(): Promise<void> {
    return rm(HOME, { recursive: true, force: true });
  }

  /** Pages with all their charts, from nothing. */
  full = (): Promise<Run> => this.#once('pages from nothing', () => this.#build('full', ['--no-pdf', '--no-cache']));

  /** The same pages without charts. */
  bare = (): Promise<Run> =>
    this.#once('the same pages without charts', async () => {
      const env = { ACCOUNTPRESS_BENCH_DRAWING: join(PROJECT, 'bench/no-charts.ts') };
      const run = await this.#build('bare', ['--no-pdf', '--no-cache'], env);
      await this.full();
      // Whoever changes how pages are drawn shall not make this comparison an idle one.
      const [drawn, undrawn] = await Promise.all(['full', 'bare'].map((out) => this.#chartsOf(out)));
      if (drawn! < 4 || undrawn! > 0) throw new Error(`charts of a page: ${drawn}, and without charts ${undrawn}`);
      return run;
    });

  /** The build all later ones find standing: everything is made, printed and kept. */
  filled = (): Promise<Run> => this.#once(`${this.#kind} from nothing, kept in the cache`, () => this.#rebuild());

  unchanged = (): Promise<Run> =>
    this.#once(`${this.#kind}, nothing changed`, () => this.filled().then(() => this.#rebuild()));

  /** @param change what happens to the workspace before */
  changed = (change: () => Promise<void>): Promise<Run> =>
    this.#once(`${this.#kind}, one export changed`, async () => {
      await this.filled();
      await change();
      return this.#rebuild();
    });

  peer = (peer: Peer): Promise<Run> =>
    this.#once(`the month in ${peer}`, () => buildPeer(peer, { workspace: this.workspace, clients: this.clients }));

  rows = async (): Promise<Run & RowCost> => {
    const run = await this.#once('intake and figures', () =>
      // With the room of a process that builds clients.
      this.#node([...HEAP, 'bench/rows.ts', this.workspace]),
    );
    return { ...run, ...(JSON.parse(run.output) as RowCost) };
  };

  get #kind(): string {
    return this.pdf ? 'pages and PDFs' : 'pages';
  }

  #once(what: string, run: () => Promise<Measured>): Promise<Run> {
    const known = this.#known.get(what) ?? this.#first(what, run);
    this.#known.set(what, known);
    return known;
  }

  async #first(what: string, run: () => Promise<Measured>): Promise<Run> {
    const took = await run();
    const made: Run = { clients: this.clients, what, ...took };
    this.runs.push(made);
    const memory = took.peakMegabytes === null ? '' : `, ${took.peakMegabytes} MB`;
    console.error(`${this.clients} clients, ${what}: ${took.seconds.toFixed(1)} s${memory}`);
    return made;
  }

  #node(args: string[], env: Record<string, string> = {}): Promise<Measured> {
    return measured({ args, cwd: PROJECT, env });
  }

  #build(out: string, flags: string[], env?: Record<string, string>): Promise<Measured> {
    const place = ['--workspace', this.workspace, '--out', join(HOME, out)];
    const month = ['--site', 'reports', '--period', MONTH, '--as-of', AS_OF];
    return this.#node(['scripts/build.ts', ...place, ...month, ...flags], env);
  }

  #rebuild = (): Promise<Measured> => this.#build('standing', this.pdf ? [] : ['--no-pdf']);

  async #chartsOf(out: string): Promise<number> {
    const page = join(HOME, out, 'reports', (await readdir(join(HOME, out, 'reports')))[0]!, MONTH, 'index.html');
    return (await readFile(page, 'utf8')).split('role="img"').length - 1;
  }

  /** Pages of the build from nothing, absolute. */
  async pages(): Promise<string[]> {
    await this.full();
    const reports = join(HOME, 'full', 'reports');
    return (await readdir(reports)).map((client) => join(reports, client, MONTH, 'index.html'));
  }
}
