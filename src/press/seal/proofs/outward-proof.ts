import { posix } from 'node:path';
import { pdfText } from '../../printing/pdf-text.ts';
import type { SealBreak } from '../breaks.ts';
import type { PublishedFolder } from '../folders.ts';
import { isPlain } from '../reading/encodings.ts';
import { kindOf, MARKUP, SCRIPT } from '../reading/parts.ts';
import { objectsOf } from '../reading/pdf-read.ts';
import { objectOffset } from '../reading/pdf-words.ts';
import { hostOf } from '../words/hosts.ts';
import type { Address } from './addresses.ts';

/** What a folder may refer to. */
export interface Reach {
  folder: PublishedFolder;
  files: ReadonlySet<string>;
  /**
   * Hosts that the agency, the folder's own client or the author of its texts wrote into the workspace; `null` for a
   * document kept from an earlier build, whose data cannot be read now.
   */
  hosts: ReadonlySet<string> | null;
}

/**
 * A folder lives by itself: whatever is loaded is its own file; a link to click leads to its own files, to mail, to a
 * phone, or to an address that the workspace names for this client.
 * @param addresses those the file names
 */
export function proveOutward(file: string, addresses: readonly Address[], reach: Reach): SealBreak[] {
  return addresses.flatMap((found) => {
    const fault = faultOf(file, found, reach);
    return fault === null ? [] : [{ ...fault, file, offset: found.at }];
  });
}

/** Of a page, a style sheet or a script in other letters than UTF-8 nobody can tell what a browser will load. */
export function proveLetters(file: string, bytes: Buffer): SealBreak[] {
  const kind = kindOf(file);
  if (!(MARKUP.test(kind) || SCRIPT.test(kind) || kind === 'css') || isPlain(bytes)) return [];
  const found = {
    ru: 'файл не в UTF-8: что он загружает, не проверить',
    en: 'not in UTF-8: what it loads cannot be told',
  };
  return [{ code: 'seal-outward-letters', file, offset: null, found }];
}

/** Opens the reader's own program; nothing is loaded. */
const LETTER = /^(?:mailto|tel):/i;

/** Data in the page itself that loads nothing more: a page, a script or a style sheet within it might load anything. */
const PICTURE = /^data:(?:image|font)\//i;

/** A host by itself: behind somebody's name and an @ it may be anybody's. */
const WEB = /^https?:\/\/(?![^/?#]*@)/i;

type Fault = Pick<SealBreak, 'code' | 'found'>;

function faultOf(file: string, { address, fetched }: Pick<Address, 'address' | 'fetched'>, reach: Reach): Fault | null {
  const shown = address.length > 200 ? `${address.slice(0, 200)}…` : address;
  if (address === '' || address.startsWith('#') || PICTURE.test(address)) return null;
  if (LETTER.test(address)) return null;
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) {
    if (fetched) return request(shown);
    if (WEB.test(address) && (reach.hosts === null || reach.hosts.has(hostOf(address)))) return null;
    return outward(shown);
  }
  const target = posix.normalize(posix.join(posix.dirname(file), decoded(address.split(/[?#]/)[0]!)));
  if (address.startsWith('/') || !`${target}/`.startsWith(`${reach.folder.path}/`)) return elsewhere(shown);
  const here = target === file || reach.files.has(target) || reach.files.has(`${target.replace(/\/$/, '')}/index.html`);
  return here ? null : missing(shown);
}

/** What a PDF does when somebody clicks or opens it, and files within it. */
const ACTION = /\/S \/(?:URI|Launch|GoToR|GoToE|JavaScript|SubmitForm|ImportData|Rendition)\b|\/EmbeddedFile\b/g;

/** The same for a PDF. */
export function provePdfOutward(file: string, bytes: Uint8Array, reach: Reach): SealBreak[] {
  const breaks: SealBreak[] = [];
  for (const [object, text] of pdfObjects(bytes)) {
    for (const { 0: action, index } of text.matchAll(ACTION)) {
      const address = action === '/S /URI' ? pdfText(text.slice(index), 'URI') : null;
      const fault = address === null ? request(action) : faultOf(file, { address, fetched: false }, reach);
      if (fault !== null) breaks.push({ ...fault, file, offset: objectOffset(bytes, object) });
    }
  }
  return breaks;
}

/** None where the file cannot be read: that is told by the proof of PDFs. */
function pdfObjects(bytes: Uint8Array): [number, string][] {
  try {
    return objectsOf(bytes).all();
  } catch {
    return [];
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const request = (address: string): Fault => ({
  code: 'seal-outward-request',
  found: { ru: `загружается извне: ${address}`, en: `loaded from elsewhere: ${address}` },
});
const outward = (address: string): Fault => ({
  code: 'seal-outward-link',
  found: {
    ru: `ссылка наружу, которой нет в данных клиента и агентства: ${address}`,
    en: `an outward link that neither the client’s nor the agency’s data names: ${address}`,
  },
});
const elsewhere = (address: string): Fault => ({
  code: 'seal-outward-folder',
  found: { ru: `ведёт за пределы папки: ${address}`, en: `leads out of the folder: ${address}` },
});
const missing = (address: string): Fault => ({
  code: 'seal-outward-missing',
  found: {
    ru: `ведёт к файлу, которого в папке нет: ${address}`,
    en: `leads to a file the folder does not hold: ${address}`,
  },
});
