import type { Attempt, IntentLine } from './ledger.ts';
import { sameAddress } from './mailbox.ts';

/** What a letter is about to be sent as. */
export interface Edition {
  /** Of the ledger. */
  key: string;
  /** Address the letter is from; its domain is the identifier's. */
  from: string;
  /** Addresses it is for. */
  to: readonly string[];
  /** The attached document; `null` without one. */
  document: EditionDocument | null;
}

/** See `IntentLine.pdf`. */
export type EditionDocument = Pick<NonNullable<IntentLine['pdf']>, 'sha256' | 'says'>;

/**
 * Whether two documents are the same to their reader. A report that was built again on another day bears that day and has
 * other bytes; where what both say is known, that tells.
 */
function isSame(one: EditionDocument | null, other: EditionDocument | null): boolean {
  if (one?.says !== undefined && other?.says !== undefined) return one.says === other.says;
  return one?.sha256 === other?.sha256;
}

/** An attempt that somebody has the letter of, or may have. */
const left = ({ handed, outcome }: Attempt): boolean =>
  outcome === null ? handed : outcome.result === 'unknown' || outcome.accepted.length > 0;

/**
 * The Message-ID of a letter: of the first that leaves, what is sent. One that goes out after a doubt keeps it, and so
 * does one for those who have not had it yet: a mailbox that had it all the same can tell that it is the same one. With
 * another document, or for somebody who has it for certain, it is a letter of its own: mail programs hide the second of
 * two letters with one Message-ID, and what was mended would never be seen.
 * @param attempts earlier ones under the same key, trials left out
 */
export function nextMessageId({ key, from, to, document }: Edition, attempts: readonly Attempt[]): string {
  const before = attempts.filter(left);
  const last = before.at(-1)?.intent;
  if (last === undefined) return messageIdOf(key, from);
  const had = before.flatMap(({ intent, outcome }) =>
    intent.messageId === last.messageId ? (outcome?.accepted ?? []) : [],
  );
  const again = to.some((one) => had.some((other) => sameAddress(one, other)));
  if (!again && isSame(last.pdf, document)) return last.messageId;
  const letters = new Set(before.map(({ intent }) => intent.messageId)).size;
  return messageIdOf(key, from, `again-${letters + 1}`);
}

/** @param mark what sets a letter apart from the first one under its key: `trial-2` */
export function messageIdOf(key: string, from: string, mark: string | null = null): string {
  // Two dots in a row, as in the id of a range of days, may not stand in a Message-ID.
  const name = key.replaceAll('/', '.').replaceAll('..', '_');
  return `<${name}${mark === null ? '' : `.${mark}`}@${from.slice(from.lastIndexOf('@') + 1)}>`;
}

/** Of some addresses those whose last letter under the key carried another document than this one. */
export function holdersOfAnother(
  { to, document }: Pick<Edition, 'to' | 'document'>,
  attempts: readonly Attempt[],
): string[] {
  const held = new Map<string, EditionDocument | null>();
  for (const { intent, outcome } of attempts) {
    for (const one of outcome?.accepted ?? []) held.set(one.toLowerCase(), intent.pdf);
  }
  return to.filter((one) => {
    const last = held.get(one.toLowerCase());
    return last !== undefined && !isSame(last, document);
  });
}
