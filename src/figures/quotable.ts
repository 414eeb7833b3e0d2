import type { Change, Comparison, Decimal } from '../types/figures.ts';
import { changeBetween } from './comparison.ts';
import { divide, exact, maybe, plain, round, signOf, subtract } from './exact.ts';
import type { PeriodFigures } from './period-figures.ts';
import type { QuotableValue } from './quoted.ts';

type Unit = Comparison['unit'];

/**
 * Every figure of a period that a note may quote: values with what they are compared with and by how much they
 * changed, of the whole and of each channel; the channels' shares; plan, fact and pacing.
 */
export function quotableValues(figures: PeriodFigures): QuotableValue[] {
  const { totals, byChannel, mediaPlan } = figures;
  const channels = Object.values(byChannel).flat();
  const values = [
    ...[...totals, ...channels].flatMap(ofComparison),
    ...channels.flatMap((line) => shareOfTotal(line, totals)),
    ...(mediaPlan ? ofMediaPlan(mediaPlan) : []),
  ];
  return [...new Map(values.map((one) => [`${one.unit} ${one.value}`, one])).values()];
}

function ofComparison(line: Comparison): QuotableValue[] {
  // Also against a stretch of which a part is known: the report is silent there, the manager may have words for it.
  const changes = [line.previous, line.yearAgo, line.target].map((from) =>
    changeBetween(maybe(from), maybe(line.value), line.better),
  );
  return [
    ...[line.value, line.previous, line.yearAgo, line.target].flatMap((value) => known(value, valueUnit(line.unit))),
    ...changes.flatMap((change) => ofChange(change, line.unit)),
    ...known(line.targetDone, 'percent'),
  ];
}

function ofChange(change: Change, unit: Unit): QuotableValue[] {
  const { from, to, absolute, relative } = change;
  return [
    ...known(absolute, unit === 'percent' ? 'points' : valueUnit(unit)),
    ...(unit === 'percent' ? shownPointsOf(change) : []),
    ...known(relative, 'percent'),
    ...quotient(to, from, 'times'),
    ...quotient(from, to, 'times'),
  ];
}

/** Points between percentages as they are printed, with none, one or two digits after the point. */
function shownPointsOf({ from, to }: Change): QuotableValue[] {
  if (from === null || to === null) return [];
  return [2, 3, 4].flatMap((digits) =>
    known(plain(subtract(round(exact(to), digits), round(exact(from), digits))), 'points'),
  );
}

/** What part of the total the channel brings; a ratio has no parts. */
function shareOfTotal(line: Comparison, totals: Comparison[]): QuotableValue[] {
  if (line.unit === 'percent') return [];
  return quotient(line.value, totals.find(({ metric }) => metric === line.metric)?.value ?? null, 'percent');
}

function ofMediaPlan({ rows, total, pacing }: NonNullable<PeriodFigures['mediaPlan']>): QuotableValue[] {
  const columns = [...rows, total].flatMap((row) => Object.entries(row.columns));
  return [
    ...columns.flatMap(([column, { plan, fact, done }]) => {
      const unit = column === 'budget' ? 'money' : 'count';
      const ends = [plan, fact].flatMap((value) => known(value, valueUnit(unit)));
      return [...ends, ...known(done, 'percent'), ...ofChange(changeBetween(maybe(plan), maybe(fact), 'higher'), unit)];
    }),
    ...pacing.flatMap(({ budget, spent, due, pace, projection }) => [
      ...[budget, spent, due, projection].flatMap((value) => known(value, 'money')),
      ...[budget, due].flatMap((planned) => rest(planned, spent)),
      ...known(pace, 'percent'),
      ...ofChange(changeBetween(maybe(budget), maybe(projection), 'higher'), 'money'),
    ]),
  ];
}

/** What is left of a budget. */
function rest(planned: Decimal, spent: Decimal): QuotableValue[] {
  if (planned === null || spent === null) return [];
  return known(plain(subtract(exact(planned), exact(spent))), 'money');
}

function quotient(part: Decimal, whole: Decimal, unit: QuotableValue['unit']): QuotableValue[] {
  if (part === null || whole === null || signOf(exact(whole)) === 0) return [];
  return known(plain(divide(exact(part), exact(whole))!), unit);
}

function known(value: Decimal, unit: QuotableValue['unit']): QuotableValue[] {
  return value === null ? [] : [{ value, unit }];
}

function valueUnit(unit: Unit): QuotableValue['unit'] {
  return unit === 'money' || unit === 'percent' ? unit : 'number';
}
