import { localText } from '../../locale/text.ts';
import type { Problem } from '../../types/problem.ts';
import type { Locale } from '../../types/locale.ts';
import { HANDBOOK_FOLDER, lessonFile } from '../../workspace/handbook/places.ts';
import { mdxReason, reasonOf } from '../problems.ts';

/** Problems that only show while the handbook is being made. The last good one stays. */

/** @param message as Astro throws it; it may name the lesson */
export function handbookNotDrawn(message: string): Problem {
  const lesson = /content\/handbook\/((?:ru|en)\/[\w-]+\/[\w-]+)\.mdx/.exec(message)?.[1];
  const [locale = '', ...id] = (lesson ?? '').split('/');
  const { place, reason } = mdxReason(message);
  return {
    code: 'handbook-failed',
    severity: 'error',
    file: lesson === undefined ? HANDBOOK_FOLDER : lessonFile(locale, id.join('/')),
    ...(lesson === undefined ? {} : place),
    found: { ru: `справочник не построился: ${reason}`, en: `the handbook could not be drawn: ${reason}` },
    expected: { ru: 'страницы без ошибок', en: 'pages without errors' },
    mend: {
      ru: 'исправьте названное место; до тех пор остаётся прошлый справочник',
      en: 'correct the place named; until then the last handbook stays',
    },
  };
}

export function handbookNotPrinted(locale: Locale, error: unknown): Problem {
  const reason = reasonOf(error);
  return {
    code: 'print-failed',
    severity: 'error',
    file: `${HANDBOOK_FOLDER}/${locale}`,
    found: { ru: `PDF не получился: ${localText(reason, 'ru')}`, en: `the PDF failed: ${localText(reason, 'en')}` },
    expected: {
      ru: 'PDF с тегами, закладками, номерами страниц и встроенными шрифтами',
      en: 'a PDF with tags, bookmarks, page numbers and embedded fonts',
    },
    mend: {
      ru: 'посмотрите, что добавили последним; до тех пор остаётся прошлый справочник',
      en: 'look at what was added last; until then the last handbook stays',
    },
  };
}

/** A link to a place on a page that is not there. */
export function deadAnchor(file: string, href: string): Problem {
  return {
    code: 'broken-link',
    severity: 'error',
    file,
    found: { ru: `ссылка «${href}» ведёт в никуда`, en: `the link “${href}” leads nowhere` },
    expected: { ru: 'заголовок, который есть на странице', en: 'a heading the page has' },
    mend: {
      ru: 'скопируйте адрес раздела: значок ссылки рядом с заголовком на странице',
      en: 'copy the address of the section: the link sign beside its heading on the page',
    },
  };
}

/** The ledger says a form was issued; without the file its trainee finds no page. */
export function missingForm(file: string): Problem {
  return {
    code: 'missing-form',
    severity: 'error',
    file,
    found: {
      ru: 'файла нет, а журнал стажёра говорит, что бланк выдан',
      en: 'no such file, though the ledger says the form is out',
    },
    expected: { ru: 'выданный бланк экзамена', en: 'the exam form that was issued' },
    mend: { ru: 'верните файл из git', en: 'restore the file from git' },
  };
}

/** What the trainee would sit is not what was issued: nothing handed in from it could be marked. */
export function changedForm(file: string): Problem {
  return {
    code: 'form-changed',
    severity: 'error',
    file,
    found: {
      ru: 'бланк не тот, что выдан: его отпечаток расходится с журналом стажёра',
      en: 'not the form that was issued: its hash is not the one in the ledger',
    },
    expected: { ru: 'бланк слово в слово, как при выдаче', en: 'the form word for word as it was issued' },
    mend: { ru: 'верните файл из git', en: 'restore the file from git' },
  };
}

/** The handbook was asked for by name, and there is none. */
export const noHandbook = (): Problem => ({
  code: 'no-handbook',
  severity: 'error',
  file: HANDBOOK_FOLDER,
  found: { ru: 'папки нет или она пуста', en: 'no such folder, or an empty one' },
  expected: { ru: 'уроки справочника', en: 'the lessons of the handbook' },
  mend: {
    ru: 'положите в неё parts.json и уроки, как описано в docs/handbook.ru.md',
    en: 'put parts.json and lessons into it, as docs/handbook.md tells',
  },
});
