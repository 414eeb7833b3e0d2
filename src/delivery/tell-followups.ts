import { formatter } from '../locale/format.ts';
import { NBSP } from '../locale/signs.ts';
import type { Locale } from '../types/locale.ts';
import type { DueFollowUp } from './followups.ts';
import type { Letter } from './letter.ts';
import { letterText } from './text.ts';
import { letterWords } from './words.ts';

interface Ready {
  due: DueFollowUp;
  letters: Record<Locale, Letter>;
}

const DAYS = {
  ru: { one: 'день', few: 'дня', many: 'дней', other: 'дня' },
  en: { one: 'day', other: 'days' },
};

/** What is due, for a terminal: who, what to ask, the letter in the proposal's language, where the drafts are. */
export function dueText(all: readonly Ready[], drafts: readonly string[][], locale: Locale): string[] {
  if (all.length === 0) return [{ ru: 'Сегодня напоминать некому', en: 'Nobody is to be asked today' }[locale]];
  return all.flatMap(({ due, letters }, index) => {
    const { deal, step, overdue, to } = due;
    const f = formatter(locale, deal.currency);
    const late = f.plural(overdue, DAYS[locale]);
    const when =
      overdue === 0 ? { ru: 'сегодня', en: 'today' } : { ru: `просрочено на ${late}`, en: `${late} overdue` };
    const letter = letters[deal.locale];
    return [
      `${deal.id}  ${deal.prospect}, ${deal.number} v${deal.version}, ${f.money(deal.total, 'exact')}`.replaceAll(
        NBSP,
        ' ',
      ),
      `  ${letterWords(locale).followUp[step.ask].title} — ${when[locale]} (${f.day(step.day, 'long')}, ${step.time} ${deal.timeZone})`.replaceAll(
        NBSP,
        ' ',
      ),
      `  ${deal.contact} <${to.join(', ')}>`,
      ...(due.writing === null ? [] : [`  ${whileWriting(deal.id, deal.version, due.writing)[locale]}`]),
      ...indented(`${letter.subject}\n\n${letterText(letter)}`),
      ...(drafts[index] ?? []).map((path) => `  ${path}`),
      '',
    ];
  });
}

const whileWriting = (id: string, version: number, writing: number): Record<Locale, string> => ({
  ru: `в файле уже версия ${writing}; если на v${version} ответили: npm run followups -- done ${id} --outcome replied`,
  en: `its file holds version ${writing} by now; if v${version} was answered: npm run followups -- done ${id} --outcome replied`,
});

const indented = (text: string): string[] =>
  text
    .trimEnd()
    .split('\n')
    .map((row) => (row === '' ? '' : `    ${row}`));

/** One entry of `npm run followups -- --json`. */
export function jsonDue(
  { deal, step, overdue, missed, to, sentAt, writing }: DueFollowUp,
  letters: Record<Locale, Letter>,
  drafts: string[],
): unknown {
  const told = ({ subject, inReplyTo }: Letter, text: string): unknown => ({ subject, inReplyTo, text });
  return {
    id: deal.id,
    number: deal.number,
    version: deal.version,
    prospect: deal.prospect,
    contact: deal.contact,
    to,
    currency: deal.currency,
    total: deal.total,
    sentAt,
    writing,
    step: step.id,
    day: step.day,
    time: step.time,
    timeZone: deal.timeZone,
    overdue,
    missed,
    letters: { ru: told(letters.ru, letterText(letters.ru)), en: told(letters.en, letterText(letters.en)) },
    drafts,
  };
}
