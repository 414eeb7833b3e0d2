import { escaped, plainText } from '../../exams/markup.ts';
import type { FormOption } from '../../types/exam.ts';
import type { Locale } from '../../types/locale.ts';
import { letter } from './letters.ts';
import { QUESTION_WORDS } from './question-words.ts';

/** HTML of one gap: a field to write in, or a list to choose from with its options told for paper. */
export function gapControl(
  gap: { id: string; options?: FormOption[] | undefined },
  number: number,
  { locale, name }: { locale: Locale; name: string },
): string {
  const w = QUESTION_WORDS[locale];
  const id = escaped(`${name}-${gap.id}`);
  const shared = `id="${id}" name="${id}" data-part="${escaped(gap.id)}" aria-label="${escaped(w.gap(number))}"`;
  const blank = `<span class="q-blank" aria-hidden="true">${number}</span>`;
  if (gap.options === undefined) return `<input type="text" maxlength="200" autocomplete="off" ${shared}>${blank}`;
  const options = gap.options.map(
    (option) => `<option value="${escaped(option.id)}">${escaped(plainText(option.text))}</option>`,
  );
  const paper = gap.options.map((option, index) => `${letter(index, locale)}. ${plainText(option.text)}`).join('; ');
  return (
    `<select ${shared}><option value="">${escaped(w.choose)}</option>${options.join('')}</select>` +
    `${blank}<span class="q-paper" aria-hidden="true"> (${escaped(paper)})</span>`
  );
}
