import { expect, it } from 'vitest';
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
