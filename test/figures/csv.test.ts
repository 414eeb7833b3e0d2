import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { figuresCsv } from '../../src/figures/csv.ts';
import { clientWith, figuresFor, fileOf, METRICS } from './samples.ts';

const DANGEROUS = ['=HYPERLINK("http://x";"y")', '+7 495', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '＝1'];

function csvOf(channels: { id: string; name: string }[], locale: 'ru' | 'en') {
  const rows = channels.map(({ id }) => ({ date: '2026-10-01', channel: id, values: { cost: '-10.50', leads: '2' } }));
  const { figures } = figuresFor([fileOf('a.csv', rows)], '2026-10', { client: clientWith({ locale }) });
  const metrics = Object.fromEntries(
    Object.keys(METRICS).map((id) => [id, { name: id === 'cpl' ? '=цена, "лида"' : id }]),
  );
  const csv = figuresCsv(figures, { metrics, channels });
  const parsed = Papa.parse<Record<string, string>>(csv.slice(1), {
    header: true,
    skipEmptyLines: true,
    delimiter: locale === 'ru' ? ';' : ',',
  });
  expect(parsed.errors).toEqual([]);
  return { csv, rows: parsed.data };
}

describe('the spreadsheet of figures', () => {
  it('begins with a byte order mark and speaks the form of its language', () => {
    const russian = csvOf([{ id: 'ads', name: 'Реклама' }], 'ru').csv;
    expect(
      russian.startsWith('\uFEFFperiod;level;date;channel;metric;name;unit;value;previous;yearAgo;target\r\n'),
    ).toBe(true);
    expect(russian).toContain('2026-10;total;;;cost;cost;money;-10,5;;;\r\n');
    const english = csvOf([{ id: 'ads', name: 'Ads' }], 'en').csv;
    expect(english).toContain('2026-10,total,,,cost,cost,money,-10.5,,,\r\n');
  });

  it('has a row for every total, channel and day', () => {
    const { rows } = csvOf([{ id: 'ads', name: 'Реклама' }], 'ru');
    const leads = rows.filter(({ metric }) => metric === 'leads');
    expect(leads.filter(({ level }) => level === 'total').map(({ value }) => value)).toEqual(['2']);
    expect(leads.filter(({ level }) => level === 'channel').map(({ channel, value }) => [channel, value])).toEqual([
      ['Реклама', '2'],
    ]);
    const days = leads.filter(({ level }) => level === 'day');
    expect(days).toHaveLength(31);
    expect(days.slice(0, 2).map(({ date, value }) => [date, value])).toEqual([
      ['2026-10-01', '2'],
      ['2026-10-02', ''],
    ]);
  });

  it.each(['ru', 'en'] as const)('lets no name become a formula (%s)', (locale) => {
    const channels = DANGEROUS.map((name, index) => ({ id: `c${index}`, name }));
    const { rows } = csvOf(channels, locale);
    const names = new Set(rows.filter(({ level }) => level === 'channel').map(({ channel }) => channel));
    expect([...names]).toEqual(DANGEROUS.map((name) => `'${name}`));
    expect(rows.find(({ metric }) => metric === 'cpl')!.name).toBe('\'=цена, "лида"');
  });

  it('leaves negative numbers numbers', () => {
    const { rows } = csvOf([{ id: 'ads', name: 'Ads' }], 'en');
    expect(rows.find(({ metric, level }) => metric === 'cost' && level === 'channel')!.value).toBe('-10.5');
  });
});
