import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/workspace/findings.ts';
import { builtinMetrics } from '../../src/workspace/metrics.ts';
import { readEvents } from '../../src/workspace/tables/events.ts';
import { readInitiatives } from '../../src/workspace/tables/initiatives.ts';
import { readMediaPlan } from '../../src/workspace/tables/media-plan.ts';
import { readPeriodId } from '../../src/workspace/tables/period-cell.ts';
import { readPlan } from '../../src/workspace/tables/plan.ts';
import { readTargets } from '../../src/workspace/tables/targets.ts';
import { readWork } from '../../src/workspace/tables/work.ts';
import { load } from './memory.ts';

const metrics = builtinMetrics();
const people = [{ id: 'anna', name: 'Анна', role: 'менеджер' }];
const places = (findings: { row?: number; column?: number | string; code: string; severity: string }[]): string[] =>
  findings.map(({ severity, row, column, code }) => `${severity} ${row}:${column} ${code}`);

describe('targets.csv', () => {
  it('reads periods, metrics by id or name, channels, and percent as fractions', () => {
    const { value, findings } = readTargets(
      'period,metric,channel,target\n2026-10,cpl,,450\n2026-Q4,ДРР,search,15%\n2026,Лиды,,1 200\n',
      metrics,
    );
    expect(findings).toEqual([]);
    expect(value).toEqual([
      { period: '2026-10', metric: 'cpl', channel: null, target: '450', row: 2 },
      { period: '2026-Q4', metric: 'drr', channel: 'search', target: '0.15', row: 3 },
      { period: '2026', metric: 'leads', channel: null, target: '1200', row: 4 },
    ]);
  });

  it('takes a blank and a zero for "no target"', () => {
    const { value, findings } = readTargets(
      'period,metric,target\n2026-09,cpl,\n2026-10,cpl,0\n2026-11,cpl,"0,00"\n',
      metrics,
    );
    expect(findings).toEqual([]);
    expect(value.map(({ target }) => target)).toEqual([null, null, null]);
  });

  it('refuses a percent target without its sign when it cannot be a fraction', () => {
    const { findings } = readTargets(
      'period,metric,target\n2026-10,drr,15\n2026-11,drr,120%\n2026-12,roas,15\n',
      metrics,
    );
    expect(places(findings)).toEqual(['error 2:target percent-without-sign']);
  });

  it('tells unknown metrics, bad numbers and repeated targets with their rows', () => {
    const { findings } = readTargets(
      'Период;Показатель;Канал;Цель\n2026-10;cpl;;abc\n2026-13;cpl;;1\n2026-10;cpll;;1\n2026-10;cpl;x;1\n2026-10;CPL;x;2\n2026-10;cpl;;-5\n;cpl;;1',
      metrics,
    );
    expect(places(findings)).toEqual([
      'error 2:Цель bad-number',
      'error 3:Период bad-period',
      'error 7:Цель negative-number',
      'error 8:Период empty-cell',
      'error 4:Показатель unknown-metric',
      'error 6:Показатель duplicate-row',
    ]);
  });

  it('lists metrics by their names too, in the reader’s language, and finds the nearest of either', () => {
    const told = (written: string) => {
      const [finding] = readTargets(`period,metric,target\n2026-10,${written},1\n`, metrics).findings;
      return finding!;
    };
    const { expected } = told('Заявки') as { expected: Record<'ru' | 'en', string> };
    expect(expected.ru).toContain('leads (Лиды)');
    expect(expected.en).toContain('leads (Leads)');
    expect(told('Расхот').mend).toMatchObject({ ru: 'возможно, имелось в виду «Расход»' });
    expect(told('leeds').mend).toMatchObject({ en: 'perhaps “leads” was meant' });
  });
});

describe('tables saved by spreadsheets', () => {
  const english = 'period,channel,budget,impressions,clicks,leads\n2026-10,search,60000.5,62000,2500,120\n';
  const expected = [
    {
      period: '2026-10',
      channel: 'search',
      budget: '60000.5',
      impressions: '62000',
      clicks: '2500',
      leads: '120',
      row: 2,
    },
  ];

  it('mean the same with semicolons, decimal commas, spaces in thousands and Russian headers', () => {
    const russian = 'Период;Канал;Бюджет;Показы;Клики;Лиды\r\nокт.26;search;60 000,50;62 000;2500;120\r\n;;;;;\r\n';
    expect(readMediaPlan(english)).toEqual({ value: expected, findings: [] });
    expect(readMediaPlan(russian)).toEqual({ value: expected, findings: [] });
  });

  it('are read in Windows-1251 and UTF-16', async () => {
    const russian = 'Дата;Событие\n31.10.2026;Распродажа\n';
    const cp1251 = Uint8Array.from(Array.from(russian), (char) => {
      const code = char.charCodeAt(0);
      return code < 128 ? code : code - 0x410 + 0xc0;
    });
    const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(russian, 'utf16le')]);
    for (const bytes of [cp1251, utf16]) {
      const { value, problems } = await load({ 'data/clients/hotel/events.csv': bytes });
      expect(problems).toEqual([]);
      expect(value.clients[0]?.events).toEqual([{ date: '2026-10-31', title: 'Распродажа', row: 2 }]);
    }
  });

  it('mean the same with the columns in any order', () => {
    const names = ['period', 'channel', 'budget', 'impressions', 'clicks', 'leads'];
    const cell = fc.record({
      period: fc.constantFrom('2026-09', '2026-10', '2026-Q4'),
      channel: fc
        .string({ minLength: 1, unit: fc.constantFrom('a', 'я', ' ', ',', ';', '"', '|') })
        .map((s) => `x${s}x`),
      budget: fc.nat().map(String),
      impressions: fc.nat().map(String),
      clicks: fc.oneof(fc.nat().map(String), fc.constant('')),
      leads: fc.nat().map((n) => `${n}.5`),
    });
    const table = (order: string[], rows: Record<string, string>[]): string =>
      [order, ...rows.map((row) => order.map((name) => `"${(row[name] ?? '').replaceAll('"', '""')}"`))]
        .map((cells) => cells.join(','))
        .join('\n');
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 1, maxLength: 6 }),
        fc.shuffledSubarray(names, { minLength: 6 }),
        (rows, order) => {
          expect(readMediaPlan(table(order, rows))).toEqual(readMediaPlan(table(names, rows)));
          expect(readMediaPlan(table(order, rows)).value).toMatchObject(rows.map((row) => ({ leads: row['leads'] })));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('do not guess whether 45.000 are thousands, unless the rest of the table tells', () => {
    const row = (budget: string): string => `2026-10;a${budget};${budget};1;1;1\n`;
    const header = 'period;channel;budget;impressions;clicks;leads\n';
    expect(places(readMediaPlan(header + row('45.000')).findings)).toEqual(['error 2:budget ambiguous-number']);
    expect(readMediaPlan(header + row('45.000') + row('1.234,5')).value[0]?.budget).toBe('45000');
    expect(readMediaPlan(header + row('45.000') + row('1.5')).value[0]?.budget).toBe('45');
  });

  it('take the order of day and month from the whole table and do not guess it', () => {
    const events = (...days: string[]) => readEvents(`date,title\n${days.map((day) => `${day},x`).join('\n')}`);
    expect(events('03/04/2026', '31/10/2026').value.map(({ date }) => date)).toEqual(['2026-04-03', '2026-10-31']);
    expect(places(events('03/04/2026').findings)).toEqual(['error 2:date bad-date']);
  });

  it('warn of columns nobody reads and fail on missing and doubled ones', () => {
    expect(places(readEvents('date,titel\n2026-10-01,x').findings)).toEqual([
      'warning 1:titel unknown-column',
      'error 1:title missing-column',
    ]);
    expect(places(readEvents('date,title,Дата\n2026-10-01,x,').findings)).toEqual(['error 1:Дата duplicate-column']);
    expect(places(readEvents('').findings)).toEqual(['warning 1:undefined empty-table']);
  });

  it('tell of cells beyond the header and of quotation marks without a pair', () => {
    expect(places(readEvents('date,title\n2026-10-01,Скидки, подарки\n').findings)).toEqual(['error 2:3 extra-cells']);
    expect(places(readEvents('date,title\n2026-10-01,"Скидки\n').findings)).toContain('error 2:undefined broken-quote');
  });

  it('count lines as an editor does, also below a cell of several lines', () => {
    const { findings } = readEvents('date,title\n2026-10-01,"two\nlines"\n\n2026-10-99,x\n');
    expect(places(findings)).toEqual(['error 5:date bad-date']);
  });

  it('treat whatever a cell holds as text', () => {
    const name = `<script>alert(1)</script> =HYPERLINK("x") ${'я'.repeat(5000)} \u202eabc`;
    const { value } = readEvents(`date,title\n2026-10-01,"${name.replaceAll('"', '""')}"\n`);
    expect(value[0]?.title).toBe(name);
  });
});

describe('work.csv', () => {
  it('reads statuses in both languages, blank ones as done', () => {
    const statuses = ['готово', 'В работе', 'ждем клиента', 'done', 'In progress', 'on-hold', ''];
    const { value, findings } = readWork(
      `дата;работа;статус\n${statuses.map((s) => `01.10.2026;x;${s}`).join('\n')}`,
      people,
    );
    expect(findings).toEqual([]);
    expect(value.map(({ status }) => status)).toEqual(['done', 'doing', 'blocked', 'done', 'doing', 'blocked', 'done']);
  });

  it('warns of an id nobody has and allows free names', () => {
    const { value, findings } = readWork(
      'date,title,person\n2026-10-01,x,ana\n2026-10-01,x,Иван Петров\n2026-10-01,x,anna',
      people,
    );
    expect(places(findings)).toEqual(['warning 2:person unknown-person']);
    expect(value.map(({ person }) => person)).toEqual(['ana', 'Иван Петров', 'anna']);
  });

  it('refuses unknown statuses and links that are not web addresses', () => {
    const { findings } = readWork(
      'date,title,status,link\n2026-10-01,x,almost,\n2026-10-01,x,,javascript:alert(1)\n2026-10-01,x,,https://example.com/a',
      people,
    );
    expect(places(findings)).toEqual(['error 2:status unknown-value', 'error 3:link bad-link']);
  });
});

describe('a table two people have changed on two branches', () => {
  it('is told of the marks git left in it, not of days, titles or periods that are none', () => {
    const marked = (header: string, ...[ours, theirs]: string[]) =>
      `${header}\r\n<<<<<<< HEAD\r\n${ours}\r\n=======\r\n${theirs}\r\n>>>>>>> anna\r\n`;
    const marks = ['error 2 merge-mark', 'error 4 merge-mark', 'error 6 merge-mark'];
    const told = (findings: readonly Finding[]) =>
      findings.map(({ severity, row, code }) => `${severity} ${row} ${code}`);
    const work = readWork(marked('date,title', '2026-10-01,A', '2026-10-02,B'), people);
    expect(told(work.findings)).toEqual(marks);
    const targets = readTargets(marked('period;metric;target', '2026-10;cpl;1', '2026-11;cpl;2'), metrics);
    expect(told(targets.findings)).toEqual(marks);
    expect(targets.findings[0]!.mend).toMatchObject({ en: expect.stringContaining('keep the rows of both sides') });
  });
});

describe('plan.csv', () => {
  it('reads a plan with and without a due day', () => {
    const { value, findings } = readPlan('period,title,due\n2026-11,x,2026-11-20\n2026-11,y,\n', people);
    expect(findings).toEqual([]);
    expect(value.map(({ due, area, person }) => [due, area, person])).toEqual([
      ['2026-11-20', '', ''],
      [null, '', ''],
    ]);
  });
});

describe('initiatives.csv', () => {
  const header = 'id,title,horizon,start,due,progress,status,note\n';
  const row = (id: string, progress: string, due = '2026-12-31') => `${id},x,квартал,2026-10-01,${due},${progress},,\n`;

  it('reads 40%, 40 and 0.4 alike, 1 as all done, and blank as nothing yet', () => {
    const { value, findings } = readInitiatives(
      header + ['40%', '40', '0.4', '1', '1%', '', '12.5'].map((p, i) => row(`i${i}`, p)).join(''),
    );
    expect(findings).toEqual([]);
    expect(value.map(({ progress }) => progress)).toEqual(['0.4', '0.4', '0.4', '1', '0.01', '0', '0.125']);
    expect(value[0]).toMatchObject({ horizon: 'quarter', status: 'active' });
  });

  it('refuses repeated and bad ids, progress over 100% and an end before the start', () => {
    const { findings } = readInitiatives(
      header + row('a', '1') + row('a', '1') + row('A b', '1') + row('c', '140%') + row('d', '1', '2026-09-30'),
    );
    expect(places(findings)).toEqual([
      'error 4:id bad-id',
      'error 5:progress bad-progress',
      'error 3:id duplicate-id',
      'error 6:due due-before-start',
    ]);
  });
});

describe('periods', () => {
  it.each([
    ['2026-10', '2026-10'],
    ['2026-q4', '2026-Q4'],
    ['Q4 2026', '2026-Q4'],
    ['2026', '2026'],
    ['2026-09-15..2026-10-14', '2026-09-15..2026-10-14'],
    ['окт.26', '2026-10'],
    ['Oct-26', '2026-10'],
    ['октябрь 2026', '2026-10'],
    ['10.2026', '2026-10'],
    ['2026/10', '2026-10'],
    ['01.10.2026', '2026-10'],
    ['2026-10-01', '2026-10'],
    ['2026-10-14', null],
    ['2026-13', null],
    ['2026-Q5', null],
    ['2026-10-14..2026-09-15', null],
    ['скоро', null],
  ])('%s is %s', (cell, id) => expect(readPeriodId(cell)).toBe(id));
});
