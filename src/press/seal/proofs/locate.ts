import type { Effects } from '../../../types/effects.ts';
import { writtenNumbers } from '../figures/numbers.ts';
import { printOf, type Print } from '../figures/prints.ts';
import { originOf } from '../reading/canonical.ts';
import { nameView, viewsOf, type View } from '../reading/views.ts';
import type { NamedHash } from './hash-proof.ts';

/**
 * The number of a print, and the byte of the file where it stands first; 0 when the file's own name has it. Places are
 * looked for only once a break is certain.
 */
export async function placeOfNumber(
  { file, folder }: { file: string; folder: string },
  path: string,
  { one, two }: Print,
  effects: Effects,
): Promise<{ value: string; offset: number }> {
  const bytes = Buffer.from(await effects.fs.read(path));
  for (const view of [...viewsOf(file, bytes), nameView(file, folder)]) {
    if (view.numbers === 'none') continue;
    for (const { value, at } of writtenNumbers(view.plain, view.numbers === 'people')) {
      const print = printOf(value);
      if (print.one === one && print.two === two) return { value, offset: view.offset(originOf(view.text, at)) };
    }
  }
  // It was changed meanwhile.
  return { value: '?', offset: 0 };
}

/** Byte of a file where a hash stands first; `null` when only the file's name has it. */
export async function placeOfHash(
  { file, hash, written }: NamedHash,
  path: string,
  effects: Effects,
): Promise<number | null> {
  const at = ({ text }: View) => (written === undefined ? text.toLowerCase().indexOf(hash) : text.indexOf(written));
  const found = viewsOf(file, Buffer.from(await effects.fs.read(path))).find((view) => at(view) >= 0);
  return found === undefined ? null : found.offset(at(found));
}
