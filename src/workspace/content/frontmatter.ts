import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { quoted, type Finding } from '../findings.ts';
import type { JsonDocument, Place } from '../json-reader.ts';
import { issueFindings } from '../schema-findings.ts';
import { locatedYaml } from '../yaml-places.ts';

/** The frontmatter starts on the line after the opening `---`. */
const FIRST_ROW = 2;

/** Frontmatter read by `schema`, with where its fields stand; `value` is null when anything in it is wrong. */
export function readFrontmatter<S extends z.ZodType>(
  yaml: string,
  schema: S,
): { value: z.output<S> | null; document: JsonDocument | null; findings: Finding[] } {
  const counter = new LineCounter();
  // In the failsafe schema every value is text: a summary that reads "2026" needs no quotation marks.
  const parsed = parseDocument(yaml, { lineCounter: counter, schema: 'failsafe', prettyErrors: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { row: line + FIRST_ROW - 1, column: col };
  };
  if (parsed.errors.length > 0) {
    const findings = parsed.errors.map(({ pos }) => syntaxFinding(placeAt(pos[0]), yaml));
    return { value: null, document: null, findings };
  }
  const document = locatedYaml(parsed, placeAt);
  const result = schema.safeParse(document.value);
  if (result.success) return { value: result.data, document, findings: [] };
  return { value: null, document, findings: issueFindings(result.error, schema, document) };
}

function syntaxFinding(place: Place, yaml: string): Finding {
  return {
    code: 'yaml-syntax',
    severity: 'error',
    ...place,
    found: quoted(yaml.split('\n')[place.row - FIRST_ROW] ?? ''),
    expected: { ru: 'строки вида «поле: значение»', en: 'lines such as “field: value”' },
    mend: {
      ru: 'текст с двоеточием возьмите в кавычки: summary: "Октябрь: рост"; отступы делайте пробелами',
      en: 'put text that holds a colon in quotation marks: summary: "October: growth"; indent with spaces',
    },
  };
}
