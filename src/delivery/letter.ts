import type { Locale } from '../types/locale.ts';
import type { Deal } from './deal.ts';
import type { Mailbox } from './mailbox.ts';

/** One letter, ready to be set as text and HTML. Texts are plain, in one language, not yet escaped. */
export interface Letter {
  /** What is sent, for the ledger: `report/<client>/<period>`, `proposal/<id>/v<version>`, `follow-up/<id>/<step>`. */
  key: string;
  locale: Locale;
  from: Mailbox;
  /** Where answers go, when not to `from`. */
  replyTo: Mailbox | null;
  to: Mailbox[];
  subject: string;
  /** Shown by mail programs beside the subject. */
  preview: string;
  /** «Здравствуйте, Ольга!» */
  greeting: string;
  /** Before the figures, and after them. */
  opening: string[];
  closing: string[];
  /** At most three. */
  figures: LetterFigure[];
  /** What is expected of the reader; `null` when nothing is. */
  asks: { title: string; items: string[] } | null;
  button: { label: string; href: string } | null;
  signature: Signature;
  attachment: Attachment | null;
  /** Hash of a version's inputs; sending freezes the version and keeps a copy of the attachment. */
  seal: string | null;
  /** What the seal is the hash of; kept beside the copy. `null` when that is not known. */
  content: string | null;
  /** What following up needs to know; `null` for what is not followed up. */
  deal: Deal | null;
  /** Message-ID of the letter this one comes after; `null` for a first one. */
  inReplyTo: string | null;
  /** `#rrggbb`: the figures' rule and the button. */
  accent: string;
}

export interface LetterFigure {
  label: string;
  value: string;
  /** «план 250 · 99,6 %»; empty when there is nothing to say. */
  note: string;
  /** Told by the sign before the note as well as by colour. */
  sense: 'good' | 'bad' | 'neutral';
}

export interface Signature {
  /** «С уважением,» */
  farewell: string;
  name: string;
  /** Role, agency. */
  line: string;
  phone: string | null;
  email: string;
  /** PNG, 144 × 144, corners already round; `null` without a portrait. */
  portrait: Uint8Array | null;
}

export interface Attachment {
  /** ASCII. */
  name: string;
  /** «Отчёт в PDF, 12 страниц» — what the text says is attached. */
  title: string;
  content: Uint8Array;
  /** See `IntentLine.pdf`. */
  says?: string;
}

export const reportKey = (client: string, period: string): string => `report/${client}/${period}`;
export const proposalKey = (id: string, version: number): string => `proposal/${id}/v${version}`;
/** How the keys of all versions begin. */
export const proposalKeys = (id: string): string => `proposal/${id}/v`;
export const followUpKey = (id: string, version: number, step: string): string => `follow-up/${id}/v${version}/${step}`;
