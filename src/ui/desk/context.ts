import { formatter, type Formatter } from '../../locale/format.ts';
import { typeset } from '../../locale/typography.ts';
import type { DeskModel } from '../../types/desk.ts';
import { deskWords, type DeskWords } from './words.ts';

/** How a page of the desk speaks. */
export interface DeskVoice {
  f: Formatter;
  w: DeskWords;
  /** Sets free text: quotes, dashes, spaces that must not break. */
  t(text: string): string;
}

export const deskVoice = ({ locale, currency }: Pick<DeskModel, 'locale' | 'currency'>): DeskVoice => ({
  f: formatter(locale, currency),
  w: deskWords(locale),
  t: (text) => typeset(text, locale),
});
