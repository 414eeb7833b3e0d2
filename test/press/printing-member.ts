import { createHash } from 'node:crypto';
import { printerElsewhere } from '../../src/press/printer-elsewhere.ts';
import type { PrintJob } from '../../src/press/printer.ts';

/** A process of its own that prints what it is sent through the process that started it, and ends when it is let go. */

/** Hash of a document, or what its error says. */
export interface Printed {
  version: string;
  documents: (string | { name: string; text: unknown })[];
}

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function work(jobs: PrintJob[]): Promise<Printed> {
  const documents: Printed['documents'] = [];
  try {
    await using printer = await printerElsewhere(process);
    const each = jobs.map((job) => printer.print(job).then(hashOf, said));
    return { version: printer.version, documents: await Promise.all(each) };
  } catch (error) {
    return { version: '', documents: [...documents, said(error)] };
  }
}

const said = (error: unknown): { name: string; text: unknown } => {
  const { name, text, found } = error as Error & { text?: unknown; found?: unknown };
  return { name, text: text ?? found ?? String(error) };
};

if (process.send) {
  process.once('disconnect', () => process.exit());
  process.once('message', (jobs: PrintJob[]) => void work(jobs).then((printed) => process.send!(printed)));
}
