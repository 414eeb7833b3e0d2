import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deadAnchors } from '../../src/sites/dead-anchors.ts';
import { buildFixture, type BuiltPages } from './build-fixture.ts';
import { fixtureCabinet, fixtureReport, type FixtureOptions } from './fixture-model.ts';

const EVIL = `<script>alert(1)</script>"'><img src=x onerror=alert(2)>`;
const CASES: Record<string, FixtureOptions> = {
  ru: { locale: 'ru' },
  en: { locale: 'en' },
  partial: { locale: 'ru', elapsed: 18 },
  'first-month': { locale: 'en', months: 1, note: false },
  empty: { locale: 'ru', channels: 0, note: false },
  crowded: { locale: 'ru', channels: 12, scale: 9000, name: 'Очень длинное имя '.repeat(278) },
  'right-to-left': { locale: 'en', name: 'שלום עולם בע״מ', scale: -1 },
  evil: { locale: 'en', name: EVIL },
  wordless: { locale: 'ru' },
  young: { locale: 'en' },
  valueless: { locale: 'en' },
  steady: { locale: 'ru' },
  late: { locale: 'en' },
};
let pages: BuiltPages;
const report = (client: string) => pages.html(`${client}/2026-10`);
const text = (html: string) =>
  html
    .replace(/<(script|style|svg)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
const headings = (html: string) => [...html.matchAll(/<h2[^>]*>([^<]*)</g)].map(([, title]) => title?.trim());

beforeAll(() => {
  const models = Object.entries(CASES).map(([client, options]) => {
    const [page, cabinet] = [fixtureReport(options), fixtureCabinet(options)];
    if (client === 'evil') {
      page.work = page.work.map((line) => ({ ...line, title: EVIL, person: EVIL, effect: EVIL }));
      page.channels = page.channels.map(({ id }) => ({ id, name: EVIL }));
      page.note = { author: null, summary: EVIL, asks: [EVIL], html: '' };
    }
    if (client === 'young') {
      page.began = '2026-09-15';
      const [first, second] = page.channels;
      const gap = { ...page.gaps[0]!, source: 'calls', days: 27, lastDay: '2026-10-27' } as const;
      page.gaps = [...page.gaps, ...[first!, second!].map(({ id }) => ({ ...gap, channel: id }))];
    }
    if (client === 'valueless') {
      page.kpis = page.kpis.map((kpi) => ({ ...kpi, value: null, target: '500', targetDone: null }));
      for (const row of page.mediaPlan?.rows ?? []) row.columns.budget.plan = '9000000';
      page.mediaPlan!.rows[0]!.columns.budget.plan = '15000000';
      const leads = page.byChannel[page.channels[0]!.id]!.find(({ metric }) => metric === 'leads')!;
      Object.assign(leads, { target: '400', targetDone: '0.25', targetSense: 'bad' });
      page.lineage.find(({ metric }) => metric === 'leads')!.beside = [
        {
          what: 'target',
          channel: page.channels[0]!.id,
          file: 'targets.csv',
          rows: 1,
          firstRow: 7,
          lastRow: 7,
          sum: '400',
        },
      ];
    }
    if (client === 'late') {
      page.initiatives = page.initiatives.map((one) => ({
        ...one,
        due: '2026-10-20',
        status: 'active',
        progress: '0.4',
      }));
      // Nothing came of a channel that had been given a target.
      for (const one of page.byChannel[page.channels[1]!.id]!) {
        Object.assign(one, { value: null, targetDone: null, target: one.metric === 'leads' ? '37' : null });
        one.againstPrevious = { ...one.againstPrevious, absolute: null };
      }
    }
    // Declared to be switched off: nothing is missing.
    if (client === 'wordless') page.gaps = [];
    if (client === 'steady') {
      const change = { from: '7.4243', to: '7.4189', absolute: '-0.0054', relative: '-0.0007', sense: 'bad' } as const;
      page.kpis = page.kpis.map((kpi) => ({
        ...kpi,
        value: change.to,
        previous: change.from,
        againstPrevious: change,
      }));
    }
    if (client === 'wordless') Object.assign(page, { note: null, stories: [] });
    return [client, { report: page, cabinet }] as const;
  });
  const unbound = fixtureReport({ locale: 'ru' });
  const broken = { ...unbound, kpis: unbound.kpis.map((kpi) => ({ ...kpi, metric: 'nonsense' })) };
  pages = buildFixture('pages', {
    ...Object.fromEntries(models),
    broken: { report: broken, cabinet: fixtureCabinet({ locale: 'ru' }) },
  });
});
afterAll(() => pages.remove());

describe('a report page', () => {
  it('does not judge a figure that is printed as it was', () => {
    const cells = [...report('steady').matchAll(/<td class="kpi-change"[^>]*>([\s\S]*?)<\/td>/g)].map(
      ([, cell]) => cell!,
    );
    const alike = cells.map((cell) => text(cell).trim()).filter((cell) => cell.startsWith('почти без изменений'));
    expect(alike.some((cell) => cell.endsWith('было 7,42 ₽'))).toBe(true);
    for (const cell of alike) expect(cell).not.toMatch(/хуже|лучше|%/);
  });

  it('says since when there are data of a month that is not known whole', () => {
    expect(text(report('young'))).toContain('vs September 2026 data only since September 15, 2026');
    expect(report('en')).not.toContain('kpi-since');
  });

  it('says what was promised also where nothing came of it', () => {
    expect(text(report('valueless'))).toContain('target 500');
    expect(text(report('valueless'))).not.toContain('no target');
  });

  it('shows a channel’s own target beside its figure, and in the appendix the row it stands in', () => {
    const page = text(report('valueless'));
    const channel = /Channels .*?Media plan/.exec(page)![0];
    expect(channel).toContain('target 400 , missed');
    expect(channel.match(/target/g)).toHaveLength(1);
    expect(page).toMatch(/targets\.csv Target · \S.*? 7 1 400/);
  });

  it('shows a channel that had a target and brought nothing', () => {
    const channel = /Channels .*?Media plan/.exec(text(report('late')))![0];
    expect(channel).toMatch(/— target 37 /);
  });

  it('calls data incomplete in the appendix where the page does, and not those of a source that was switched off', () => {
    const tableOf = (client: string) =>
      /За сколько дней периода есть данные .*?Замечания|За сколько дней.*$/.exec(text(report(client)))![0];
    expect(tableOf('ru')).toContain('26 / 31 26.10.2026');
    expect(tableOf('ru')).toContain('не полностью');
    expect(tableOf('wordless')).toMatch(/26 \/ 31 26\.10\.2026\s+(— )?не каждый день/);
    expect(tableOf('wordless')).not.toContain('не полностью');
  });

  it('tells in one line of the channels of a source that lack the same days', () => {
    const notice = /<div class="notice">[\s\S]*?<\/div>/.exec(report('young'))![0];
    expect(notice.match(/<li>/g)).toHaveLength(2);
    expect(text(notice)).toMatch(/ [^(]+, [^(]+ \(calls\): 27 (из 31 дня|of 31 days), /);
  });

  it('says of an initiative that its due day has passed', () => {
    expect(text(report('late'))).toMatch(/Overdue yearly goal, Jan 12 – Oct 20/);
    expect(report('late')).toContain('class="initiative late"');
    expect(text(report('en'))).not.toContain('Overdue');
  });

  it('writes the budgets of a media plan alike', () => {
    const plan = text(report('valueless')).replace(/^.*Media plan/, '');
    expect(plan).toContain('$15.0M');
    expect(plan).toContain('$9.0M');
    expect(plan).not.toContain('$9,000,000');
  });

  it('tells the story in the trade’s order', () => {
    expect(headings(report('ru'))).toEqual([
      'Коротко',
      'Показатели',
      'Что изменилось и почему',
      'Каналы',
      'Медиаплан',
      'Что сделано',
      'План работ',
      'Что нужно от вас',
      'Инициативы',
      'Подробные списки',
      'Словарь показателей',
      'Откуда числа',
    ]);
  });

  it('leaves out sections without data, headings included', () => {
    expect(headings(report('empty'))).toEqual(['Откуда числа']);
    expect(headings(report('first-month'))).not.toContain('What changed and why');
    expect(headings(report('first-month'))).not.toContain('Work done');
  });

  it('begins with what is next where there are no words for a summary', () => {
    expect(headings(report('wordless'))[0]).toBe('Дальше');
    expect(report('wordless')).not.toMatch(/<h3[^>]*>\s*Дальше/);
    expect(report('ru')).toMatch(/<h3[^>]*>\s*Дальше/);
  });

  it('leaves out columns nobody has a value for', () => {
    expect(report('first-month')).not.toContain('vs September');
    expect(text(report('first-month'))).not.toMatch(/was —/);
  });

  it.each(Object.keys(CASES))('%s: every link inside the page leads somewhere, nothing is left undefined', (client) => {
    for (const html of [report(client), pages.html(client)]) {
      expect(deadAnchors(html)).toEqual([]);
      expect(text(html)).not.toMatch(/undefined|NaN|\[object|\bnull\b/);
    }
  });

  it('links the figures to their lineage', () => {
    const html = report('ru');
    for (const metric of ['leads', 'revenue', 'cpl', 'roas']) {
      expect(html).toMatch(new RegExp(`<a class="num" href="#src-${metric}">`));
      expect(html).toContain(`id="src-${metric}"`);
    }
  });

  it('shows lists that are a part: the newest, their first rows, how many there are, and that they are no total', () => {
    const section = /<section[^>]*id="lists"[\s\S]*?<\/section>/.exec(report('ru'))?.[0] ?? '';
    const words = text(section);
    expect([...section.matchAll(/<h3[^>]*>([^<]*)</g)].map(([, title]) => title)).toEqual([
      'Список queries',
      'Список pages',
    ]);
    expect(words).toContain('с итогами отчёта сумма не совпадёт');
    expect(words).toMatch(/1–28 октября 2026 · новейший из 2.списков · CAD/);
    expect(words).toContain('Показано строк: 10 из 48');
    expect(words).toMatch(/не указано 1.200 1.234,50.CA\$/);
    expect(words).toContain('4,25');
    expect(words).toContain('Страница Клики Расход constructor');
    expect(words).not.toContain('september query');
    expect(words).not.toContain('query 8');
    expect(section).toContain('&lt;b&gt;отель&lt;/b&gt;');
    expect(section).toContain('<th scope="row" dir="auto">');
    expect(text(report('en'))).toContain('do not add up to the totals of this report');
  });

  it('says that a running period is partial, and doubts a stale pace', () => {
    const page = text(report('partial'));
    expect(page).toContain('Период ещё идёт: 18 из 31\u00a0дня, по 18.10.2026 включительно'.replace('\u00a0', ' '));
    expect(page).toContain('Темпу нельзя доверять');
  });

  it('says of a running period how many targets are on pace, in the cabinet too; of an ended one how many are met', () => {
    for (const running of [report('partial'), pages.html('partial')]) {
      expect(text(running)).toMatch(/По плану (не )?ид(ёт|ут) /);
      expect(text(running)).not.toMatch(/План (не )?выполнен|плана, (не )?выполнен/);
    }
    for (const ended of [report('ru'), pages.html('ru')]) expect(text(ended)).toMatch(/План (не )?выполнен/);
  });

  it('shows missing days beside the figures they touch', () => {
    expect(text(report('ru'))).toMatch(/VK Реклама \(vk-ads\): 26 из 31 дня/);
    expect(text(report('ru'))).toContain('неполные данные');
  });

  it('keeps the whole of a very long name in its text and clips it in the running head', () => {
    expect(text(report('crowded'))).toContain('Очень длинное имя '.repeat(200).trim());
    const head = /@top-left\{content:"([^"]*)"/.exec(report('crowded'))?.[1] ?? '';
    expect(head.length).toBeLessThan(120);
  });

  it('shows hostile text as text', () => {
    for (const html of [report('evil'), pages.html('evil')]) {
      expect(html).not.toContain('<script>alert');
      expect(html).not.toContain('<img src=x');
      expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    }
  });

  it('refers to nothing outside its folder and runs no inline script', () => {
    for (const html of [report('ru'), pages.html('ru')]) {
      const loaded = [...html.matchAll(/<(?:link|script|img)\b[^>]*?(?:href|src)="([^"]*)"/g)].map(
        ([, url]) => url ?? '',
      );
      expect(loaded.length).toBeGreaterThan(2);
      for (const url of loaded) expect(url).toMatch(/^(\.\.\/)?assets\//);
      expect(html).not.toMatch(/\son[a-z]+="/);
      expect(html).toContain(`content="default-src 'none'; script-src 'self' file:`);
    }
  });
});

describe('a page that throws', () => {
  it('fails its own client by name, and the others are built', () => {
    expect(pages.problems).toEqual([expect.objectContaining({ code: 'page-failed', client: 'broken' })]);
    expect(JSON.stringify(pages.problems)).toMatch(/2026-10.*nonsense/);
    expect(report('ru').length).toBeGreaterThan(10_000);
  });
});

describe('the cabinet', () => {
  it('holds every report, the chronology, the plans and the team', () => {
    const html = pages.html('ru');
    expect([...html.matchAll(/href="2\d{3}-\d\d\/index\.html"/g)].length).toBeGreaterThanOrEqual(26);
    for (const words of [
      'Хроника работ и событий',
      'Сайт не работал четыре часа',
      'Команда проекта',
      'Анна Ковалёва',
    ]) {
      expect(html).toContain(words);
    }
  });

  it('says so when there is no report yet', () => {
    expect(text(pages.html('empty'))).toContain('Отчётов пока нет');
  });
});

describe('HTML', () => {
  // Telephone numbers are kept together by the style sheet; titles carry the client's name however long it is.
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      'long-title': 'off',
      'tel-non-breaking': 'off',
      'no-inline-style': 'off',
      'no-trailing-whitespace': 'off',
    },
  });

  it.each(Object.keys(CASES))('%s is valid', async (client) => {
    for (const html of [report(client), pages.html(client)]) {
      const { results } = await validator.validateString(html);
      expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual(
        [],
      );
    }
  });
});
