import type { z } from 'zod';
import { readFieldsApart, valueAt, type JsonDocument, type JsonPath } from './json-reader.ts';

/**
 * What stands in for a file that cannot be used. The other files of the workspace are checked against it in the same
 * run, so it has to be as near to what was meant as can be told: a wrong colour must not make every client's currency
 * wrong too. Nothing is ever published of it.
 */

/** Of a JSON file: every part its schema takes, whether the rest of it broke the schema or is no JSON. */
export function standIn<S extends z.ZodObject>(
  { text, document }: { text: string; document: JsonDocument | null },
  schema: S,
  otherwise: Record<string, unknown>,
): z.output<S> {
  return soundPart(document?.value ?? readFieldsApart(text, Object.keys(schema.shape)), schema, otherwise);
}

/**
 * A value without the parts that break the schema, nor what cannot be without them.
 * @param otherwise what the schema takes, with every field it needs
 */
export function soundPart<S extends z.ZodType>(
  value: unknown,
  schema: S,
  otherwise: Record<string, unknown>,
): z.output<S> {
  const rest = isObject(value) ? structuredClone(value) : {};
  for (;;) {
    const read = schema.safeParse({ ...otherwise, ...rest });
    if (read.success) return read.data;
    const [issue] = read.error.issues as [z.core.$ZodIssue];
    const path = issue.path as JsonPath;
    if (issue.code === 'unrecognized_keys') for (const key of issue.keys) remove(rest, [...path, key]);
    else remove(rest, path);
  }
}

/** Takes away the value at `path`; where there is none, what misses it. */
function remove(root: object, path: JsonPath): void {
  const last = path.at(-1);
  if (last === undefined) throw new Error('The stand-in lacks a field that the schema needs');
  const above = valueAt(root, path.slice(0, -1));
  if (Array.isArray(above)) above.splice(Number(last), 1);
  else if (isObject(above) && Object.hasOwn(above, last)) delete above[last];
  else remove(root, path.slice(0, -1));
}

const isObject = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
