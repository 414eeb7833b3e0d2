import { LetterRefused, mailbox, sameAddress } from './mailbox.ts';
import type { Recipient } from './sender.ts';

/** Someone the workspace knows. */
export interface KnownContact {
  name: string;
  greeting?: string | null;
  email: string;
}

/** What was typed: `--to` and `--test`. */
export interface Asked {
  /** Addresses instead of those of the workspace. */
  to: string[] | null;
  trial: string | null;
}

/**
 * Who a letter goes to: the addresses asked for, with the names of those among them that are known, else everybody
 * known; nobody twice. A trial needs nobody: it goes to one's own address. Throws `LetterRefused` when that is nobody.
 * @param place where the contacts stand, for the message
 */
export function recipients(
  { to: asked, trial }: Asked,
  known: readonly KnownContact[],
  place: { file: string; field: string },
): Recipient[] {
  const contacts = known.map(({ name, greeting, email }) => ({
    ...mailbox(name, email, place.file),
    greeting: greeting ?? null,
  }));
  const to = (asked ?? contacts.map(({ address }) => address)).map((text) => {
    const { address } = mailbox('', text, '--to');
    return contacts.find((one) => sameAddress(one.address, address)) ?? { name: '', address, greeting: null };
  });
  if (to.length === 0 && trial !== null) return [{ ...mailbox('', trial, '--test'), greeting: null }];
  if (to.length > 0)
    return to.filter((one, at) => to.findIndex(({ address }) => sameAddress(address, one.address)) === at);
  throw new LetterRefused({
    ru: `некому отправлять: укажите --to или впишите ${place.field} в ${place.file}`,
    en: `nobody to send to: give --to, or write ${place.field} into ${place.file}`,
  });
}
