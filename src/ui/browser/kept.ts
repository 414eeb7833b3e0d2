/**
 * What the handbook keeps in one browser, by key, with the number of its schema: what another version wrote in another
 * shape is left alone and read as nothing. Where a browser keeps nothing, `put` answers false.
 */
export interface Kept<T> {
  get(): T | null;
  put(value: T): boolean;
}

/** @param isOne tells whether a value read back is what it should be */
export function kept<T>(name: string, schema: number, isOne: (value: unknown) => value is T): Kept<T> {
  const key = `accountpress.handbook.${name}`;
  return {
    get() {
      try {
        const read = JSON.parse(localStorage.getItem(key) ?? 'null') as { schema?: unknown; value?: unknown } | null;
        return read?.schema === schema && isOne(read.value) ? read.value : null;
      } catch {
        return null;
      }
    },
    put(value) {
      try {
        localStorage.setItem(key, JSON.stringify({ schema, value }));
        return true;
      } catch {
        return false;
      }
    },
  };
}
