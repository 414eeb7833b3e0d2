import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDelimiter, parseDelimited } from '../../src/intake/delimited.ts';
import { table } from './helpers.ts';

describe('the delimiter', () => {
  test('is found from the table, not from its preamble', () => {
    const text =
      'Report, all campaigns, net\nMade for A; B; C\n\ndate;clicks;cost\n2026-10-01;5;1,5\n2026-10-02;6;2,5\n';
    expect(findDelimiter(text)).toBe(';');
  });

  test('is not flipped by a stray mark in one late row', () => {
    const rows = Array.from({ length: 3000 }, (_, index) => `2026-10-01,name ${index},5\n`);
    rows[2565] = '2026-10-01,"brand; sale | a | b",5\n';
    rows[2566] = '2026-10-01,brand; sale | a | b,5\n';
    expect(findDelimiter(`date,campaign,clicks\n${rows.join('')}`)).toBe(',');
  });

  test('is not taken from marks that stand in every name', () => {
    const rows = Array.from({ length: 50 }, (_, index) => `RB | Sales | Brand | ${index},${index}\n`);
    expect(findDelimiter(`campaign,clicks\n${rows.join('')}`)).toBe(',');
  });

  test('is not taken from decimal commas, even with two columns', () => {
    expect(findDelimiter('date;cost\n2026-10-01;1,5\n2026-10-02;2,5\n')).toBe(';');
  });

  test('is not taken from inside quoted cells', () => {
    expect(findDelimiter('day\tname\tclicks\n1\t"a,b,c,d,e"\t3\n2\t"a,b,c,d,e"\t4\n')).toBe('\t');
  });

  test('is the one a sep= line states, and that line is no record', () => {
    expect(parseDelimited('sep=|\na,b|c\n')).toMatchObject({
      delimiter: '|',
      records: [{ row: 2, cells: ['a,b', 'c'] }],
    });
    expect(parseDelimited('"sep=;"\r\na;b\r\n').records).toEqual([{ row: 2, cells: ['a', 'b'] }]);
  });

  test('is a comma when there is nothing to divide', () => {
    expect(parseDelimited('one\ntwo\n')).toMatchObject({
      delimiter: ',',
      records: [{ cells: ['one'] }, { cells: ['two'] }],
    });
  });
});

describe('records', () => {
  test('carry the physical line where they begin, whatever the line ends and quoted line breaks', () => {
    const lines = ['a,b', '"one', 'two","x"', '', '3,4'];
    for (const end of ['\n', '\r\n', '\r']) {
      const { records } = parseDelimited(lines.join(end));
      expect(records).toEqual([
        { row: 1, cells: ['a', 'b'] },
        { row: 2, cells: ['one\ntwo', 'x'] },
        { row: 5, cells: ['3', '4'] },
      ]);
    }
  });

  test('keep every cell as text: ids, zeros, formulas, tags', () => {
    const cells = ['000123456789012345678', '=HYPERLINK("http://x")', '<script>alert(1)</script>', ' spaced '];
    expect(parseDelimited(table([['a', 'b', 'c', 'd'], cells])).records[1]?.cells).toEqual(cells);
  });

  test('with a quotation mark left open are reported by line', () => {
    expect(parseDelimited('a,b\n1,2\n3,"4\n5,6\n').brokenQuotes).toEqual([3]);
  });

  test('of any table written by the rules read back as they were', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'я', '"', ',', ';', '\t', '|', '\n', ' ', '1', '.') });
    const tables = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
      );
    fc.assert(
      fc.property(tables, fc.constantFrom(',', ';', '\t', '|'), (rows, delimiter) => {
        const text = table(rows, delimiter);
        const read = parseDelimited(text, delimiter).records;
        expect(read.map((record) => record.cells)).toEqual(rows);
        const lines = text.split('\n');
        for (const { row, cells } of read) expect(lines[row - 1]).toMatch(firstCharacters(cells[0]!));
      }),
    );
  });
});

/** The line a record begins on begins with the first line of its first cell, quoted or not. */
function firstCharacters(cell: string): RegExp {
  const line = cell.split('\n')[0]!.replaceAll('"', '""');
  return new RegExp(`^"?${line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}
