import { NBSP } from '../../locale/signs.ts';
import type { MetricCard, ReportModel } from '../../types/report.ts';

interface Formula {
  numerator: string;
  denominator: string;
  factor?: number;
}

/** «Расход ÷ Заявки», with the factor when there is one: «Расход ÷ Показы × 1000». */
export function formulaText(metrics: Record<string, MetricCard>, formula: Formula): string {
  const name = (id: string): string => metrics[id]?.name ?? id;
  return `${name(formula.numerator)}${NBSP}÷${NBSP}${name(formula.denominator)}${factorText(formula)}`;
}

/** The same with the report's figures, « = 45 120,00 ₽ ÷ 51»; empty when one of them is unknown. */
export function formulaValues(
  report: Pick<ReportModel, 'totals'>,
  formula: Formula,
  print: (metric: string, value: string | null) => string,
): string {
  const value = (id: string): string | null => report.totals.find(({ metric }) => metric === id)?.value ?? null;
  const { numerator, denominator } = formula;
  if (value(numerator) === null || value(denominator) === null) return '';
  return ` = ${print(numerator, value(numerator))} ÷ ${print(denominator, value(denominator))}${factorText(formula)}`;
}

/** « × 1000»; empty without a factor. */
export const factorText = ({ factor }: Formula): string =>
  factor === undefined || factor === 1 ? '' : `${NBSP}×${NBSP}${factor}`;
