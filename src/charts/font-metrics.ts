import { create, type Font } from 'fontkit';

/** Widths of text in one family, without a browser. */
export interface FontMetrics {
  /** Pixels of `text` set in `size` pixels at the nearest weight there is, with tabular figures. */
  width(text: string, size: number, weight: number): number;
  /** Height of capitals as a fraction of the size. */
  capHeight: number;
}

interface Face {
  weight: number;
  fonts: Font[];
  /** Advance in ems by code point. */
  advances: Map<number, number>;
}

/**
 * Metrics from the woff2 files of one family: any weights, each in any number of subsets.
 * A character is looked for in the subsets in the order of the files.
 * Kerning is left out: widths come out equal to the browser's or slightly larger.
 */
export function fontMetrics(files: Uint8Array[]): FontMetrics {
  const faces: Face[] = [];
  for (const bytes of files) {
    const font = create(bytes as Buffer) as Font;
    const weight = weightOf(font);
    const face = faces.find((one) => one.weight === weight);
    if (face) face.fonts.push(font);
    else faces.push({ weight, fonts: [font], advances: new Map() });
  }
  if (faces.length === 0) throw new Error('Font metrics need at least one font file.');
  const first = faces[0]!.fonts[0]!;
  return {
    capHeight: first.capHeight / first.unitsPerEm,
    width(text, size, weight) {
      const face = nearest(faces, weight);
      let ems = 0;
      for (const character of text) ems += advance(face, character.codePointAt(0)!);
      return ems * size;
    },
  };
}

function weightOf(font: Font): number {
  const os2 = (font as unknown as { 'OS/2'?: { usWeightClass: number } })['OS/2'];
  return os2?.usWeightClass ?? 400;
}

function nearest(faces: Face[], weight: number): Face {
  let best = faces[0]!;
  for (const face of faces) if (Math.abs(face.weight - weight) < Math.abs(best.weight - weight)) best = face;
  return best;
}

function advance(face: Face, code: number): number {
  let ems = face.advances.get(code);
  if (ems === undefined) {
    ems = isInvisible(code) ? 0 : readAdvance(face, code);
    face.advances.set(code, ems);
  }
  return ems;
}

function readAdvance(face: Face, code: number): number {
  for (const font of face.fonts) {
    if (!font.hasGlyphForCodePoint(code)) continue;
    const tabular = code >= 0x30 && code <= 0x39;
    const run = tabular ? font.layout(String.fromCodePoint(code), ['tnum']) : null;
    return (run ? run.advanceWidth : font.glyphForCodePoint(code).advanceWidth) / font.unitsPerEm;
  }
  return missingAdvance(face, code);
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
