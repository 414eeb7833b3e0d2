import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';
import { contentBeside, frozen } from './frozen.ts';
import {
  attemptsOf,
  openAttempts,
  standing,
  type IntentLine,
  type Refusal,
  type Result,
  type Standing,
} from './ledger.ts';
import type { Letter } from './letter.ts';
import { whileLocked } from './lock.ts';
import { LetterRefused, sameAddress } from './mailbox.ts';
import { composeMessage, type Message } from './message.ts';
import { holdersOfAnother, messageIdOf, nextMessageId, type EditionDocument } from './message-id.ts';
import { openJournal, OUTBOX, type Journal } from './outbox.ts';
import { handOver, type Answer } from './smtp.ts';
import type { SmtpServer } from './smtp-server.ts';

/** What is to be sent, and how daringly. */
export interface Sending {
  /** Absolute path of the workspace. */
  root: string;
  letter: Letter;
  server: SmtpServer;
  /** A trial to one's own address: kept in the ledger, counts for nothing, may be repeated. */
  trial: boolean;
  /** Send also to those who have the letter or may have it. */
  resend: boolean;
  /** Told before each wait for another attempt, with the server's words about those who have to wait. */
  waiting(seconds: number, reply: string): void;
}

/**
 * `already`: everybody had it before, nothing was sent; `unknown` with no attempts: somebody may have it from an
 * earlier attempt, and only a person can decide; otherwise the result of the last attempt, `partial` when some of the
 * addresses have the letter now and some do not.
 */
export interface Sent {
  status: Result | 'already';
  messageId: string;
  accepted: string[];
  refused: Refusal[];
  /** Addresses that may have the letter. */
  unknown: string[];
  /** Addresses that have the letter with another document than the one there is now. */
  outdated: string[];
  attempts: number;
  reply: string;
  /** Moment the first server took it. */
  sentAt: string | null;
}

/** Pauses before the second and further attempts. */
const BACK_OFF_SECONDS = [5, 30, 120];

/**
 * Sends a letter at most once to each address. Every attempt stands in the ledger before it begins and after it ends;
 * whatever kills the process, the next one reads there what may be sent again.
 * Throws `OutboxBusy`, `LedgerDamaged`, `LetterRefused`.
 */
export function sendLetter(sending: Sending, effects: Effects): Promise<Sent> {
  return whileLocked(sending.root, effects, async () => {
    const journal = await openJournal(sending.root, effects);
    await settle(journal, effects);
    const { letter, trial, resend } = sending;
    const known = standing(journal.lines, letter.key);
    const pending = pendingOf(letter, known, trial || resend);
    const messageId = trial ? trialId(letter, journal) : idOf(letter, pending, known);
    const message = await composeMessage(letter, { date: effects.now(), messageId });
    // A version that went out is frozen: what would change it is told by the build.
    const outdated =
      trial || letter.seal !== null
        ? []
        : holdersOfAnother({ to: message.to, document: documentOf(letter) }, known.attempts);
    const before = { messageId, accepted: known.accepted, refused: [], outdated, attempts: 0, reply: '' };
    if (pending.length === 0) return { ...before, status: 'already', unknown: [], sentAt: known.sentAt };
    const doubtful = pending.filter((to) => known.unknown.some((one) => sameAddress(one, to)));
    if (doubtful.length > 0 && !resend && !trial) {
      return { ...before, status: 'unknown', unknown: doubtful, sentAt: known.sentAt };
    }
    const archived = trial ? null : await archive(sending, journal, effects);
    const sent = await attempt(sending, { message, pending, archived }, journal, effects);
    return { ...sent, outdated: outdated.filter((to) => !sent.accepted.some((one) => sameAddress(one, to))) };
  });
}

/** Addresses a letter is still for. */
export function pendingOf({ to }: Letter, { accepted }: Standing, evenAgain: boolean): string[] {
  const all = to.map(({ address }) => address);
  return evenAgain ? all : all.filter((one) => !accepted.some((other) => sameAddress(one, other)));
}

/** The Message-ID with which the letter goes to those addresses. */
export function idOf(letter: Letter, to: readonly string[], { attempts }: Standing): string {
  const { key, from } = letter;
  return nextMessageId({ key, from: from.address, to, document: documentOf(letter) }, attempts);
}

function trialId({ key, from }: Letter, journal: Journal): string {
  const before = attemptsOf(journal.lines).filter(({ intent }) => intent.key === key).length;
  return messageIdOf(key, from.address, `trial-${before + 1}`);
}

function documentOf({ attachment }: Letter): EditionDocument | null {
  if (attachment === null) return null;
  const { content, says } = attachment;
  return { sha256: sha256(content), ...(says !== undefined && { says }) };
}

/** Closes attempts whose process died. The lock is ours, so nobody is still at work on them. */
async function settle(journal: Journal, effects: Effects): Promise<void> {
  for (const { intent, handed } of openAttempts(journal.lines)) {
    await journal.add({
      kind: 'outcome',
      at: effects.now().toISOString(),
      attempt: intent.attempt,
      result: handed ? 'unknown' : 'failed',
      accepted: [],
      refused: [],
      reply: handed ? 'the sender died after the message began to leave' : 'the sender died before the message',
    });
  }
}

interface Dispatch {
  message: Message;
  pending: string[];
  archived: string | null;
}

async function attempt(
  sending: Sending,
  dispatch: Dispatch,
  journal: Journal,
  effects: Effects,
): Promise<Omit<Sent, 'outdated'>> {
  const { message } = dispatch;
  const accepted: string[] = [];
  const refused = new Map<string, Refusal>();
  let pending = dispatch.pending;
  let attempts = 0;
  for (;;) {
    const answer = await oneAttempt(sending, { ...dispatch, pending }, journal, effects);
    attempts += 1;
    accepted.push(...answer.accepted);
    const named = new Set(answer.refused.map(({ to }) => to));
    const unknown = answer.result === 'unknown' ? pending.filter((to) => !named.has(to)) : [];
    for (const to of [...answer.accepted, ...unknown]) refused.delete(to);
    for (const refusal of answer.refused) refused.set(refusal.to, refusal);
    const isFinal = (to: string): boolean => (refused.get(to)?.code ?? 0) >= 500;
    pending = pending.filter((to) => !answer.accepted.includes(to) && !isFinal(to));
    const pause = BACK_OFF_SECONDS[attempts - 1];
    const again = pending.length > 0 && (answer.result === 'deferred' || answer.result === 'partial');
    if (again && pause !== undefined) {
      sending.waiting(pause, answer.refused.find(({ to }) => pending.includes(to))?.reply ?? answer.reply);
      await effects.sleep(pause * 1000);
      continue;
    }
    const all = accepted.length === dispatch.pending.length;
    return {
      status: all ? 'sent' : accepted.length > 0 && answer.result !== 'unknown' ? 'partial' : answer.result,
      messageId: message.messageId,
      accepted,
      refused: [...refused.values()],
      unknown,
      attempts,
      reply: answer.reply,
      sentAt: standing(journal.lines, sending.letter.key).sentAt,
    };
  }
}

async function oneAttempt(sending: Sending, dispatch: Dispatch, journal: Journal, effects: Effects): Promise<Answer> {
  const { message, pending } = dispatch;
  const intent = intentLine(sending, dispatch, journal, effects);
  const { attempt } = intent;
  const at = (): string => effects.now().toISOString();
  await journal.add(intent);
  const answer = await handOver({
    server: sending.server,
    from: message.from,
    to: pending,
    message: message.bytes,
    beforeData: () => journal.add({ kind: 'data', at: at(), attempt }),
  });
  await journal.add({ kind: 'outcome', at: at(), attempt, ...answer });
  return answer;
}

function intentLine(
  { letter, trial, resend }: Sending,
  { message, pending, archived }: Dispatch,
  journal: Journal,
  effects: Effects,
): IntentLine {
  const before = attemptsOf(journal.lines).filter(({ intent }) => intent.key === letter.key).length;
  const { attachment } = letter;
  return {
    kind: 'intent',
    at: effects.now().toISOString(),
    attempt: `${letter.key}#${before + 1}`,
    key: letter.key,
    to: pending,
    subject: letter.subject,
    messageId: message.messageId,
    message: message.sha256,
    pdf: attachment && { name: attachment.name, ...documentOf(letter)!, archived },
    seal: trial ? null : letter.seal,
    deal: letter.deal,
    test: trial,
    resend,
  };
}

/**
 * Keeps the document of a version that this sending freezes, before it leaves. A version that has left is never
 * followed by another document under its number. @returns its path from the workspace; `null` for what is not frozen
 */
async function archive({ root, letter }: Sending, journal: Journal, effects: Effects): Promise<string | null> {
  const { seal, content, attachment, key } = letter;
  if (seal === null || attachment === null) return null;
  const [, id, version] = /^proposal\/([^/]+)\/v(\d+)$/.exec(key) ?? [];
  if (id === undefined) throw new Error(`Only proposals have versions to freeze: ${key}`);
  const kept = frozen(journal.lines, { id, version: Number(version) });
  if (kept && (kept.seal !== seal || kept.sha256 !== sha256(attachment.content))) throw changed(key, kept.pdf);
  const file = `${OUTBOX}/${key}/${attachment.name}`;
  await effects.fs.write(join(root, file), attachment.content);
  if (content !== null) await effects.fs.write(join(root, contentBeside(file)), content);
  return file;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function changed(key: string, archived: string): LetterRefused {
  return new LetterRefused({
    ru: `${key} уже отправлено с другим документом (${archived}); изменённое отправляют новой версией`,
    en: `${key} was already sent with another document (${archived}); what has changed goes out as a new version`,
  });
}
