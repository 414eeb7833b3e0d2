import { dayText } from '../../locale/dates.ts';
import type { OfficeCalendar } from '../../types/handbook-model.ts';
import type { Locale } from '../../types/locale.ts';
import type { Day } from '../../types/period.ts';
import { kept } from './kept.ts';
import { placeOf, withoutDays, workingDays, type Away } from './office-days.ts';
import { pageData } from './page-data.ts';

interface MyDayData {
  locale: Locale;
  calendar: OfficeCalendar;
  words: { before: string; rest: string; after: string; unknown: string; today: string };
}

const isDay = (value: unknown): value is Day => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

const isAway = (value: unknown): value is Away => {
  const { since, until } = (value ?? {}) as Partial<Away>;
  return isDay(since) && isDay(until) && since <= until;
};

/** The programme laid over the reader's own calendar, from a first day that is kept in this browser. */
export function startMyDay(): void {
  for (const page of document.querySelectorAll<HTMLElement>('[data-my-day]')) new MyDay(page).start();
}

class MyDay {
  readonly #page: HTMLElement;
  readonly #data: MyDayData;
  readonly #store;
  readonly #awayStore;
  /** Days of the programme, as they stand on the page. */
  readonly #days: HTMLElement[];
  /** Which of them is shown. */
  #shown = 0;
  /** The first day that was named, also where the browser keeps nothing. */
  #start: Day | null;
  #away: Away | null;

  constructor(page: HTMLElement) {
    this.#page = page;
    this.#data = pageData<MyDayData>(page, '[data-my-day-data]')!;
    this.#store = kept<Day>(`start.${page.dataset['myDay']!}`, 1, isDay);
    this.#awayStore = kept<Away | null>(`away.${page.dataset['myDay']!}`, 1, isAway);
    this.#start = this.#store.get();
    this.#away = this.#awayStore.get();
    this.#days = [...page.querySelectorAll<HTMLElement>('.hb-all-days [data-day]')];
  }

  start(): void {
    const form = this.#find<HTMLFormElement>('[data-start]');
    const field = (name: string): HTMLInputElement => form.querySelector(`[name="${name}"]`)!;
    const [start, since, until] = [field('start'), field('since'), field('until')];
    form.hidden = false;
    form.addEventListener('submit', (event) => event.preventDefault());
    start.value = this.#start ?? '';
    since.value = this.#away?.since ?? '';
    until.value = this.#away?.until ?? '';
    this.#find<HTMLDetailsElement>('[data-away]').open = this.#away !== null;
    form.addEventListener('change', () => {
      until.min = since.value;
      if (isDay(start.value)) this.#store.put((this.#start = start.value));
      const away = { since: since.value, until: until.value };
      this.#awayStore.put((this.#away = isAway(away) ? away : null));
      if (this.#start !== null) this.#lay(this.#start);
    });
    for (const button of this.#page.querySelectorAll<HTMLElement>('[data-step]')) {
      button.addEventListener('click', () => this.#step(Number(button.dataset['step'])));
    }
    if (this.#start !== null) this.#lay(this.#start);
  }

  #find<E extends HTMLElement>(selector: string): E {
    return this.#page.querySelector<E>(selector)!;
  }

  /** Writes its date beside every day of the programme, and shows today's. */
  #lay(start: Day): void {
    const { locale, words } = this.#data;
    const calendar = this.#away ? withoutDays(this.#data.calendar, this.#away) : this.#data.calendar;
    const dates = this.#dates(start, calendar);
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

  #dates(start: Day, calendar: OfficeCalendar): Day[] {
    return workingDays(start, Math.max(...this.#days.map((day) => Number(day.dataset['day']))), calendar).filter(
      (_, index) => this.#days.some((day) => Number(day.dataset['day']) === index + 1),
    );
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
