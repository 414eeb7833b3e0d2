const LESS = 0x3c;

const known = new WeakMap<Buffer, Int32Array>();

/** Where the signs `<` of a page stand, found once for all that look for marks in the same bytes. */
export function lessSigns(bytes: Buffer): Int32Array {
  const found = known.get(bytes) ?? placesOf(bytes);
  known.set(bytes, found);
  return found;
}

let room = new Int32Array(1 << 14);

function placesOf(bytes: Buffer): Int32Array {
  let count = 0;
  for (let at = nextLess(bytes, 0); at < bytes.length; at = nextLess(bytes, at + 1)) {
    if (count === room.length) {
      const larger = new Int32Array(2 * count);
      larger.set(room);
      room = larger;
    }
    room[count++] = at;
  }
  return room.slice(0, count);
}

/** A function of its own, small enough to run fast. */
function nextLess(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== LESS) at++;
  return at;
}
