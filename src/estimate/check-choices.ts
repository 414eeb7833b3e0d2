import type { EstimateInput } from '../types/estimate.ts';
import { includedLines } from './compute.ts';
import * as fault from './faults.ts';
import type { EstimateFault } from './faults.ts';

/** Packages and the lines that name them. */
export function checkPackages(input: EstimateInput): EstimateFault[] {
  const { packages, lines } = input;
  const faults = [...unknownPackages(input), ...recommendations(input)];
  const mandatory = lines.filter(({ optional }) => !optional);
  packages.forEach(({ id, title }, index) => {
    if (mandatory.some((line) => line.package === id)) return;
    faults.push({ code: 'empty-package', at: ['packages', index], ...fault.emptyPackage(title) });
  });
  if (mandatory.length === 0) faults.push({ code: 'no-lines', at: ['lines'], ...fault.noLines() });
  return faults;
}

/** Packages of which not exactly one is recommended. */
export function recommendations({ packages }: EstimateInput): EstimateFault[] {
  const recommended = packages.filter((each) => each.recommended).length;
  if (packages.length === 0 || recommended === 1) return [];
  return [{ code: 'recommended-package', at: ['packages'], ...fault.recommendedCount(recommended) }];
}

/** Lines of packages there are not. */
export function unknownPackages({ packages, lines }: EstimateInput): EstimateFault[] {
  const ids = packages.map(({ id }) => id);
  return lines.flatMap((line, index): EstimateFault[] => {
    if (line.package === null || ids.includes(line.package)) return [];
    return [{ code: 'unknown-package', at: ['lines', index, 'package'], ...fault.unknownPackage(line.package, ids) }];
  });
}

/**
 * The choices at which sums are least and greatest: every package bare, with each option alone (a section may
 * consist of options only), and with all of them.
 */
export function choicesOf(input: EstimateInput): Set<string>[] {
  const options = input.lines.filter(({ optional }) => optional).map(({ id }) => id);
  const ticked = [new Set<string>(), ...options.map((id) => new Set([id])), new Set(options)];
  const packages = input.packages.length === 0 ? [null] : input.packages.map(({ id }) => id);
  return packages.flatMap((chosen) => ticked.map((each) => includedLines(input, chosen, each)));
}
