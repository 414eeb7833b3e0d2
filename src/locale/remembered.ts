/**
 * A memory of what was made: `const spoken = remembered<string>(100)`, then `spoken(key, make)` makes each key's value
 * once. With `most` keys in it everything is forgotten, so that memory does not grow with the agency.
 */
export function remembered<Value extends string | object>(most: number): (key: string, make: () => Value) => Value {
  const known = new Map<string, Value>();
  return (key, make) => {
    let value = known.get(key);
    if (value === undefined) {
      value = make();
      if (known.size >= most) known.clear();
      known.set(key, value);
    }
    return value;
  };
}
