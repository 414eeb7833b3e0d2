import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../src/workspace/json-reader.ts';

function mistake(text: string) {
  const read = readJson(text);
  if (!('finding' in read)) throw new Error('was read');
  const { row, column, found, mend } = read.finding;
  return { row, column, found: (found as { en: string }).en, mend: (mend as { en: string }).en };
}

describe('the JSON reader', () => {
  it('reads whatever JSON.parse reads, to the same value', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2, '\t'), (json, space) => {
        const text = JSON.stringify(JSON.parse(json), null, space);
        const read = readJson(text);
        expect('document' in read && read.document.value).toEqual(JSON.parse(text));
      }),
    );
  });

  it('refuses whatever JSON.parse refuses', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.constantFrom(',', '"', '}', ']', 'x', '\\', ''), (json, at, junk) => {
        const cut = at % json.length;
        const text = json.slice(0, cut) + junk + json.slice(cut + 1);
        let parses = true;
        try {
          JSON.parse(text);
        } catch {
          parses = false;
        }
        expect('document' in readJson(text)).toBe(parses);
      }),
    );
  });

  it('tells line and column of a comma that is too much', () => {
    expect(mistake('{\n  "a": 1,\n}')).toMatchObject({ row: 3, column: 1, mend: 'remove the comma before “}”' });
  });

  it('tells line and column of a comma that is missing', () => {
    expect(mistake('{\n  "a": 1\n  "b": 2\n}')).toMatchObject({ row: 3, column: 3 });
  });

  it('says that comments do not belong in JSON', () => {
    expect(mistake('{\n  // name\n  "a": 1\n}')).toMatchObject({
      row: 2,
      column: 3,
      mend: 'remove the comment: JSON has none',
    });
  });

  it('tells of a file that ends too early', () => {
    expect(mistake('{"a": [1, 2')).toMatchObject({ row: 1, column: 12, found: 'the end of the file' });
    expect(mistake('')).toMatchObject({ row: 1, column: 1, found: 'the end of the file' });
  });

  it('refuses text nested deeper than anyone writes instead of falling over', () => {
    expect(mistake('['.repeat(100_000))).toMatchObject({ row: 1 });
  });

  it('tells of a field that stands twice', () => {
    const read = readJson('{\n "a": 1,\n "a": 2\n}');
    expect('document' in read && read.findings).toMatchObject([{ code: 'duplicate-field', row: 3, column: 2 }]);
  });

  it('remembers where values and field names stand', () => {
    const read = readJson('{\n  "a": [\n    {"b": 1},\n    {"b": 2}\n  ]\n}');
    if (!('document' in read)) throw new Error('not read');
    expect(read.document.place(['a', 1, 'b'])).toEqual({ row: 4, column: 11 });
    expect(read.document.placeOfKey(['a', 1, 'b'])).toEqual({ row: 4, column: 6 });
    expect(read.document.place(['a', 7, 'c'])).toEqual({ row: 2, column: 8 });
  });

  it('keeps a field called __proto__ as a plain field', () => {
    const read = readJson('{"__proto__": {"admin": true}}');
    expect('document' in read && Object.keys(read.document.value as object)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });
});
