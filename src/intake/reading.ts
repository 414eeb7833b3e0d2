import type { FactStore } from './fact-store.ts';
import type { PlanContext } from './metric-columns.ts';
import type { Currencies } from './money.ts';
import type { ProblemList } from './problems.ts';

/** What the tables of one file share while they are read. */
export interface Reading {
  context: PlanContext;
  store: FactStore;
  currencies: Currencies;
  problems: ProblemList;
}
