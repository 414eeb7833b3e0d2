import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { Stopped } from '../../effects/system-fault.ts';
import type { LocalText } from '../../types/locale.ts';
import type { Problem } from '../../types/problem.ts';
import { BrowserMissing } from '../printing/browser.ts';
import type { Again } from '../reports/clients-to-build.ts';
import type { CompiledSite } from '../reports/compile-site.ts';
import type { ManifestDocument } from '../output/manifest.ts';
import type { BuildOptions } from '../options.ts';
import type { StagedClients } from '../reports/stage-clients.ts';

/** What a member is asked to build; everything in it can be sent to another process. */
export interface Task {
  ids: string[];
  again: Again;
  options: Pick<BuildOptions, 'workspace' | 'out' | 'periods' | 'asOf' | 'pdf' | 'project'>;
  /** Whether finished pieces are kept and recalled. */
  cached: boolean;
  earlier: ManifestDocument[];
  run: string;
  engine: string;
}

/** What a member is told besides: the site, as soon as there is one. Until then it reads the clients of its task. */
export interface Handed {
  compiled: CompiledSite;
}

/** What a member says while it works; the last three end a task. */
export type News =
  | { kind: 'beat' }
  | { kind: 'step' }
  | { kind: 'warn'; warning: LocalText }
  | { kind: 'done'; result: StagedClients }
  | { kind: 'browser-missing'; found: LocalText; mend: LocalText }
  | { kind: 'stopped'; problem: Problem };

export interface Listener {
  step(): void;
  warn(warning: LocalText): void;
  /** How long a member may say nothing. */
  patienceMs: number;
}

const GRACE_MS = 3_000;

/** One process of the crew; a new one takes its place when it dies. Asked for one task at a time. */
export class CrewMember {
  readonly #listener: Listener;
  readonly #heap: readonly string[];
  #process: ChildProcess | null = null;
  #handed: Handed | null = null;
  #ended = false;

  /** @param prints whether a browser beside it needs room too @param early a process that is there already */
  constructor(listener: Listener, prints: boolean, early: ChildProcess | null = null) {
    this.#listener = listener;
    this.#heap = heapOf(prints);
    this.#process = early;
  }

  /** Has the process come up while there is nothing to ask yet. */
  start(): void {
    this.#running();
  }

  /** What its tasks are drawn with. */
  hand(compiled: CompiledSite): void {
    this.#handed = { compiled };
    if (this.#process !== null) this.#send(this.#process, this.#handed);
  }

  #running(): ChildProcess {
    if (this.#process !== null) return this.#process;
    const member = (this.#process = startMember(this.#heap));
    // One that takes the place of another is told what that one knew.
    if (this.#handed !== null) this.#send(member, this.#handed);
    return member;
  }

  /** To one that has died nothing is said: its next task tells that it has. */
  #send(member: ChildProcess, handed: Handed): void {
    if (member.connected) member.send(handed, () => undefined);
  }

  /**
   * @returns `null` when the process died over the task, or was ended because it hung
   */
  async ask(task: Task): Promise<StagedClients | null> {
    if (this.#ended) return null;
    const member = this.#running();
    const patience = setTimeout(() => member.kill('SIGKILL'), this.#listener.patienceMs);
    let hear: (news: News) => void = () => undefined;
    let die: () => void = () => undefined;
    const answer = new Promise<StagedClients | null>((resolve, reject) => {
      hear = (news) => {
        patience.refresh();
        if (news.kind === 'step') this.#listener.step();
        else if (news.kind === 'warn') this.#listener.warn(news.warning);
        else if (news.kind === 'done') resolve(news.result);
        else if (news.kind === 'browser-missing') reject(new BrowserMissing(news.found, { mend: news.mend }));
        else if (news.kind === 'stopped') reject(new Stopped(news.problem));
      };
      // It could not be started, or it has died before or after it was asked.
      die = () => {
        if (this.#process === member) this.#process = null;
        resolve(null);
      };
      member.on('message', hear).on('error', die).on('exit', die);
      if (member.connected) member.send(task, (error) => error && die());
      else die();
    });
    return answer.finally(() => {
      clearTimeout(patience);
      member.off('message', hear).off('error', die).off('exit', die);
    });
  }

  /** Nothing more will be asked. */
  letGo(): void {
    if (this.#process?.connected) this.#process.disconnect();
    this.#process = null;
  }

  /** Nobody waits for what it does; resolves when it is gone, and writes nothing any more. */
  async kill(): Promise<void> {
    this.#ended = true;
    const member = this.#process;
    if (member?.pid === undefined || member.exitCode !== null || member.signalCode !== null) return;
    const gone = new Promise((resolve) => member.once('exit', resolve));
    // What it has started ends with it; if it does not end itself, it is ended.
    member.kill();
    const patience = setTimeout(() => member.kill('SIGKILL'), GRACE_MS);
    await gone;
    clearTimeout(patience);
  }
}

/** Of a member without a browser: room for what two clients leave, so that little of it is looked through again. */
export const HEAP = ['--max-semi-space-size=32', '--heap-growing-percent=100'];

/** Half the memory for a tenth more time: collected sooner than Node would, before the next clients pile up. */
const SMALL_HEAP = ['--max-semi-space-size=8', '--heap-growing-percent=40'];

const heapOf = (prints: boolean): readonly string[] => (prints ? SMALL_HEAP : HEAP);

/** A member's process that comes up while it is being found out what there is to build. */
export class EarlyMember {
  #process: ChildProcess | null = null;

  /** @param prints see `CrewMember` */
  start(prints: boolean): void {
    this.#process ??= startMember(heapOf(prints));
  }

  /** Whoever takes it lets it go; `null` when none was started, or somebody has it. */
  take(): ChildProcess | null {
    const member = this.#process;
    this.#process = null;
    return member;
  }

  /** Nobody needs it after all. */
  end(): void {
    const member = this.take();
    if (member?.connected) member.disconnect();
  }
}

function startMember(heap: readonly string[]): ChildProcess {
  const member = fork(join(import.meta.dirname, 'crew-member.ts'), {
    serialization: 'advanced',
    // glibc gives every thread a heap of its own, which never shrinks: 20 MB a member for nothing.
    env: { ...process.env, MALLOC_ARENA_MAX: '2' },
    execArgv: [...heap],
    // Standard output belongs to the answer of the command.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  // Told to whoever has asked it; between two tasks it is told by the next one.
  return member.on('error', () => undefined);
}
