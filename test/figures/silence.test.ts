import { describe, expect, it } from 'vitest';
import { eachDay } from '../../src/figures/period.ts';
import { localText } from '../../src/locale/text.ts';
import type { IntakeFile } from '../../src/types/intake.ts';
import type { Client } from '../../src/types/workspace.ts';
import { clientWith, figuresFor, fileOf, target, type Row } from './samples.ts';

const row = (date: string, channel: string, values: Record<string, string>): Row => ({ date, channel, values });

/** What days without data keep from being judged. */

describe('days without data', () => {
  const days = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) =>
      row(`2026-10-${String(from + i).padStart(2, '0')}`, 'ads', { leads: '1' }),
    );
  const daily = (from: string, to: string) => eachDay({ from, to }).map((date) => row(date, 'ads', { leads: '1' }));
  const september = (gap: number[], values = { leads: '1' }) =>
    eachDay({ from: '2026-09-01', to: '2026-09-30' })
      .filter((date) => !gap.includes(Number(date.slice(8))))
      .map((date) => row(date, 'ads', values));
  const judged = ({ kpis }: ReturnType<typeof figuresFor>, metric = 'leads') =>
    kpis.find((one) => one.metric === metric)!.againstPrevious.absolute !== null;

  it.each([
    ['a day', [14]],
    ['a week', [8, 9, 10, 11, 12, 13, 14]],
  ])('does not judge by a month in whose middle %s is missing, and says so', (_, gap) => {
    const october = figuresFor([fileOf('a.csv', [...days(1, 31), ...september(gap)])], '2026-10');
    expect(october.kpis[0]).toMatchObject({
      previous: String(30 - gap.length),
      againstPrevious: { absolute: null, relative: null, sense: 'neutral' },
    });
    const told = october.problems.filter(({ code }) => code === 'incomplete-comparison');
    expect(told.map(({ found }) => localText(found, 'en'))).toEqual([
      expect.stringContaining(`source “ads” has no data for ${gap.length} of 30 days: September`),
    ]);
    expect(localText(told[0]!.found, 'ru')).toContain(`нет данных за ${gap.length} из 30 дней`);
  });

  it('judges the month in which a source was switched off, when its last day is declared', () => {
    const others = [...september([]), ...days(1, 31)].map((one) => ({ ...one, channel: 'maps' }));
    const files = [fileOf('a.csv', [...september([]), ...days(1, 9)]), fileOf('b.csv', others, { source: 'maps' })];
    const switchedOff = (until?: string) => {
      const rule: Client['sources']['sources'] = until === undefined ? {} : { ads: { until } };
      const targets = [target('2026-10', 'leads', null, '60')];
      const client = clientWith({ targets, sources: { sources: rule, precedence: {} } });
      return figuresFor(files, '2026-10', { client, asOf: '2026-11-04' });
    };
    const unknown = switchedOff();
    expect(judged(unknown)).toBe(false);
    expect(unknown.problems.map(({ code }) => code)).toEqual(['coverage', 'stale']);
    expect(localText(unknown.problems[1]!.mend, 'ru')).toContain('"sources": {"ads":{"until":"2026-10-09"}}');
    const told = switchedOff('2026-10-09');
    expect(judged(told)).toBe(true);
    expect(told.kpis[0]!.targetSense).toBe('bad');
    expect([told.problems, told.gaps]).toEqual([[], []]);
    // Days before the last one are missing as ever.
    const later = switchedOff('2026-10-12');
    expect(judged(later)).toBe(false);
    expect(localText(later.problems[0]!.mend, 'en')).toMatch(/export them: October\u00a010–12, 2026$/);
  });

  it('tells of the day of the data as long as the period runs', () => {
    const mend = (asOf: string) =>
      localText(
        figuresFor([fileOf('a.csv', days(1, 9))], '2026-10', { asOf }).problems.find(({ code }) => code === 'stale')!
          .mend,
        'en',
      );
    expect(mend('2026-10-20')).toContain('--as-of 2026-10-10');
    expect(mend('2026-11-04')).not.toContain('--as-of');
  });

  it('does not judge a month in whose own middle days are missing', () => {
    const october = figuresFor([fileOf('a.csv', [...days(1, 11), ...days(19, 31), ...september([])])], '2026-10');
    expect(october.kpis[0]).toMatchObject({
      ...{ value: '24', previous: '30' },
      againstPrevious: { absolute: null, relative: null, sense: 'neutral' },
    });
    expect(october.problems.map(({ code }) => code)).toContain('coverage');
  });

  it('does not judge a month whose data end early, nor the month that has it beside it', () => {
    const late = [...september([]), ...days(1, 27)];
    const client = clientWith({ targets: [target('2026-10', 'leads', null, '28')] });
    const october = figuresFor([fileOf('a.csv', late)], '2026-10', { client, asOf: '2026-11-04' });
    expect(october.kpis[0]).toMatchObject({
      ...{ value: '27', previous: '30', target: '28', targetDone: '0.9642857143', targetSense: 'neutral' },
      againstPrevious: { from: '30', to: '27', absolute: null, sense: 'neutral' },
    });
    const reached = clientWith({ targets: [target('2026-10', 'leads', null, '27')] });
    const met = figuresFor([fileOf('a.csv', late)], '2026-10', { client: reached, asOf: '2026-11-04' });
    // The days that are missing cannot take back what has been reached.
    expect(met.kpis[0]!.targetSense).toBe('good');
    const other = fileOf(
      'b.csv',
      eachDay({ from: '2026-09-01', to: '2026-11-10' }).map((date) => row(date, 'seo', { cost: '1' })),
      {
        source: 'b',
      },
    );
    const november = figuresFor([fileOf('a.csv', late), other], '2026-11', { asOf: '2026-11-11' });
    expect(judged(november)).toBe(false);
  });

  it('does not judge by its targets the month in which a client began, nor the few first days of one', () => {
    const client = clientWith({ targets: [target('2026-10', 'leads', null, '28')] });
    const sense = (rows: Row[], asOf = '2026-11-04') =>
      figuresFor([fileOf('a.csv', rows)], '2026-10', { client, asOf }).kpis[0]!.targetSense;
    expect(sense(days(9, 31))).toBe('neutral');
    expect(sense(days(1, 31).slice(1))).toBe('good');
    expect(sense(days(1, 5))).toBe('neutral');
    // Of working days alone: the month began on a Thursday.
    const working = days(1, 31).filter((_, index) => ![2, 3].includes(index % 7));
    expect(sense(working)).toBe('bad');
    // Its November began on a Monday, the calendar's on the Sunday before.
    const november = eachDay({ from: '2026-11-02', to: '2026-11-30' })
      .filter((_, index) => index % 7 < 5)
      .map((date) => row(date, 'ads', { leads: '1' }));
    const busy = clientWith({ targets: [target('2026-11', 'leads', null, '28')] });
    const since = figuresFor([fileOf('a.csv', november)], '2026-11', { client: busy, asOf: '2026-12-04' });
    expect(since.kpis[0]!.targetSense).toBe('bad');
    expect(sense([...september([]), ...days(1, 31)].slice(4))).toBe('good');
    // What has run on for so long is counted by its pace, however it began.
    expect(sense(days(1, 12), '2026-10-13')).toBe('good');
  });

  it('judges a month that its files were asked about to its end, and a source that was switched off', () => {
    const late = [...september([]), ...days(1, 12)];
    const asked = (parts: Partial<IntakeFile>) =>
      judged(figuresFor([fileOf('a.csv', late, parts)], '2026-10', { asOf: '2026-11-04' }));
    const period = { from: '2026-09-01', to: '2026-10-31' };
    expect(asked({})).toBe(false);
    expect(asked({ period })).toBe(true);
    expect(asked({ period, freshness: '2026-10-13' })).toBe(false);
    const others = eachDay({ from: '2026-09-01', to: '2026-11-30' }).map((date) => row(date, 'seo', { leads: '1' }));
    const files = [fileOf('a.csv', late), fileOf('b.csv', others, { source: 'b' })];
    expect(judged(figuresFor(files, '2026-10', { asOf: '2026-12-04' }))).toBe(true);
  });

  it('judges what the silent source does not feed', () => {
    const client = clientWith({ kpis: ['leads', 'cost', 'cpl'] });
    const cost = eachDay({ from: '2026-09-01', to: '2026-10-31' }).map((date) => row(date, 'ads', { cost: '2' }));
    const files = [fileOf('b.csv', cost, { source: 'b' }), fileOf('a.csv', [...september([]), ...days(1, 27)])];
    const october = figuresFor(files, '2026-10', { client, asOf: '2026-11-04' });
    expect(['leads', 'cost', 'cpl'].map((metric) => judged(october, metric))).toEqual([false, true, false]);
  });

  it('does not judge a channel by the days it lacks, though the whole is known', () => {
    const seo = [...days(1, 31), ...september([])].map((one) => ({ ...one, channel: 'seo' }));
    const files = [fileOf('a.csv', [...september([]), ...days(1, 11), ...days(14, 31), ...seo])];
    const october = figuresFor(files, '2026-10');
    expect(judged(october)).toBe(true);
    expect(judged({ ...october, kpis: october.byChannel['seo']! })).toBe(true);
    expect(judged({ ...october, kpis: october.byChannel['ads']! })).toBe(false);
  });

  it('tells readers of silences and late beginnings, not of a channel that began, ended or is seldom used', () => {
    const of = (channel: string, rows: Row[]) => rows.map((one) => ({ ...one, channel }));
    const all = [...september([]), ...days(1, 31)];
    const rows = [
      ...of('whole', all),
      ...of('ended', [...september([]), ...days(1, 12)]),
      ...of('began', days(15, 31)),
      ...of(
        'letters',
        all.filter((_, index) => index % 5 === 0),
      ),
      ...of('silent', [...september([]), ...days(1, 11), ...days(14, 31)]),
    ];
    const told = (...files: IntakeFile[]) =>
      figuresFor(files, '2026-10', { asOf: '2026-11-04' }).gaps.map(({ source, channel }) => `${source}/${channel}`);
    expect(told(fileOf('a.csv', rows))).toEqual(['ads/silent']);
    const late = fileOf('b.csv', [...september([]), ...days(1, 27)], { source: 'calls' });
    expect(told(late, fileOf('a.csv', of('whole', all)))).toEqual(['calls/ads']);
    expect(told(fileOf('a.csv', of('whole', days(9, 31))))).toEqual(['ads/whole']);
  });

  it('does not judge by a month in which all that feeds the metric began', () => {
    const client = clientWith({ kpis: ['leads', 'cost'] });
    const cost = eachDay({ from: '2026-08-01', to: '2026-10-31' }).map((date) => row(date, 'ads', { cost: '2' }));
    const crm = [...september([]).filter(({ date }) => date > '2026-09-14'), ...days(1, 31)];
    const october = figuresFor([fileOf('b.csv', cost, { source: 'b' }), fileOf('a.csv', crm)], '2026-10', { client });
    expect(['leads', 'cost'].map((metric) => judged(october, metric))).toEqual([false, true]);
  });

  it('judges by a month without a gap, and by a longer time of which hardly a day is missing', () => {
    const whole = figuresFor([fileOf('a.csv', [...september([]), ...days(1, 31)])], '2026-10');
    expect(whole.kpis[0]!.againstPrevious).toMatchObject({ absolute: '1', sense: 'good' });
    const quarter = daily('2026-07-01', '2026-12-31').filter(({ date }) => date !== '2026-08-10');
    expect(judged(figuresFor([fileOf('a.csv', quarter)], '2026-Q4'))).toBe(true);
  });

  it('misses months in which nobody said anything, however long: a quarter with one month of three is no fall', () => {
    const rows = daily('2026-01-01', '2026-10-31').filter(({ date }) => date < '2026-08-01' || date > '2026-09-30');
    const client = clientWith({ targets: [target('2026-Q3', 'leads', null, '90')] });
    const quarter = figuresFor([fileOf('a.csv', rows)], '2026-Q3', { client });
    expect(quarter.kpis[0]).toMatchObject({ value: '31', previous: '91', targetSense: 'neutral' });
    expect(judged(quarter)).toBe(false);
    expect(quarter.gaps).toMatchObject([{ source: 'ads', days: 31, of: 92 }]);
  });

  it('does not judge a client’s first days by the target of a whole month', () => {
    const client = clientWith({ targets: [target('2026-10', 'leads', null, '90')] });
    for (const [from, to] of [
      [15, 15],
      [29, 31],
    ]) {
      const october = figuresFor([fileOf('a.csv', days(from!, to!))], '2026-10', { client });
      expect(october.kpis[0]!.targetSense).toBe('neutral');
    }
    const rich = clientWith({ targets: [target('2026-10', 'leads', null, '1')] });
    expect(figuresFor([fileOf('a.csv', days(15, 15))], '2026-10', { client: rich }).kpis[0]!.targetSense).toBe('good');
  });

  it('knows a source that is silent by its nature, on days off and between deals, and one that was switched off', () => {
    const all = daily('2026-05-01', '2026-10-31');
    const working = all.filter(({ date }) => ![0, 6].includes(new Date(date).getUTCDay()));
    const weekly = all.filter((_, index) => index % 7 === 0);
    const off = all.filter(({ date }) => date < '2026-08-20' || date > '2026-09-25');
    for (const rows of [working, weekly]) {
      expect(judged(figuresFor([fileOf('a.csv', rows)], '2026-10'))).toBe(true);
    }
    const others = fileOf(
      'b.csv',
      all.map((one) => ({ ...one, channel: 'maps' })),
      { source: 'b' },
    );
    expect(judged(figuresFor([fileOf('a.csv', off), others], '2026-10'))).toBe(true);
    const deals = fileOf('a.csv', [...september([8, 9, 10]), ...days(1, 31)], { format: 'bitrix24' });
    expect(judged(figuresFor([deals], '2026-10'))).toBe(true);
  });
});
