import { describe, expect, it } from 'vitest';
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

  it('warn of files named like no template', async () => {
    const { problems } = await load({ 'content/reports/montly.en.mdx': '' });
    expect(lines(problems)).toEqual(['warning - content/reports/montly.en.mdx unknown-file']);
  });
});
