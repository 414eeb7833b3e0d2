import { isMap, type Document } from 'yaml';
import type { JsonDocument, JsonPath, Place } from './json-reader.ts';

/**
 * A YAML document that remembers where each of its values stands.
 * @param placeAt place in the file of a character of the text that was parsed
 */
export function locatedYaml(parsed: Document, placeAt: (offset: number) => Place): JsonDocument {
  const start = (node: unknown): number | undefined =>
    (node as { range?: [number, number, number] } | null)?.range?.[0];
  const place = (path: JsonPath): Place => {
    for (let length = path.length; length > 0; length--) {
      const offset = start(parsed.getIn(path.slice(0, length), true));
      if (offset !== undefined) return placeAt(offset);
    }
    return { row: 1, column: 1 };
  };
  const placeOfKey = (path: JsonPath): Place => {
    const parent = path.length === 1 ? parsed.contents : parsed.getIn(path.slice(0, -1), true);
    const pair = isMap(parent) ? parent.items.find(({ key }) => String(key) === String(path.at(-1))) : undefined;
    const offset = start(pair?.key);
    return offset === undefined ? place(path) : placeAt(offset);
  };
  return { value: parsed.toJS() ?? {}, place, placeOfKey };
}
