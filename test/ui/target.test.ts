import { expect, it } from 'vitest';
import { formatter } from '../../src/locale/format.ts';
import { words } from '../../src/locale/words.ts';
import type { Comparison } from '../../src/types/figures.ts';
import type { Locale } from '../../src/types/locale.ts';
import type { ReportModel } from '../../src/types/report.ts';
import { unjudgedBy } from '../../src/ui/report/unjudged.ts';
import { targetsText, targetText } from '../../src/ui/report/target.ts';
import { fixtureReport } from './fixture-model.ts';

const [sample] = fixtureReport({ locale: 'ru' }).kpis;
const withTarget = (targetSense: Comparison['targetSense']): Comparison => ({
  ...sample!,
  targetDone: '0.24',
  targetSense,
});
const said = (locale: Locale, running: boolean, [met, of]: readonly [number, number]): string => {
  const aimed = Array.from({ length: of }, (_, at) => withTarget(at < met ? 'good' : 'bad'));
  const aimless = { ...sample!, target: null, targetDone: null, targetSense: 'bad' } as const;
  return targetsText([...aimed, aimless], running, words(locale)).replaceAll('\u00a0', ' ');
};

const CASES = [
  [0, 1],
  [1, 1],
  [0, 7],
  [1, 7],
  [2, 7],
  [5, 7],
  [7, 7],
  [21, 22],
] as const;

it('targets of a period still running are told by pace: none of them is missed yet', () => {
  expect(CASES.map((one) => said('ru', true, one))).toEqual([
    'Пока идём хуже плана',
    'Пока идём по плану',
    'По плану не идёт ни один показатель из 7',
    'По плану идёт 1 показатель из 7',
    'По плану идут 2 показателя из 7',
    'По плану идут 5 показателей из 7',
    'По плану идут все показатели',
    'По плану идёт 21 показатель из 22',
  ]);
  expect(CASES.map((one) => said('en', true, one))).toEqual([
    'Not on pace for the target',
    'On pace for the target',
    'None of 7 targets on pace',
    '1 of 7 targets on pace',
    '2 of 7 targets on pace',
    '5 of 7 targets on pace',
    'Every target on pace',
    '21 of 22 targets on pace',
  ]);
});

it('targets of a period that has ended are met or not; a metric without a target is not counted', () => {
  expect(CASES.slice(0, 3).map((one) => said('ru', false, one))).toEqual([
    'План не выполнен',
    'План выполнен',
    'План не выполнен ни по одному показателю из 7',
  ]);
  expect(said('en', false, [6, 7])).toBe('6 of 7 targets met');
  for (const running of [true, false]) expect(said('ru', running, [0, 0])).toBe('Целей на период не ставили');
});

it('targets that incomplete data do not tell of are neither met nor missed, and are counted apart', () => {
  const of = (...senses: Comparison['targetSense'][]) => senses.map(withTarget);
  const told = (locale: Locale, kpis: Comparison[], running = false) =>
    targetsText(kpis, running, words(locale)).replaceAll('\u00a0', ' ');
  const some = of('good', 'bad', 'neutral', 'good', 'neutral');
  expect(told('ru', some)).toBe('План выполнен по 2 показателям из 5, по 2 не оценить: данные неполные');
  expect(told('ru', some, true)).toBe('Идём по плану по 2 показателям из 5, по 2 не оценить: данные неполные');
  expect(told('en', some)).toBe('2 of 5 targets met; 2 cannot be judged: data is incomplete');
  const none = of('bad', 'neutral', 'neutral');
  expect(told('ru', none)).toBe('План не выполнен по 1 показателю из 3, по 2 не оценить: данные неполные');
  expect(told('en', none)).toBe('1 of 3 targets not met; 2 cannot be judged: data is incomplete');
  expect(told('ru', of('neutral'))).toBe('Данные неполные: выполнение плана не оценить');
  expect(told('en', of('neutral', 'neutral'))).toBe('Data is incomplete: the targets cannot be judged');
  const f = formatter('ru', 'RUB');
  const one = targetText(withTarget('neutral'), false, { f, w: words('ru') });
  expect(one.replaceAll('\u00a0', ' ')).toBe('24 % плана, данные неполные');
});

it('what should be low is over its limit once it is above it, and over pace where it only comes too fast', () => {
  const told = (targetDone: string, targetSense: Comparison['targetSense'], running: boolean) =>
    (['ru', 'en'] as const).map((locale) => {
      const one = { ...sample!, better: 'lower' as const, targetDone, targetSense };
      const f = formatter(locale, 'RUB');
      return targetText(one, running, { f, w: words(locale) }).replaceAll('\u00a0', ' ');
    });
  expect(told('1.22', 'bad', false)).toEqual(['122 % плана, выше предела', '122% of target, over the limit']);
  expect(told('0.8', 'good', false)).toEqual(['80 % плана, в пределах', '80% of target, within']);
  // Half the budget is gone in a third of the month: nothing is over a limit yet.
  expect(told('0.5', 'bad', true)).toEqual(['50 % плана, сверх темпа', '50% of target, over pace']);
  expect(told('1.05', 'bad', true)).toEqual(['105 % плана, выше предела', '105% of target, over the limit']);
});

it('a sum that has come to its target in a running period is met, not only on pace', () => {
  const told = (locale: Locale, running: boolean, targetReached: boolean) => {
    const one = { ...withTarget('good'), better: 'higher' as const, targetDone: '1.05', targetReached };
    return targetText(one, running, { f: formatter(locale, 'RUB'), w: words(locale) }).replaceAll('\u00a0', ' ');
  };
  expect([told('ru', true, true), told('en', true, true)]).toEqual(['105 % плана, выполнен', '105% of target, met']);
  expect(told('en', true, false)).toBe('105% of target, on pace');
});

it('a figure without a verdict is explained by the stretch that lacks days', () => {
  const report = fixtureReport({ locale: 'ru' });
  const { previous, yearAgo } = report.compared;
  const known = { ...sample!, targetSense: 'good' } as const;
  const unknown = { from: '5', to: '4', absolute: null, relative: null, sense: 'neutral' } as const;
  const gaps = report.gaps.slice(0, 1);
  expect(gaps).toHaveLength(1);
  const by = (kpi: Comparison, parts: Partial<ReportModel> = {}) =>
    unjudgedBy({ ...report, began: null, gaps: [], kpis: [kpi], ...parts });
  expect(by(known)).toEqual({ current: false, earlier: [] });
  expect(by({ ...known, againstPrevious: unknown })).toEqual({ current: false, earlier: [previous] });
  expect(by({ ...known, againstYearAgo: unknown }, { gaps })).toEqual({ current: false, earlier: [yearAgo] });
  const silent = { ...known, targetDone: null, againstPrevious: unknown, againstYearAgo: unknown };
  expect(by(silent, { gaps })).toEqual({ current: true, earlier: [] });
  expect(by(silent)).toEqual({ current: false, earlier: [previous, yearAgo] });
  expect(by(withTarget('neutral'))).toMatchObject({ current: true });
  // The head of its column says that the data are younger.
  expect(by({ ...known, againstPrevious: unknown }, { began: '2026-09-12' })).toEqual({ current: false, earlier: [] });
});

it('money that brought nothing is over its limit and counts among the targets, though no share of the target is known', () => {
  const one = { ...sample!, better: 'lower', value: null, target: '50', targetDone: null, targetSense: 'bad' } as const;
  const said = (locale: Locale) => targetText(one, false, { f: formatter(locale, 'RUB'), w: words(locale) });
  expect([said('ru'), said('en')]).toEqual(['выше предела', 'over the limit']);
  expect(targetsText([withTarget('good'), one], false, words('en'))).toBe('1 of 2 targets met');
});
