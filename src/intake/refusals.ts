import type { LocalText } from '../types/locale.ts';
import type { Encoding } from './encoding.ts';

/** Why bytes are no table of text: the parts of a `Problem` that do not depend on the file's place. */
export interface Refusal {
  code: string;
  found: LocalText;
  expected: LocalText;
  mend: LocalText;
}

const csvExpected: LocalText = {
  ru: 'таблица в виде текста (CSV или TSV)',
  en: 'a table written as text (CSV or TSV)',
};

export const workbook: Refusal = {
  code: 'workbook-named-csv',
  found: {
    ru: 'книга Excel или ZIP-архив, переименованные в CSV',
    en: 'an Excel workbook or a ZIP archive renamed to CSV',
  },
  expected: csvExpected,
  mend: {
    ru: 'откройте файл в Excel и сохраните лист как «CSV UTF-8» либо выгрузите отчёт из системы в CSV',
    en: 'open it in Excel and save the sheet as “CSV UTF-8”, or export the report from the system as CSV',
  },
};

export const webPage: Refusal = {
  code: 'web-page-named-csv',
  found: {
    ru: 'веб-страница (HTML), сохранённая как CSV; обычно это страница входа',
    en: 'a web page (HTML) saved as CSV, usually a login page',
  },
  expected: csvExpected,
  mend: {
    ru: 'войдите в систему и выгрузите отчёт заново',
    en: 'sign in to the system and export the report again',
  },
};

export const notText: Refusal = {
  code: 'not-text',
  found: { ru: 'двоичные данные вместо текста', en: 'binary data instead of text' },
  expected: csvExpected,
  mend: {
    ru: 'выгрузите отчёт заново в формате CSV и не меняйте расширение файла',
    en: 'export the report again as CSV and do not change the file’s extension',
  },
};

export const brokenText = (encoding: Encoding): Refusal => ({
  code: 'broken-encoding',
  found: {
    ru: `байты, которых не бывает в кодировке ${encoding.toUpperCase()}: файл повреждён или обрезан`,
    en: `bytes that cannot stand in ${encoding.toUpperCase()}: the file is damaged or cut short`,
  },
  expected: {
    ru: 'целый текст в UTF-8, UTF-16, Windows-1251 или Windows-1252',
    en: 'whole text in UTF-8, UTF-16, Windows-1251 or Windows-1252',
  },
  mend: { ru: 'выгрузите файл заново', en: 'export the file again' },
});
