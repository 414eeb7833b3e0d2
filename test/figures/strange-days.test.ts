import { expect, it } from 'vitest';
import { gatherFacts } from '../../src/figures/facts.ts';
import { strangeDays } from '../../src/figures/strange-days.ts';
import { localText } from '../../src/locale/text.ts';
import { clientWith, fileOf, METRICS, type Row } from './samples.ts';

const row = (date: string): Row => ({ date, channel: 'ads', values: { cost: '1' } });

it('rows of a mistyped year are told by file and day; an earlier as-of day makes no day strange', () => {
  const files = [
    fileOf('late.csv', [row('2026-10-01'), row('2062-10-02')]),
    fileOf('early.csv', [row('0206-10-03'), row('2026-10-03')]),
    fileOf('right.csv', [row('2026-06-01'), row('2026-12-04')]),
  ];
  const { value: facts } = gatherFacts(clientWith(), files, METRICS);
  const told = strangeDays(clientWith(), facts, '2026-11-04');
  expect(told.map(({ file, severity, found }) => [file.split('/').at(-1), severity, localText(found, 'ru')])).toEqual([
    ['early.csv', 'warning', 'строки за 3\u00a0октября 0206 посчитаны за этот день'],
    ['late.csv', 'warning', 'строки за 2\u00a0октября 2062 посчитаны за этот день'],
  ]);
  const { value: sound } = gatherFacts(clientWith(), files.slice(2), METRICS);
  for (const asOf of ['2020-01-01', '2026-01-05', '2029-01-01'])
    expect(strangeDays(clientWith(), sound, asOf)).toEqual([]);
});
