import { formatter } from '../locale/format.ts';
import { NBSP } from '../locale/signs.ts';
import { localText } from '../locale/text.ts';
import { typeset } from '../locale/typography.ts';
import type { Locale } from '../types/locale.ts';
import type { Person, Workspace } from '../types/workspace.ts';
import type { Attachment, Letter, Signature } from './letter.ts';
import { asciiFileName, LetterRefused, mailbox, type Mailbox } from './mailbox.ts';
import { letterWords } from './words.ts';

/** Who a letter is from: the person who signs, and the address the server lets us write from. */
export interface Sender {
  person: Person;
  /** PNG of the face; `null` when the person has none. */
  portrait: Uint8Array | null;
  /** `SMTP_FROM`: the one address the mail server accepts; answers then go to the person. */
  address: string | null;
}

/** The parts of a letter that follow from its sender. Throws `LetterRefused` when there is no address to answer to. */
export function signed(
  sender: Sender,
  { agency }: Pick<Workspace, 'agency'>,
  locale: Locale,
): Pick<Letter, 'from' | 'replyTo' | 'signature'> {
  const { person } = sender;
  const name = localText(person.name, locale);
  const email = person.email ?? agency.email;
  if (email === undefined) throw withoutAddress(person.id);
  const own = mailbox(name, email, 'from');
  const signature: Signature = {
    farewell: letterWords(locale).farewell,
    name,
    line: [localText(person.role, locale), localText(agency.name, locale)].join(', '),
    phone: person.phone ?? agency.phone ?? null,
    email: own.address,
    portrait: sender.portrait,
  };
  if (sender.address === null) return { from: own, replyTo: null, signature };
  return { from: mailbox(name, sender.address, 'SMTP_FROM'), replyTo: own, signature };
}

/** The person with that id. Throws `LetterRefused` when nobody has it. */
export function signer(
  people: readonly Person[],
  id: string | undefined,
  place: { file: string; field: string },
): Person {
  const person = people.find((one) => one.id === id);
  if (person) return person;
  throw new LetterRefused({
    ru: `${place.file}: некому подписать письмо; укажите в поле ${place.field} сотрудника из data/people.json`,
    en: `${place.file}: nobody signs the letter; name a person from data/people.json in the field ${place.field}`,
  });
}

export function attach(fileName: string, content: Uint8Array, locale: Locale): Attachment {
  const words = letterWords(locale);
  const name = asciiFileName(fileName);
  return { name, title: words.attached(name, sizeText(content.byteLength, locale)), content };
}

/** «420 КБ», «1,8 МБ». */
export function sizeText(bytes: number, locale: Locale): string {
  const { kilobytes, megabytes } = letterWords(locale).size;
  const kb = Math.max(1, Math.round(bytes / 1024));
  const [number, unit] = kb < 1024 ? [kb, kilobytes] : [Math.round(kb / 102.4) / 10, megabytes];
  return `${formatter(locale, 'USD').count(number)}${NBSP}${unit}`;
}

/** Someone a letter goes to; `greeting` is how the letter addresses them, the first word of the name without one. */
export interface Recipient extends Mailbox {
  greeting: string | null;
}

/** A name that begins with one of these is said whole: nobody is called “Dr.”. */
const HONORIFIC = /^(?:dr|prof|mr|mrs|ms|mx|miss|sir|dame|herr|frau|dipl|ing|д-р|проф|г-н|г-жа|господин|госпожа)\.?$/iu;

/** Also of «Седова, Ольга»; not of «Ольга, бухгалтерия». */
function calledBy(name: string): string {
  const [before = [], after = []] = name.split(',').map((part) => part.trim().split(/\s+/u));
  const [given = ''] = before.length === 1 && /^\p{Lu}\p{Ll}+$/u.test(after[0] ?? '') ? after : before;
  return HONORIFIC.test(given) ? before.join(' ') : given;
}

/** «Здравствуйте, Ольга и Пётр!»; nobody is named when one of them is unknown. */
export function greet(to: readonly Recipient[], locale: Locale): string {
  const names = to.map(({ name, greeting }) => greeting ?? calledBy(name));
  const known = names.length <= 3 && names.every((name) => name !== '');
  return letterWords(locale).greeting(known ? formatter(locale, 'USD').list(names) : '');
}

function withoutAddress(id: string): LetterRefused {
  return new LetterRefused({
    ru: `у ${id} нет адреса почты; добавьте email в data/people.json или в data/agency.json`,
    en: `${id} has no e-mail address; add email to data/people.json or data/agency.json`,
  });
}

/** A subject is searched for and cut short: typeset, but with spaces that may break. */
export const subjectLine = (text: string, locale: Locale): string => typeset(text, locale).replaceAll(NBSP, ' ');
