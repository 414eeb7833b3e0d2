import type { LocalText } from '../types/locale.ts';
import { BrowserMissing } from './browser.ts';
import { UnprintablePage } from './print-tab.ts';
import { PrintFailed, type PrintJob } from './printer.ts';

/** What a process asks of the one that has the browser: its version, or a document. */
export interface PrintOrder {
  kind: 'print-order';
  /** Which answer belongs to it. */
  order: number;
  /** `null` asks for the version alone. */
  job: PrintJob | null;
}

export interface PrintAnswer {
  kind: 'print-answer';
  order: number;
  result: { version: string; pdf: Uint8Array | null } | { fault: PrintFault };
}

/** An error of the printer in words that another process understands. */
interface PrintFault {
  name: string;
  text: LocalText;
}

export function faultOf(error: unknown): PrintFault {
  if (error instanceof BrowserMissing) return { name: error.name, text: error.found };
  if (error instanceof UnprintablePage || error instanceof PrintFailed) return { name: error.name, text: error.text };
  return { name: 'Error', text: error instanceof Error ? error.message : String(error) };
}

/** The error as the printer itself would have thrown it. */
export function errorOf({ name, text }: PrintFault): Error {
  if (name === 'BrowserMissing') return new BrowserMissing(text);
  if (typeof text === 'string') return new Error(text);
  return name === 'UnprintablePage' ? new UnprintablePage(text) : new PrintFailed(text);
}
