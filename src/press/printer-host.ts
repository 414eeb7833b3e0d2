import type { ChildProcess } from 'node:child_process';
import type { Effects } from '../types/effects.ts';
import { faultOf, type PrintAnswer, type PrintOrder } from './printer-line.ts';
import { openPrinter, type Printer, type PrinterOptions } from './printer.ts';

/**
 * One browser for several processes: those this one has started print through it with `printerElsewhere`. It starts
 * with the first order. Close it with `await using` when nobody prints any more.
 */
export class PrinterHost implements AsyncDisposable {
  readonly #options: PrinterOptions;
  readonly #effects: Pick<Effects, 'env' | 'err'>;
  #printer: Promise<Printer> | undefined;

  constructor(options: PrinterOptions, effects: Pick<Effects, 'env' | 'err'>) {
    this.#options = options;
    this.#effects = effects;
  }

  /** Takes the orders of a process that was started with `fork` and the serialization `advanced`. */
  serve(member: ChildProcess): void {
    member.on('message', (message: PrintOrder | { kind?: unknown }) => {
      if (message.kind === 'print-order') void this.#answer(member, message as PrintOrder);
    });
  }

  async #answer(member: ChildProcess, { order, job }: PrintOrder): Promise<void> {
    const result = await this.#do(job).catch((error: unknown) => ({ fault: faultOf(error) }));
    const answer: PrintAnswer = { kind: 'print-answer', order, result };
    // Whoever asked may be gone by now.
    if (member.connected) member.send(answer, () => undefined);
  }

  async #do(job: PrintOrder['job']): Promise<{ version: string; pdf: Uint8Array | null }> {
    const printer = await (this.#printer ??= openPrinter(this.#options, this.#effects));
    return { version: printer.version, pdf: job === null ? null : await printer.print(job) };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const opened = this.#printer;
    // An order that comes too late must not start another browser.
    this.#printer = Promise.reject(new Error('the printer is closed'));
    this.#printer.catch(() => undefined);
    // One that could not be opened has told so to whoever asked for it.
    const printer = await opened?.catch(() => undefined);
    await printer?.[Symbol.asyncDispose]();
  }
}
