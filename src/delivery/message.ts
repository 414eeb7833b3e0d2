import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { letterHtml, PORTRAIT_CID } from './html.ts';
import type { Letter } from './letter.ts';
import { messageIdOf } from './message-id.ts';
import { headerText, LetterRefused, mailbox } from './mailbox.ts';
import { letterText } from './text.ts';

/** A letter as it goes over the wire. */
export interface Message {
  messageId: string;
  /** RFC 5322 bytes with CRLF line ends; what `--dry-run` writes and what DATA sends. */
  bytes: Uint8Array;
  sha256: string;
  /** For the SMTP commands. */
  from: string;
  to: string[];
}

export interface ComposeOptions {
  date: Date;
  /** `null` for that of the first letter under its key. */
  messageId: string | null;
  /** Marks a draft that mail programs open for writing on. */
  unsent?: boolean;
}

const KEY = /^[a-z-]+(?:\/[A-Za-z0-9._-]+)+$/;

/**
 * Sets a letter as a MIME message: text and HTML, the portrait by cid, the document attached. The same letter, date
 * and Message-ID give the same bytes. Throws `LetterRefused` for a field that must not stand in a header.
 */
export async function composeMessage(
  letter: Letter,
  { date, messageId: given, unsent = false }: ComposeOptions,
): Promise<Message> {
  const { from, replyTo, to } = checked(letter);
  const messageId = given ?? messageIdOf(letter.key, from.address);
  const { portrait } = letter.signature;
  // Line ends as the standard writes them, also inside base64.
  const [text, html] = [letterText(letter), letterHtml(letter)].map((part) => part.replaceAll('\n', '\r\n')) as [
    string,
    string,
  ];
  const composer = new MailComposer({
    from,
    to,
    ...(replyTo && { replyTo }),
    ...(letter.inReplyTo && { inReplyTo: letter.inReplyTo, references: letter.inReplyTo }),
    subject: headerText(letter.subject, 'subject'),
    messageId,
    date,
    headers: { 'Content-Language': letter.locale, ...(unsent && { 'X-Unsent': '1' }) },
    text,
    html,
    attachments: [
      ...(portrait ? [picture(portrait)] : []),
      ...(letter.attachment ? [document(letter.attachment.name, letter.attachment.content)] : []),
    ],
    // Parts are told apart by a boundary, random unless named. A hash of the parts cannot stand in any of them.
    baseBoundary: sha256(Buffer.from([messageId, text, html].join('\0'))).slice(0, 24),
    newline: '\r\n',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const bytes = await composer.compile().build();
  return { messageId, bytes, sha256: sha256(bytes), from: from.address, to: to.map(({ address }) => address) };
}

function checked(letter: Letter) {
  if (!KEY.test(letter.key)) throw new Error(`Not a ledger key: ${JSON.stringify(letter.key)}`);
  if (letter.to.length === 0)
    throw new LetterRefused({ ru: 'у письма нет получателя', en: 'the letter has no recipient' });
  if (letter.attachment) attachmentName(letter.attachment.name);
  return {
    from: mailbox(letter.from.name, letter.from.address, 'from'),
    replyTo: letter.replyTo && mailbox(letter.replyTo.name, letter.replyTo.address, 'reply-to'),
    to: letter.to.map(({ name, address }) => mailbox(name, address, 'to')),
  };
}

function attachmentName(name: string): void {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) return;
  throw new LetterRefused({
    ru: `имя вложения ${JSON.stringify(name)}: нужны латинские буквы, цифры, точка, дефис и подчёркивание`,
    en: `attachment name ${JSON.stringify(name)}: use Latin letters, digits, dots, hyphens and underscores`,
  });
}

const picture = (content: Uint8Array) => ({
  cid: PORTRAIT_CID,
  filename: 'portrait.png',
  contentType: 'image/png',
  contentDisposition: 'inline' as const,
  content: Buffer.from(content),
});

const document = (filename: string, content: Uint8Array) => ({
  filename,
  contentType: 'application/pdf',
  content: Buffer.from(content),
});

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
