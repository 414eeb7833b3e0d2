import type { FormOption, FormQuestion, Gap, Piece, Question } from '../types/exam.ts';
import type { Locale } from '../types/locale.ts';
import { shuffled, shuffledAround } from './random.ts';

/** How ids of a question's parts are written in a form: opaque in an exam, as they are in practice. */
export type Naming = (...what: string[]) => string;

/** Ids as the author wrote them: for practice, whose page may hold keys. */
export const plainNaming: Naming = (...what) => what.at(-1)!;

/**
 * A question without key, points, topic and explanation, in one language, its parts in a random order: the same seed
 * gives the same order, pinned options stay.
 */
export function keyFree(question: Question, locale: Locale, seed: string, naming: Naming): FormQuestion {
  const { id } = question;
  const label = (part: string): string => `${part} of ${id}`;
  const option = ({ id: inner, text }: Piece): FormOption => ({ id: naming('option', id, inner), text: text[locale] });
  const base = { id: naming('question', id), stem: question.stem[locale] };
  switch (question.type) {
    case 'single':
    case 'multiple': {
      const options = shuffledAround(question.options, ({ pinned }) => pinned, seed, label('options'));
      return { ...base, type: question.type, options: options.map(option) };
    }
    case 'number': {
      const unit = question.answer.unit?.[locale];
      return { ...base, type: 'number', ...(unit === undefined ? {} : { unit }) };
    }
    case 'matching': {
      const lefts = question.pairs.map((pair) => ({ id: naming('left', id, pair.id), text: pair.left[locale] }));
      const own = question.pairs.map((pair) => ({ id: naming('right', id, pair.id), text: pair.right[locale] }));
      const others = question.distractors.map((one) => ({ id: naming('right', id, one.id), text: one.text[locale] }));
      return {
        ...base,
        type: 'matching',
        lefts: shuffled(lefts, seed, label('lefts')),
        rights: shuffled([...own, ...others], seed, label('rights')),
      };
    }
    case 'ordering':
      return { ...base, type: 'ordering', items: misordered(question.items, seed, label('items')).map(option) };
    case 'cloze':
      return { ...base, ...clozeParts(question.stem[locale], question.gaps, locale, { id, seed, naming }) };
    default:
      return { ...base, type: question.type };
  }
}

/**
 * Never the right order: an order nobody touched must not be a right answer by luck. Every other order is as likely as
 * the next, since one that stood for the right one would be shown twice as often and tell what it stands for.
 */
function misordered(items: readonly Piece[], seed: string, label: string): readonly Piece[] {
  if (items.length < 2) return items;
  for (let draw = 0; ; draw++) {
    const order = shuffled(items, seed, draw === 0 ? label : `${label}, draw ${draw}`);
    if (order.some((item, index) => item !== items[index])) return order;
  }
}

function clozeParts(
  stem: string,
  gaps: readonly Gap[],
  locale: Locale,
  { id, seed, naming }: { id: string; seed: string; naming: Naming },
) {
  const name = (gap: string): string => naming('gap', id, gap);
  return {
    type: 'cloze' as const,
    stem: stem.replace(/\{\{\s*([^{}]*?)\s*\}\}/g, (_, gap: string) => `{{${name(gap)}}}`),
    gaps: gaps.map((gap) =>
      'options' in gap && gap.options !== undefined
        ? {
            id: name(gap.id),
            options: shuffled(gap.options, seed, `gap ${gap.id} of ${id}`).map((one) => ({
              id: naming('gap-option', id, gap.id, one.id),
              text: one.text[locale],
            })),
          }
        : { id: name(gap.id) },
    ),
  };
}
