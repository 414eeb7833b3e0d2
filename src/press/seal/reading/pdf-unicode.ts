/** Glyph number of a font → the letters it stands for. */
export type UnicodeMap = ReadonlyMap<number, string>;

/** Reads a PDF's `ToUnicode` map of two-byte codes. */
export function readUnicodeMap(cmap: string): UnicodeMap {
  const map = new Map<number, string>();
  for (const [, body = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code, text] of body.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g))
      map.set(hex(code!), letters(text!));
  }
  for (const [, body = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    const rows = body.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])/g);
    for (const [, from, to, first, list] of rows) {
      const each =
        list === undefined ? null : [...list.matchAll(/<([0-9A-Fa-f]+)>/g)].map(([, text]) => letters(text!));
      for (let code = hex(from!); code <= hex(to!); code++) {
        map.set(code, each === null ? later(letters(first!), code - hex(from!)) : (each[code - hex(from!)] ?? ''));
      }
    }
  }
  return map;
}

const hex = (text: string): number => Number.parseInt(text, 16);

const UTF16 = new TextDecoder('utf-16be');

const letters = (text: string): string => UTF16.decode(Buffer.from(text, 'hex'));

function later(text: string, step: number): string {
  const last = [...text].at(-1)!;
  return text.slice(0, -last.length) + String.fromCodePoint(last.codePointAt(0)! + step);
}
