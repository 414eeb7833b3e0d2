import type { PeriodFigures } from '../figures/period-figures.ts';
import type { Period } from '../types/period.ts';
import type { Problem } from '../types/problem.ts';
import type { Client } from '../types/workspace.ts';

export function quotedProblems(_client: Client, _period: Period, _figures: PeriodFigures): Problem[] {
  return [];
}
