import { FORM_WORDS } from '../exam/form-words.ts';
import type { FormHead } from './exam-file.ts';

const MINUTE = 60_000;

/** Minutes before the end at which the clock speaks up. */
const WARNINGS = [10, 5, 1];

/** `over`: the minutes have run out, the window has not. */
export type ExamState = 'early' | 'open' | 'over' | 'closed';

interface Sayings {
  /** Time left, for the eyes only: it changes every second. */
  left(text: string): void;
  /** A polite word for everybody, seldom. */
  say(text: string): void;
  state(state: ExamState, text: string): void;
}

/** The clock of a form. It reminds and warns; what counts is judged by the mentor's command. */
export function startClock(head: FormHead, started: () => string | null, tell: Sayings): void {
  const w = FORM_WORDS[head.pageLocale];
  const moment = (iso: string): string =>
    new Date(iso).toLocaleString(head.pageLocale, { dateStyle: 'long', timeStyle: 'short' });
  const said = new Set<number>();
  let before: ExamState | null = null;

  const tick = (): void => {
    const now = Date.now();
    const end = endOf(head, started());
    const state = stateAt(now, head, end);
    if (state !== before) {
      const told = {
        early: () => w.notYet(moment(head.opens)),
        open: () => '',
        over: () => w.over(moment(new Date(end!).toISOString())),
        closed: () => w.closed(moment(head.closes)),
      };
      tell.state(state, told[state]());
      before = state;
    }
    if (end === null) return;
    const left = end - now;
    tell.left(shown(left));
    if (started() === null) return;
    const due = [...WARNINGS, 0].filter((minutes) => left <= minutes * MINUTE && !said.has(minutes));
    if (due.length === 0) return;
    for (const minutes of due) said.add(minutes);
    tell.say(left <= 0 ? w.timeOver : w.minutesLeft(Math.ceil(left / MINUTE)));
  };
  tick();
  setInterval(tick, 1000);
}

function stateAt(now: number, { opens, closes }: FormHead, end: number | null): ExamState {
  if (now < Date.parse(opens)) return 'early';
  if (now > Date.parse(closes)) return 'closed';
  return end !== null && now > end ? 'over' : 'open';
}

/** When the minutes are over; not known before the start where they run from it. */
function endOf(head: FormHead, started: string | null): number | null {
  if (head.clock === 'opening') return Date.parse(head.opens) + head.minutes * MINUTE;
  return started === null ? null : Math.min(Date.parse(started) + head.minutes * MINUTE, Date.parse(head.closes));
}

/** `1:04:59`, `44:59`, `0:00`. */
function shown(left: number): string {
  const seconds = Math.max(0, Math.ceil(left / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (n: number): string => String(n).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
