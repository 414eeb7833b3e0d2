import type { LineKind, Part } from '../../types/estimate.ts';
import { PART_EXPECTED, readPart, readPercent } from '../part.ts';
import { choiceColumn, normalised, numberColumn, textColumn, type Column, type RowOf } from './columns.ts';
import { countsOnly, moneyIn, otherCurrency } from './own-money.ts';

const KINDS: Record<LineKind, readonly string[]> = {
  hours: ['часы', 'почасовая', 'hourly', 'time'],
  fixed: ['фиксированная', 'фикс', 'fixed price', 'fix'],
  monthly: ['абонентская плата', 'ежемесячно', 'в месяц', 'retainer', 'month'],
  media: ['бюджет', 'рекламный бюджет', 'медиа', 'media budget', 'pass-through'],
};

const YES_NO = { yes: ['да', '+', 'true', '1', 'x'], no: ['нет', '-', 'false', '0'] } as const;

/** The tax cell: a rate, the id of one of the agency's taxes, none at all, or (`null`) the estimate's own. */
export type TaxCell = { rate: string } | { id: string } | 'none' | null;

/** `data/proposals/<id>/estimate.csv`, and the fields of `estimate.lines` in the frontmatter. */
export const estimateColumns = {
  section: textColumn({ headers: ['раздел'], about: 'Section the line stands in.' }, true),
  item: textColumn({ headers: ['работа', 'название', 'позиция', 'title'], about: 'What is done or bought.' }, true),
  kind: kindColumn(),
  role: textColumn({ headers: ['роль'], about: 'Who does the work, as data/rates.csv calls the role.' }, false),
  person: textColumn({ headers: ['исполнитель', 'сотрудник'], about: 'Id from people.json, or a name.' }, false),
  hours: countsOnly(numberColumn({ headers: ['часы', 'часов'], about: 'Hours of work.' })),
  rate: numberColumn({ headers: ['ставка'], about: 'Price of an hour; from data/rates.csv when blank.' }),
  quantity: countsOnly(
    numberColumn({ headers: ['количество', 'кол-во', 'qty'], about: 'Pieces or months; 1 when blank.' }),
  ),
  unit: textColumn({ headers: ['единица', 'ед.', 'ед'], about: "Unit; the kind's own when blank." }, false),
  price: numberColumn({ headers: ['цена'], about: 'Price of one unit.' }),
  discount: discountColumn(),
  tax: taxColumn(),
  optional: choiceColumn(
    { headers: ['необязательно', 'опция'], about: 'Not in the total until chosen.' },
    YES_NO,
    'no',
  ),
  package: textColumn({ headers: ['пакет'], about: 'Id of a package; blank stands in every package.' }, false),
  note: textColumn({ headers: ['примечание', 'комментарий'], about: 'Printed under the line.' }, false),
};

/** The same columns of an estimate in one currency, `null` when it is not known: amounts that state another are refused. */
export function estimateColumnsIn(currency: string | null): typeof estimateColumns {
  if (currency === null) return estimateColumns;
  const { rate, price, discount } = estimateColumns;
  return {
    ...estimateColumns,
    rate: moneyIn(currency, rate),
    price: moneyIn(currency, price),
    discount: { ...discount, read: (cell, forms) => otherCurrency(cell, currency) ?? discount.read(cell, forms) },
  };
}

export type EstimateRow = RowOf<typeof estimateColumns>;

function kindColumn(): Column<LineKind | null> {
  const kind = choiceColumn(
    { headers: ['вид', 'тип'], about: 'hours when blank and there are hours, else fixed.' },
    KINDS,
    null,
  );
  return { ...kind, required: false, read: (cell, forms) => (cell === '' ? { value: null } : kind.read(cell, forms)) };
}

function discountColumn(): Column<Part | null> {
  return {
    headers: ['скидка'],
    about: 'Discount on the line.',
    type: 'text',
    required: false,
    expected: PART_EXPECTED,
    read: (cell, { mark }) => {
      const part = cell === '' ? null : readPart(cell, mark);
      if (part === null && cell !== '') return { code: 'bad-discount', mend: WRITE_PART };
      return { value: part };
    },
  };
}

const WRITE_PART = {
  ru: 'впишите процент со знаком % или сумму без минуса',
  en: 'write a percentage with its % sign, or an amount without a minus',
};

const NO_TAX = ['none', 'exempt', 'без ндс', 'без налога', 'нет'];

function taxColumn(): Column<TaxCell> {
  return {
    headers: ['налог', 'ндс', 'vat'],
    about: "Rate or id of a tax from agency.json; the estimate's own when blank; none for no tax.",
    type: 'text',
    required: false,
    expected: { ru: 'ставка (22 %), id налога или none', en: 'a rate (22%), the id of a tax, or none' },
    read: (cell) => {
      if (cell === '') return { value: null };
      if (NO_TAX.includes(normalised(cell))) return { value: 'none' };
      const rate = readPercent(cell);
      if (rate !== null) return { value: { rate } };
      if (/^[a-z0-9-]*[a-z][a-z0-9-]*$/.test(cell)) return { value: { id: cell } };
      const mend = { ru: 'впишите ставку со знаком %', en: 'write the rate with its % sign' };
      return { code: 'bad-tax', mend };
    },
  };
}
