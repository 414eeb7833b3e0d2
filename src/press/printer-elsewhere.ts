import { errorOf, type PrintAnswer, type PrintOrder } from './printer-line.ts';
import type { PrintJob, Printer } from './printer.ts';

/** The ends of the line to the process that started this one: `process`. */
export type ParentLine = Pick<NodeJS.Process, 'send' | 'on' | 'off'>;

/**
 * A printer in the process that started this one and serves it with `PrinterHost`: the same bytes, the same errors.
 * Closing it closes no browser. Throws `BrowserMissing`, and when the other process is gone.
 */
export async function printerElsewhere(parent: ParentLine): Promise<Printer> {
  const printer = new DistantPrinter(parent);
  try {
    await printer.open();
  } catch (error) {
    await printer[Symbol.asyncDispose]();
    throw error;
  }
  return printer;
}

type Answer = Exclude<PrintAnswer['result'], { fault: unknown }>;

/** Several printers of one process may use the same line. */
let orders = 0;

class DistantPrinter implements Printer {
  version = '';
  readonly #parent: ParentLine;
  readonly #waiting = new Map<number, PromiseWithResolvers<Answer>>();

  constructor(parent: ParentLine) {
    this.#parent = parent;
    parent.on('message', this.#hear);
    parent.on('disconnect', this.#giveUp);
  }

  async open(): Promise<void> {
    this.version = (await this.#ask(null)).version;
  }

  async print(job: PrintJob): Promise<Uint8Array> {
    return (await this.#ask(job)).pdf!;
  }

  #ask(job: PrintJob | null): Promise<Answer> {
    const answer = Promise.withResolvers<Answer>();
    const order: PrintOrder = { kind: 'print-order', order: ++orders, job };
    this.#waiting.set(order.order, answer);
    if (!this.#parent.send) this.#giveUp();
    else this.#parent.send(order, undefined, {}, (error) => error && this.#giveUp());
    return answer.promise;
  }

  readonly #hear = (message: PrintAnswer | { kind?: unknown }): void => {
    if (message.kind !== 'print-answer') return;
    const { order, result } = message as PrintAnswer;
    const asked = this.#waiting.get(order);
    this.#waiting.delete(order);
    if ('fault' in result) asked?.reject(errorOf(result.fault));
    else asked?.resolve(result);
  };

  readonly #giveUp = (): void => {
    for (const { reject } of this.#waiting.values()) reject(new Error('the process that prints is gone'));
    this.#waiting.clear();
  };

  [Symbol.asyncDispose](): Promise<void> {
    this.#parent.off('message', this.#hear);
    this.#parent.off('disconnect', this.#giveUp);
    this.#giveUp();
    return Promise.resolve();
  }
}
