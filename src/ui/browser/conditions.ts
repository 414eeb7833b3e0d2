import { kept } from './kept.ts';

/** Condition id → whether it holds of the reader; what was not answered is not there. */
type Answers = Record<string, boolean>;

/** Told to the window when an answer has changed what is shown. */
export const CONDITIONS_CHANGED = 'conditions-changed';

/** Items with a condition are shown until the reader has said that it does not hold of them. */
export function startConditions(): void {
  const store = kept<Answers>('conditions', 1, isAnswers);
  let answers = store.get() ?? {};
  const inputs = [...document.querySelectorAll<HTMLInputElement>('[data-holds]')];
  const show = (): void => {
    for (const input of inputs) input.checked = answers[input.dataset['holds']!] === (input.value === 'yes');
    for (const item of document.querySelectorAll<HTMLElement>('[data-condition]')) {
      item.hidden = answers[item.dataset['condition']!] === false;
    }
    window.dispatchEvent(new Event(CONDITIONS_CHANGED));
  };
  for (const section of document.querySelectorAll<HTMLElement>('[data-conditions]')) section.hidden = false;
  for (const input of inputs) {
    input.addEventListener('change', () => {
      answers = { ...(store.get() ?? answers), [input.dataset['holds']!]: input.value === 'yes' };
      store.put(answers);
      show();
    });
  }
  window.addEventListener('storage', () => {
    answers = store.get() ?? answers;
    show();
  });
  show();
}

function isAnswers(value: unknown): value is Answers {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((one) => typeof one === 'boolean')
  );
}
