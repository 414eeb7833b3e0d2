import { domainToASCII, domainToUnicode } from 'node:url';
import { isLocalPart } from '../locale/mail-address.ts';
import type { LocalText } from '../types/locale.ts';

/** An address and the name shown beside it; an empty name shows the address alone. */
export interface Mailbox {
  name: string;
  address: string;
}

/** A field that must not go into a letter. Says which, what it holds and what to do. */
export class LetterRefused extends Error {
  readonly text: LocalText;

  constructor(text: { ru: string; en: string }) {
    super(text.en);
    this.name = 'LetterRefused';
    this.text = text;
  }
}

/** Line ends and other controls could begin a header of their own; marks that turn text round could hide one. */
const UNSAFE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** The text itself when it fits on one header line. Throws `LetterRefused`. */
export function headerText(text: string, field: string): string {
  const unsafe = UNSAFE.exec(text)?.[0];
  if (unsafe === undefined) return text;
  const code = `U+${unsafe.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  throw new LetterRefused({
    ru: `поле ${field} содержит управляющий знак ${code}: письмо с ним не уйдёт; уберите его из данных`,
    en: `the field ${field} holds the control character ${code}: no letter leaves with it; remove it from the data`,
  });
}

const DOMAIN = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/;

/**
 * A mailbox that is safe in a header and in an SMTP command; a Cyrillic domain is written as servers know it.
 * Throws `LetterRefused`.
 */
export function mailbox(name: string, address: string, field: string): Mailbox {
  headerText(name, field);
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, at), domainToASCII(address.slice(at + 1))];
  if (at > 0 && isLocalPart(local) && DOMAIN.test(domain)) {
    return { name: name.trim(), address: `${local}@${domain}` };
  }
  throw new LetterRefused({
    ru: `поле ${field}: ${JSON.stringify(address)} — не адрес почты; нужен вид name@example.com латиницей`,
    en: `the field ${field}: ${JSON.stringify(address)} is not an e-mail address; use the form name@example.com`,
  });
}

/** Whether two addresses are one mailbox: people write `Olga@` and `olga@` alike, and no server tells them apart. */
export const sameAddress = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** An address as people write it: `olga@гостиница.рф`. */
export function readableAddress(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  return address.slice(0, at) + domainToUnicode(address.slice(at));
}

/** «Ольга Седова <olga@hotel.example>», as a person reads it. */
export const mailboxText = ({ name, address }: Mailbox): string =>
  name === '' ? readableAddress(address) : `${name} <${readableAddress(address)}>`;

const LATIN: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm',
  н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch',
  ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya',
}; // prettier-ignore

/** «КП-14/2026-v2.pdf» → `KP-14-2026-v2.pdf`: some mail programs garble any other file name. */
export function asciiFileName(name: string): string {
  const latin = [...name].map((sign) => {
    const letter = LATIN[sign.toLowerCase()];
    if (letter === undefined) return sign;
    return sign === sign.toLowerCase() ? letter : letter.charAt(0).toUpperCase() + letter.slice(1);
  });
  return latin
    .join('')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[-.]+|-+(?=\.)|-+$/g, '');
}
