import type { SourceRule } from '../types/workspace.ts';
import { currencyOfWord } from './currency-words.ts';
import type { MetricColumn } from './metric-columns.ts';
import { currencyOfCell, isEmptyCell, isSomeDollar } from './numbers.ts';
import { quoted, type Place, type ProblemList } from './problems.ts';

/** Currencies written with a bare `$`. */
const DOLLARS = new Set('USD CAD AUD NZD HKD SGD TWD MXN ARS CLP COP BRL'.split(' '));

/** Collects what a file says of its currency: headers, a currency column, marks in cells. Two are an error. */
export class Currencies {
  #stated: { currency: string; place: Place } | null = null;
  #contradicted = false;
  #dollar: Place | null = null;
  #unknown: { word: string; place: Place } | null = null;
  readonly #problems: ProblemList;

  constructor(problems: ProblemList) {
    this.#problems = problems;
  }

  /** The one currency stated so far. */
  get stated(): string | null {
    return this.#stated?.currency ?? null;
  }

  state(currency: string | null, place: Place): void {
    if (currency === null || currency === this.#stated?.currency) return;
    if (this.#stated === null) {
      this.#stated = { currency, place };
      return;
    }
    if (this.#contradicted) return;
    this.#contradicted = true;
    this.#problems.error('mixed-currencies', place, mixedCurrencies(this.#stated.currency, currency));
  }

  /** A cell of a currency column; an empty one states none. A word that names no known currency is told of at the end. */
  stateWord(word: string, place: Place): void {
    const currency = currencyOfWord(word);
    if (currency !== null) this.state(currency, place);
    else if (this.#unknown === null && !isEmptyCell(word)) this.#unknown = { word: word.trim(), place };
  }

  /** A cell of a money column: `US$1.39`, `312300.00₽`. */
  stateMark(cell: string, place: Place): void {
    if (!mayHoldMark(cell)) return;
    this.state(currencyOfCell(cell), place);
    if (isSomeDollar(cell)) this.#dollar ??= place;
    this.#checkDollar();
  }

  /** A bare `$` names no country, and still no euro. */
  #checkDollar(): void {
    const stated = this.#stated?.currency;
    if (this.#dollar === null || stated === undefined || DOLLARS.has(stated) || this.#contradicted) return;
    this.#contradicted = true;
    this.#problems.error('mixed-currencies', this.#dollar, mixedCurrencies(stated, '$'));
  }

  /** To be called once, when everything has been stated. */
  checkAgainst(rule: SourceRule | undefined, place: Place, source: string): void {
    const stated = this.stated;
    if (this.#unknown !== null && (stated !== null || !rule?.currency))
      this.#problems.error('unknown-currency', this.#unknown.place, unknownCurrency(this.#unknown.word, source));
    if (!rule?.currency || stated === null || stated === rule.currency) return;
    this.#problems.error('currency-contradicts-rule', place, {
      found: { ru: `файл в валюте ${stated}`, en: `the file is in ${stated}` },
      expected: {
        ru: `${rule.currency}, как объявлено для источника «${source}» в sources.json`,
        en: `${rule.currency}, as sources.json declares for the source “${source}”`,
      },
      mend: {
        ru: 'исправьте валюту в sources.json или положите файл в папку другого источника',
        en: 'correct the currency in sources.json, or move the file to another source’s folder',
      },
    });
  }
}

const isPlain = (code: number): boolean => (code >= 48 && code <= 57) || code === 45;

function mayHoldMark(cell: string): boolean {
  return cell.length > 1 && !(isPlain(cell.charCodeAt(0)) && isPlain(cell.charCodeAt(cell.length - 1)));
}

/** The cost column's header must not contradict the variant declared for the source. */
export function checkCostVariant(
  columns: MetricColumn[],
  rule: SourceRule | undefined,
  headerRow: number,
  problems: ProblemList,
): void {
  const cost = columns.find((each) => each.metric === 'cost')?.column;
  if (!cost?.vat || !rule?.vat || cost.vat === rule.vat) return;
  const header = quoted(cost.header);
  const names = {
    excluded: { ru: 'без НДС', en: 'without VAT' },
    included: { ru: 'с НДС', en: 'with VAT' },
    'included-with-commission': { ru: 'с НДС и комиссией', en: 'with VAT and commission' },
  };
  problems.error(
    'cost-variant-differs',
    { row: headerRow, column: cost.index + 1 },
    {
      found: {
        ru: `расход ${names[cost.vat].ru} в столбце ${header.ru}`,
        en: `cost ${names[cost.vat].en} in the column ${header.en}`,
      },
      expected: {
        ru: `расход ${names[rule.vat].ru}, как объявлено в sources.json (vat)`,
        en: `cost ${names[rule.vat].en}, as sources.json declares (vat)`,
      },
      mend: {
        ru: 'выгрузите отчёт с объявленным вариантом расхода или исправьте vat в sources.json',
        en: 'export the report with the declared variant of cost, or correct vat in sources.json',
      },
    },
  );
}

/** Money of it would be added to the client's as if it were the same. */
function unknownCurrency(word: string, source: string) {
  const cell = quoted(word);
  const rule = `"sources": { ${JSON.stringify(source)}: { "currency": "…" } }`;
  return {
    found: { ru: `валюта ${cell.ru}, которой никто не знает`, en: `the currency ${cell.en}, which nobody knows` },
    expected: {
      ru: 'код валюты или её название: RUB, «Доллар США»',
      en: 'a currency’s code or name: EUR, “US Dollar”',
    },
    mend: {
      ru: `если весь файл в одной валюте, объявите её код в sources.json: ${rule}; иначе выгрузите каждую валюту отдельно`,
      en: `if the whole file is in one currency, declare its code in sources.json: ${rule}; otherwise export each currency apart`,
    },
  };
}

function mixedCurrencies(first: string, second: string) {
  return {
    found: {
      ru: `две валюты в одном файле: ${first} и ${second}`,
      en: `two currencies in one file: ${first} and ${second}`,
    },
    expected: { ru: 'одна валюта на файл', en: 'one currency in a file' },
    mend: {
      ru: 'выгрузите аккаунты с разной валютой отдельными файлами в папки разных источников',
      en: 'export accounts of different currencies as separate files into different sources’ folders',
    },
  };
}
