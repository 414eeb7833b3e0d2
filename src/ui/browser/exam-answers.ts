/** Reads and writes the controls of one question (`src/ui/exam/Question.astro`): for exam forms and practice quizzes. */
import type { Answer, FormQuestion } from '../../types/exam.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const controls = (field: HTMLElement): Control[] => [...field.querySelectorAll<Control>('[data-part]')];
const typeOf = (field: HTMLElement): FormQuestion['type'] => field.dataset['type'] as FormQuestion['type'];
const isTicked = (control: Control): boolean => control instanceof HTMLInputElement && control.checked;

/**
 * The answer as `mark` takes it, with the ids of the form.
 * @param field the question's fieldset
 * @returns undefined when nothing was chosen or written
 */
export function readAnswer(field: HTMLElement): Answer | undefined {
  const all = controls(field);
  switch (typeOf(field)) {
    case 'single':
      return all.find(isTicked)?.value;
    case 'truefalse': {
      const chosen = all.find(isTicked)?.value;
      return chosen === undefined ? undefined : chosen === 'true';
    }
    case 'multiple': {
      const chosen = all.filter(isTicked).map(({ value }) => value);
      return chosen.length === 0 ? undefined : chosen;
    }
    case 'matching':
    case 'ordering':
    case 'cloze': {
      const given = all.filter(({ value }) => value.trim() !== '');
      if (given.length === 0) return undefined;
      return Object.fromEntries(given.map((control) => [control.dataset['part']!, control.value]));
    }
    default: {
      const written = all[0]?.value ?? '';
      return written.trim() === '' ? undefined : written;
    }
  }
}

/** True when every part of the question has an answer. */
export function isWhole(field: HTMLElement): boolean {
  const all = controls(field);
  const choice = ['single', 'multiple', 'truefalse'].includes(typeOf(field));
  return choice ? all.some(isTicked) : all.every(({ value }) => value.trim() !== '');
}

/**
 * Puts a kept answer back; what does not fit the question is passed over.
 * @param answer undefined when nothing is answered: what was there is taken out
 */
export function writeAnswer(field: HTMLElement, answer: Answer | undefined): void {
  for (const control of controls(field)) {
    const part = control.dataset['part']!;
    if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')) {
      control.checked = Array.isArray(answer) ? answer.includes(control.value) : String(answer) === control.value;
    } else if (typeof answer === 'string') {
      control.value = answer;
    } else {
      control.value = (typeof answer === 'object' && !Array.isArray(answer) ? answer[part] : undefined) ?? '';
    }
  }
  showOrder(field);
}

/** Keeps the places of an ordering apart: whoever held the place just taken gets the one that became free. */
export function keepPlacesApart(field: HTMLElement): void {
  if (typeOf(field) !== 'ordering') return;
  const selects = controls(field) as HTMLSelectElement[];
  // On the way back the browser puts places in after this script has run.
  addEventListener('pageshow', () => showOrder(field));
  field.addEventListener('change', ({ target }) => {
    const changed = target as HTMLSelectElement;
    const twin = selects.find((one) => one !== changed && one.value === changed.value && one.value !== '');
    if (twin) twin.value = changed.dataset['held'] ?? '';
    showOrder(field);
  });
}

/** The order that comes of the places chosen so far; each line remembers its own, for when another one takes it. */
function showOrder(field: HTMLElement): void {
  const shown = field.querySelector<HTMLElement>('[data-order]');
  if (!shown) return;
  const selects = controls(field) as HTMLSelectElement[];
  for (const select of selects) select.dataset['held'] = select.value;
  const placed = selects.filter(({ value }) => value !== '').sort((a, b) => Number(a.value) - Number(b.value));
  shown.hidden = placed.length === 0;
  const items = placed.map((select) => {
    const item = document.createElement('li');
    item.value = Number(select.value);
    item.textContent = select.dataset['text'] ?? '';
    return item;
  });
  shown.querySelector('ol')!.replaceChildren(...items);
}
