/** Digits of a checksum. */
const LENGTH = 64;
/** As much of one as a line ends with; less may be any number. */
const BROKEN = /\b[0-9a-f]{24,63}(?:\s+[0-9a-f]{1,63})+\b/g;

/**
 * A text in which checksums that a page breaks over its lines are whole again: what ends one may look like a name, and
 * only a whole one tells whose file it is of.
 */
export function wholeChecksums(text: string): string {
  return text.replace(BROKEN, (run) => {
    const parts = run.split(/\s+/);
    let length = 0;
    const last = parts.findIndex((part) => (length += part.length) >= LENGTH);
    if (last < 0 || length > LENGTH) return run;
    return [parts.slice(0, last + 1).join(''), ...parts.slice(last + 1)].join(' ');
  });
}
