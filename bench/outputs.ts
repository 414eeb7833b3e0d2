import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Path of a file → when it was written and its hash. */
export type Outputs = Map<string, string>;

/** Every file under a folder as it lies there. */
export async function outputsOf(folder: string): Promise<Outputs> {
  const outputs: Outputs = new Map();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const hash = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    const { mtimeNs, ino } = await stat(path, { bigint: true });
    outputs.set(relative(folder, path), `${mtimeNs} ${ino} ${hash}`);
  }
  return outputs;
}

/** Files that came, went, or were written again. */
export function touched(before: Outputs, after: Outputs): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file));
}

/** Kilobytes a report's page takes to open, compressed, without its fonts: itself and what it names. */
export async function weightOf(page: string): Promise<number> {
  const html = await readFile(page, 'utf8');
  const named = [...html.matchAll(/<(?:script|img|link)\b[^>]*?\b(?:src|href)="([^":]+)"/g)].map(([, file]) => file!);
  const files = [...new Set(named)].filter((file) => !file.endsWith('.woff2'));
  const rest = await Promise.all(files.map((file) => readFile(join(dirname(page), file))));
  return [Buffer.from(html), ...rest].reduce((sum, bytes) => sum + gzipSync(bytes).length, 0) / 1024;
}
