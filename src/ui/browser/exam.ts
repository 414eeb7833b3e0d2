/**
 * What the page of an exam form gains when JavaScript runs: a draft that outlives the tab, a clock that reminds, a
 * review before the answers file is saved. Nothing leaves the browser.
 */
import { FORM_WORDS } from '../exam/form-words.ts';
import { isWhole, keepPlacesApart, readAnswer, writeAnswer } from './exam-answers.ts';
import { startClock, type ExamState } from './exam-clock.ts';
import { openDraft, type Draft } from './exam-draft.ts';
import { answersFile, fileName, type FormHead } from './exam-file.ts';

type Screen = 'intro' | 'questions' | 'review';

interface Page {
  root: HTMLElement;
  head: FormHead;
  fields: HTMLElement[];
  draft: Draft;
  started: string | null;
  flags: Set<string>;
}

const find = <E extends HTMLElement = HTMLElement>(page: { root: HTMLElement }, name: string): E =>
  page.root.querySelector<E>(`[data-${name}]`)!;
const all = (page: { root: HTMLElement }, name: string): HTMLElement[] => [
  ...page.root.querySelectorAll<HTMLElement>(`[data-${name}]`),
];
const idOf = (field: HTMLElement): string => field.dataset['question']!;

function start(root: HTMLElement): void {
  const head = JSON.parse(root.querySelector('[data-exam-form]')!.textContent!) as FormHead;
  const draft = openDraft(head.token, head.hash);
  const fields = [...root.querySelectorAll<HTMLElement>('[data-question]')];
  const page: Page = { root, head, fields, draft, started: null, flags: new Set() };
  root.dataset['running'] = '';
  localMoments(page);
  restore(page);
  fields.forEach(keepPlacesApart);
  listen(page);
  find(page, 'end').hidden = false;
  for (const flag of root.querySelectorAll<HTMLElement>('.exam-flag')) flag.hidden = false;
  startClock(head, () => page.started, {
    left: (text) => (find(page, 'timer').textContent = text),
    say: (text) => (find(page, 'live').textContent = text),
    state: (state, text) => showIntroNotice(page, state, text),
  });
  show(page, 'intro');
}

function listen(page: Page): void {
  const { root } = page;
  const changed = (): void => {
    keep(page);
    progress(page);
  };
  root.addEventListener('input', changed);
  root.addEventListener('change', changed);
  addEventListener('pagehide', () => keep(page));
  // The same form in another tab: the last word counts in both.
  const takeIn = (): void => {
    restore(page);
    progress(page);
  };
  page.draft.watch(takeIn);
  // A page the browser comes back to slept meanwhile: nobody told it what was answered in another visit.
  addEventListener('pageshow', ({ persisted }) => persisted && takeIn());
  find(page, 'begin').addEventListener('click', () => {
    page.started ??= new Date().toISOString();
    keep(page);
    show(page, 'questions');
  });
  for (const button of all(page, 'review')) button.addEventListener('click', () => show(page, 'review'));
  find(page, 'back').addEventListener('click', () => show(page, 'questions'));
  find(page, 'save').addEventListener('click', () => save(page));
  find<HTMLFormElement>(page, 'questions').addEventListener('submit', (event) => event.preventDefault());
}

/** One screen at a time; the focus goes to its beginning, or to the question asked for. */
function show(page: Page, screen: Screen, question?: HTMLElement): void {
  find(page, 'intro').hidden = screen !== 'intro';
  find(page, 'questions').hidden = screen !== 'questions';
  find(page, 'review-screen').hidden = screen !== 'review';
  find(page, 'bar').hidden = screen === 'intro';
  find(page, 'bar').querySelector<HTMLElement>('[data-review]')!.hidden = screen === 'review';
  progress(page);
  if (screen === 'review') list(page);
  if (screen === 'intro') return;
  const target =
    question ??
    (screen === 'review' ? page.root.querySelector<HTMLElement>('#exam-review-title')! : find(page, 'questions'));
  if (question) question.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'start' });
}

function showIntroNotice(page: Page, state: ExamState, text: string): void {
  const notice = find(page, 'notice');
  notice.hidden = text === '';
  notice.textContent = text;
  find(page, 'begin').hidden = state === 'early';
}

const words = ({ head }: Page) => FORM_WORDS[head.pageLocale];

function restore(page: Page): void {
  const kept = page.draft.read();
  if (!kept) return;
  page.started = kept.started;
  page.flags = new Set(kept.flags);
  for (const field of page.fields) {
    writeAnswer(field, kept.answers[idOf(field)]);
    field.querySelector<HTMLInputElement>('[data-flag]')!.checked = page.flags.has(idOf(field));
  }
  const begin = find(page, 'begin');
  if (page.started !== null) begin.textContent = begin.dataset['resume']!;
}

function answers(page: Page) {
  const given = page.fields.map((field) => [idOf(field), readAnswer(field)] as const);
  return Object.fromEntries(given.flatMap(([id, answer]) => (answer === undefined ? [] : [[id, answer]])));
}

function keep(page: Page): void {
  const flagged = page.fields.filter((field) => field.querySelector<HTMLInputElement>('[data-flag]')!.checked);
  page.flags = new Set(flagged.map(idOf));
  if (page.started !== null)
    page.draft.write({ started: page.started, answers: answers(page), flags: [...page.flags] });
}

type State = 'whole' | 'part' | 'none';

const stateOf = (field: HTMLElement): State =>
  readAnswer(field) === undefined ? 'none' : isWhole(field) ? 'whole' : 'part';

function progress(page: Page): void {
  const w = words(page);
  const done = page.fields.filter((field) => stateOf(field) === 'whole').length;
  const time = new Date().toLocaleTimeString(page.head.pageLocale, { hour: '2-digit', minute: '2-digit' });
  const kept = page.draft.works() ? w.saved(time) : w.notKept;
  find(page, 'progress').textContent = `${w.answered(done, page.head.count)} · ${kept}`;
}

/** The review: every question with its state and a way back to it. */
function list(page: Page): void {
  const w = words(page);
  const open = page.fields.filter((field) => stateOf(field) !== 'whole').length;
  find(page, 'missing').textContent = open === 0 ? w.allAnswered : w.unanswered(open);
  const items = page.fields.map((field, index) => {
    const state = stateOf(field);
    const said = [w.states[state], ...(page.flags.has(idOf(field)) ? [w.states.flag] : [])].join(', ');
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset['state'] = state;
    if (page.flags.has(idOf(field))) button.dataset['flagged'] = '';
    // Read out as «К вопросу 3: есть ответ»; the words between are not shown.
    button.append(
      part('span', `${w.change} `, 'vh'),
      part('b', String(index + 1)),
      part('span', ': ', 'vh'),
      part('span', said),
    );
    button.addEventListener('click', () => show(page, 'questions', field));
    item.append(button);
    return item;
  });
  find(page, 'list').replaceChildren(...items);
}

function part(name: 'b' | 'span', text: string, style = ''): HTMLElement {
  const element = document.createElement(name);
  element.className = style;
  element.textContent = text;
  return element;
}

function save(page: Page): void {
  const w = words(page);
  keep(page);
  const name = fileName(page.head);
  const file = answersFile(page.head, page.started, new Date().toISOString(), answers(page));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([`${JSON.stringify(file, null, 2)}\n`], { type: 'application/json' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
  const saved = find(page, 'saved');
  saved.hidden = false;
  saved.textContent = `${w.exported(name)} ${w.exportedAgain}`;
}

/** Moments by the reader's own clock; a day that is the same at both ends is told once, as is the zone. */
function localMoments(page: Page): void {
  const locale = page.head.pageLocale;
  let before = '';
  const moments = all(page, 'moment') as HTMLTimeElement[];
  for (const time of moments) {
    const moment = new Date(time.dateTime);
    const day = moment.toLocaleDateString(locale, { dateStyle: 'long' });
    time.textContent =
      day === before
        ? moment.toLocaleTimeString(locale, { timeStyle: 'short' })
        : moment.toLocaleString(locale, { dateStyle: 'long', timeStyle: 'short' });
    before = day;
  }
  moments.at(-1)?.append(` (${Intl.DateTimeFormat().resolvedOptions().timeZone})`);
}

for (const root of document.querySelectorAll<HTMLElement>('[data-exam]')) start(root);
