import type { DealsRule, SourceRule } from '../types/workspace.ts';
import type { DealsFormat, Format, Meaning } from './format.ts';
import { headerBase, type Column } from './headers.ts';
import type { MetricColumn } from './metric-columns.ts';

/** Which columns of a list of deals are what. Indexes are 0-based. */
export interface DealPlan {
  created: number;
  closed: number | null;
  stage: number | null;
  amount: MetricColumn | null;
  /** Stages that mean a sale, as `stageKey` writes them. */
  won: ReadonlySet<string>;
}

/** The columns of deals that `sources.json` names, or the CRM's own; `null` when rows are not deals. */
export function dealPlan(
  format: Format,
  columns: readonly Column[],
  known: ReadonlyMap<string, Meaning>,
  rule: SourceRule | undefined,
): DealPlan | null {
  if (!format.deals) return null;
  const first = (part: keyof DealsFormat): Column | undefined =>
    columns.find((column) => known.get(column.base)?.id === part);
  const created = first('created');
  if (!created) return null;
  const amount = first('amount');
  return {
    created: created.index,
    closed: first('closed')?.index ?? null,
    stage: first('stage')?.index ?? null,
    amount: amount ? { metric: 'revenue', column: amount, money: true } : null,
    won: new Set((rule?.deals?.won ?? format.deals.won).map(stageKey)),
  };
}

/** A stage's name in a form that compares. */
export function stageKey(stage: string): string {
  return stage
    .normalize('NFKC')
    .replace(/["«»“”]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** The format with the headers that `sources.json` declares for deals in place of the CRM's own. */
export function withDeclaredDeals(format: Format, rule: SourceRule | undefined): Format {
  const declared = rule?.deals;
  if (!format.deals || !declared) return format;
  const own = format.deals;
  const named = (part: 'created' | 'closed' | 'stage' | 'amount'): readonly string[] =>
    declared[part] === undefined ? own[part] : [declared[part]];
  const taken = new Set<string>(declaredHeaders(declared).map(headerBase));
  const free = Object.entries(format.dimensions).map(
    ([id, headers]) => [id, headers.filter((header) => !taken.has(headerBase(header)))] as const,
  );
  return {
    ...format,
    signatures: declared.created === undefined ? format.signatures : [[declared.created]],
    dimensions: { ...Object.fromEntries(free), ...(declared.id === undefined ? {} : { deal: [declared.id] }) },
    deals: {
      ...own,
      created: named('created'),
      closed: named('closed'),
      stage: named('stage'),
      amount: named('amount'),
    },
  };
}

function declaredHeaders({ created, closed, stage, amount }: DealsRule): string[] {
  return [created, closed, stage, amount].filter((header) => header !== undefined);
}
