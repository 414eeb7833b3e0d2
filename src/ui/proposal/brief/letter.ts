import type { BriefField, BriefFile } from '../../../types/brief.ts';
import { BRIEF_FIELDS } from '../../../types/brief.ts';
import type { Locale } from '../../../types/locale.ts';

/** The answers that hold anything, in the order of the form. */
export function briefFile(locale: Locale, given: Partial<Record<BriefField, string>>): BriefFile {
  const answers = BRIEF_FIELDS.flatMap((field) => {
    const answer = given[field]?.trim() ?? '';
    return answer === '' ? [] : [[field, answer] as const];
  });
  return { brief: 1, locale, answers: Object.fromEntries(answers) };
}

/** Longer addresses are cut or ignored on the way to a mail program; a Cyrillic letter takes six signs of them. */
export const LONGEST_LETTER = 1_900;

/** The filled brief as a letter: each question above its answer. */
export function briefLetter(
  to: string,
  subject: string,
  { answers }: BriefFile,
  labels: Partial<Record<BriefField, string>>,
): string {
  const lines = BRIEF_FIELDS.flatMap((field) => {
    const answer = answers[field];
    return answer === undefined ? [] : [`${labels[field] ?? field}\r\n${answer.replace(/\r?\n/g, '\r\n')}`];
  });
  return coverLetter(to, subject, lines.join('\r\n\r\n'));
}

/** A letter with any words. */
export const coverLetter = (to: string, subject: string, body: string): string =>
  `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;

/** What a brief needs to be worth sending, who asks and how to answer, and does not say. */
export const missingAnswers = ({ answers }: BriefFile): BriefField[] => [
  ...(['company', 'name'] as const).filter((field) => answers[field] === undefined),
  ...((answers.email ?? answers.phone) === undefined ? (['email'] as const) : []),
];
