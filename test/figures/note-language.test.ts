import { describe, expect, it } from 'vitest';
import { noteLanguage } from '../../src/figures/note-language.ts';
import type { Locale } from '../../src/types/locale.ts';
import type { Note } from '../../src/types/workspace.ts';
import { clientWith } from './samples.ts';

const file = 'content/reports/notes/hotel/2026-10.mdx';

function told(locale: Locale, text: string) {
  const note: Note = { file, summary: text, asks: [], body: '', bodyRow: 1, html: '', text };
  return noteLanguage(clientWith({ locale }), note);
}

describe('a note in another language than the client’s report', () => {
  it('is told of with its file, whichever the two languages are', () => {
    const english = told('en', 'Месяц прошёл хорошо, заявок из Google Ads стало больше.');
    expect(english).toMatchObject([
      {
        ...{ code: 'note-language', severity: 'warning', client: 'hotel', file },
        found: { ru: 'заметка написана русскими буквами', en: 'the note is written in Cyrillic letters' },
        expected: { en: 'a text in English, the language of this client’s report' },
      },
    ]);
    expect(told('ru', 'The month went well and enquiries grew.')).toMatchObject([
      { found: { ru: 'заметка написана латинскими буквами' } },
    ]);
  });

  it('is none for names of systems, nor for a few words', () => {
    expect(told('ru', 'Performance Max в Google Ads и Meta Advantage+ дали больше заявок.')).toEqual([]);
    expect(told('en', 'The campaign “Поиск — Бренд” brought most enquiries.')).toEqual([]);
    expect(told('ru', 'Google Ads: OK')).toEqual([]);
  });
});
