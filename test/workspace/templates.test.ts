import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { localText } from '../../src/locale/text.ts';
import { REPORT_COMPONENTS, REPORT_PROPERTIES } from '../../src/ui/report/names.ts';
import { lines, load } from './memory.ts';

describe('report templates', () => {
  it('must exist for every kind and language a client needs', async () => {
    const { problems } = await load({
      'data/clients/hotel/client.json': '{"name": "x", "reports": ["monthly", "quarterly"]}',
      'data/clients/shop/client.json': '{"name": "x", "locale": "en"}',
      'data/clients/shop/exports/a.csv': 'x',
    });
    expect(lines(problems)).toEqual([
      'error hotel content/reports/quarterly.ru.mdx template-missing',
      'error shop content/reports/monthly.en.mdx template-missing',
    ]);
  });

  it('are the engine’s own where the workspace has none, and the workspace’s where it has', async () => {
    const { value, problems } = await load(
      { 'data/clients/hotel/client.json': '{"name": "x", "reports": ["monthly", "yearly"]}' },
      { defaultTemplates: '/engine/templates' },
    );
    expect(lines(problems)).toEqual([]);
    expect(value.templates).toMatchObject({
      'monthly.ru': '/workspace/content/reports/monthly.ru.mdx',
      'yearly.ru': '/engine/templates/yearly.ru.mdx',
    });
  });

  it('tell the place of a syntax error to the clients that use them, and only warn when unused', async () => {
    const { problems } = await load({
      'content/reports/monthly.ru.mdx': '---\ntitle: x\n---\n\n# Отчёт\n\n<Kpis\n',
      'content/reports/yearly.en.mdx': '{1 +}\n',
    });
    expect(lines(problems)).toEqual([
      'error hotel content/reports/monthly.ru.mdx:8:1 mdx-syntax',
      'warning - content/reports/yearly.en.mdx:1:5 mdx-syntax',
    ]);
  });

  it('may use known components, their own imports, and nothing else', async () => {
    const template =
      'import Seal from "./seal.astro"\nimport { Box as Case } from "./x.ts"\n\n<Kpis />\n\n<Seal /> <Case /> <b>x</b>\n\n<Kpi metrics="leads" />\n';
    const { problems } = await load({ 'content/reports/monthly.ru.mdx': template }, { components: ['Kpis', 'Chart'] });
    expect(lines(problems)).toEqual(['error hotel content/reports/monthly.ru.mdx:8:1 unknown-component']);
    expect(problems[0]?.mend).toMatchObject({ en: 'perhaps “Kpis” was meant' });
  });

  it('are refused when they are empty: nothing would take the place of every report', async () => {
    const { problems } = await load({ 'content/reports/monthly.ru.mdx': '---\ntitle: x\n---\n\n' });
    expect(lines(problems)).toEqual(['error hotel content/reports/monthly.ru.mdx template-empty']);
  });

  it('may hold words, Markdown and tags, but nothing that runs, sends or asks the network', async () => {
    const template = [
      '<Kpis />',
      '<script>alert(1)</script>',
      '<p onclick="x()">words <b>and</b> [a link](https://example.com/a)</p>',
      '![a chart](https://cdn.example/a.png)',
      '<img alt="" src="//cdn.example/a.png" />',
      '<img alt="" src="data:image/png;base64,AA==" />',
      '<iframe src="a.html" />',
    ].join('\n\n');
    const { problems } = await load({ 'content/reports/monthly.ru.mdx': template });
    const at = (row: number) => `error hotel content/reports/monthly.ru.mdx:${row}:1 template-tag`;
    expect(lines(problems)).toEqual([3, 5, 7, 9, 13].map(at));
  });

  it('are refused where figures stand without the appendix they link to: every report would fail when it is drawn', async () => {
    const file = 'content/reports/monthly.ru.mdx';
    const codes = async (template: string) =>
      lines((await load({ [file]: template }, { components: REPORT_COMPONENTS })).problems);
    expect(await codes('<Work />\n\n<Kpis />\n\n<Changes />\n')).toEqual([`error hotel ${file}:3:1 template-appendix`]);
    for (const name of ['Summary', 'Changes', 'MediaPlan']) {
      expect(await codes(`<${name} />\n\n<Asks />\n`), name).toEqual([`error hotel ${file}:1:1 template-appendix`]);
    }
    expect(await codes('<Kpis />\n\n<DataAppendix title="Данные" />\n')).toEqual([]);
    expect(await codes('<Work />\n\n<Plan />\n')).toEqual([]);
    expect(await codes('import Own from "./own.astro"\n\n<Kpis />\n\n<Own />\n')).toEqual([]);
  });

  it('are refused where requests are counted and not shown: a report would fail in the month that has some', async () => {
    const file = 'content/reports/monthly.ru.mdx';
    const codes = async (template: string) =>
      lines((await load({ [file]: template }, { components: REPORT_COMPONENTS })).problems);
    expect(await codes('<Kpis />\n\n<Summary />\n\n<DataAppendix />\n')).toEqual([
      `error hotel ${file}:3:1 template-asks`,
    ]);
    expect(await codes('<Summary />\n\n<Asks />\n\n<DataAppendix />\n')).toEqual([]);
    expect(await codes('<Kpis />\n\n<DataAppendix />\n')).toEqual([]);
  });

  it('stand in docs/workspace.md and its Russian page as they may be pasted', async () => {
    for (const name of ['workspace.md', 'workspace.ru.md']) {
      const doc = await readFile(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
      const template = /^## `content\/reports\/<kind>.*?```mdx\n(.*?)```/ms.exec(doc)?.[1] ?? '';
      expect(template).toContain('<Kpis />');
      const { problems } = await load(
        { 'content/reports/monthly.ru.mdx': template },
        { components: REPORT_COMPONENTS, properties: REPORT_PROPERTIES },
      );
      expect(lines(problems), name).toEqual([]);
    }
  });

  describe('name every property and value that no component has:', () => {
    const check = async (template: string) => {
      const files = { 'content/reports/monthly.ru.mdx': `${template}\n\n<Asks />\n\n<DataAppendix />\n` };
      const { problems } = await load(files, { components: REPORT_COMPONENTS, properties: REPORT_PROPERTIES });
      return problems.map(({ code, row, column, mend }) => [code, row, column, localText(mend, 'en')]);
    };

    it.each([
      ['<Chart type="line" ofer="days" />', 'unknown-property', 20, 'perhaps “over” was meant'],
      ['<PageBreak title="x" />', 'unknown-property', 12, 'remove the property or correct its name'],
      ['<Chart type="pie" />', 'unknown-value', 8, 'correct the value or remove the property'],
      ['<Chart type="line" last={0} />', 'unknown-value', 20, 'correct the value or remove the property'],
      ['<Initiatives horizon="quater" />', 'unknown-value', 14, 'perhaps “quarter” was meant'],
      ['<Cover metric="nonsense" />', 'unknown-metric', 8, 'correct the id or define the metric in data/metrics.json'],
      ['<Kpis metrics="leads, leeds" />', 'unknown-metric', 7, 'perhaps “leads” was meant'],
      ['<Kpis metrics="constructor" />', 'unknown-metric', 7, expect.any(String)],
      ['<Chart type="doughnut" metric="cpl" />', 'unfit-metric', 1, expect.stringContaining('another metric')],
      ['<Chart type="stacked-bar" metric="ctr" by="channels" />', 'unfit-metric', 1, expect.any(String)],
      ['<Chart type="plan-fact" metric="revenue" />', 'unfit-metric', 1, expect.any(String)],
    ])('%s', async (line, code, column, mend) => {
      expect(await check(`<Cover />\n\n${line}\n`)).toEqual([[code, 3, column, mend]]);
    });

    it('and nothing of the examples in docs/templates.md', async () => {
      const doc = await readFile(new URL('../../docs/templates.md', import.meta.url), 'utf8');
      const examples = [...doc.matchAll(/```mdx\n([\s\S]*?)```/g)].map(([, example]) => example ?? '');
      expect(examples.length).toBeGreaterThan(7);
      for (const example of examples) expect(await check(example), example).toEqual([]);
    });
  });

  it('warn of files named like no template', async () => {
    const { problems } = await load({ 'content/reports/montly.en.mdx': '' });
    expect(lines(problems)).toEqual(['warning - content/reports/montly.en.mdx unknown-file']);
  });
});
