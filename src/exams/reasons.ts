import type { ItemResult } from '../types/exam.ts';
import type { Locale } from '../types/locale.ts';
import { asNumber, ofText } from './fraction.ts';

const STATES: Record<Locale, Record<ItemResult['state'], string>> = {
  ru: {
    right: 'верно',
    partial: 'частично',
    wrong: 'неверно',
    empty: 'нет ответа',
    pending: 'ждёт оценки',
    void: 'вопрос снят',
  },
  en: { right: 'right', partial: 'in part', wrong: 'wrong', empty: 'no answer', pending: 'to be marked', void: 'void' },
};

export const stateText = (state: ItemResult['state'], locale: Locale): string => STATES[locale][state];

/** Why a question earned what it did, in one phrase that tells nothing of its key. */
export function reasonText({ reason, share }: Pick<ItemResult, 'reason' | 'share'>, locale: Locale): string {
  const { rule, right = 0, wrong = 0, of = 0 } = reason;
  const ru = locale === 'ru';
  switch (rule) {
    case 'right-minus-wrong':
      return ru
        ? `верных отметок ${right} из ${of}, лишних ${wrong}: лишняя отнимает верную`
        : `${right} of ${of} right choices, ${wrong} wrong: a wrong one takes a right one away`;
    case 'per-pair':
      return ru ? `верных пар ${right} из ${of}` : `${right} of ${of} pairs right`;
    case 'per-neighbour':
      return ru ? `верных соседств ${right} из ${of}` : `${right} of ${of} neighbours right`;
    case 'per-gap':
      return ru ? `верных пропусков ${right} из ${of}` : `${right} of ${of} gaps right`;
    case 'all-or-nothing':
      return ru ? 'засчитывается только целиком' : 'counts as a whole only';
    case 'rubric':
      return `${ru ? 'оценил наставник по критериям' : 'marked by the mentor against criteria'}${part(share, locale)}`;
    case 'not-a-number':
      return ru ? 'ответ не прочитан как число' : 'the answer could not be read as a number';
    case 'within-tolerance':
      return ru ? 'сравнивается с допуском' : 'compared with a tolerance';
    case 'accepted-variant':
      return ru ? 'сравнивается с принятыми вариантами' : 'compared with accepted variants';
    case 'void':
      return ru ? 'не считается ни за, ни против' : 'counts neither for nor against';
    case 'empty':
      return ru ? 'ответа нет' : 'nothing was answered';
    default:
      return ru ? 'один верный ответ' : 'one right answer';
  }
}

/** What part of the points a person gave. */
function part(share: string | null, locale: Locale): string {
  if (share === null) return '';
  const percent = Math.round(asNumber(ofText(share)) * 100);
  return locale === 'ru' ? `: ${percent}\u00a0%` : `: ${percent}%`;
}
