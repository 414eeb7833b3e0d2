import type { Cell, IntakeFile } from '../types/intake.ts';

/**
 * The cells of a file by column, each text said once: a third of the length, and read several times faster, than
 * eighteen thousand records of seven named fields.
 */
interface PackedCells {
  texts: string[];
  /** Date, channel, metric and sum as places in `texts`, then rows, first row and last row; seven numbers a cell. */
  numbers: number[];
}

export type PackedFile = Omit<IntakeFile, 'cells'> & { cells: PackedCells };

export function packFile(file: IntakeFile): PackedFile {
  const places = new Map<string, number>();
  const numbers: number[] = [];
  const placeOf = (text: string): number => {
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, places.size);
    return places.size - 1;
  };
  for (const { date, channel, metric, sum, rows, firstRow, lastRow } of file.cells) {
    numbers.push(placeOf(date), placeOf(channel), placeOf(metric), placeOf(sum), rows, firstRow, lastRow);
  }
  return { ...file, cells: { texts: [...places.keys()], numbers } };
}

export function unpackFile({ cells: { texts, numbers }, ...file }: PackedFile): IntakeFile {
  const cells: Cell[] = [];
  for (let at = 0; at < numbers.length; at += 7) {
    const text = (column: number): string => texts[numbers[at + column]!]!;
    const [rows, firstRow, lastRow] = [numbers[at + 4]!, numbers[at + 5]!, numbers[at + 6]!];
    cells.push({ date: text(0), channel: text(1), metric: text(2), sum: text(3), rows, firstRow, lastRow });
  }
  return { ...file, cells };
}
