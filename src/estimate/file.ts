import type { Estimate, EstimateFile, EstimateFileLine, EstimateLine, EstimateSection } from '../types/estimate.ts';
import type { Proposal } from '../types/proposal.ts';

/** `estimate.json` of a proposal: the promised shape, nothing more. */
export function estimateFile(
  { number, version }: Pick<Proposal, 'number' | 'version'>,
  estimate: Estimate,
): EstimateFile {
  const { currency, sections, options, packages, discount, taxes, total, words, payments } = estimate;
  return {
    number,
    version,
    currency,
    sections: sections.map(sectionOf),
    options: options.lines.map((line) => ({ ...lineOf(line), section: line.section })),
    packages: packages.map(({ title, recommended, sections: own, net, total: whole }) => ({
      ...{ title, recommended, sections: own.map(sectionOf), net, total: whole },
    })),
    discount,
    taxes: taxes.map(({ rate, base, amount }) => ({ rate, base, amount })),
    total,
    words,
    payments: payments.map(({ title, due, amount }) => ({ title, due, amount })),
  };
}

function sectionOf({ title, lines, net }: EstimateSection): EstimateFile['sections'][number] {
  return { title, lines: lines.map(lineOf), net };
}

function lineOf({ title, kind, quantity, unit, price, discount, net, tax }: EstimateLine): EstimateFileLine {
  return { title, kind, quantity, unit, price, discount, net, tax: tax === null ? null : tax.rate };
}
