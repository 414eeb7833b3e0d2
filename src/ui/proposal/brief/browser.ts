/** What the brief form gains when JavaScript runs: a draft, a file, a well-formed letter. Nothing leaves the browser. */
import { BRIEF_FIELDS, type BriefField } from '../../../types/brief.ts';
import type { Locale } from '../../../types/locale.ts';
import { briefFile, briefLetter, coverLetter, LONGEST_LETTER, missingAnswers } from './letter.ts';

type Answers = Partial<Record<BriefField, string>>;
type Field = HTMLInputElement | HTMLTextAreaElement;

function start(form: HTMLFormElement): void {
  const locale = form.dataset['locale'] as Locale;
  const fields = BRIEF_FIELDS.map((name) => form.elements.namedItem(name) as Field);
  const status = form.querySelector<HTMLElement>('[data-status]')!;
  // The other language goes on with the same answers.
  const draft = openDraft('accountpress-brief');
  const read = () => briefFile(locale, Object.fromEntries(fields.map(({ name, value }) => [name, value])));
  const save = () => download(`${JSON.stringify(read(), null, 2)}\n`, 'brief.json');
  const labels: Answers = Object.fromEntries(fields.map(({ name, dataset }) => [name, dataset['label']]));

  const kept = draft?.read() ?? {};
  for (const field of fields) field.value = kept[field.name as BriefField] ?? field.value;
  const zone = form.elements.namedItem('timeZone') as Field;
  if (zone.value === '') zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
  status.textContent = (draft ? status.dataset['draft'] : form.dataset['noDraft']) ?? '';

  form.noValidate = true;
  form.addEventListener('input', () => {
    draft?.write(read().answers);
    // What was marked is unmarked as soon as it is answered.
    if (form.querySelector('[aria-invalid=true]')) markMissing(form, missingAnswers(read()));
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const brief = read();
    const missing = markMissing(form, missingAnswers(brief));
    if (missing !== null) {
      status.textContent = form.dataset['missing'] ?? '';
      missing.focus();
      return;
    }
    const subject = (form.dataset['subject'] ?? '').replace('{company}', () => brief.answers.company ?? '');
    const to = form.action.replace(/^mailto:/, '');
    const letter = briefLetter(to, subject, brief, labels);
    if (letter.length <= LONGEST_LETTER) {
      location.href = letter;
      return;
    }
    save();
    status.textContent = form.dataset['long'] ?? '';
    location.href = coverLetter(to, subject, form.dataset['attached'] ?? '');
  });
  button(form, 'save', save);
  clearing(form, { status, fill, answers: () => read().answers, write: (answers) => draft?.write(answers) });

  function fill(answers: Answers): void {
    for (const field of fields) field.value = answers[field.name as BriefField] ?? '';
  }
}

interface Clearing {
  status: HTMLElement;
  fill(answers: Answers): void;
  answers(): Answers;
  write(answers: Answers): void;
}

/** Clears the form; until something is typed, the same button brings the answers back. */
function clearing(form: HTMLFormElement, { status, fill, answers, write }: Clearing): void {
  const clear = form.querySelector<HTMLButtonElement>('[data-clear]')!;
  const usual = clear.textContent;
  let gone: Answers | null = null;
  const forget = (): void => {
    gone = null;
    clear.textContent = usual;
  };
  button(form, 'clear', () => {
    if (gone !== null) {
      fill(gone);
      write(gone);
      forget();
      status.textContent = status.dataset['draft'] ?? '';
      return;
    }
    gone = answers();
    fill({});
    write({});
    markMissing(form, []);
    clear.textContent = form.dataset['restore'] ?? '';
    status.textContent = form.dataset['cleared'] ?? '';
  });
  form.addEventListener('input', forget);
}

/** Says beside each field what is missing; the first of them, or `null`. */
function markMissing(form: HTMLFormElement, missing: readonly BriefField[]): Field | null {
  for (const place of form.querySelectorAll<HTMLElement>('[data-error]')) {
    const field = place.parentElement!.querySelector<Field>('input, textarea')!;
    const isMissing = missing.includes(field.name as BriefField);
    place.hidden = !isMissing;
    place.textContent = isMissing ? (place.dataset['error'] ?? '') : '';
    if (isMissing) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
  }
  return form.querySelector<Field>('[aria-invalid=true]');
}

function button(form: HTMLFormElement, name: string, act: () => void): void {
  const found = form.querySelector<HTMLButtonElement>(`[data-${name}]`)!;
  found.hidden = false;
  found.addEventListener('click', act);
}

/** The browser's own store; `null` where it keeps none, as some do for pages opened from disk. */
function openDraft(key: string): { read(): Answers; write(answers: Answers): void } | null {
  try {
    localStorage.setItem(`${key}-probe`, '1');
    localStorage.removeItem(`${key}-probe`);
  } catch {
    return null;
  }
  return {
    read() {
      try {
        return JSON.parse(localStorage.getItem(key) ?? '{}') as Answers;
      } catch {
        // Something else was stored under this name: the form begins empty.
        return {};
      }
    },
    write: (answers) => localStorage.setItem(key, JSON.stringify(answers)),
  };
}

function download(text: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  // Some browsers read it only after the click is over.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const form = document.querySelector<HTMLFormElement>('.brief-form');
if (form) start(form);
