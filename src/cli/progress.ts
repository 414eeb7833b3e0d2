import { numberText, secondsText } from '../locale/numbers.ts';
import { NBSP } from '../locale/signs.ts';
import { localText } from '../locale/text.ts';
import type { Effects } from '../types/effects.ts';
import type { LocalText, Locale } from '../types/locale.ts';

/** How far a long piece of work has got, told on standard error. */
export interface Progress {
  /** So many more are done, halves too; one when not said. */
  step(count?: number): void;
  /** Prints a line of something else without tearing the bar. */
  say(line: string): void;
  /** The work is over, finished or not: the bar goes, one line with the time stays. */
  end(): void;
}

/** A terminal is redrawn at most so often; a log gets a line at most so often. */
const REDRAW_MS = 100;
const LOG_LINE_MS = 10_000;
const BAR_CELLS = 20;

/**
 * Starts telling of `total` things. A terminal shows a bar, a log plain lines: the first news after ten seconds,
 * for short work needs none. Everything is computed from the clock of `effects`.
 */
export function startProgress(label: LocalText, total: number, locale: Locale, effects: Effects): Progress {
  const name = localText(label, locale);
  const start = effects.now().getTime();
  let done = 0;
  let toldAt = effects.terminal ? -Infinity : start;
  const line = (now: number): string => statusLine({ name, done, total, ms: now - start }, locale);
  const tell = (): void => {
    const now = effects.now().getTime();
    if (now - toldAt < (effects.terminal ? REDRAW_MS : LOG_LINE_MS)) return;
    toldAt = now;
    if (effects.terminal) effects.redraw(`${bar(done, total)} ${line(now)}`);
    else effects.err(line(now));
  };
  if (total > 0) tell();
  return {
    step(count = 1) {
      // What was lost with a process is made again by another.
      done = Math.min(total, done + count);
      if (done < total) tell();
    },
    say(text) {
      if (effects.terminal) effects.redraw('');
      effects.err(text);
      toldAt = effects.terminal ? -Infinity : toldAt;
      if (done < total) tell();
    },
    end() {
      if (effects.terminal) effects.redraw('');
      if (total > 0) effects.err(lastLine({ name, done, total, ms: effects.now().getTime() - start }, locale));
    },
  };
}

interface State {
  name: string;
  done: number;
  total: number;
  ms: number;
}

function bar(done: number, total: number): string {
  const full = Math.floor((done / total) * BAR_CELLS);
  return '█'.repeat(full) + '░'.repeat(BAR_CELLS - full);
}

const WORDS = {
  ru: { left: 'осталось', took: 'за', second: 'с', minute: 'мин' },
  en: { left: 'left:', took: 'in', second: 's', minute: 'min' },
};

/** `Printing 12/48 · 3.2/s · left: 11 s`; no rate before the first thing is done. */
function statusLine({ name, done, total, ms }: State, locale: Locale): string {
  const counted = `${name} ${Math.floor(done)}/${total}`;
  if (done === 0 || ms <= 0) return counted;
  const left = duration((ms / done) * (total - done), locale);
  return `${counted} · ${rate(done, ms, locale)} · ${WORDS[locale].left} ${left}`;
}

function lastLine({ name, done, total, ms }: State, locale: Locale): string {
  return `${name} ${Math.floor(done)}/${total} ${WORDS[locale].took} ${duration(ms, locale)}`;
}

function rate(done: number, ms: number, locale: Locale): string {
  const perSecond = (done * 1000) / ms;
  const [value, unit] = perSecond >= 1 ? [perSecond, 'second' as const] : [perSecond * 60, 'minute' as const];
  return `${numberText(locale, value.toFixed(3), { maximumFractionDigits: value < 10 ? 1 : 0 })}/${WORDS[locale][unit]}`;
}

function duration(ms: number, locale: Locale): string {
  return secondsText(locale, String(Math.ceil(ms / 1000)), 'full', 'negative').replaceAll(NBSP, ' ');
}
