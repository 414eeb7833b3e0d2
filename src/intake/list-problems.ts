import { quoted, type Told } from './problems.ts';

export function listTooLong(header: string, most: number): Told {
  const name = quoted(header);
  const [ru, en] = [most.toLocaleString('ru'), most.toLocaleString('en')];
  return {
    found: {
      ru: `в столбце ${name.ru} больше ${ru} разных строк`,
      en: `more than ${en} different rows in the column ${name.en}`,
    },
    expected: { ru: `список не длиннее ${ru} строк`, en: `a list of at most ${en} rows` },
    mend: {
      ru: 'список не показан; выгрузите отчёт за месяц или только строки с кликами',
      en: 'the list is not shown; export the report for one month, or rows with clicks only',
    },
  };
}

export function listOfCurrencies(header: string): Told {
  const name = quoted(header);
  return {
    found: { ru: `список ${name.ru} в двух валютах`, en: `the list ${name.en} is in two currencies` },
    expected: { ru: 'одна валюта на список', en: 'one currency in a list' },
    mend: {
      ru: 'список не показан; выгрузите аккаунты с разной валютой отдельными файлами',
      en: 'the list is not shown; export accounts of different currencies as separate files',
    },
  };
}
