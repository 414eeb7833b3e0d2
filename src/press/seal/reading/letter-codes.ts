import { isUtf8 } from 'node:buffer';
import type { Run } from './letter-runs.ts';
import { MARKUP, SCRIPT, type Part } from './parts.ts';

/** Fewer are no name that is told of where letters may be none. */
const FEWEST = 8;
const CODE = '(?:0x[0-9a-f]{1,6}|\\d{2,7})';
const CODES = new RegExp(`\\b${CODE}(?:\\s{0,16},\\s{0,16}${CODE}){${FEWEST - 1},}\\b`, 'gi');
const BYTE = 0xff;

/**
 * Letters that a list of numbers may stand for: codes of letters, as scripts make texts of, or bytes of UTF-8. Figures
 * of any chart are a list of numbers too, so only long names are told by them.
 */
export function letterCodes(part: Part): Part[] {
  if (MARKUP.test(part.kind)) return scriptsOf(part.bytes).flatMap(({ from, to }) => codesIn(part, from, to));
  return SCRIPT.test(part.kind) || part.kind === 'json' ? codesIn(part, 0, part.bytes.length) : [];
}

/** Of a page only these are read: its pictures are numbers and commas from end to end. */
function scriptsOf(page: Buffer): Run[] {
  const runs: Run[] = [];
  for (let from = page.indexOf('<script'); from >= 0;) {
    const end = page.indexOf('</script', from);
    const to = end < 0 ? page.length : end;
    runs.push({ from, to });
    from = page.indexOf('<script', to);
  }
  return runs;
}

function codesIn({ bytes, place }: Part, from: number, to: number): Part[] {
  return [...bytes.toString('latin1', from, to).matchAll(CODES)].flatMap(({ 0: found, index }) => {
    const codes = found.split(',').map(Number);
    const written = lettersOf(codes);
    return written === null
      ? []
      : [{ ...{ kind: '', bytes: written, decoded: true, guessed: true }, place: () => place(from + index) }];
  });
}

/** `null` where hardly any of the numbers is a letter. */
function lettersOf(codes: readonly number[]): Buffer | null {
  const whole = codes.every((code) => code <= BYTE) ? Buffer.from(codes) : null;
  if (whole !== null && isUtf8(whole)) return whole;
  const known = codes.map((code) => (isLetter(code) ? String.fromCodePoint(code) : '\n'));
  return known.filter((sign) => sign !== '\n').length < FEWEST ? null : Buffer.from(known.join(''));
}

/** Latin and Russian ones, and what stands among them. */
const isLetter = (code: number): boolean =>
  (code >= 0x20 && code < 0x250) || (code >= 0x400 && code < 0x500) || (code >= 0x2010 && code < 0x2120);
