import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { SiteFolders, SiteTemplates } from '../site.ts';

/** What a process that compiles the reports site is asked. */
export interface CompileOrder {
  folders: SiteFolders;
  templates: SiteTemplates;
}

/** Longer than any compilation: a process that hangs is ended, and the build does the work itself. */
const PATIENCE_MS = 5 * 60_000;

/**
 * A process of its own that compiles the reports site: what Astro and its bundler take, 350 MB, would stay with the
 * build until it ends. It loads Astro, a second's work, before it is told what to compile.
 */
export class Compiler {
  readonly #process: ChildProcess;
  readonly #answer: Promise<Record<string, string> | null>;

  private constructor() {
    this.#process = fork(join(import.meta.dirname, 'compiling-process.ts'), {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      ...{ timeout: PATIENCE_MS, killSignal: 'SIGKILL' },
    });
    this.#answer = new Promise((resolve) => {
      this.#process.once('message', (failed: Record<string, string>) => resolve(failed));
      this.#process.once('error', () => resolve(null));
      this.#process.once('exit', () => resolve(null));
    });
  }

  static start(): Compiler {
    return new Compiler();
  }

  /**
   * Asked once.
   * @returns templates that do not compile: key → what is wrong; `null` when the process could not do it
   */
  compile(order: CompileOrder): Promise<Record<string, string> | null> {
    if (!this.#process.connected) return this.#answer;
    // What cannot be sent is not answered either: the process goes.
    this.#process.send(order, (error) => error && this.end());
    return this.#answer;
  }

  /** Nothing more will be asked. */
  end(): void {
    this.#process.kill('SIGKILL');
  }
}
