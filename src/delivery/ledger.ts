import type { Deal } from './deal.ts';

/**
 * `data/outbox/ledger.jsonl`: one JSON object a line, only ever added to. A letter that left is told by three lines:
 * `intent` before the connection, `data` before the first byte of the message, `outcome` after the server's answer.
 */
export type LedgerLine = IntentLine | DataLine | OutcomeLine | FollowUpLine | WithdrawnLine;

export interface IntentLine {
  kind: 'intent';
  /** ISO moment, as in every line. */
  at: string;
  /** `<key>#<number>`; the lines of one attempt share it. */
  attempt: string;
  /** What is sent: `report/<client>/<period>`, `proposal/<id>/v<version>`. */
  key: string;
  /** Addresses this attempt is for. */
  to: string[];
  subject: string;
  messageId: string;
  /** SHA-256 of the whole message. */
  message: string;
  /**
   * The attached document; `archived` is its copy, relative to the workspace, when one is kept. `says`: hash of what it
   * says, whatever day it was built on.
   */
  pdf: { name: string; sha256: string; archived: string | null; says?: string } | null;
  /** Hash of the inputs of a version that this sending freezes. */
  seal: string | null;
  /** Of a proposal: what following it up needs; `null` for reports. */
  deal: Deal | null;
  /** A trial to one's own address: it counts for nothing. */
  test: boolean;
  /** A person asked to send again what may have arrived. */
  resend: boolean;
}

export interface DataLine {
  kind: 'data';
  at: string;
  attempt: string;
}

/**
 * `sent`: the server took it for everybody asked; `partial`: for some; `deferred`: "not now", or no connection;
 * `refused`: a final no; `failed`: it could not be tried (login, certificate, broken off before the message);
 * `unknown`: broken after the message began to leave: it may have arrived.
 */
export type Result = 'sent' | 'partial' | 'deferred' | 'refused' | 'failed' | 'unknown';

export interface OutcomeLine {
  kind: 'outcome';
  at: string;
  attempt: string;
  result: Result;
  accepted: string[];
  refused: Refusal[];
  /** The server's last words, or what broke. */
  reply: string;
}

export interface Refusal {
  to: string;
  /** SMTP code; 4xx may be tried again. */
  code: number;
  reply: string;
}

export type FollowUpOutcome = 'replied' | 'called' | 'none';

/** A step of the follow-up schedule that somebody has done. */
export interface FollowUpLine {
  kind: 'follow-up';
  at: string;
  /** Of the proposal's letter. */
  key: string;
  step: string;
  outcome: FollowUpOutcome;
  note: string;
}

/** The last note of a step was a mistake: it counts no more. */
export interface WithdrawnLine {
  kind: 'follow-up-withdrawn';
  at: string;
  key: string;
  step: string;
  note: string;
}

/** Notes of steps that count, in order: those nobody has taken back. */
export function followUpsOf(lines: readonly LedgerLine[]): FollowUpLine[] {
  const notes: FollowUpLine[] = [];
  for (const line of lines) {
    if (line.kind === 'follow-up') notes.push(line);
    if (line.kind !== 'follow-up-withdrawn') continue;
    const place = notes.findLastIndex(({ key, step }) => key === line.key && step === line.step);
    if (place >= 0) notes.splice(place, 1);
  }
  return notes;
}

/** One attempt as its lines tell it. */
export interface Attempt {
  intent: IntentLine;
  /** The message had begun to leave. */
  handed: boolean;
  outcome: OutcomeLine | null;
}

/** All attempts in order of their intents; of one number there are several where branches that both sent were joined. */
export function attemptsOf(lines: readonly LedgerLine[]): Attempt[] {
  const attempts: Attempt[] = [];
  const last = new Map<string, Attempt>();
  for (const line of lines) {
    if (line.kind === 'intent') {
      const begun: Attempt = { intent: line, handed: false, outcome: null };
      attempts.push(begun);
      last.set(line.attempt, begun);
    }
    if (line.kind !== 'data' && line.kind !== 'outcome') continue;
    const attempt = last.get(line.attempt);
    if (attempt === undefined) throw new Error(`A ledger line without its intent: ${JSON.stringify(line)}`);
    if (line.kind === 'data') attempt.handed = true;
    else attempt.outcome = line;
  }
  return attempts;
}

/** What is known of one key, trials left out. */
export interface Standing {
  /** Addresses whose server took the letter. */
  accepted: string[];
  /** Addresses that may have it: the connection broke, or the process died, after the message began to leave. */
  unknown: string[];
  /** Moment of the first acceptance; `null` when nobody has the letter for certain. */
  sentAt: string | null;
  attempts: Attempt[];
}

export function standing(lines: readonly LedgerLine[], key: string): Standing {
  const attempts = attemptsOf(lines).filter(({ intent }) => intent.key === key && !intent.test);
  const state = new Map<string, 'accepted' | 'unknown'>();
  let sentAt: string | null = null;
  for (const { intent, handed, outcome } of attempts) {
    const lost = outcome === null ? handed : outcome.result === 'unknown';
    // Whoever was refused by name before the connection broke has nothing for certain.
    const refused = new Set(outcome?.refused.map(({ to }) => to));
    for (const to of lost ? intent.to : []) if (!state.has(to) && !refused.has(to)) state.set(to, 'unknown');
    for (const to of outcome?.accepted ?? []) state.set(to, 'accepted');
    if (outcome && outcome.accepted.length > 0) sentAt ??= outcome.at;
  }
  const those = (wanted: string): string[] => [...state].filter(([, is]) => is === wanted).map(([to]) => to);
  return { accepted: those('accepted'), unknown: those('unknown'), sentAt, attempts };
}

/** Attempts nobody finished: their process died. Only meaningful while no sender is at work. */
export function openAttempts(lines: readonly LedgerLine[]): Attempt[] {
  return attemptsOf(lines).filter(({ outcome }) => outcome === null);
}
