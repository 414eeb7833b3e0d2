import { isMap, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { quoted, type Finding } from './findings.ts';
import type { JsonFile } from './json-file.ts';
import type { JsonDocument, JsonPath, Place } from './json-reader.ts';
import { issueFindings } from './schema-findings.ts';

/**
 * Reads a whole YAML file by `schema`; findings carry the line and the field. Values are YAML 1.2's: numbers, `true`,
 * `false`, `null` and text; a number that must stay text stands in quotation marks.
 */
export function readYamlFile<S extends z.ZodType>(text: string, schema: S): JsonFile<z.output<S>> {
  const counter = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  if (parsed.errors.length > 0) {
    const findings = parsed.errors.map(({ pos }) => syntaxFinding(placeAt(counter, pos[0]), text));
    return { value: null, document: null, findings };
  }
  const document = located(parsed, counter);
  const result = schema.safeParse(document.value);
  if (result.success) return { value: result.data, document, findings: [] };
  return { value: null, document, findings: issueFindings(result.error, schema, document) };
}

function placeAt(counter: LineCounter, offset: number): Place {
  const { line, col } = counter.linePos(offset);
  return { row: line, column: col };
}

function located(parsed: Document, counter: LineCounter): JsonDocument {
  const start = (node: unknown): number | undefined =>
    (node as { range?: [number, number, number] } | null)?.range?.[0];
  const place = (path: JsonPath): Place => {
    for (let length = path.length; length > 0; length--) {
      const offset = start(parsed.getIn(path.slice(0, length), true));
      if (offset !== undefined) return placeAt(counter, offset);
    }
    return { row: 1, column: 1 };
  };
  const placeOfKey = (path: JsonPath): Place => {
    const parent = path.length === 1 ? parsed.contents : parsed.getIn(path.slice(0, -1), true);
    const pair = isMap(parent) ? parent.items.find(({ key }) => String(key) === String(path.at(-1))) : undefined;
    const offset = start(pair?.key);
    return offset === undefined ? place(path) : placeAt(counter, offset);
  };
  return { value: parsed.toJS() ?? {}, place, placeOfKey };
}

function syntaxFinding(place: Place, text: string): Finding {
  return {
    code: 'yaml-syntax',
    severity: 'error',
    ...place,
    found: quoted(text.split('\n')[place.row - 1] ?? ''),
    expected: { ru: 'строки вида «поле: значение»', en: 'lines such as “field: value”' },
    mend: {
      ru: 'текст с двоеточием возьмите в кавычки; отступы делайте пробелами, одинаковыми у полей одной записи',
      en: 'put text that holds a colon in quotation marks; indent with spaces, alike for the fields of one entry',
    },
  };
}
