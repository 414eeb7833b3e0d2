import type { Effects } from '../types/effects.ts';

/** A file of lines that is only ever added to. */
export interface Journal {
  /** Whole lines, without their line ends. */
  rows: string[];
  /** Returns when the disk has the row; after a row that failed none is taken. Only for a holder of the file's lock. */
  add(row: string): Promise<void>;
}

/**
 * A last line that breaks off was torn by a crash or a loss of power in the middle of writing; it counts for nothing,
 * since whatever a line announces begins only after the whole line is on the disk. A whole record that lacks nothing
 * but its line end is one all the same: editors and merges take the last line end away.
 */
export function journalRows(text: string): { rows: string[]; torn: string } {
  const rows = text.split('\n');
  const torn = rows.pop()!;
  return isWhole(torn) ? { rows: [...rows, torn], torn: '' } : { rows, torn };
}

/** No beginning of an object is an object. */
function isWhole(row: string): boolean {
  try {
    return row.trim().startsWith('{') && JSON.parse(row) !== null;
  } catch {
    return false;
  }
}

/** Text of a journal; empty when nothing was ever written. */
export async function journalText(path: string, effects: Pick<Effects, 'fs'>): Promise<string> {
  return (await effects.fs.exists(path)) ? new TextDecoder().decode(await effects.fs.read(path)) : '';
}

/**
 * Opens a journal for writing; half a line torn by a crash is taken away, a last line end that is missing put back.
 * @param judge throws when the whole rows cannot be trusted: nothing is mended or added then
 */
export async function openRows(
  path: string,
  effects: Pick<Effects, 'fs'>,
  judge: (rows: string[]) => void,
): Promise<Journal> {
  const text = await journalText(path, effects);
  const { rows, torn } = journalRows(text);
  judge(rows);
  // The only changes ever made to what was written: half a line, which announced nothing, goes; a line end is put back.
  if (torn !== '') await effects.fs.write(path, text.slice(0, text.length - torn.length));
  else if (text !== '' && !text.endsWith('\n')) await effects.fs.append(path, '\n');
  let halted: { error: unknown } | null = null;
  return {
    rows,
    async add(row) {
      // Half of a row may stand there now: another behind it would be no line, and the half no last one any more.
      if (halted !== null) throw halted.error;
      try {
        await effects.fs.append(path, `${row}\n`);
      } catch (error) {
        halted = { error };
        throw error;
      }
      rows.push(row);
    },
  };
}
