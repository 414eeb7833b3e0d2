import type { Story } from '../types/figures.ts';
import { englishTeller } from './story-en.ts';
import { russianTeller } from './story-ru.ts';
import { driversOf, effectsOf, moveOf, type StoryContext } from './story-facts.ts';
import { typeset } from './typography.ts';

export interface StoryText {
  /** What moved, without a full stop: «Лидов больше на 12 %». */
  headline: string;
  /** Whole sentences: what moved, then which channels or effects moved it. */
  sentences: string[];
  tone: 'good' | 'bad' | 'neutral';
}

const TELLERS = { ru: russianTeller, en: englishTeller };

/** What moved and which channel moved it, in the formatter's language. Throws for a metric without a card. */
export function tellStory(story: Story, context: StoryContext): StoryText {
  const { locale } = context.formatter;
  const teller = TELLERS[locale];
  const move = moveOf(story, context);
  const why =
    story.kind === 'total'
      ? teller.channels(driversOf(story, context), move)
      : teller.effects(effectsOf(story, context), move);
  return {
    headline: typeset(teller.headline(move), locale),
    sentences: [teller.moved(move), why]
      .filter((sentence) => sentence !== null)
      // An abbreviation at the end, «п. п.», brings the full stop along.
      .map((text) => typeset(text.replace(/\.\.$/, '.'), locale)),
    tone: story.change.sense,
  };
}

/**
 * A chart's title that states the finding: «Лидов больше на 12 %: прирост дал поиск».
 * `null` when nothing moved or there is nothing to compare with.
 */
export function chartFinding(story: Story, context: StoryContext): string | null {
  const { locale } = context.formatter;
  const teller = TELLERS[locale];
  const move = moveOf(story, context);
  if (move.kind === 'from-zero' || move.kind === 'to-zero') return typeset(teller.headline(move), locale);
  if (move.kind !== 'up' && move.kind !== 'down') return null;
  const cause =
    story.kind === 'total'
      ? teller.mainChannel(driversOf(story, context), move)
      : teller.mainEffect(effectsOf(story, context), move);
  return typeset(teller.headline(move) + (cause === null ? '' : `: ${cause}`), locale);
}
