import type { Effects } from '../../types/effects.ts';
import { originOf } from './canonical.ts';
import { writtenNumbers } from './numbers.ts';
import { viewsOf, type View } from './views.ts';

/** Byte of a file where a number stands first. Places are looked for only once a break is certain. */
export async function placeOfNumber(file: string, path: string, value: string, effects: Effects): Promise<number> {
  for (const view of viewsOf(file, Buffer.from(await effects.fs.read(path)))) {
    if (view.numbers === 'none') continue;
    const found = writtenNumbers(view.plain, view.numbers === 'people').find((one) => one.value === value);
    if (found) return view.offset(originOf(view.text, found.at));
  }
  return 0;
}

/** Byte of a file where a hash stands first; `null` when only the file's name has it. */
export async function placeOfHash(file: string, path: string, hash: string, effects: Effects): Promise<number | null> {
  const at = ({ text }: View) => text.toLowerCase().indexOf(hash);
  const found = viewsOf(file, Buffer.from(await effects.fs.read(path))).find((view) => at(view) >= 0);
  return found === undefined ? null : found.offset(at(found));
}
