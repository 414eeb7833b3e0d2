import type { LocalText } from '../types/locale.ts';

export type Decoded = { text: string; encoding: Encoding } | { refused: Refusal };
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'windows-1252';

/** Why bytes are no table of text: the parts of a `Problem` that do not depend on the file's place. */
export interface Refusal {
  code: string;
  found: LocalText;
  expected: LocalText;
  mend: LocalText;
}

/**
 * The text of a file, its byte order mark removed. A BOM decides the encoding; without one it is strict UTF-8,
 * else UTF-16 when every second byte is zero, else Windows-1251 when the text is Cyrillic, else Windows-1252.
 * Workbooks, web pages and other binaries are refused by name.
 */
export function decode(bytes: Uint8Array): Decoded {
  const binary = binaryKind(bytes);
  if (binary) return { refused: binary };
  const marked = markedEncoding(bytes) ?? wideWithoutMark(bytes);
  const utf8 = marked ? null : strictly(bytes, 'utf-8');
  if (!marked && utf8 === null && isMostlyUtf8(bytes)) return { refused: brokenText('utf-8') };
  const encoding = marked ?? (utf8 === null ? legacyEncoding(bytes) : 'utf-8');
  const text = utf8 ?? strictly(bytes, encoding);
  if (text === null) return { refused: brokenText(encoding) };
  if (isWebPage(text)) return { refused: webPage };
  if (holdsControlCharacters(text)) return { refused: notText };
  return { text, encoding };
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function binaryKind(bytes: Uint8Array): Refusal | null {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return workbook;
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return workbook;
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return notText;
  return null;
}

function markedEncoding(bytes: Uint8Array): Encoding | null {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8';
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  return null;
}

/** `null` when the bytes break the encoding's rules. */
function strictly(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A cut or patched UTF-8 file breaks in a few places; text of a one-byte encoding breaks at nearly every letter. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let broken = 0;
  let whole = 0;
  for (const letter of new TextDecoder('utf-8').decode(bytes)) {
    if (letter === '\ufffd') broken += 1;
    else if (letter > '\u007f') whole += 1;
  }
  return whole > broken * 4;
}

/** Digits, delimiters and line ends of a UTF-16 table have a zero half, and always the same half. */
function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, 4096);
  if (bytes.length % 2 !== 0) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 1) {
    if (bytes[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const enough = length / 20;
  if (odd > enough && even === 0) return 'utf-16le';
  if (even > enough && odd === 0) return 'utf-16be';
  return null;
}

/**
 * In Windows-1251 a Russian word is made of high bytes only; in Windows-1252 an accented letter
 * stands among plain Latin ones. Words vote with the number of their high bytes.
 */
function legacyEncoding(bytes: Uint8Array): 'windows-1251' | 'windows-1252' {
  let cyrillic = 0;
  let latin = 0;
  let high = 0;
  let plain = 0;
  const endWord = (): void => {
    if (plain > 0) latin += high;
    else if (high > 1) cyrillic += high;
    high = 0;
    plain = 0;
  };
  for (const byte of bytes) {
    if (byte >= 0xc0 || byte === 0xa8 || byte === 0xb8) high += 1;
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a && byte < 0x80) plain += 1;
    else endWord();
  }
  endWord();
  return cyrillic > latin ? 'windows-1251' : 'windows-1252';
}

function isWebPage(text: string): boolean {
  const start = text.slice(0, 400).trimStart().toLowerCase();
  return ['<!doctype html', '<html', '<head', '<body', '<?xml'].some((tag) => start.startsWith(tag));
}

function holdsControlCharacters(text: string): boolean {
  if (text.includes('\0')) return true;
  let controls = 0;
  const length = Math.min(text.length, 4096);
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) controls += 1;
  }
  return controls > length / 100;
}

const csvExpected: LocalText = {
  ru: 'таблица в виде текста (CSV или TSV)',
  en: 'a table written as text (CSV or TSV)',
};

const workbook: Refusal = {
  code: 'workbook-named-csv',
  found: {
    ru: 'книга Excel или ZIP-архив, переименованные в CSV',
    en: 'an Excel workbook or a ZIP archive renamed to CSV',
  },
  expected: csvExpected,
  mend: {
    ru: 'откройте файл в Excel и сохраните лист как «CSV UTF-8» либо выгрузите отчёт из системы в CSV',
    en: 'open it in Excel and save the sheet as “CSV UTF-8”, or export the report from the system as CSV',
  },
};

const webPage: Refusal = {
  code: 'web-page-named-csv',
  found: {
    ru: 'веб-страница (HTML), сохранённая как CSV; обычно это страница входа',
    en: 'a web page (HTML) saved as CSV, usually a login page',
  },
  expected: csvExpected,
  mend: {
    ru: 'войдите в систему и выгрузите отчёт заново',
    en: 'sign in to the system and export the report again',
  },
};

const notText: Refusal = {
  code: 'not-text',
  found: { ru: 'двоичные данные вместо текста', en: 'binary data instead of text' },
  expected: csvExpected,
  mend: {
    ru: 'выгрузите отчёт заново в формате CSV и не меняйте расширение файла',
    en: 'export the report again as CSV and do not change the file’s extension',
  },
};

const brokenText = (encoding: Encoding): Refusal => ({
  code: 'broken-encoding',
  found: {
    ru: `байты, которых не бывает в кодировке ${encoding.toUpperCase()}: файл повреждён или обрезан`,
    en: `bytes that cannot stand in ${encoding.toUpperCase()}: the file is damaged or cut short`,
  },
  expected: {
    ru: 'целый текст в UTF-8, UTF-16, Windows-1251 или Windows-1252',
    en: 'whole text in UTF-8, UTF-16, Windows-1251 or Windows-1252',
  },
  mend: { ru: 'выгрузите файл заново', en: 'export the file again' },
});
