/** Widths of text in one family, without a browser. */
export interface FontMetrics {
  /** Pixels of `text` set in `size` pixels at the nearest weight there is, with tabular figures. */
  width(text: string, size: number, weight: number): number;
  /** Height of capitals as a fraction of the size. */
  capHeight: number;
}

/** What `scripts/font-tables.ts` reads out of a family's font files. */
export interface FontTable {
  unitsPerEm: number;
  /** In the font's units. */
  capHeight: number;
  /** By weight: the number of a character, its width and those of the characters that follow, `'1040 1362 1280'`. */
  faces: Record<string, string[]>;
}

interface Face {
  weight: number;
  /** Advance in ems by code point. */
  advances: Map<number, number>;
}

/** Kerning is left out: widths come out equal to the browser's or slightly larger. */
export function fontMetrics({ unitsPerEm, capHeight, faces }: FontTable): FontMetrics {
  const all = Object.entries(faces).map(([weight, runs]): Face => readFace(Number(weight), runs, unitsPerEm));
  if (all.length === 0) throw new Error('Font metrics need at least one weight.');
  return {
    capHeight: capHeight / unitsPerEm,
    width(text, size, weight) {
      const face = nearest(all, weight);
      let ems = 0;
      for (const character of text) ems += advance(face, character.codePointAt(0)!);
      return ems * size;
    },
  };
}

function readFace(weight: number, runs: string[], unitsPerEm: number): Face {
  const advances = new Map<number, number>();
  for (const run of runs) {
    const [first, ...units] = run.split(' ').map(Number);
    units.forEach((unit, i) => {
      if (!isInvisible(first! + i)) advances.set(first! + i, unit / unitsPerEm);
    });
  }
  return { weight, advances };
}

function nearest(faces: Face[], weight: number): Face {
  let best = faces[0]!;
  for (const face of faces) if (Math.abs(face.weight - weight) < Math.abs(best.weight - weight)) best = face;
  return best;
}

function advance(face: Face, code: number): number {
  return face.advances.get(code) ?? (isInvisible(code) ? 0 : missingAdvance(face, code));
}

/** What browsers do with characters the font lacks: narrow spaces are made of the space, the rest of another font. */
function missingAdvance(face: Face, code: number): number {
  if (code === 0xa0) return advance(face, 0x20);
  if (code === 0x202f) return advance(face, 0x20) / 2;
  if (code === 0x2009) return 0.2;
  return code >= 0x1100 ? 1 : 0.65;
}

/** Combining marks, joiners and direction marks take no room. */
function isInvisible(code: number): boolean {
  return (
    code < 0x20 ||
    code === 0xad ||
    code === 0xfeff ||
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f)
  );
}
