import type { Locale } from '../types/locale.ts';
import type { Problem } from '../types/problem.ts';
import type { Client, Note } from '../types/workspace.ts';
import { about } from './problems.ts';

const LETTERS: Readonly<Record<Locale, RegExp>> = { ru: /\p{Script=Cyrillic}/gu, en: /\p{Script=Latin}/gu };
const OTHER: Readonly<Record<Locale, Locale>> = { ru: 'en', en: 'ru' };
/** So few letters may be a name or an abbreviation. */
const FEW = 20;
/** Names of systems and campaigns stand in every note; so many times the letters of the reader's language are no names. */
const TIMES = 3;

/** A warning when the note is written in the letters of the other language: the client would read it as it stands. */
export function noteLanguage(client: Client, { file, text }: Note): Problem[] {
  const { locale } = client;
  const count = (of: Locale): number => text.match(LETTERS[of])?.length ?? 0;
  const [own, other] = [count(locale), count(OTHER[locale])];
  if (own + other < FEW || other < TIMES * own) return [];
  const found = { ru: { ru: 'русскими', en: 'Cyrillic' }, en: { ru: 'латинскими', en: 'Latin' } }[OTHER[locale]];
  const wanted = { ru: { ru: 'русском', en: 'Russian' }, en: { ru: 'английском', en: 'English' } }[locale];
  return [
    {
      ...about(client, 'note-language', 'warning', file),
      found: { ru: `заметка написана ${found.ru} буквами`, en: `the note is written in ${found.en} letters` },
      expected: {
        ru: `текст на ${wanted.ru} языке: на нём отчёт этого клиента`,
        en: `a text in ${wanted.en}, the language of this client’s report`,
      },
      mend: {
        ru: 'переведите заметку или исправьте locale в client.json',
        en: 'translate the note or correct locale in client.json',
      },
    },
  ];
}
