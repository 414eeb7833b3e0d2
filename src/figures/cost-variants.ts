import type { IntakeFile } from '../types/intake.ts';
import type { Problem } from '../types/problem.ts';
import type { Client } from '../types/workspace.ts';
import { mixedCostVariants } from './problems.ts';

/** Cost with and without VAT or commission are different figures: the files of one source must agree on one. */
export function checkCostVariants(client: Client, files: IntakeFile[]): Problem[] {
  const first = new Map<string, IntakeFile>();
  return files
    .filter((file) => file.costVariant && file.feeds.includes('cost'))
    .flatMap((file) => {
      const other = first.get(file.source);
      if (!other) first.set(file.source, file);
      return other && other.costVariant !== file.costVariant ? [mixedCostVariants(client, other, file)] : [];
    });
}
