import type { Change } from '../../types/figures.ts';

/** Which way a value went. */
export function trend({ absolute }: Pick<Change, 'absolute'>): 'up' | 'down' | 'flat' {
  if (absolute === null || Number(absolute) === 0) return 'flat';
  return absolute.startsWith('-') ? 'down' : 'up';
}
