import type { Effects } from '../../types/effects.ts';
import { sha256 } from '../inputs.ts';
import type { SealBreak } from './breaks.ts';

const PROMISE = /\/(?:figures|estimate)\.json$/;

/**
 * What a folder promises in figures. Only files that are what the manifest says may tell whose a figure is.
 * @param listed hash of every file the manifest names
 */
export async function readPromises(
  files: readonly string[],
  listed: ReadonlyMap<string, string>,
  pathOf: (file: string) => string,
  effects: Effects,
): Promise<string[]> {
  const texts: string[] = [];
  for (const file of files.filter((name) => PROMISE.test(name))) {
    const bytes = await effects.fs.read(pathOf(file));
    const text = new TextDecoder().decode(bytes);
    if (listed.get(file) === sha256(bytes) && isJson(text)) texts.push(text);
  }
  return texts;
}

/** A promise nobody can read is none. */
export function provePromise(file: string, bytes: Uint8Array): SealBreak[] {
  if (!PROMISE.test(file) || isJson(new TextDecoder().decode(bytes))) return [];
  const found = { ru: 'файл цифр не читается как JSON', en: 'the file of figures cannot be read as JSON' };
  return [{ code: 'seal-manifest-damaged', file, offset: null, found }];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
