import { describe, expect, it } from 'vitest';
import { changeBetween, directionOf } from '../../src/figures/comparison.ts';
import { exact } from '../../src/figures/exact.ts';
import type { Problem } from '../../src/types/problem.ts';
import { loadWorkspace, openWorkspace } from '../../src/workspace/load.ts';
import { lines, load, memory, ROOT, SMALLEST } from './memory.ts';

describe('an open workspace', () => {
  it('gives clients in parts, as they are read together, and reads what they share once', async () => {
    const files = {
      ...SMALLEST,
      'data/clients/museum/client.json': '{"name": "Музей", "kpis": ["visitors"]}',
      'content/reports/notes/stranger/2026-10.mdx': 'a note',
    };
    const { effects } = memory(files);
    const read: string[] = [];
    const fs = { ...effects.fs, read: (path: string) => (read.push(path), effects.fs.read(path)) };
    const whole = await loadWorkspace(ROOT, effects);
    const opened = await openWorkspace(ROOT, { ...effects, fs });
    const shared = read.splice(0);
    const parts = [];
    for (const one of ['hotel', 'museum']) parts.push(await opened.read({ clients: (id) => id === one }));
    expect(parts.flatMap(({ value }) => value.clients)).toEqual(whole.value.clients);
    expect(parts.map(({ value }) => value.agency)).toEqual([whole.value.agency, whole.value.agency]);
    const told = (problems: Problem[], client: string) => problems.filter((one) => one.client === client);
    expect(told(whole.problems, 'museum')).not.toEqual([]);
    expect(told(parts[1]!.problems, 'museum')).toEqual(told(whole.problems, 'museum'));
    expect(parts[0]!.problems.some(({ code }) => code === 'unknown-client')).toBe(true);
    expect(shared).toContain(`${ROOT}/data/agency.json`);
    expect(read.filter((path) => shared.includes(path))).toEqual([]);
  });
});

describe('a workspace', () => {
  it('needs only an agency, a client with a name, one export and a template', async () => {
    const { value, problems } = await load();
    expect(problems).toEqual([]);
    expect(value.agency).toMatchObject({ legalName: 'Маяк', brand: { font: 'inter' }, taxes: [], channels: {} });
    expect(value.clients).toMatchObject([
      {
        id: 'hotel',
        name: 'Отель',
        locale: 'ru',
        currency: 'RUB',
        timeZone: 'Europe/Moscow',
        reports: ['monthly'],
        kpis: [],
        notes: {},
        exports: [{ file: 'data/clients/hotel/exports/direct/2026-10.csv', source: 'direct' }],
      },
    ]);
    expect(value.templates).toEqual({ 'monthly.ru': `${ROOT}/content/reports/monthly.ru.mdx` });
  });

  it('refuses a tax that ends before it begins, at its place, and takes one of a single day', async () => {
    const tax = (to: string) => `{"id": "vat", "name": "НДС", "rate": "0.2", "from": "2026-01-01", "to": "${to}"}`;
    const agency = (to: string) =>
      `{"name": "x", "locale": "ru", "currency": "RUB", "timeZone": "UTC",\n "taxes": [\n  ${tax(to)}]}`;
    const refused = await load({ 'data/agency.json': agency('2025-12-31') });
    expect(lines(refused.problems)).toEqual(['error - data/agency.json:3:taxes.0.to bad-value']);
    expect(refused.problems[0]?.expected).toEqual({
      ru: 'день не раньше начала (2026-01-01)',
      en: 'a day not before the start (2026-01-01)',
    });
    expect((await load({ 'data/agency.json': agency('2026-01-01') })).problems).toEqual([]);
  });

  it('refuses two rates of one tax that begin on the same day, at the second of them', async () => {
    const tax = (id: string, from: string) => `{"id": "${id}", "name": "НДС", "rate": "0.2", "from": "${from}"}`;
    const taxes = [tax('vat', '2026-01-01'), tax('city', '2026-01-01'), tax('vat', '2025-01-01')];
    const agency = (...more: string[]) =>
      `{"name": "x", "locale": "ru", "currency": "RUB", "timeZone": "UTC",\n "taxes": [\n${[...taxes, ...more].join(',\n')}]}`;
    const refused = await load({ 'data/agency.json': agency(tax('vat', '2026-01-01')) });
    expect(lines(refused.problems)).toEqual(['error - data/agency.json:6:taxes.3.from tax-twice']);
    expect(refused.problems[0]?.expected).toEqual({
      ru: 'одна ставка; первая — строка 3',
      en: 'one rate; the first is on line 3',
    });
    expect((await load({ 'data/agency.json': agency() })).problems).toEqual([]);
  });

  it('refuses control characters in texts, which no page shows and no PDF takes for a title', async () => {
    const client = (name: string) => ({ 'data/clients/hotel/client.json': JSON.stringify({ name }) });
    const refused = await load(client('Оте\0ль'));
    expect(lines(refused.problems)).toEqual(['error hotel data/clients/hotel/client.json:1:name bad-value']);
    expect((await load(client('Отель\n«Высокий берег»'))).problems).toEqual([]);
  });

  it('says what to do when there is no agency, and checks the clients all the same', async () => {
    const { problems } = await load({ 'data/agency.json': null, 'data/clients/hotel/client.json': '{"nam": "x"}' });
    expect(lines(problems)).toEqual([
      'error - data/agency.json file-missing',
      'error hotel data/clients/hotel/client.json:1:name missing-field',
      'error hotel data/clients/hotel/client.json:1:nam unknown-field',
    ]);
  });

  it('tells every problem of every file in one run, each with its place and its client', async () => {
    const { problems } = await load({
      'data/agency.json':
        '{\n "name": "M",\n "locale": "de",\n "currency": "RUR",\n "timeZone": "Moscow",\n "brand": {"font": "intr"}\n}',
      'data/people.json':
        '[\n {"id": "anna", "name": "A", "role": "r"},\n {"id": "anna", "name": "B", "role": "r", "mail": "x"}\n]',
      'data/metrics.json':
        '[\n {"id": "calls", "kind": "additive"},\n {"id": "roi", "kind": "ratio", "names": {"ru": "a", "en": "a"}, "unit": "percent", "better": "higher", "numerator": "profit", "denominator": "cpl"}\n]',
      'data/clients/hotel/client.json':
        '{\n "name": "Отель",\n "manager": "ana",\n "kpis": ["leads", "lead"],\n "brand": {"logo": "../../secret.png", "accent": "red"}\n}',
      'data/clients/hotel/sources.json':
        '{\n "sources": {\n  "dirct": {"columns": {"Расход": "cots", "Прочее": null}}\n },\n "precedence": {"cpl": ["direct"]}\n}',
      'data/clients/hotel/target.csv': '',
      'data/clients/shop/exports/tidy.csv': '',
    });
    expect(lines(problems)).toEqual([
      'error - data/agency.json:3:locale unknown-value',
      'error - data/agency.json:4:currency bad-value',
      'error - data/agency.json:5:timeZone bad-value',
      'error - data/agency.json:6:brand.font unknown-value',
      'error - data/people.json:3:1.mail unknown-field',
      'error - data/people.json:3:1.id duplicate-id',
      'error - data/metrics.json:2:0.names missing-field',
      'error - data/metrics.json:2:0.unit missing-field',
      'error - data/metrics.json:2:0.better missing-field',
      'error - data/metrics.json:3:1.numerator unknown-metric',
      'error - data/metrics.json:3:1.denominator unknown-metric',
      'error hotel data/clients/hotel/client.json:5:brand.logo bad-value',
      'error hotel data/clients/hotel/client.json:5:brand.accent bad-value',
      'error hotel data/clients/hotel/client.json:3:manager unknown-person',
      'error hotel data/clients/hotel/client.json:4:kpis.1 unknown-metric',
      'warning hotel data/clients/hotel/sources.json:3:sources.dirct unknown-source',
      'error hotel data/clients/hotel/sources.json:3:sources.dirct.columns.Расход unknown-metric',
      'error hotel data/clients/hotel/sources.json:5:precedence.cpl unknown-metric',
      'warning hotel data/clients/hotel/target.csv unknown-file',
      'error shop data/clients/shop/client.json file-missing',
    ]);
  });

  it('suggests the nearest known word for a misspelt field, value, person and file', async () => {
    const { problems } = await load({
      'data/agency.json':
        '{"name": "M", "locale": "ru", "curency": "RUB", "currency": "RUB", "timeZone": "UTC", "brand": {"font": "intr"}}',
      'data/people.json': '[{"id": "anna", "name": "A", "role": "r"}]',
      'data/clients/hotel/client.json': '{"name": "Отель", "manager": "ana"}',
      'data/clients/hotel/target.csv': '',
    });
    expect(problems.map(({ mend }) => (mend as { ru: string; en: string }).ru)).toEqual([
      'возможно, имелось в виду «inter»',
      'возможно, имелось в виду «currency»',
      'возможно, имелось в виду «anna»',
      'возможно, имелось в виду «targets.csv»',
    ]);
  });

  it('reads JSON in the encodings editors save, with a byte order mark or in Windows-1251', async () => {
    const bytes = Uint8Array.from([...Buffer.from('{"name": "'), 0xce, 0xf2, 0xe5, 0xeb, 0xfc, ...Buffer.from('"}')]);
    const { value, problems } = await load({
      'data/agency.json': '\ufeff{"name": "Маяк", "locale": "ru", "currency": "RUB", "timeZone": "Europe/Moscow"}',
      'data/clients/hotel/client.json': bytes,
    });
    expect(problems).toEqual([]);
    expect(value.clients[0]?.name).toBe('Отель');
  });

  it('gives every message in both languages', async () => {
    const { problems } = await load({
      'data/agency.json': '[]',
      'data/people.json': '{',
      'data/metrics.json': '[{"id": "A", "decimals": 9}]',
      'data/clients/hotel/client.json': '{"name": 5, "kpis": [], "team": "x"}',
      'data/clients/hotel/work.csv': 'date;title;hours\n40.10.2026;a;x',
      'data/clients/Bad Name/client.json': '{}',
    });
    expect(problems.length).toBeGreaterThan(8);
    for (const { found, expected, mend } of problems) {
      for (const text of [found, expected, mend]) {
        expect(text).toMatchObject({ ru: expect.stringMatching(/./), en: expect.stringMatching(/./) });
      }
      expect((mend as { ru: string }).ru).toMatch(/[а-я]/);
      expect((mend as { en: string }).en).not.toMatch(/[а-я]/i);
    }
  });
});

describe('ids and folders', () => {
  it('refuses a client folder with any other name, under that name', async () => {
    const { value, problems } = await load({
      'data/clients/Shop/client.json': '{"name": "Shop"}',
      'data/clients/отель/client.json': '{"name": "x"}',
      'data/clients/.git/config': '',
    });
    expect(lines(problems)).toEqual(['error Shop data/clients/Shop bad-id', 'error отель data/clients/отель bad-id']);
    expect(value.clients.map(({ id }) => id)).toEqual(['hotel']);
  });

  it('is content without clients: an agency may have proposals or a handbook only', async () => {
    const { problems } = await load({
      'data/clients/hotel/client.json': null,
      'data/clients/hotel/exports/direct/2026-10.csv': null,
    });
    expect(lines(problems)).toEqual([]);
  });

  it('refuses pictures by absolute paths, drives, backslashes and steps upwards', async () => {
    for (const path of ['/etc/passwd.png', 'C:/x.png', 'a\\..\\x.png', 'a/../../x.png', './x.png', 'x.exe']) {
      const { problems } = await load({
        'data/clients/hotel/client.json': JSON.stringify({ name: 'x', brand: { logo: path } }),
      });
      expect(lines(problems)[0], path).toBe('error hotel data/clients/hotel/client.json:1:brand.logo bad-value');
    }
  });

  it('fails on a missing logo but only warns of a missing portrait, and leaves it out', async () => {
    const { value, problems } = await load({
      'data/people.json': '[{"id": "anna", "name": "A", "role": "r", "photo": "people/anna.svg"}]',
      'data/clients/hotel/client.json': '{"name": "x", "brand": {"logo": "logos/hotel.svg"}}',
    });
    expect(lines(problems)).toEqual([
      'warning - data/people.json:1:0.photo picture-missing',
      'error hotel data/clients/hotel/client.json:1:brand.logo picture-missing',
    ]);
    expect(value.people).toEqual([{ id: 'anna', name: 'A', role: 'r' }]);
  });
});

describe('addresses of mail', () => {
  it.each([
    ['olga.sedova+reports@hotel.example', true],
    ['ольга@hotel.example', false],
    ['olga@отель.рф', true],
    ['olga..sedova@hotel.example', false],
    [`${'o'.repeat(65)}@hotel.example`, false],
    ['olga@hotel', false],
  ])('as servers take them: %s, %s', async (email, right) => {
    const client = { name: 'Отель', contacts: [{ name: 'Ольга Седова', email }] };
    const { problems } = await load({ 'data/clients/hotel/client.json': JSON.stringify(client) });
    expect(lines(problems).map((line) => line.split('/').at(-1))).toEqual(
      right ? [] : ['client.json:1:contacts.0.email bad-value'],
    );
  });
});

describe('metrics', () => {
  it('lets data/metrics.json change a built-in metric and add a new ratio of new sums', async () => {
    const { value, problems } = await load({
      'data/metrics.json': JSON.stringify([
        { id: 'leads', names: { ru: 'Заявки', en: 'Enquiries' } },
        {
          id: 'roi',
          kind: 'ratio',
          names: { ru: 'ROI', en: 'ROI' },
          unit: 'percent',
          better: 'higher',
          numerator: 'profit',
          denominator: 'cost',
        },
        { id: 'profit', kind: 'additive', names: { ru: 'Прибыль', en: 'Profit' }, unit: 'money', better: 'higher' },
      ]),
    });
    expect(problems).toEqual([]);
    expect(value.metrics['leads']).toMatchObject({ kind: 'additive', unit: 'count', names: { ru: 'Заявки' } });
    expect(value.metrics['roi']).toMatchObject({ numerator: 'profit', denominator: 'cost' });
  });

  it('judges no change of spend, unless the agency says which direction is the better one', async () => {
    const cost = async (entry: object) =>
      (await load({ 'data/metrics.json': JSON.stringify([{ id: 'cost', ...entry }]) })).value.metrics['cost']!;
    const changed = async (entry: object) =>
      changeBetween(exact('2'), exact('3'), directionOf(await cost(entry))).sense;
    expect(await changed({})).toBe('neutral');
    expect(await changed({ decimals: 2 })).toBe('neutral');
    expect(await changed({ better: 'lower' })).toBe('bad');
    expect(await changed({ better: 'higher', neutral: true })).toBe('neutral');
    expect((await cost({ neutral: false })).better).toBe('lower');
    expect(await changed({ neutral: false })).toBe('bad');
  });

  it('keeps the kind of a built-in metric and knows which fields a sum has not', async () => {
    const { problems } = await load({
      'data/metrics.json':
        '[{"id": "leads", "kind": "ratio", "numerator": "cost", "denominator": "clicks"}, {"id": "cost", "factor": 2}]',
    });
    expect(lines(problems)).toEqual([
      'error - data/metrics.json:1:0.kind kind-changed',
      'error - data/metrics.json:1:1.factor ratio-field',
    ]);
  });

  it('builds every built-in ratio from two built-in sums', async () => {
    const { metrics } = (await load()).value;
    for (const metric of Object.values(metrics)) {
      if (metric.kind !== 'ratio') continue;
      expect([metrics[metric.numerator]?.kind, metrics[metric.denominator]?.kind]).toEqual(['additive', 'additive']);
    }
  });
});

describe('exports', () => {
  it('are listed at any depth by path, with their source, without the litter of systems', async () => {
    const { value, problems } = await load({
      'data/clients/hotel/exports/direct/2026/11.CSV': 'x',
      'data/clients/hotel/exports/all.tsv': 'x',
      'data/clients/hotel/exports/direct/.DS_Store': 'x',
      'data/clients/hotel/exports/direct/~$2026-10.csv': 'x',
      'data/clients/hotel/exports/Thumbs.db': 'x',
      'data/clients/hotel/exports/ga4/report.xlsx': 'x',
      'data/clients/hotel/exports/ga4/report.pdf': 'x',
    });
    expect(value.clients[0]?.exports).toEqual([
      { file: 'data/clients/hotel/exports/all.tsv', source: 'all' },
      { file: 'data/clients/hotel/exports/direct/2026-10.csv', source: 'direct' },
      { file: 'data/clients/hotel/exports/direct/2026/11.CSV', source: 'direct' },
      { file: 'data/clients/hotel/exports/ga4/report.xlsx', source: 'ga4' },
    ]);
    expect(lines(problems)).toEqual(['warning hotel data/clients/hotel/exports/ga4/report.pdf export-ignored']);
  });

  it('must not all be missing', async () => {
    const { problems } = await load({ 'data/clients/hotel/exports/direct/2026-10.csv': null });
    expect(lines(problems)).toEqual(['error hotel data/clients/hotel/exports no-exports']);
  });
});
