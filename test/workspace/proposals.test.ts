import { describe, expect, it } from 'vitest';
import { computeEstimate } from '../../src/estimate/compute.ts';
import { printProblem } from '../../src/locale/problem.ts';
import type { Problem } from '../../src/types/problem.ts';
import { loadProposals } from '../../src/workspace/proposals/load-proposals.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';
import { memory, ROOT, SMALLEST } from './memory.ts';

const AGENCY = JSON.stringify({
  name: 'Маяк',
  locale: 'ru',
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
  taxes: [
    { id: 'vat', name: { ru: 'НДС', en: 'VAT' }, rate: '0.2', from: '2019-01-01', to: '2025-12-31' },
    { id: 'vat', name: { ru: 'НДС', en: 'VAT' }, rate: '0.22', from: '2026-01-01' },
  ],
});

const HEAD = `number: КП-2026-014
version: 2
status: ready
prospect: { name: Отель «Бухта» }
contact: { name: Ирина Соколова, email: irina@hotel.example, timeZone: Asia/Yekaterinburg, country: RU }
date: 2026-11-20
validUntil: 2026-12-20
author: anna
team: [anna, oleg]
`;

const PEOPLE = JSON.stringify(['anna', 'oleg'].map((id) => ({ id, name: id, role: 'менеджер' })));
const RATES =
  'role,person,currency,rate,from\nдизайнер,,RUB,3000,2025-01-01\nдизайнер,,RUB,3500.50,2026-01-01\n,oleg,RUB,5000,2026-01-01\n';
const TABLE =
  'section,item,kind,role,person,hours,rate,quantity,price,discount,tax,optional,note\n' +
  'Сайт,Макеты,,дизайнер,,12,,,,10%,,,\n' +
  'Сайт,Проверка,,,oleg,0.25,,,,,,,\n' +
  'Реклама,Ведение,monthly,,,,,3,40000,,,,\n' +
  'Реклама,Бюджет,media,,,,,1,100000,,none,,\n' +
  'Ещё,Съёмка,fixed,,,,,,25000,,,yes,По желанию\n';

const FILES: Record<string, string> = {
  ...SMALLEST,
  'data/agency.json': AGENCY,
  'data/people.json': PEOPLE,
  'data/rates.csv': RATES,
  'data/proposals/hotel/estimate.csv': TABLE,
  'content/proposals/hotel.mdx': `---\n${HEAD}---\n\n# Здравствуйте\n\n<Estimate/>\n`,
};

/** Loads the proposals with some files changed, added, or (`null`) taken away. */
async function load(changes: Record<string, string | null> = {}, components?: string[]) {
  const files = Object.fromEntries(
    Object.entries({ ...FILES, ...changes }).filter((each): each is [string, string] => each[1] !== null),
  );
  const { effects } = memory(files);
  const { value } = await loadWorkspace(ROOT, effects);
  return loadProposals(value, effects, components);
}

const lines = (problems: Problem[]): string[] =>
  problems.map(({ severity, proposal, file, row, column, code }) =>
    [severity, proposal ?? '-', [file, row, column].filter((part) => part !== undefined).join(':'), code].join(' '),
  );

const withHead = (yaml: string) => ({ 'content/proposals/hotel.mdx': `---\n${HEAD}${yaml}---\n` });

describe('a proposal', () => {
  it('is read with its estimate, priced by the rates and taxes of its day', async () => {
    const { value, problems } = await load({}, ['Estimate']);
    expect(lines(problems)).toEqual([]);
    const [proposal] = value.proposals;
    expect(proposal).toMatchObject({
      ...{ id: 'hotel', number: 'КП-2026-014', version: 2, status: 'ready', locale: 'ru', currency: 'RUB' },
      ...{ validZone: 'Europe/Moscow', publish: { as: 'open' }, timeline: null, bodyRow: 12 },
      contact: { timeZone: 'Asia/Yekaterinburg', country: 'RU', greeting: null },
    });
    expect(
      proposal!.estimate.lines.map(({ kind, quantity, unit, price, tax }) => [kind, quantity, unit, price, tax?.rate]),
    ).toEqual([
      ['hours', '12', 'ч', '3500.5', '0.22'],
      ['hours', '0.25', 'ч', '5000', '0.22'],
      ['monthly', '3', 'мес.', '40000', '0.22'],
      ['media', '1', 'бюджет', '100000', undefined],
      ['fixed', '1', 'услуга', '25000', '0.22'],
    ]);
    expect(computeEstimate(proposal!.estimate).total).toBe('294047.59');
  });

  it('takes the tax of its own day', async () => {
    const { value } = await load({
      'content/proposals/hotel.mdx': FILES['content/proposals/hotel.mdx']!.replace(
        'date: 2026-11-20',
        'date: 2025-12-30',
      ),
      'data/rates.csv': RATES.replaceAll('2026-01-01', '2025-06-01'),
    });
    expect(value.proposals[0]?.estimate.lines[0]?.tax?.rate).toBe('0.2');
  });

  it('may hold its estimate in the frontmatter', async () => {
    const { value, problems } = await load({
      'data/proposals/hotel/estimate.csv': null,
      ...withHead(
        'estimate:\n  taxMode: exempt\n  discount: 12,5 %\n  packages:\n' +
          '    - { id: base, title: База }\n    - { id: best, title: Рост, recommended: yes }\n  lines:\n' +
          '    - { section: SEO, item: Аудит, price: 10000, package: base }\n' +
          '    - { section: SEO, item: Аудит, price: "20 000,50", package: best }\n' +
          'payments:\n  - { title: Аванс, due: в день подписания, part: 30% }\n  - { title: Остаток, due: 2027-01-15, part: остаток }\n',
      ),
    });
    expect(lines(problems)).toEqual([]);
    const result = computeEstimate(value.proposals[0]!.estimate);
    expect([result.subtotal, result.discount, result.total]).toEqual(['20000.50', '2500.06', '17500.44']);
    expect(result.payments.map(({ amount }) => amount)).toEqual(['5250.13', '12250.31']);
  });

  it('keeps timeline, references and a hidden address', async () => {
    const { value, problems } = await load(
      withHead(
        'timeline:\n  start: 2026-12-01\n  steps:\n    - { title: Макет, days: 3, at: "15:00", side: both }\n' +
          'references:\n  - { title: Отель, own: no, link: https://example.com/a }\n' +
          'publish: link\nlinkKey: 0123456789abcdefXYZ\n',
      ),
    );
    expect(lines(problems)).toEqual([]);
    expect(value.proposals[0]).toMatchObject({
      timeline: { start: '2026-12-01', steps: [{ title: 'Макет', days: 3, at: '15:00', side: 'both', note: null }] },
      references: [{ title: 'Отель', own: false, picture: null }],
      publish: { as: 'link', key: '0123456789abcdefXYZ' },
    });
  });
});

describe('what is wrong with a proposal', () => {
  it('is told with file, line and column, in both languages', async () => {
    const table =
      'section,item,kind,role,hours,price,discount,tax,quantity\n' +
      'Сайт,Макеты,,дизайнер,0,,,,\nСайт,Правки,,верстальщик,2,,,,\nСайт,Домен,,,,,,,\nСайт,Тест,fixed,,3,10,,,\n' +
      'Сайт,Скидка,,,,100,120%,,\nСайт,Минус,,,,-100,,,\nСайт,Налог,,,,100,,sales-tax,\nСайт,Ставка,,,,100,,22,\n';
    const { value, problems } = await load({ 'data/proposals/hotel/estimate.csv': table });
    expect(value.proposals).toEqual([]);
    const file = 'data/proposals/hotel/estimate.csv';
    expect(lines(problems)).toEqual([
      `error hotel ${file}:7:price negative-number`,
      `error hotel ${file}:9:tax bad-tax`,
      `error hotel ${file}:3:rate no-rate`,
      `error hotel ${file}:4:price no-price`,
      `error hotel ${file}:5:hours hours-not-expected`,
      `error hotel ${file}:8:tax unknown-tax`,
      `error hotel ${file}:2:hours zero-quantity`,
      `error hotel ${file}:6:discount above-100`,
    ]);
    for (const problem of problems) {
      for (const locale of ['ru', 'en'] as const) expect(printProblem(problem, locale)).toMatch(/→ .+ → /);
    }
  });

  it('is told of what each line and part says by itself while another line cannot be read or priced', async () => {
    const table =
      'section,item,hours,rate,price,discount,package\nСайт,Макеты,sixteen,100,,,\nСайт,Тест,5,,,,\nСайт,Фото,,,10,150%,\nСайт,Текст,,,10,,b\n';
    const mdx = withHead(
      'estimate: { discount: 120%, packages: [{ id: a, title: A, recommended: yes }] }\npayments:\n  - { title: Аванс, due: сразу, part: 140% }\n',
    );
    const { problems } = await load({ ...mdx, 'data/proposals/hotel/estimate.csv': table });
    const file = 'data/proposals/hotel/estimate.csv';
    expect(lines(problems).sort()).toEqual(
      [
        `error hotel ${file}:2:hours bad-number`,
        `error hotel ${file}:3:rate no-rate`,
        `error hotel ${file}:4:discount above-100`,
        `error hotel ${file}:5:package unknown-package`,
        'error hotel content/proposals/hotel.mdx:11:estimate.discount above-100',
        'error hotel content/proposals/hotel.mdx:13:payments.0.part above-100',
      ].sort(),
    );
  });

  it('is told once of a cell in the frontmatter that cannot be read, and of the other lines where they stand', async () => {
    const given =
      'estimate:\n  lines:\n    - { section: a, item: b, hours: 40-60, rate: 100 }\n' +
      '    - { section: a, item: c, quantity: 0, price: 1 }\n';
    const { problems } = await load({ ...withHead(given), 'data/proposals/hotel/estimate.csv': null });
    expect(lines(problems)).toEqual([
      'error hotel content/proposals/hotel.mdx:13:estimate.lines.0.hours bad-number',
      'error hotel content/proposals/hotel.mdx:14:estimate.lines.1.quantity zero-quantity',
    ]);
  });

  it('is told of its estimate and of the rest of its head in one run', async () => {
    const head =
      HEAD.replace('status: ready', 'status: redy').replace('version: 2', 'version: 0') +
      'estimate: { discount: 5%, packages: [{ id: a, title: A }] }\npayments: [{ title: a, due: b, part: 0% }]\n';
    const { value, problems } = await load({
      'content/proposals/hotel.mdx': `---\n${head}---\n\n<Estimate/>\n`,
      'data/proposals/hotel/estimate.csv': `${TABLE}Ещё,Видео,hours,оператор,,2,,,,,,,\nЕщё,Звук,,,,,,0,1,,,,\n`,
    });
    expect(value.proposals).toEqual([]);
    expect(lines(problems).map((line) => line.replace(/^.*proposals\/hotel/, ''))).toEqual([
      '.mdx:3:version bad-value',
      '.mdx:4:status unknown-value',
      '.mdx:11:estimate.packages recommended-package',
      '.mdx:12:payments.0.part empty-payment',
      '/estimate.csv:7:rate no-rate',
      '/estimate.csv:8:quantity zero-quantity',
    ]);
  });

  it('is told of sums and sections also while a payment cannot be read', async () => {
    const given =
      'estimate: { sections: [{ title: Никакой, discount: 1% }] }\npayments: [{ title: a, due: b, part: половина }]\n';
    expect(lines((await load(withHead(given))).problems)).toEqual([
      'error hotel content/proposals/hotel.mdx:12:payments.0.part bad-part',
      'error hotel content/proposals/hotel.mdx:11:estimate.sections.0.title unknown-section',
    ]);
  });

  it('is told of sums once the cells are right', async () => {
    const table =
      'раздел;работа;вид;часы;ставка;скидка;количество;цена\nСайт;Макеты;;0;100;;;\nСайт;Тест;;;;120%;1;10\nСайт;Тест;;;;11;1;10\n';
    const { problems } = await load({ 'data/proposals/hotel/estimate.csv': table });
    const file = 'data/proposals/hotel/estimate.csv';
    expect(lines(problems)).toEqual([
      `error hotel ${file}:2:часы zero-quantity`,
      `error hotel ${file}:3:скидка above-100`,
      `error hotel ${file}:4:скидка discount-above-line`,
    ]);
  });

  it('is told of the frontmatter by field', async () => {
    const file = 'content/proposals/hotel.mdx';
    const faulty = await load(withHead('payments:\n  - { title: Аванс, due: сразу, part: 40% }\n'));
    expect(lines(faulty.problems)).toEqual([`error hotel ${file}:12:payments payments-not-100`]);
    const head = HEAD.replace('version: 2', 'version: two').replace('oleg', 'olga').replace('2026-12-20', '2026-11-01');
    const broken = await load({ [file]: `---\n${head}statuss: sent\n---\n<Nothing/>\n` }, ['Estimate']);
    expect(lines(broken.problems)).toEqual([
      `error hotel ${file}:3:version bad-value`,
      `error hotel ${file}:11:statuss unknown-field`,
      `error hotel ${file}:13:1 unknown-component`,
      `error hotel ${file}:10:team.1 unknown-person`,
      `error hotel ${file}:8:validUntil validity-before-date`,
    ]);
    const late = await load({ [file]: `---\n${HEAD.replace('2026-12-20', '2026-11-01')}---\n` });
    expect(lines(late.problems)).toEqual([`error hotel ${file}:8:validUntil validity-before-date`]);
  });

  it('is told of people named twice or not known, and of a tax nobody has, wherever they stand', async () => {
    const file = 'content/proposals/hotel.mdx';
    const head = HEAD.replace('[anna, oleg]', '[anna, anna]');
    const taxed = await load({ [file]: `---\n${head}estimate: { tax: city }\n---\n` });
    expect(lines(taxed.problems)).toEqual([
      `error hotel ${file}:10:team.1 duplicate-value`,
      `error hotel ${file}:11:estimate.tax unknown-tax`,
    ]);
    const table = 'section,item,person,price\nСайт,Макеты,anna,10\nСайт,Тест,olga,10\nСайт,Фото,Ольга Ким,10\n';
    const named = await load({ 'data/proposals/hotel/estimate.csv': table });
    expect(lines(named.problems)).toEqual(['warning hotel data/proposals/hotel/estimate.csv:3:person unknown-person']);
  });

  it('is only warned of when a column of the estimate is nobody’s: the proposal is there', async () => {
    const table = 'section,item,price,margin\nСайт,Макеты,100,40\n';
    const { value, problems } = await load({ 'data/proposals/hotel/estimate.csv': table });
    expect(lines(problems)).toEqual(['warning hotel data/proposals/hotel/estimate.csv:1:margin unknown-column']);
    expect(computeEstimate(value.proposals[0]!.estimate).total).toBe('122.00');
  });

  it('is an error when its table is empty', async () => {
    const { value, problems } = await load({ 'data/proposals/hotel/estimate.csv': '' });
    expect(value.proposals).toEqual([]);
    expect(lines(problems)).toContain('error hotel data/proposals/hotel/estimate.csv:1 no-lines');
  });

  it('is told where the tax of an untaxed estimate stands, once, and not in lines that name none', async () => {
    const { problems } = await load(withHead('estimate: { tax: 22%, taxMode: exempt }\n'));
    expect(lines(problems)).toEqual(['error hotel content/proposals/hotel.mdx:11:estimate.tax tax-not-expected']);
  });

  it('finds the rate of a role whatever spaces part its words, and names the role that was meant', async () => {
    const rates = `${RATES}редактор\u00a0сайта,,RUB,100,2025-01-01\nверстальщик,,RUB,100,2027-01-01\n`;
    const table = 'section,item,role,hours\nСайт,А,Редактор сайта,1\nСайт,Б,дизайнир,1\nСайт,В,верстальщек,1\n';
    const { problems } = await load({ 'data/proposals/hotel/estimate.csv': table, 'data/rates.csv': rates });
    const file = 'data/proposals/hotel/estimate.csv';
    expect(lines(problems)).toEqual([`error hotel ${file}:3:rate no-rate`, `error hotel ${file}:4:rate no-rate`]);
    expect(problems.map(({ mend }) => (mend as { en: string }).en)).toEqual([
      'perhaps “дизайнер” was meant',
      'add it to data/rates.csv or write it in rate',
    ]);
  });

  it('is told of money of another currency, and of per cent that are neither hours nor money', async () => {
    const table =
      'section,item,hours,rate,quantity,price,discount\nСайт,А,,,,$100,\nСайт,Б,,,,10 €,$5\nСайт,В,10%,100,,,\n' +
      'Сайт,Г,8,€20,,,\nСайт,Д,,,5%,5%,\nСайт,Е,,,₽3,5,\nСайт,Ж,,,,"1 000,50 ₽",5 руб.\n';
    const mdx = withHead('estimate: { discount: $5 }\npayments:\n  - { title: Аванс, due: сразу, part: 5 € }\n');
    const rates = `${RATES}редактор,,RUB,$30,2025-01-01\nавтор,,USD,$30,2025-01-01\nавтор,,RUB,30%,2025-01-01\n`;
    const { problems } = await load({ ...mdx, 'data/proposals/hotel/estimate.csv': table, 'data/rates.csv': rates });
    const file = 'data/proposals/hotel/estimate.csv';
    expect(lines(problems).sort()).toEqual(
      [
        `error hotel ${file}:2:price other-currency`,
        `error hotel ${file}:3:price other-currency`,
        `error hotel ${file}:3:discount other-currency`,
        `error hotel ${file}:4:hours bad-number`,
        `error hotel ${file}:5:rate other-currency`,
        `error hotel ${file}:6:quantity bad-number`,
        `error hotel ${file}:6:price bad-number`,
        `error hotel ${file}:7:quantity bad-number`,
        'error hotel content/proposals/hotel.mdx:11:estimate.discount other-currency',
        'error hotel content/proposals/hotel.mdx:13:payments.0.part other-currency',
        'error - data/rates.csv:5:rate other-currency',
        'error - data/rates.csv:7:rate bad-rate',
      ].sort(),
    );
    expect(problems.find(({ code }) => code === 'other-currency')?.expected).toEqual({
      ru: 'сумма в RUB',
      en: 'an amount in RUB',
    });
  });

  it('takes the signs of its own currency, a bare $ for any dollar', async () => {
    const table = 'section,item,price,discount\nСайт,А,$100,$5\nСайт,Б,CA$50.25,\n';
    const { value, problems } = await load({
      ...withHead('currency: CAD\n'),
      'data/proposals/hotel/estimate.csv': table,
    });
    expect(lines(problems)).toEqual([]);
    expect(computeEstimate(value.proposals[0]!.estimate).subtotal).toBe('145.25');
    const unread = await load({
      ...withHead('currency: CAD\nstatuss: sent\n'),
      'data/proposals/hotel/estimate.csv': table,
    });
    expect(lines(unread.problems)).toEqual(['error hotel content/proposals/hotel.mdx:12:statuss unknown-field']);
  });

  it('is told of estimates that are missing, double, or nobody’s', async () => {
    const file = 'content/proposals/hotel.mdx';
    const none = await load({ 'data/proposals/hotel/estimate.csv': null });
    expect(lines(none.problems)).toEqual([`error hotel ${file} no-estimate`]);
    const two = await load(withHead('estimate: { lines: [{ section: a, item: b, price: 1 }] }\n'));
    expect(lines(two.problems)).toEqual([`error hotel ${file}:11:estimate.lines two-estimates`]);
    const stray = await load({ 'data/proposals/other/estimate.csv': TABLE, 'content/proposals/Новое.mdx': 'x' });
    expect(lines(stray.problems)).toEqual([
      'error - content/proposals/Новое.mdx bad-id',
      'warning - data/proposals/other unknown-proposal',
    ]);
    expect(stray.value.proposals).toHaveLength(1);
  });

  it('is told when two documents have one number', async () => {
    const twin = {
      'content/proposals/twin.mdx': FILES['content/proposals/hotel.mdx']!,
      'data/proposals/twin/estimate.csv': TABLE,
    };
    const { value, problems } = await load(twin);
    expect(lines(problems)).toEqual([
      'error hotel content/proposals/hotel.mdx:2:number duplicate-number',
      'error twin content/proposals/twin.mdx:2:number duplicate-number',
    ]);
    expect(value.proposals).toEqual([]);
  });

  it('is told of a number in use by one that has other mistakes too, where it stands', async () => {
    const twin = `---\ntheme: {}\n${HEAD}---\n`;
    const { problems } = await load({ 'content/proposals/twin.mdx': twin });
    expect(lines(problems)).toEqual([
      'error twin content/proposals/twin.mdx no-estimate',
      'error hotel content/proposals/hotel.mdx:2:number duplicate-number',
      'error twin content/proposals/twin.mdx:3:number duplicate-number',
    ]);
  });

  it('asks which tax when the agency has several, and does without when it has none', async () => {
    const agency = JSON.parse(AGENCY) as { taxes: object[] };
    const second = { id: 'city', name: 'City tax', rate: '0.05', from: '2020-01-01' };
    const withTaxes = (taxes: object[]) => JSON.stringify({ ...agency, taxes });
    const two = await load({ 'data/agency.json': withTaxes([...agency.taxes, second]) });
    expect(lines(two.problems)).toEqual(['error hotel content/proposals/hotel.mdx:1:estimate tax-not-named']);
    const ended = { ...second, id: 'stamp', to: '2026-11-19' };
    const three = await load({ 'data/agency.json': withTaxes([...agency.taxes, second, ended]) });
    expect(three.problems[0]?.expected).toEqual({ ru: 'одно из: vat, city', en: 'one of: vat, city' });
    const one = await load({ 'data/agency.json': withTaxes([...agency.taxes, ended]) });
    expect(lines(one.problems)).toEqual([]);
    const none = await load({ 'data/agency.json': withTaxes([]) });
    expect(none.value.proposals[0]?.estimate.lines[0]?.tax).toBeNull();
  });
});

describe('the rate of a tax', () => {
  const rateOn = async (taxes: object[]) => {
    const agency = { ...(JSON.parse(AGENCY) as object), taxes };
    const { value, problems } = await load({ 'data/agency.json': JSON.stringify(agency) });
    expect(lines(problems)).toEqual([]);
    return value.proposals[0]!.estimate.lines[0]!.tax?.rate;
  };
  const vat = (rate: string, from: string, to?: string) => ({ id: 'vat', name: 'НДС', rate, from, ...(to && { to }) });

  it('is the one that began last, in whatever order they stand: a new one ends an open one', async () => {
    const taxes = [vat('0.2', '2019-01-01'), vat('0.22', '2026-01-01'), vat('0.25', '2026-11-21')];
    expect(await rateOn(taxes)).toBe('0.22');
    expect(await rateOn(taxes.toReversed())).toBe('0.22');
  });

  it('is the former one again when one for some time has ended', async () => {
    expect(await rateOn([vat('0.2', '2019-01-01'), vat('0.1', '2026-01-01', '2026-11-20')])).toBe('0.1');
    expect(await rateOn([vat('0.2', '2019-01-01'), vat('0.1', '2026-01-01', '2026-11-19')])).toBe('0.2');
  });
});

describe('rates.csv and holidays.csv', () => {
  it('are read, and told of by row', async () => {
    const rates =
      'роль;валюта;ставка;с\nдизайнер;RUB;3000,50;01.01.2025\n;RUB;100;01.01.2025\nДизайнер;rub;1;2025-01-01\n';
    const holidays = 'country,date,kind,name\nRU,2026-01-09,off,Перенос\nXX,2026-01-10,off,\nRU,2026-01-11,maybe,\n';
    const { value, problems } = await load({ 'data/rates.csv': rates, 'data/holidays.csv': holidays });
    expect(value.movedDays).toEqual([{ country: 'RU', date: '2026-01-09', kind: 'off', name: 'Перенос', row: 2 }]);
    expect(value.rates[0]).toEqual({
      role: 'дизайнер',
      person: null,
      currency: 'RUB',
      rate: '3000.5',
      from: '2025-01-01',
      row: 2,
    });
    expect(lines(problems).filter((text) => text.includes(' - '))).toEqual([
      'error - data/rates.csv:3:role rate-of-nobody',
      'error - data/rates.csv:4:с duplicate-row',
      'error - data/holidays.csv:3:country bad-country',
      'error - data/holidays.csv:4:kind unknown-value',
    ]);
  });
});
