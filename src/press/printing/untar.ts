/** One file of a tar archive. */
export interface TarFile {
  /** Relative path with `/`. */
  path: string;
  /** Permission bits. */
  mode: number;
  bytes: Uint8Array;
}

const BLOCK = 512;

/**
 * Files of a plain ustar archive, in its order; folders are left out.
 * Throws on anything else than files and folders and on a path that leaves the archive's folder.
 */
export function untar(archive: Uint8Array): TarFile[] {
  const files: TarFile[] = [];
  for (let at = 0; at + BLOCK <= archive.length;) {
    const path = field(archive, at + 345, 155, '/') + field(archive, at, 100);
    if (path === '') break;
    const size = octal(archive, at + 124, 12);
    const type = field(archive, at + 156, 1);
    const start = at + BLOCK;
    if (path.startsWith('/') || path.split('/').includes('..')) throw new Error(`tar: unsafe path ${path}`);
    if (start + size > archive.length) throw new Error(`tar: ${path} is cut short`);
    if (type === '0' || type === '') {
      files.push({ path, mode: octal(archive, at + 100, 8), bytes: archive.subarray(start, start + size) });
    } else if (type !== '5') {
      throw new Error(`tar: ${path} is of unknown type ${type}`);
    }
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

function field(archive: Uint8Array, at: number, length: number, suffix = ''): string {
  const bytes = archive.subarray(at, at + length);
  const end = bytes.indexOf(0);
  const text = new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
  return text === '' ? '' : text + suffix;
}

function octal(archive: Uint8Array, at: number, length: number): number {
  const value = Number.parseInt(field(archive, at, length).trim(), 8);
  if (Number.isNaN(value)) throw new Error('tar: not a tar archive');
  return value;
}
