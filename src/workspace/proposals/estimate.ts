import { checkEstimate, checkKnown } from '../../estimate/check.ts';
import type { EstimateFault } from '../../estimate/faults.ts';
import { taxOn } from '../../estimate/rates.ts';
import { minorDigits } from '../../locale/minor-digits.ts';
import type { EstimateInput, LineTax, Part, PaymentInput, TaxMode } from '../../types/estimate.ts';
import { oneOf, quoted, type Finding } from '../findings.ts';
import { placeOf } from '../json-file.ts';
import type { JsonDocument, JsonPath } from '../json-reader.ts';
import { PART_EXPECTED, readPart } from '../part.ts';
import { normalised } from '../tables/columns.ts';
import { estimateColumns } from '../tables/estimate.ts';
import { otherCurrency } from '../tables/own-money.ts';
import type { LineSource, Spot } from './line-source.ts';
import { unknownTax } from './line-mistakes.ts';
import { priceRows, TAX_NAME, type Pricing } from './lines.ts';
import type { EstimateHead } from './head.ts';

/** Findings of the proposal's own file, and of the one its lines stand in. */
export interface EstimateFindings {
  own: Finding[];
  lines: Finding[];
}

/** The estimate of a proposal as it can be computed; `null` when anything in it is wrong. */
export function readEstimate(
  head: EstimateHead,
  source: LineSource,
  prices: Omit<Pricing, 'tax'>,
  document: JsonDocument,
): { input: EstimateInput | null; findings: EstimateFindings } {
  const { taxMode, sections, packages, discount } = head.estimate;
  const own: Complain = (path, finding) => void findings.own.push({ ...finding, ...placeOf(document, path) });
  const findings: EstimateFindings = { own: [], lines: [...source.findings] };
  const tax = documentTax(head, prices, own);
  const priced = priceRows(source, { ...prices, tax });
  findings.lines.push(...priced.findings);
  const part = (text: string | undefined, path: JsonPath): Part | null => partAt(text, path, prices.currency, own);
  const unpaid: EstimateInput = {
    currency: prices.currency,
    decimals: minorDigits(prices.currency),
    locale: prices.locale,
    taxMode,
    discount: part(discount, ['estimate', 'discount']),
    groups: sections.map((section, index) => ({
      title: section.title,
      discount: part(section.discount, ['estimate', 'sections', index, 'discount']),
    })),
    packages: packages.map(({ about, ...rest }) => ({ ...rest, about: about ?? null })),
    lines: priced.inputs,
    payments: [],
  };
  // A column that nobody reads is only warned of: it must not cost the proposal its place.
  const sound = (): boolean => [...findings.own, ...findings.lines].every(({ severity }) => severity !== 'error');
  // Sums of an estimate that lacks a line would only mislead; so would places of payments when one cannot be read.
  const check = sound() ? checkEstimate : checkKnown;
  const payments = head.payments.flatMap(({ title, due, part: text }, index): PaymentInput[] => {
    const paid = isRest(text) ? 'rest' : part(text, ['payments', index, 'part']);
    return paid === null ? [] : [{ title, due, part: paid }];
  });
  const input = payments.length === head.payments.length ? { ...unpaid, payments } : unpaid;
  for (const fault of check(input)) place(fault, input, source, document, findings);
  return { input: sound() ? input : null, findings };
}

type Complain = (path: JsonPath, finding: Omit<Finding, 'row' | 'column'>) => void;

function partAt(text: string | undefined, path: JsonPath, currency: string, complain: Complain): Part | null {
  if (text === undefined) return null;
  const refusal = otherCurrency(text, currency);
  const part = refusal === null ? readPart(text, null) : null;
  if (part === null) complain(path, { ...badPart(text), ...refusal });
  return part;
}

/** Tax of lines that name none: the one the frontmatter names, else the only one the agency has on the day. */
function documentTax(head: EstimateHead, { taxes, day }: Omit<Pricing, 'tax'>, complain: Complain): LineTax | null {
  const { tax, taxMode } = head.estimate;
  if (tax === undefined) {
    if (taxMode === 'exempt' || taxMode === 'reverse-charge') return null;
    const ids = new Set(taxes.filter(({ id }) => taxOn(taxes, id, day) !== null).map(({ id }) => id));
    if (ids.size > 1) complain(['estimate'], severalTaxes([...ids]));
    const [first] = ids;
    return first === undefined ? null : taxOn(taxes, first, day);
  }
  const cell = estimateColumns.tax.read(tax.trim(), { mark: null, dateForm: null });
  if (!('value' in cell)) {
    complain(['estimate', 'tax'], badTax(tax, cell.mend));
    return null;
  }
  if (cell.value === null || cell.value === 'none') return null;
  if (taxMode === 'exempt' || taxMode === 'reverse-charge') {
    complain(['estimate', 'tax'], taxOfUntaxed(tax, taxMode));
    return null;
  }
  if ('rate' in cell.value) return { name: TAX_NAME, rate: cell.value.rate };
  const named = taxOn(taxes, cell.value.id, day);
  if (named === null) complain(['estimate', 'tax'], unknownTax(cell.value.id, { taxes, day }));
  return named;
}

const isRest = (text: string): boolean => ['rest', 'остаток'].includes(normalised(text));

/** Puts a fault where its author can find it: lines in their file, everything else in the frontmatter. */
function place(
  { at, ...fault }: EstimateFault,
  input: EstimateInput,
  source: LineSource,
  document: JsonDocument,
  findings: EstimateFindings,
): void {
  const finding = { ...fault, severity: 'error' as const };
  const [part, index, field] = at;
  if (part === 'lines') findings.lines.push({ ...finding, ...lineSpot(source, input, index, field) });
  else findings.own.push({ ...finding, ...placeOf(document, frontmatterPath(at)) });
}

function lineSpot(source: LineSource, { lines }: EstimateInput, index: unknown, field: unknown): Spot {
  if (typeof index !== 'number') return source.spot();
  const line = lines[index]!;
  // Rows that could not be priced are no lines; a line is called by the number of its row.
  const at = Number(line.id) - 1;
  const row = source.rows[at];
  const hourly = line.kind === 'hours';
  if (field === 'quantity') return source.spot(at, hourly && row?.quantity === null ? 'hours' : 'quantity');
  if (field === 'price') return source.spot(at, hourly && row?.price === null ? 'rate' : 'price');
  return source.spot(at, field as 'discount' | 'tax' | 'package');
}

const frontmatterPath = ([part, ...rest]: EstimateFault['at']): JsonPath => {
  if (part === 'payments') return ['payments', ...rest];
  return ['estimate', part === 'groups' ? 'sections' : (part ?? ''), ...rest];
};

function badPart(text: string): Omit<Finding, 'row' | 'column'> {
  return {
    code: 'bad-part',
    severity: 'error',
    found: quoted(text),
    expected: PART_EXPECTED,
    mend: {
      ru: 'впишите процент со знаком % или сумму без разделителя тысяч: 25000.50',
      en: 'write a percentage with its % sign, or an amount without a thousands mark: 25000.50',
    },
  };
}

function badTax(text: string, mend: Finding['mend']): Omit<Finding, 'row' | 'column'> {
  return { code: 'bad-tax', severity: 'error', found: quoted(text), expected: estimateColumns.tax.expected, mend };
}

function taxOfUntaxed(text: string, mode: TaxMode): Omit<Finding, 'row' | 'column'> {
  return {
    code: 'tax-not-expected',
    severity: 'error',
    found: quoted(text),
    expected: { ru: `смета без налога: taxMode: ${mode}`, en: `an estimate without tax: taxMode: ${mode}` },
    mend: {
      ru: 'уберите estimate.tax или смените estimate.taxMode',
      en: 'remove estimate.tax or change estimate.taxMode',
    },
  };
}

function severalTaxes(ids: string[]): Omit<Finding, 'row' | 'column'> {
  return {
    code: 'tax-not-named',
    severity: 'error',
    found: { ru: 'у агентства несколько налогов', en: 'the agency has several taxes' },
    expected: oneOf(ids),
    mend: { ru: 'назовите налог: estimate.tax', en: 'name the tax: estimate.tax' },
  };
}
