import { z } from 'zod';
import { didYouMean, named, oneOf, quoted, type Finding } from './findings.ts';
import { valueAt, type JsonDocument, type JsonPath, type Place } from './json-reader.ts';

/** What `issueFindings` needs to know of a document: where its values and field names stand. */
type Placed = Pick<JsonDocument, 'value' | 'place' | 'placeOfKey'>;

/** Every complaint of the schema about the document, in the order of its lines. */
export function issueFindings(error: z.ZodError, schema: z.ZodType, document: Placed): Finding[] {
  return error.issues
    .flatMap((issue) => issueFinding(issue, issue.path as JsonPath, schema, document))
    .sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
}

function issueFinding(issue: z.core.$ZodIssue, path: JsonPath, schema: z.ZodType, document: Placed): Finding[] {
  const input = valueAt(document.value, path);
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, path);
    return issue.keys.map((key) =>
      unknownField(key, known, fieldPlace(document.placeOfKey([...path, key]), [...path, key])),
    );
  }
  if (issue.code === 'invalid_key') {
    const place = fieldPlace(document.placeOfKey(path), path);
    return [wrong('bad-value', place, quoted(String(path.at(-1) ?? '')), expectedOf(issue.issues[0]), CORRECT_NAME)];
  }
  if (input === undefined) return [missingField(path, document)];
  const place = fieldPlace(document.place(path), path);
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const mend = didYouMean(String(input), values, CORRECT_VALUE);
    return [wrong('unknown-value', place, quoted(input), oneOf(values), mend)];
  }
  const code = issue.code === 'invalid_type' || issue.code === 'invalid_union' ? 'wrong-type' : 'bad-value';
  return [wrong(code, place, quoted(input), expectedOf(issue), CORRECT_VALUE)];
}

function wrong(
  code: string,
  place: { row: number; column?: string },
  found: Finding['found'],
  expected: Finding['expected'],
  mend: Finding['mend'],
): Finding {
  return { code, severity: 'error', ...place, found, expected, mend };
}

function unknownField(key: string, known: string[], place: { row: number; column?: string }): Finding {
  const remove = { ru: 'удалите поле или исправьте его имя', en: 'remove the field or correct its name' };
  return wrong('unknown-field', place, named('поле', 'the field', key), oneOf(known), didYouMean(key, known, remove));
}

function missingField(path: JsonPath, document: Placed): Finding {
  const field = String(path.at(-1) ?? '');
  return wrong(
    'missing-field',
    fieldPlace(document.place(path), path),
    { ru: 'поля нет', en: 'no such field' },
    named('поле', 'the field', field),
    { ru: `добавьте "${field}": …`, en: `add "${field}": …` },
  );
}

/** The line, and the field's steps joined with dots as the column: `brand.colours.accent`, `taxes.0.rate`. */
export function fieldPlace(place: Place, path: JsonPath): { row: number; column?: string } {
  return path.length === 0 ? { row: place.row } : { row: place.row, column: path.join('.') };
}

function expectedOf(issue: z.core.$ZodIssue | undefined): { ru: string; en: string } {
  if (issue?.code === 'custom') return issue.params?.['expected'] as { ru: string; en: string };
  if (issue?.code === 'invalid_union') return LOCAL_TEXT;
  if (issue?.code === 'invalid_type') return TYPE_NAMES[issue.expected] ?? { ru: issue.expected, en: issue.expected };
  if (issue?.code === 'too_small' && issue.origin === 'array') return AT_LEAST_ONE;
  if (issue?.code === 'too_small')
    return { ru: `число больше ${issue.minimum}`, en: `a number above ${issue.minimum}` };
  if (issue?.code === 'too_big')
    return { ru: `число не больше ${issue.maximum}`, en: `a number up to ${issue.maximum}` };
  throw new Error(`No words for the schema's complaint ${issue?.code}`);
}

/** Field names the schema knows at `path`. */
function knownKeys(schema: z.ZodType, path: JsonPath): string[] {
  const inner = unwrapped(schema);
  if (path.length === 0) return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
  const [step, ...rest] = path;
  if (inner instanceof z.ZodObject) {
    const field = (inner.shape as Record<string, z.ZodType>)[String(step)];
    return field === undefined ? [] : knownKeys(field, rest);
  }
  if (inner instanceof z.ZodArray) return knownKeys(inner.element as z.ZodType, rest);
  if (inner instanceof z.ZodRecord) return knownKeys(inner.valueType as z.ZodType, rest);
  return [];
}

function unwrapped(schema: z.ZodType): z.ZodType {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault || inner instanceof z.ZodPrefault) {
    inner = inner.unwrap() as z.ZodType;
  }
  return inner;
}

const CORRECT_VALUE = { ru: 'исправьте значение', en: 'correct the value' };
const CORRECT_NAME = { ru: 'исправьте имя поля', en: 'correct the name of the field' };
const AT_LEAST_ONE = { ru: 'хотя бы одно значение', en: 'at least one value' };
const LOCAL_TEXT = { ru: 'текст или {"ru": "…", "en": "…"}', en: 'text or {"ru": "…", "en": "…"}' };
const TYPE_NAMES: Record<string, { ru: string; en: string }> = {
  string: { ru: 'текст в кавычках', en: 'text in quotation marks' },
  number: { ru: 'число без кавычек', en: 'a number without quotation marks' },
  int: { ru: 'целое число без кавычек', en: 'a whole number without quotation marks' },
  array: { ru: 'список в квадратных скобках […]', en: 'a list in square brackets […]' },
  object: { ru: 'поля в фигурных скобках {…}', en: 'fields in curly brackets {…}' },
  boolean: { ru: 'true или false', en: 'true or false' },
  record: { ru: 'поля в фигурных скобках {…}', en: 'fields in curly brackets {…}' },
};
