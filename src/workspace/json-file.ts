import type { z } from 'zod';
import type { Finding } from './findings.ts';
import { readJson, valueAt, type JsonDocument, type JsonPath } from './json-reader.ts';
import { fieldPlace, issueFindings } from './schema-findings.ts';

/** A JSON file read against its schema: `value` is null when anything in it broke the schema. */
export interface JsonFile<T> {
  value: T | null;
  /** Null when the text is not JSON at all. */
  document: JsonDocument | null;
  findings: Finding[];
}

/** Reads JSON text by `schema`; findings carry the line and the field. */
export function readJsonFile<S extends z.ZodType>(text: string, schema: S): JsonFile<z.output<S>> {
  const json = readJson(text);
  if ('finding' in json) return { value: null, document: null, findings: [json.finding] };
  const { document } = json;
  const result = schema.safeParse(document.value);
  const findings = [...json.findings, ...(result.success ? [] : issueFindings(result.error, schema, document))];
  return { value: result.success ? result.data : null, document, findings };
}

/**
 * Texts at `path`, where `*` stands for every item or field: what cross-checks read, so that they also
 * speak when another part of the same file broke the schema. `key: true` gives field names instead of values.
 */
export function textsAt(document: JsonDocument, path: JsonPath, key = false): { text: string; path: JsonPath }[] {
  const found = path.reduce<JsonPath[]>((paths, step) => paths.flatMap((p) => steps(document, p, step)), [[]]);
  return found.flatMap((inside) => {
    const text = key ? inside.at(-1) : valueAt(document.value, inside);
    return typeof text === 'string' ? [{ text, path: inside }] : [];
  });
}

function steps(document: JsonDocument, path: JsonPath, step: string | number): JsonPath[] {
  const value = valueAt(document.value, path);
  if (typeof value !== 'object' || value === null) return [];
  if (step !== '*') return [[...path, step]];
  return Array.isArray(value) ? value.map((_, i) => [...path, i]) : Object.keys(value).map((k) => [...path, k]);
}

/** The place of a value for a finding of a cross-check. */
export function placeOf(document: JsonDocument, path: JsonPath): { row: number; column?: string } {
  return fieldPlace(document.place(path), path);
}

/** The value without `$schema`, which only editors read. */
export function withoutSchema<T extends { $schema?: string | undefined }>({
  $schema: _,
  ...value
}: T): Omit<T, '$schema'> {
  return value;
}
