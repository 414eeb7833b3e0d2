import type { Problem } from '../../types/problem.ts';

/** @param page its address */
export function deskNotDrawn(page: string, error: string): Problem {
  return {
    code: 'page-not-drawn',
    severity: 'error',
    file: `desk/${page}`,
    found: error,
    expected: { ru: 'страница наставников без ошибок', en: 'a page of the desk without errors' },
    mend: {
      ru: 'сообщите текст ошибки тому, кто ведёт генератор; прежние страницы остались на месте',
      en: 'pass the error on to whoever keeps the generator; the earlier pages stay in place',
    },
  };
}
