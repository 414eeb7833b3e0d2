import type { Refusal } from '../refusals.ts';

const expected = {
  ru: 'книга .xlsx или архив .zip с таблицами: до 2000 файлов и 200 МБ после распаковки',
  en: 'an .xlsx workbook or a .zip archive of tables: up to 2,000 files and 200 MB unpacked',
};

const exportAgain = {
  ru: 'выгрузите файл заново или распакуйте его и положите таблицы рядом',
  en: 'export the file again, or unpack it and put its tables here',
};

/** An archive that unpacks to far more than its size: the mark of a zip bomb. */
export const bomb: Refusal = {
  code: 'archive-bomb',
  found: {
    ru: 'архив, который распаковывается в сотни раз больше своего размера («zip-бомба»)',
    en: 'an archive that unpacks to hundreds of times its size (a “zip bomb”)',
  },
  expected,
  mend: exportAgain,
};

export const tooLarge: Refusal = {
  code: 'archive-too-large',
  found: {
    ru: 'архив с более чем 2000 файлами или больше 200 МБ после распаковки',
    en: 'an archive of more than 2,000 files or more than 200 MB unpacked',
  },
  expected,
  mend: {
    ru: 'распакуйте архив: таблица в CSV читается любого размера',
    en: 'unpack the archive: a CSV table is read whatever its size',
  },
};

export const encrypted: Refusal = {
  code: 'archive-encrypted',
  found: { ru: 'архив или книга с паролем', en: 'an archive or a workbook with a password' },
  expected,
  mend: { ru: 'снимите пароль или распакуйте файл', en: 'remove the password, or unpack the file' },
};

export const nested: Refusal = {
  code: 'archive-in-archive',
  found: { ru: 'архив внутри архива', en: 'an archive inside an archive' },
  expected,
  mend: { ru: 'распакуйте внешний архив', en: 'unpack the outer archive' },
};

export const noTables: Refusal = {
  code: 'archive-without-tables',
  found: { ru: 'архив или книга без таблиц', en: 'an archive or a workbook without tables' },
  expected,
  mend: exportAgain,
};

/** @param reason what the library says; it speaks English alone */
export function brokenArchive(reason: string): Refusal {
  return {
    code: 'archive-broken',
    found: {
      ru: 'повреждённый или обрезанный архив или книга',
      en: `a damaged or cut archive or workbook (${reason})`,
    },
    expected,
    mend: exportAgain,
  };
}

export const ignoredEntry: Refusal = {
  code: 'export-ignored',
  found: { ru: 'в архиве лежит файл, который не читается', en: 'a file in the archive that nobody reads' },
  expected: { ru: 'таблица .csv, .tsv, .txt или .xlsx', en: 'a .csv, .tsv, .txt or .xlsx table' },
  mend: { ru: 'если это таблица, дайте ей такое расширение', en: 'if it is a table, give it such an extension' },
};
