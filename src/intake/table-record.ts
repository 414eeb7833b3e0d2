/** One record of a table: its cells as text, and the 1-based physical line where it begins. */
export interface TableRecord {
  row: number;
  cells: string[];
}

/** Whether a cell has several lines. */
export const hasLineEnd = ({ cells }: TableRecord): boolean => cells.some((cell) => cell.includes('\n'));
