import fc from 'fast-check';
import type { ChartPart, ChartSeries, ChartSpec } from '../../src/charts/types.ts';
import { days, formats, months } from './examples.ts';

const word = fc.stringMatching(/^[А-Яа-яA-Za-z]{1,14}$/);
const name = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const size = fc.constantFrom('wide' as const, 'narrow' as const);
const base = { id: 'any', title: 'T', description: 'D' };

const value = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 5000 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 5_000_000 }).map((whole) => whole / 1000) },
  { weight: 1, arbitrary: fc.constantFrom(null, 0, 3_400_000_000, 0.004) },
  { weight: 1, arbitrary: fc.integer({ min: -900, max: -1 }) },
);

/** Charts over labels with any names, values, gaps, events and targets. */
export const labelled = (kind: 'line' | 'bar' | 'stacked-bar'): fc.Arbitrary<ChartSpec> =>
  fc
    .record({
      locale: fc.constantFrom('ru' as const, 'en' as const),
      unit: fc.constantFrom('count' as const, 'money' as const, 'percent' as const),
      size,
      labelKind: fc.constantFrom('day' as const, 'month' as const, ...(kind === 'line' ? [] : (['text'] as const))),
      count: fc.integer({ min: 1, max: 26 }),
      names: fc.array(name, { minLength: 1, maxLength: kind === 'bar' ? 2 : 14 }),
      rows: fc.array(name, { minLength: 26, maxLength: 26 }),
      events: fc.array(fc.record({ date: fc.constantFrom(...days), title: name }), { maxLength: 5 }),
      target: fc.option(fc.integer({ min: 1, max: 6000 }), { nil: undefined }),
    })
    .chain(({ names, count, labelKind, locale, unit, rows, target, ...rest }) =>
      fc
        .array(fc.array(value, { minLength: count, maxLength: count }), {
          minLength: names.length,
          maxLength: names.length,
        })
        .map((values) => {
          const labels = { day: days, month: months, text: rows }[labelKind].slice(-count);
          const series = names.map((one, i): ChartSeries => ({ id: `s${i}`, name: one, values: values[i]! }));
          const format = formats(locale)[unit];
          const goal = kind === 'line' && target ? { target: { values: labels.map(() => target) } } : {};
          return { ...base, kind, labels, labelKind, series, format, ...goal, ...rest } as ChartSpec;
        }),
    );

/** Fact and plan over months or names. */
export const planFact = labelled('bar').map((spec): ChartSpec => {
  if (spec.kind !== 'bar') return spec;
  const { labels, labelKind, format, series } = spec;
  const [fact, plan = fact] = series as [ChartSeries, ChartSeries?];
  return { ...base, kind: 'plan-fact', size: spec.size!, labels, labelKind, format, fact, plan };
});

/** A course without axes. */
export const sparkline = labelled('line').map((spec): ChartSpec => {
  if (spec.kind !== 'line') return spec;
  const { labels, labelKind, format, series } = spec;
  return { ...base, kind: 'sparkline', width: 112, height: 32, labels, labelKind, format, series: series.slice(0, 1) };
});

const parts = (min: number): fc.Arbitrary<(ChartPart & { value: number })[]> =>
  fc
    .array(fc.record({ name, value: fc.integer({ min, max: 100_000 }) }), { minLength: 1, maxLength: 14 })
    .map((all) => all.map((part, i) => ({ id: `p${i}`, ...part })));

export const doughnut = fc
  .tuple(parts(0), size)
  .map(([all, own]): ChartSpec => ({ ...base, kind: 'doughnut', size: own, format: formats('ru').money, parts: all }));

export const waterfall = fc
  .tuple(parts(-100_000), fc.integer({ min: -1000, max: 1_000_000 }), size)
  .map(([contributions, from, own]): ChartSpec => {
    const to = contributions.reduce((sum, part) => sum + part.value, from);
    return {
      ...base,
      kind: 'waterfall',
      size: own,
      format: formats('en').count,
      better: 'higher',
      start: { id: 'start', name: 'May', value: from },
      contributions,
      end: { id: 'end', name: 'June', value: to },
    };
  });
