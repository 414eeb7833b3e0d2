import type {
  ExamEvent,
  ExamGraded,
  ExamIssued,
  ExamPolicy,
  ExamReleased,
  ExamStanding,
  ExamSubmitted,
  GradeResult,
} from '../types/exam.ts';
import type { Day } from '../types/period.ts';
import { compared, decimalOf, fraction, ofDecimal, ofText, over, total } from './fraction.ts';

/** One attempt as the ledger tells it. */
export interface Attempt {
  issued: ExamIssued;
  submitted: ExamSubmitted | null;
  /** The last word on it. */
  graded: ExamGraded | null;
  released: ExamReleased | null;
}

/** A person's attempts at one exam, in order of issue. */
export function attemptsOf(events: readonly { type: string }[], exam: string): Attempt[] {
  const attempts = new Map<number, Attempt>();
  for (const event of events.filter(isExamEvent)) {
    if (event.exam !== exam) continue;
    if (event.type === 'exam-issued') {
      attempts.set(event.attempt, { issued: event, submitted: null, graded: null, released: null });
      continue;
    }
    const attempt = attempts.get(event.attempt);
    if (!attempt) continue;
    if (event.type === 'exam-submitted') attempt.submitted = event;
    else if (event.type === 'exam-graded') attempt.graded = event;
    else attempt.released = event;
  }
  return [...attempts.values()];
}

function isExamEvent(event: { type: string }): event is ExamEvent {
  return ['exam-issued', 'exam-submitted', 'exam-graded', 'exam-released'].includes(event.type);
}

/** Why no form may be issued now; `until` tells when one may, as an ISO moment. */
export type Refusal =
  | { code: 'form-open'; form: string; until: string }
  | { code: 'waiting-for-marks'; form: string }
  | { code: 'already-passed'; until: string | null }
  | { code: 'waiting-period'; days: number; until: string }
  | { code: 'no-attempts-left'; attempts: number };

const DAY = 86_400_000;

/**
 * Whether the rules let a person sit the exam at a moment; `null` when they do. Only attempts since the last
 * certificate ran out count.
 * @param when `opens` is when the form would open, `now` if left out: the waiting is over, the certificate has run out by
 *   then, though it may be issued before; `dayOf` gives the day of a moment by the agency's clocks, by which certificates run out
 */
export function refusal(
  policy: Pick<ExamPolicy, 'attempts' | 'waitingDays'>,
  attempts: readonly Attempt[],
  { now, opens = now, dayOf }: { now: Date; opens?: Date; dayOf(moment: Date): Day },
): Refusal | null {
  const last = attempts.at(-1);
  if (!last) return null;
  const { issued, submitted, graded } = last;
  if (!submitted && now.toISOString() < issued.closes)
    return { code: 'form-open', form: issued.form, until: issued.closes };
  if (submitted && graded?.result.status !== 'graded') return { code: 'waiting-for-marks', form: issued.form };
  const certificate = lastCertificate(attempts);
  if (certificate && (certificate.until === null || dayOf(opens) <= certificate.until))
    return { code: 'already-passed', until: certificate.until };
  const since = roundOf(attempts, dayOf(opens), dayOf);
  if (since.length === 0) return null;
  if (since.length >= policy.attempts) return { code: 'no-attempts-left', attempts: since.length };
  const days = policy.waitingDays[Math.min(since.length, policy.waitingDays.length) - 1] ?? 0;
  const ended = new Date(submitted?.received ?? issued.closes).getTime();
  const until = new Date(ended + days * DAY);
  return opens < until ? { code: 'waiting-period', days, until: until.toISOString() } : null;
}

/** Attempts whose forms opened after the last certificate that has run out on a day; all of them without such a one. */
function roundOf(attempts: readonly Attempt[], day: Day, dayOf: (moment: Date) => Day): Attempt[] {
  const ended = attempts
    .map(({ graded }) => graded?.certificate?.until ?? null)
    .findLast((until) => until !== null && until < day);
  return attempts.filter(({ issued: { opens } }) => !ended || dayOf(new Date(opens)) > ended);
}

/** The certificate in force by the last marking of every attempt; `null` when none was earned, or it was taken back. */
function lastCertificate(attempts: readonly Attempt[]): ExamGraded['certificate'] {
  return attempts.map(({ graded }) => graded?.certificate ?? null).findLast((one) => one !== null) ?? null;
}

/**
 * Where a person stands by the counting method. Attempts that were never handed in, still wait for marks, or came late
 * and were not accepted have no score to count; nor have those before a certificate that had run out when the last form
 * opened: what was earned with them has ended with it.
 * @param policy of the version the last attempt was issued from
 * @param dayOf the day of a moment by the agency's clocks
 */
export function standingOf(
  policy: Pick<ExamPolicy, 'counting' | 'passMark' | 'sectionPassMarks'>,
  all: readonly Attempt[],
  dayOf: (moment: Date) => Day,
): ExamStanding {
  const method = policy.counting;
  const last = all.at(-1);
  const attempts = last ? roundOf(all, dayOf(new Date(last.issued.opens)), dayOf) : [];
  const counted = attempts
    .map(({ graded }) => graded?.result)
    .filter((result): result is GradeResult & { share: string } => isCounted(result));
  const told = { method, attempts: attempts.length };
  if (counted.length === 0) return { ...told, score: null, passed: false };
  if (method === 'average') return { ...told, ...averaged(policy, counted) };
  const best = [...counted].sort(
    (a, b) => Number(b.passed) - Number(a.passed) || compared(ofText(b.share), ofText(a.share)),
  );
  const chosen = method === 'highest' ? best[0]! : method === 'first' ? counted[0]! : counted.at(-1)!;
  return { ...told, score: chosen.score, passed: chosen.passed };
}

function isCounted(result: GradeResult | undefined): boolean {
  return result?.status === 'graded' && result.share !== null && !result.against.includes('late');
}

/** The mean of all counted attempts, in the whole and in every section with a pass mark of its own. */
function averaged(
  policy: Pick<ExamPolicy, 'passMark' | 'sectionPassMarks'>,
  counted: readonly (GradeResult & { share: string })[],
): { score: string; passed: boolean } {
  const mean = (shares: readonly string[]) => over(total(shares.map(ofText)), fraction(shares.length));
  const share = mean(counted.map((result) => result.share));
  const sections = Object.entries(policy.sectionPassMarks).every(([topic, passMark]) => {
    const shares = counted.flatMap(({ sections: all }) =>
      all.filter((one) => one.topic === topic).flatMap((one) => one.share ?? []),
    );
    return shares.length === 0 || compared(mean(shares), ofDecimal(passMark)) >= 0;
  });
  return { score: decimalOf(share), passed: sections && compared(share, ofDecimal(policy.passMark)) >= 0 };
}
