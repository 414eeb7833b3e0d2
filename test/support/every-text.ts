import { gunzipSync, inflateSync } from 'node:zlib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Every text a file may hold, lower-case and without invisible signs, each with the way it was found. */
export async function everyText(bytes: Uint8Array): Promise<{ how: string; text: string }[]> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const texts = readings(file);
  if (file[0] === 0x1f && file[1] === 0x8b) texts.push(...inside('gzip', await everyText(gunzipSync(file))));
  if (file.subarray(0, 5).equals(Buffer.from('%PDF-'))) texts.push(...(await pdfTexts(file)));
  if (file.toString('latin1', 1, 4) === 'PNG') texts.push(...pngNotes(file));
  const written = texts[0]!.text;
  for (const [, packed = ''] of written.matchAll(/;base64,([a-z0-9+/]{8,}=*)/g)) {
    // Lower-casing spoils base64: the piece is taken from the bytes themselves.
    const at = file.toString('latin1').toLowerCase().indexOf(packed);
    const piece = Buffer.from(file.toString('latin1', at, at + packed.length), 'base64');
    texts.push(...inside('base64', await everyText(piece)));
  }
  return texts;
}

const inside = (what: string, texts: { how: string; text: string }[]) =>
  texts.map(({ how, text }) => ({ how: `${what} ${how}`, text }));

/** The bytes as letters of one and of two bytes, as they stand and with escapes undone. */
function readings(file: Buffer): { how: string; text: string }[] {
  const text = file.toString('utf8');
  const wide = [0, 1].map((from) => file.subarray(from, from + ((file.length - from) & ~1)));
  const all = { bytes: text, escapes: unescaped(text) };
  const two = wide.flatMap((part) => [part.toString('utf16le'), Buffer.from(part).swap16().toString('utf16le')]);
  return [...Object.entries(all), ...two.map((one) => ['wide', one] as const)].map(([how, one]) => ({
    how,
    text: plain(one),
  }));
}

const plain = (text: string): string => text.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '').toLowerCase();

function unescaped(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/&#x([0-9a-f]{1,5});/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/(?:%[0-9a-f]{2})+/gi, (found) => Buffer.from(found.replaceAll('%', ''), 'hex').toString('utf8'));
}

/** Streams unpacked, words as another reader reads them, and strings written in hexadecimals. */
async function pdfTexts(file: Buffer): Promise<{ how: string; text: string }[]> {
  const texts: { how: string; text: string }[] = [];
  for (let at = file.indexOf('stream\n'); at >= 0; at = file.indexOf('stream\n', at + 1)) {
    const unpacked = inflated(file.subarray(at + 'stream\n'.length));
    if (unpacked !== null) texts.push(...inside('pdf stream', readings(unpacked)));
  }
  for (const [, hex = ''] of file.toString('latin1').matchAll(/<([0-9a-f]{8,})>/gi)) {
    texts.push(...inside('pdf string', readings(Buffer.from(hex, 'hex'))));
  }
  const pdf = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
  for (let page = 1; page <= pdf.numPages; page++) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    const words = items.map((item) => ('str' in item ? item.str : '')).join('');
    texts.push({ how: `pdf page ${page}`, text: plain(words) });
  }
  await pdf.loadingTask.destroy();
  return texts;
}

function pngNotes(file: Buffer): { how: string; text: string }[] {
  const texts: { how: string; text: string }[] = [];
  for (let at = 8; at + 12 <= file.length; at += 12 + file.readUInt32BE(at)) {
    const body = file.subarray(at + 8, at + 8 + file.readUInt32BE(at));
    const packed = body.indexOf(0x78, body.indexOf(0));
    const unpacked =
      packed < 0 || file.toString('latin1', at + 4, at + 8) === 'IDAT' ? null : inflated(body.subarray(packed));
    if (unpacked !== null) texts.push(...inside('png note', readings(unpacked)));
  }
  return texts;
}

function inflated(packed: Buffer): Buffer | null {
  try {
    return inflateSync(packed);
  } catch {
    return null;
  }
}
