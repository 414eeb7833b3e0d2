/** A file, or something that is written or packed into one. */
export interface Part {
  /** What a name of it would end in, in lower case; empty when nobody knows. */
  kind: string;
  bytes: Buffer;
  /** Its letters were made of other ones, so they are UTF-8 whatever they look like. */
  decoded?: true;
  /** A letter may be none: made by a rule that hardly anybody writes by, or a picture's dot. Only long names are told. */
  guessed?: true;
  /** Byte of the file for a byte of the part, or where the part begins that holds it. */
  place(at: number): number;
}

/** Kinds of pages and pictures of lines, and of scripts. */
export const MARKUP = /^(?:x?html?|svg|xml)$/;
export const SCRIPT = /^[cm]?js$/;

/** The end of a file's name, in lower case. */
export function kindOf(file: string): string {
  return /\.([a-z0-9]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '';
}

/** Kind of bytes that bear no name. */
export function kindWithin(bytes: Buffer): string {
  return bytes.subarray(0, 256).toString('latin1').trimStart().startsWith('<') ? 'html' : '';
}
