/** What the brief form gains when JavaScript runs: a draft, a file, a well-formed letter. Nothing leaves the browser. */
import { BRIEF_FIELDS, type BriefField } from '../../../types/brief.ts';
import type { Locale } from '../../../types/locale.ts';
import { briefFile, briefLetter, isAnswerable } from './letter.ts';

type Answers = Partial<Record<BriefField, string>>;
type Field = HTMLInputElement | HTMLTextAreaElement;

function start(form: HTMLFormElement): void {
  const locale = form.dataset['locale'] as Locale;
  const fields = BRIEF_FIELDS.map((name) => form.elements.namedItem(name) as Field);
  const status = form.querySelector<HTMLElement>('[data-status]')!;
  const draft = openDraft(`accountpress-brief-${locale}`);
  const read = () => briefFile(locale, Object.fromEntries(fields.map(({ name, value }) => [name, value])));
  const labels: Answers = Object.fromEntries(fields.map(({ name, dataset }) => [name, dataset['label']]));

  const kept = draft?.read() ?? {};
  for (const field of fields) field.value = kept[field.name as BriefField] ?? field.value;
  const zone = form.elements.namedItem('timeZone') as Field;
  if (zone.value === '') zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
  status.textContent = (draft ? status.dataset['draft'] : form.dataset['noDraft']) ?? '';

  form.noValidate = true;
  form.addEventListener('input', () => draft?.write(read().answers));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const brief = read();
    if (!isAnswerable(brief)) {
      status.textContent = form.dataset['missing'] ?? '';
      fields.find(({ name, value }) => value === '' && ['company', 'name', 'email'].includes(name))?.focus();
      return;
    }
    const subject = (form.dataset['subject'] ?? '').replace('\u0000', brief.answers.company ?? '');
    location.href = briefLetter(form.action.replace(/^mailto:/, ''), subject, brief, labels);
  });
  button(form, 'save', () => download(`${JSON.stringify(read(), null, 2)}\n`, 'brief.json'));
  button(form, 'clear', () => {
    form.reset();
    draft?.write({});
    fields[0]!.focus();
  });
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
  URL.revokeObjectURL(link.href);
}

const form = document.querySelector<HTMLFormElement>('.brief-form');
if (form) start(form);
