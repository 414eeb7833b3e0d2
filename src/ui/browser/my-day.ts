import { dayText } from '../../locale/dates.ts';
import type { OfficeCalendar } from '../../types/handbook-model.ts';
import type { Locale } from '../../types/locale.ts';
import type { Day } from '../../types/period.ts';
import { kept } from './kept.ts';
import { pageData } from './page-data.ts';

interface MyDayData {
  locale: Locale;
  calendar: OfficeCalendar;
  words: { before: string; rest: string; after: string; unknown: string; today: string };
}

const isDay = (value: unknown): value is Day => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** The programme laid over the reader's own calendar, from a first day that is kept in this browser. */
export function startMyDay(): void {
  for (const page of document.querySelectorAll<HTMLElement>('[data-my-day]')) new MyDay(page).start();
}

class MyDay {
  readonly #page: HTMLElement;
  readonly #data: MyDayData;
  readonly #store;
  /** Days of the programme, as they stand on the page. */
  readonly #days: HTMLElement[];
  /** Which of them is shown. */
  #shown = 0;
  /** The first day that was named, also where the browser keeps nothing. */
  #start: Day | null;

  constructor(page: HTMLElement) {
    this.#page = page;
    this.#data = pageData<MyDayData>(page, '[data-my-day-data]')!;
    this.#store = kept<Day>(`start.${page.dataset['myDay']!}`, 1, isDay);
    this.#start = this.#store.get();
    this.#days = [...page.querySelectorAll<HTMLElement>('.hb-all-days [data-day]')];
  }

  start(): void {
    const form = this.#find<HTMLFormElement>('[data-start]');
    const input = form.querySelector('input')!;
    form.hidden = false;
    form.addEventListener('submit', (event) => event.preventDefault());
    input.value = this.#start ?? '';
    input.addEventListener('change', () => {
      if (!isDay(input.value)) return;
      this.#start = input.value;
      this.#store.put(input.value);
      this.#lay(input.value);
    });
    for (const button of this.#page.querySelectorAll<HTMLElement>('[data-step]')) {
      button.addEventListener('click', () => this.#step(Number(button.dataset['step'])));
    }
    if (isDay(input.value)) this.#lay(input.value);
  }

  #find<E extends HTMLElement>(selector: string): E {
    return this.#page.querySelector<E>(selector)!;
  }

  /** Writes its date beside every day of the programme, and shows today's. */
  #lay(start: Day): void {
    const { locale, calendar, words } = this.#data;
    const dates = this.#dates(start);
    for (const [index, day] of this.#days.entries()) {
      const date = day.querySelector<HTMLElement>('[data-date]')!;
      date.hidden = dates[index] === undefined;
      date.textContent = dates[index] === undefined ? '' : ` · ${weekdayAndDay(dates[index], locale)}`;
    }
    const place = placeOf(today(), dates, calendar, this.#days.length);
    const say = (text: string, day?: Day): string =>
      text.replace('{day}', day === undefined ? '' : weekdayAndDay(day, locale));
    const note = {
      unknown: words.unknown,
      before: say(words.before, dates[0]),
      after: words.after,
      rest: say(words.rest, dates[place.index]),
      day: '',
    }[place.kind];
    this.#find('[data-note]').textContent = note;
    this.#find('[data-note]').hidden = note === '';
    this.#find('[data-today]').hidden = false;
    this.#show(place.index);
  }

  #dates(start: Day): Day[] {
    return workingDays(
      start,
      Math.max(...this.#days.map((day) => Number(day.dataset['day']))),
      this.#data.calendar,
    ).filter((_, index) => this.#days.some((day) => Number(day.dataset['day']) === index + 1));
  }

  #step(by: number): void {
    if (by === 0 && this.#start !== null) return this.#lay(this.#start);
    this.#show(this.#shown + by);
    this.#find('[data-note]').hidden = true;
  }

  #show(index: number): void {
    this.#shown = Math.min(Math.max(index, 0), this.#days.length - 1);
    const copy = this.#days[this.#shown]!.cloneNode(true) as HTMLElement;
    copy.removeAttribute('id');
    this.#find('[data-shown]').replaceChildren(copy);
    this.#find<HTMLButtonElement>('[data-step="-1"]').disabled = this.#shown === 0;
    this.#find<HTMLButtonElement>('[data-step="1"]').disabled = this.#shown === this.#days.length - 1;
  }
}

/** The day on the reader's own wall. */
function today(): Day {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const weekdayAndDay = (day: Day, locale: Locale): string =>
  `${new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))}, ${dayText(locale, day, 'long')}`;

const dayAfter = (day: Day): Day => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

export function isWorked(day: Day, { weekend, off, worked }: OfficeCalendar): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return weekend.includes(weekday) ? worked.includes(day) : !off.includes(day);
}

/** The first `count` working days from `start` on; fewer when the calendar ends before. */
export function workingDays(start: Day, count: number, calendar: OfficeCalendar): Day[] {
  const days: Day[] = [];
  for (let day = start; days.length < count && day >= calendar.from && day <= calendar.to; day = dayAfter(day)) {
    if (isWorked(day, calendar)) days.push(day);
  }
  return days;
}

/**
 * Where a day falls among the days of the programme; a day off leads to the next of them.
 * @param count of all days of the programme; fewer `dates` where the calendar ends before it
 */
export function placeOf(
  day: Day,
  dates: readonly Day[],
  calendar: OfficeCalendar,
  count = dates.length,
): { kind: 'unknown' | 'before' | 'rest' | 'day' | 'after'; index: number } {
  const next = dates.findIndex((date) => date >= day);
  if (dates.length === 0) return { kind: 'unknown', index: 0 };
  if (next < 0) return { kind: dates.length < count ? 'unknown' : 'after', index: dates.length - 1 };
  if (dates[next] === day) return { kind: 'day', index: next };
  if (next === 0) return { kind: 'before', index: 0 };
  // A working day between two days of the programme: the plan of the earlier one still holds.
  return isWorked(day, calendar) ? { kind: 'day', index: next - 1 } : { kind: 'rest', index: next };
}
