import { join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import { sha256 } from '../inputs.ts';
import type { SealBreak } from './breaks.ts';
import { FigureProof } from './figure-proof.ts';
import type { PublishedFolder } from './folders.ts';

/** Hash of every file the manifest names. */
export type Listed = ReadonlyMap<string, string>;

const PROMISE = /\/(?:figures|estimate)\.json$/;

/** What a folder promises in figures. Only files that are what the manifest says may tell whose a figure is. */
export async function promises(
  out: string,
  { files }: PublishedFolder,
  listed: Listed,
  effects: Effects,
): Promise<string[]> {
  const texts: string[] = [];
  for (const file of files.filter((name) => PROMISE.test(name))) {
    const bytes = await effects.fs.read(join(out, file));
    const text = new TextDecoder().decode(bytes);
    if (listed.get(file) === sha256(bytes) && isJson(text)) texts.push(text);
  }
  return texts;
}

/** The distinctive figures of all folders. Numbers that several have are known only after all were read. */
export async function learnFigures(
  out: string,
  folders: readonly PublishedFolder[],
  listed: Listed,
  effects: Effects,
): Promise<FigureProof> {
  const figures = new FigureProof();
  for (const folder of folders) {
    for (const json of await promises(out, folder, listed, effects)) figures.learn(folder.owner, json);
  }
  for (const folder of folders) {
    for (const json of await promises(out, folder, listed, effects)) figures.share(folder.owner, json);
  }
  return figures;
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
