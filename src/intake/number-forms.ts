import type { SourceRule } from '../types/workspace.ts';
import type { TableRecord } from './table-record.ts';
import { decimalEvidence, formOf, type ColumnForm, type DecimalMark } from './numbers.ts';
import { quoted, type ProblemList } from './problems.ts';

/** What the cells of one column say of their decimal mark: the first record that says it. */
export interface Evidence {
  point: TableRecord | null;
  comma: TableRecord | null;
  either: TableRecord | null;
}

/** Finds how a table's columns write their numbers, without guessing, from the records it is shown one by one. */
export class NumberForms {
  readonly #delimiter: string;
  readonly #declared: SourceRule['numberForm'];
  readonly #evidence: Evidence[];

  constructor(width: number, delimiter: string, declared: SourceRule['numberForm']) {
    this.#evidence = Array.from({ length: width }, () => ({ point: null, comma: null, either: null }));
    this.#delimiter = delimiter;
    this.#declared = declared;
  }

  /** Returns whether the record says something that none before it has said. */
  add(record: TableRecord): boolean {
    let learnt = false;
    for (let index = 0; index < this.#evidence.length; index += 1) {
      const said = decimalEvidence(record.cells[index] ?? '');
      if (said === null) continue;
      const evidence = this.#evidence[index]!;
      const what = said === '.' ? 'point' : said === ',' ? 'comma' : 'either';
      learnt ||= evidence[what] === null;
      evidence[what] ??= record;
    }
    return learnt;
  }

  /** What the column's cells have said so far. */
  evidence(index: number): Evidence {
    return this.#evidence[index]!;
  }

  /** Whether a cell would say something that no cell of its column has said yet. */
  learns(index: number, cell: string): boolean {
    const said = decimalEvidence(cell);
    const { point, comma, either } = this.#evidence[index]!;
    return said !== null && (said === '.' ? point : said === ',' ? comma : either) === null;
  }

  /**
   * The form of a column: the declared one, else what its own cells show, else what all other columns of the table
   * show with one voice, else the decimal point in a comma-separated file. `null` after reporting a problem.
   */
  of(index: number, source: string, problems: ProblemList): ColumnForm | null {
    if (this.#declared) return formOf(this.#declared);
    const own = this.#evidence[index]!;
    if (own.point && own.comma) {
      const later = own.point.row > own.comma.row ? own.point : own.comma;
      problems.error('mixed-number-forms', { row: later.row, column: index + 1 }, mixed(later.cells[index]!, source));
      return null;
    }
    const mark = markOf(own);
    if (mark) return { mark, groups: true };
    // Whole numbers below a thousand are read alike in any form; a total over them may have thousands apart.
    if (!own.either) return { mark: this.#markOfOthers(index) ?? '.', groups: true };
    const elsewhere = this.#markOfOthers(index) ?? (this.#delimiter === ',' ? '.' : null);
    if (elsewhere) return { mark: elsewhere, groups: true };
    const place = { row: own.either.row, column: index + 1 };
    problems.error('ambiguous-number', place, ambiguous(own.either.cells[index]!, source));
    return null;
  }

  #markOfOthers(index: number): DecimalMark | null {
    const others = this.#evidence.filter((_, other) => other !== index);
    const point = others.some((evidence) => evidence.point !== null);
    const comma = others.some((evidence) => evidence.comma !== null);
    if (point === comma) return null;
    return point ? '.' : ',';
  }
}

function markOf(evidence: Evidence): DecimalMark | null {
  if (evidence.point) return '.';
  return evidence.comma ? ',' : null;
}

const declareForm = (source: string) => ({
  ru: `объявите форму чисел в sources.json: "sources": { "${source}": { "numberForm": "1 234,56" } }`,
  en: `declare the form of numbers in sources.json: "sources": { "${source}": { "numberForm": "1,234.56" } }`,
});

function ambiguous(cell: string, source: string) {
  const text = quoted(cell);
  return {
    found: {
      ru: `число ${text.ru} можно прочесть двояко: с тысячами или с дробной частью`,
      en: `the number ${text.en} can be read in two ways: with thousands or with a fraction`,
    },
    expected: { ru: 'число, которое читается однозначно', en: 'a number that reads in one way only' },
    mend: declareForm(source),
  };
}

function mixed(cell: string, source: string) {
  const text = quoted(cell);
  return {
    found: {
      ru: `число ${text.ru} записано иначе, чем выше в том же столбце`,
      en: `the number ${text.en} is written otherwise than those above it in the column`,
    },
    expected: { ru: 'одна форма чисел на весь столбец', en: 'one form of numbers in a column' },
    mend: {
      ru: `исправьте ячейки или ${declareForm(source).ru}`,
      en: `correct the cells, or ${declareForm(source).en}`,
    },
  };
}
