import { LineCounter, parseDocument, type ErrorCode } from 'yaml';
import type { z } from 'zod';
import { quoted, type Finding } from './findings.ts';
import type { JsonFile } from './json-file.ts';
import type { Place } from './json-reader.ts';
import { issueFindings } from './schema-findings.ts';
import { locatedYaml } from './yaml-places.ts';

/**
 * Reads a whole YAML file by `schema`; findings carry the line and the field. Values are YAML 1.2's: numbers, `true`,
 * `false`, `null` and text; a number that must stay text stands in quotation marks.
 */
export function readYamlFile<S extends z.ZodType>(text: string, schema: S): JsonFile<z.output<S>> {
  const counter = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  const placeAt = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { row: line, column: col };
  };
  if (parsed.errors.length > 0) {
    // After a tab the parser takes every line for another mistake.
    const tabs = parsed.errors.filter(({ code }) => code === 'TAB_AS_INDENT');
    const told = tabs.length > 0 ? tabs : parsed.errors;
    const findings = told.map(({ code, pos }) => syntaxFinding(code, placeAt(pos[0]), text));
    return { value: null, document: null, findings };
  }
  const document = locatedYaml(parsed, placeAt);
  const result = schema.safeParse(document.value);
  if (result.success) return { value: result.data, document, findings: [] };
  return { value: null, document, findings: issueFindings(result.error, schema, document) };
}

function syntaxFinding(code: ErrorCode, place: Place, text: string): Finding {
  const found = quoted(text.split('\n')[place.row - 1] ?? '');
  return { code: 'yaml-syntax', severity: 'error', ...place, found, ...(MISTAKES[code] ?? ANY) };
}

const ANY = {
  expected: { ru: 'строки вида «поле: значение»', en: 'lines such as “field: value”' },
  mend: {
    ru: 'текст с двоеточием возьмите в кавычки; отступы делайте пробелами, одинаковыми у полей одной записи',
    en: 'put text that holds a colon in quotation marks; indent with spaces, alike for the fields of one entry',
  },
};

/** What is known better than by the line alone. */
const MISTAKES: Partial<Record<ErrorCode, typeof ANY>> = {
  DUPLICATE_KEY: {
    expected: { ru: 'каждое поле записи один раз', en: 'every field of an entry once' },
    mend: { ru: 'это поле уже есть: оставьте одно из двух', en: 'this field is there already: keep one of the two' },
  },
  TAB_AS_INDENT: {
    expected: { ru: 'отступ пробелами', en: 'indentation by spaces' },
    mend: { ru: 'замените табуляцию пробелами', en: 'put spaces in place of the tab' },
  },
};
