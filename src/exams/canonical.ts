import { sha256Hex } from './sha256.ts';

/** JSON with the fields of every object in code-unit order and no spaces: the same value is always the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}

/** SHA-256 (hex) of all fields but `hash` itself. */
export function hashOf(value: object): string {
  return sha256Hex(canonical({ ...value, hash: undefined }));
}
