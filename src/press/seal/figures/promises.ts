import type { Effects } from '../../../types/effects.ts';
import { sha256 } from '../../inputs.ts';
import type { SealBreak } from '../breaks.ts';

const BYTE_ORDER_MARK = /^\ufeff/;
const PROMISE = /\/(?:figures|estimate)\.json$/;

/** What a folder promises in figures, in one of its files. */
export interface Promised {
  bytes: Buffer;
  hash: string;
  /** What it says as JSON; `undefined` when it is none. */
  value: unknown;
}

/** Every promise of a folder, by file. */
export async function readPromises(
  files: readonly string[],
  pathOf: (file: string) => string,
  effects: Effects,
): Promise<Map<string, Promised>> {
  const promises = new Map<string, Promised>();
  for (const file of files.filter((name) => PROMISE.test(name))) {
    const bytes = Buffer.from(await effects.fs.read(pathOf(file)));
    promises.set(file, { bytes, hash: sha256(bytes), value: parsed(bytes.toString().replace(BYTE_ORDER_MARK, '')) });
  }
  return promises;
}

/** A promise nobody can read is none. */
export function provePromise(file: string, { value }: Promised): SealBreak[] {
  if (value !== undefined) return [];
  const found = { ru: 'файл цифр не читается как JSON', en: 'the file of figures cannot be read as JSON' };
  return [{ code: 'seal-manifest-damaged', file, offset: null, found }];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
