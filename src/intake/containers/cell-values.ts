/** What a number in a cell stands for, by the cell's number format. */
export type CellKind = 'number' | 'date' | 'time';

const BUILT_IN_DATES = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58];
const BUILT_IN_TIMES = [18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47];

/** @param code the format's text, `undefined` for one of Excel's own */
export function cellKind(id: number, code: string | undefined): CellKind {
  if (code === undefined) return BUILT_IN_DATES.includes(id) ? 'date' : BUILT_IN_TIMES.includes(id) ? 'time' : 'number';
  const elapsed = /\[[hms]+\]/i.test(code);
  const letters = code
    .replace(/"[^"]*"|\\.|[_*].|\[[^\]]*\]/g, '')
    .split(';')[0]!
    .toLowerCase();
  if (/[yd]/.test(letters)) return 'date';
  if (elapsed || /[hs]/.test(letters)) return 'time';
  return letters.includes('m') ? 'date' : 'number';
}

/**
 * The text of a stored number: an exact plain decimal. Excel keeps and shows 15 significant digits; what a file
 * stores beyond them (`467913.17000000004`) is noise of binary numbers. Whole numbers stay as stored: they may be ids.
 */
export function numberText(stored: string): string {
  const text = stored.trim();
  if (/^-?\d+$/.test(text)) return text;
  const parts = /^([-+]?)(\d*)\.?(\d*)(?:[eE]([-+]?\d{1,3}))?$/.exec(text);
  if (!parts || `${parts[2]}${parts[3]}` === '') return stored;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
  const { digits, scale } = shortened(`${whole}${fraction}`, fraction.length - Number(exponent));
  return `${sign === '-' ? '-' : ''}${plain(digits, scale)}`;
}

/** `digits / 10^scale` rounded to 15 significant digits. */
function shortened(digits: string, scale: number): { digits: string; scale: number } {
  const significant = digits.replace(/^0+/, '') || '0';
  const surplus = significant.length - 15;
  if (surplus <= 0) return { digits: significant, scale };
  const up = significant.charCodeAt(15) >= 0x35;
  return { digits: String(BigInt(significant.slice(0, 15)) + (up ? 1n : 0n)), scale: scale - surplus };
}

function plain(digits: string, scale: number): string {
  if (scale <= 0) return digits.replace(/^0+(?=\d)/, '') + '0'.repeat(-scale);
  const padded = digits.padStart(scale + 1, '0');
  const fraction = padded.slice(-scale).replace(/0+$/, '');
  const whole = padded.slice(0, -scale).replace(/^0+(?=\d)/, '');
  // `1.234` alone could be a thousand and more; this number is a number already.
  return fraction === '' ? whole : `${whole}.${fraction.length === 3 ? `${fraction}0` : fraction}`;
}

const DAY_MS = 86_400_000;

/**
 * The day or time a serial number stands for: `2026-10-31`, `2026-10-31T18:30:00`, `00:03:45`; the number itself when
 * it is no date of this world.
 * @param from1904 the workbook counts days from 1904
 */
export function dateText(stored: string, kind: 'date' | 'time', from1904: boolean): string {
  const serial = Number(stored);
  if (!Number.isFinite(serial) || serial < 0 || serial > 100_000) return numberText(stored);
  const seconds = Math.round(serial * 86_400);
  if (kind === 'time' || seconds < 86_400) return clock(seconds);
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const day = new Date(epoch + Math.floor(seconds / 86_400) * DAY_MS).toISOString().slice(0, 10);
  return seconds % 86_400 === 0 ? day : `${day}T${clock(seconds % 86_400)}`;
}

function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
