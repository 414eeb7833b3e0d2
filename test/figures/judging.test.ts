import { describe, expect, it } from 'vitest';
import { clientWith, figuresFor, fileOf, METRICS, target } from './samples.ts';

const FILES = [
  fileOf('2026.csv', [
    { date: '2026-09-10', channel: 'ads', values: { cost: '100.10', leads: '4' } },
    { date: '2026-10-01', channel: 'ads', values: { cost: '0.3', leads: '3' } },
  ]),
  fileOf('2025.csv', [{ date: '2025-10-01', channel: 'ads', values: { cost: '20', leads: '8' } }]),
];

it('a metric of which no direction is the better one is judged by its target alone', () => {
  const metrics = { ...METRICS, cost: { ...METRICS['cost']!, neutral: true } };
  const client = clientWith({ targets: [target('2026-10', 'cost', null, '5')] });
  const { totals } = figuresFor(FILES, '2026-10', { client, metrics });
  const [cost, cpl] = ['cost', 'cpl'].map((id) => totals.find(({ metric }) => metric === id)!);
  expect(cost!.againstPrevious).toMatchObject({ absolute: '-99.8', sense: 'neutral' });
  expect(cost!.againstYearAgo).toMatchObject({ absolute: '-19.7', relative: '-0.985', sense: 'neutral' });
  expect(cost!.targetSense).toBe('good');
  expect(cpl!.againstPrevious.sense).toBe('good');
});

describe('what was paid for nothing, and nothing that was paid', () => {
  const metrics = { ...METRICS, cost: { ...METRICS['cost']!, neutral: true } };
  const client = clientWith({ kpis: ['cpl'], targets: [target('2026-10', 'cpl', null, '50')] });
  const days = (month: string, cost: string, leads: string) =>
    Array.from({ length: 30 }, (_, at) => ({
      date: `${month}-${String(at + 1).padStart(2, '0')}`,
      channel: 'ads',
      values: { cost, leads },
    }));
  const cplOf = (october: { cost: string; leads: string }, asOf = '2026-11-04') => {
    const rows = [...days('2026-09', '45', '1'), ...days('2026-10', october.cost, october.leads)];
    const last = { date: '2026-10-31', channel: 'ads', values: october };
    return figuresFor([fileOf('a.csv', [...rows, last])], '2026-10', { client, metrics, asOf }).kpis[0]!;
  };

  it('a cost per lead of a month without spend is neither within its target nor better than before', () => {
    const cpl = cplOf({ cost: '0', leads: '2' });
    expect(cpl).toMatchObject({ value: '0', target: '50', targetDone: null, targetSense: 'neutral' });
    expect(cpl.againstPrevious).toMatchObject({ from: '45', relative: '-1', sense: 'neutral' });
  });

  it('spend that brought no lead has missed the target of a cost per lead, which has no value', () => {
    const cpl = cplOf({ cost: '90', leads: '0' });
    expect(cpl).toMatchObject({ value: null, target: '50', targetDone: null, targetSense: 'bad' });
  });

  it('while the month runs, leads may still come of what was spent', () => {
    const running = cplOf({ cost: '90', leads: '0' }, '2026-10-04');
    expect(running).toMatchObject({ value: null, targetSense: 'neutral' });
  });
});
