/**
 * Signs that writers use and the bundled fonts lack: in a PDF they would be empty boxes. They are drawn, one em high,
 * in the colour of the text. Each drawing fills a box of 20 units. A picture cannot be copied or searched for, so what
 * the font beside the browser has is left a letter, see `LETTERS`.
 */
const line = (path: string): string =>
  `<path d="${path}" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>`;
const ring = '<circle cx="10" cy="11" r="5.5" fill="none" stroke="currentColor" stroke-width="1.6"/>';

const SIGNS: Readonly<Record<string, string>> = {
  '→': line('M2 11h16M12 5l6 6-6 6'),
  '←': line('M18 11H2M8 5l-6 6 6 6'),
  '↑': line('M10 19V3M4 9l6-6 6 6'),
  '↓': line('M10 3v16M4 13l6 6 6-6'),
  '●': '<circle cx="10" cy="11" r="6.3" fill="currentColor"/>',
  '○': ring,
  '◐': `${ring}<path d="M10 5.5a5.5 5.5 0 0 0 0 11z" fill="currentColor"/>`,
  '✓': line('M3 11l5 5L17 5'),
  '✔': line('M3 11l5 5L17 5'),
  '✗': line('M4 5l12 12M16 5L4 17'),
  '✘': line('M4 5l12 12M16 5L4 17'),
  '▲': '<path d="M10 4l7 13H3z" fill="currentColor"/>',
  '▼': '<path d="M10 18l7-13H3z" fill="currentColor"/>',
  '■': '<path d="M4 5h12v12H4z" fill="currentColor"/>',
  '□': line('M4 5h12v12H4z'),
  '★': '<path d="M10 2.5l2.4 5.2 5.6.7-4.1 3.9 1.1 5.6-5-2.8-5 2.8 1.1-5.6L2 8.4l5.6-.7z" fill="currentColor"/>',
};

/** In the browser's own font, which has no file that is both bold and italic: a letter of both is no letter in a PDF. */
const LETTERS = '≈≤≥≠';

/** Between the sign of an amount and that of its currency a line may end: «−» here, «$61.37» on the next. */
const AMOUNT = '[−+]\\p{Sc}\\d(?:[.,]?\\d)*';

/** A line may end at a hyphen, but «из-» or «-то» alone puzzle for a moment: a word with so short a part stays whole. */
const SHORT = '\\p{Script=Cyrillic}{1,3}';
const HYPHENED = new RegExp(
  `(?<![\\p{L}\\d-])(?:${SHORT}-\\p{Script=Cyrillic}{1,8}|[\\p{L}\\d]{1,8}-${SHORT})(?![\\p{L}\\d-])`,
  'gu',
);

/** A line may end at a slash too, but «₽/» alone is no unit. */
const UNIT = String.raw`\p{Sc}\/\p{L}{1,4}[²³]?`;

const SIGN = new RegExp(`[${Object.keys(SIGNS).join('')}${LETTERS}]|${AMOUNT}|${UNIT}`, 'gu');
const ANY = new RegExp(SIGN.source, 'u');

/** Tags, comments and elements whose text is no text of the page, or takes no drawing. */
const MARKUP =
  /<(script|style|svg|title|option|textarea)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<(?:[^>"']|"[^"]*"|'[^']*')*>/gi;

/**
 * The page with such signs drawn where they stand in its text, and amounts and words of a short part and a hyphen whole;
 * readers that hear the page are told the sign.
 */
export function drawnSigns(html: string): string {
  const hyphens = hasHyphened(html);
  if (!hyphens && !ANY.test(html)) return html;
  const set = (text: string): string =>
    (hyphens && text.includes('-') ? text.replace(HYPHENED, '<span class="unbroken">$&</span>') : text).replace(
      SIGN,
      drawing,
    );
  let at = 0;
  let drawn = '';
  for (const found of html.matchAll(MARKUP)) {
    drawn += set(html.slice(at, found.index)) + found[0];
    at = found.index + found[0].length;
  }
  return drawn + set(html.slice(at));
}

/** Whether any hyphen stands before a Russian letter: most pages have none and are not searched for words. */
function hasHyphened(html: string): boolean {
  for (let at = html.indexOf('-'); at >= 0; at = html.indexOf('-', at + 1)) {
    if (isCyrillic(html.charCodeAt(at + 1))) return true;
  }
  return false;
}

const isCyrillic = (unit: number): boolean => unit >= 0x400 && unit < 0x500;

function drawing(sign: string): string {
  if (sign.length > 1) return `<span class="unbroken">${sign}</span>`;
  if (LETTERS.includes(sign)) return `<span class="upright">${sign}</span>`;
  return `<svg class="sign" viewBox="0 0 20 20" role="img" aria-label="${sign}">${SIGNS[sign]}</svg>`;
}
