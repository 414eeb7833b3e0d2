/** One package as its column shows it on paper. */
export interface Column {
  title: string;
  about: string | null;
  /** Under each heading, its lines. */
  sections: { title: string; lines: { title: string; measure: string }[] }[];
}

/** How a column of so many is set on A4: letters in its width, millimetres of a line of text and of an item's padding. */
const SET = {
  wide: { letters: 42, line: 4.6, padding: 2.4 },
  three: { letters: 26, line: 4.6, padding: 2.4 },
  four: { letters: 20, line: 3.9, padding: 2.1 },
  rows: { letters: 30, line: 3.9, padding: 2.1 },
};

/** Millimetres left for columns under a title of one line, what a line of the sentence below it and the totals take. */
const SHEET = 217;
const SENTENCE = { letters: 85, line: 6.5 };
const TOTALS = 29;

/**
 * Whether packages are short enough to stand side by side on one sheet of paper; there they stand one under another
 * else: a column that goes on over the next sheet cannot be compared with its neighbours. More than four stand in rows
 * of three, each row of which may begin a sheet.
 * @param sentence what stands between the title and the columns
 */
export function fitsSideBySide(columns: readonly Column[], sentence: string): boolean {
  const set = [SET.wide, SET.wide, SET.wide, SET.three, SET.four][columns.length] ?? SET.rows;
  const rowsOf = (text: string, letters = set.letters): number => Math.ceil(text.length / letters);
  const head = ({ title, about }: Column): number =>
    9 + rowsOf(title, set.letters * 0.6) * 6.2 + rowsOf(about ?? '') * set.line;
  const body = ({ sections }: Column): number =>
    sections.reduce((height, { title, lines }) => {
      const items = lines.map((line) => (rowsOf(line.title) + rowsOf(line.measure) + 1) * set.line + set.padding);
      return height + 4 + rowsOf(title) * 4.1 + items.reduce((all, one) => all + one, 0);
    }, 0);
  const needed = Math.max(...columns.map(head)) + Math.max(...columns.map(body)) + TOTALS;
  return needed + rowsOf(sentence, SENTENCE.letters) * SENTENCE.line <= SHEET;
}
