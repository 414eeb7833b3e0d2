import { MARKUP, SCRIPT } from './parts.ts';
import { withoutMarks } from './markup.ts';
import { NOTHING, type Respelling } from './respelling.ts';

/** Signs of marks in whatever escapes a page within a page, or within a text of a script, has. */
const SIGN = /&(?:lt|#0*60|#x0*3c);|\\u003c|\\x3c|%3c/gi;
const END = /&(?:gt|#0*62|#x0*3e);|\\u003e|\\x3e|%3e/gi;
/** Escapes of escapes: of an entity, of a script's letter, of the bytes of an address. */
const AMPERSAND = /&(?:amp|#0*38|#x0*26);(?=[#a-z])/gi;
const BACKSLASH = /\\\\(?=[ux][0-9a-f{])/gi;
const BYTES = /(?:%25[0-9a-f]{2})+/gi;

const PAGE_SIGNS = ['&lt;', '&amp;', '&#', '\\u003', '%3'];
const CODE_SIGNS = ['<', '&lt;', '&amp;', '\\u003', '\\x3', '\\\\u', '%3'];
/** What a file of each kind has where it is read so. */
const SIGNS: readonly (readonly [kind: RegExp, signs: readonly Buffer[]])[] = [
  [MARKUP, PAGE_SIGNS],
  [SCRIPT, CODE_SIGNS],
  [/^json$/, CODE_SIGNS],
  [/^css$/, ['%3']],
  [/^/, ['%25']],
].map(([kind, signs]) => [kind as RegExp, (signs as string[]).map((sign) => Buffer.from(sign))]);

const usedIn: Respelling['usedIn'] = ({ kind, bytes }) =>
  SIGNS.some(([kinds, signs]) => kinds.test(kind) && signs.some((sign) => bytes.includes(sign)));

const undoneOnce = (text: string): string =>
  text
    .replace(AMPERSAND, (found) => '&'.padStart(found.length, NOTHING))
    .replace(BACKSLASH, `${NOTHING}\\`)
    .replace(BYTES, (found) => found.replaceAll('%25', '%').padEnd(found.length, NOTHING));

/** What was escaped two times. */
export const writtenTwice: Respelling = { usedIn, plain: undoneOnce };

/** The words of a page in an attribute of a page (`srcdoc`), in the data of a script or in an address. */
export const pageWithin: Respelling = {
  usedIn,
  plain: (text) =>
    withoutMarks(
      undoneOnce(text)
        .replace(SIGN, (found) => '<'.padStart(found.length, NOTHING))
        .replace(END, (found) => '>'.padStart(found.length, NOTHING)),
    ),
};

const TSPAN = Buffer.from('tspan');
const LINE = /<\/?(?:\w+:)?tspan\b[^>]*>/gi;

/** Lines of a picture's text, as drawing programs part them: within a line the same marks part nothing. */
export const linesOfPictures: Respelling = {
  usedIn: ({ kind, bytes }) => MARKUP.test(kind) && bytes.includes(TSPAN),
  plain: (text) => withoutMarks(text.replace(LINE, (found) => ' '.repeat(found.length))),
};
