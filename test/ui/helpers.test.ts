import { describe, expect, it } from 'vitest';
import { deadAnchors } from '../../src/sites/dead-anchors.ts';
import { withUsedLineage } from '../../src/sites/used-lineage.ts';
import { escapeAttributes } from '../../src/sites/escape-attributes.ts';
import { byDue } from '../../src/ui/by-due.ts';
import { initials } from '../../src/ui/initials.ts';
import { inlineJson } from '../../src/ui/inline-json.ts';
import { runningHead } from '../../src/ui/running-head.ts';
import { commonFolder } from '../../src/ui/report/common-folder.ts';
import { coverDays } from '../../src/ui/report/cover-days.ts';
import { dividesByZero } from '../../src/ui/report/divides-by-zero.ts';
import { REPORT_COMPONENTS } from '../../src/ui/report/names.ts';
import { metricCard } from '../../src/press/cards.ts';
import { builtinMetrics } from '../../src/workspace/metrics.ts';
import { readdirSync } from 'node:fs';

describe('escaping', () => {
  it('takes tags out of attributes and leaves elements and text alone', () => {
    const html = `<p title="<img src=x>" class='a'>x = "1" <b data-a="a>b">y</b></p>`;
    expect(escapeAttributes(html)).toBe(`<p title="&lt;img src=x>" class='a'>x = "1" <b data-a="a>b">y</b></p>`);
  });

  it('keeps JSON inside its element', () => {
    const json = inlineJson({ title: '</script><script>alert(1)\u2028' });
    expect(json).not.toMatch(/[<\u2028]/);
    expect(JSON.parse(json)).toEqual({ title: '</script><script>alert(1)\u2028' });
  });

  it('keeps a name inside its CSS string', () => {
    const css = runningHead('"}</style>*{display:none}\\', 'Октябрь 2026');
    expect(css.match(/"/g)).toHaveLength(4);
    expect(css).not.toContain('</style>');
    expect(css).toContain('Октябрь 2026');
  });

  it('clips a running head that would meet the other side', () => {
    expect(runningHead('а'.repeat(5000), '').length).toBeLessThan(200);
  });
});

describe('small helpers', () => {
  it('keep the entries of the appendix that a figure leads to, by itself or through a formula', () => {
    const entry = (id: string, links = '') => `<tbody id="src-${id}" class="source" tabindex="-1">${links}</tbody>`;
    const link = (id: string) => `<a class="num" href="#src-${id}">1</a>`;
    const [cpl, cpm] = [entry('cpl', link('cost') + link('leads')), entry('cpm', link('cost') + link('views'))];
    const table = [cpl, cpm, entry('cost'), entry('leads'), entry('views')].join('');
    expect(withUsedLineage(link('cpl') + table)).toBe(link('cpl') + cpl + entry('cost') + entry('leads'));
    expect(withUsedLineage(table)).toBe(table);
  });

  it('find links that lead nowhere, each once', () => {
    expect(deadAnchors('<a href="#a"></a><a href="#b"></a><a href="#b"></a><p id="a"></p>')).toEqual(['#b']);
  });

  it('order a plan by due date, undated last', () => {
    const line = (title: string, due: string | null) => ({ area: '', person: '', title, due });
    const plan = [line('a', null), line('b', '2026-11-20'), line('c', '2026-11-06'), line('d', null)];
    expect(byDue(plan).map(({ title }) => title)).toEqual(['c', 'b', 'a', 'd']);
  });

  it('take initials from names of one, two and three words', () => {
    expect([initials('Анна Ковалёва'), initials('Cher'), initials('Ана де Армас'), initials('')]).toEqual([
      'АК',
      'C',
      'АА',
      '',
    ]);
  });

  it('find the folder files share', () => {
    expect(commonFolder(['a/b/c/x.csv', 'a/b/d/y.csv'])).toBe('a/b/');
    expect(commonFolder(['a/x.csv'])).toBe('a/');
    expect(commonFolder(['x.csv', 'a/y.csv'])).toBe('');
    expect(commonFolder([])).toBe('');
  });

  it('draw a cover from days: highest is 100, refunds and gaps are flat, long periods are added up', () => {
    const days = (values: (string | null)[]) => values.map((leads, i) => ({ date: `d${i}`, leads }));
    expect(coverDays(days(['5', '10', null, '-3']), 'leads')).toEqual([50, 100, 0, 0]);
    expect(coverDays(days(['0', null]), 'leads')).toEqual([]);
    // Some days more at the end are no fall.
    const even = coverDays(days(Array<string>(366).fill('1')), 'leads');
    expect(even.length).toBeLessThanOrEqual(92);
    expect(new Set(even)).toEqual(new Set([100]));
  });
});

describe('the list of components', () => {
  it('names every file a template may use, and nothing else', () => {
    const files = readdirSync(new URL('../../src/ui/report', import.meta.url))
      .filter((name) => name.endsWith('.astro'))
      .map((name) => name.replace('.astro', ''));
    expect([...REPORT_COMPONENTS].sort()).toEqual(files.sort());
  });
});

describe('a ratio without a value', () => {
  const { cpl, leads } = builtinMetrics();
  const metrics = { cpl: metricCard(cpl!, 'en'), leads: metricCard(leads!, 'en') };
  const ofLeads = (value: string | null) => dividesByZero({ metrics, totals: [{ metric: 'leads', value }] }, 'cpl');

  it('is divided by zero where nothing was counted, and has no data where nobody counted', () => {
    expect(ofLeads('0')).toBe(true);
    expect(ofLeads('-3')).toBe(true);
    expect(ofLeads(null)).toBe(false);
    expect(ofLeads('3')).toBe(false);
    expect(dividesByZero({ metrics, totals: [] }, 'cpl')).toBe(false);
    expect(dividesByZero({ metrics, totals: [{ metric: 'leads', value: '0' }] }, 'leads')).toBe(false);
  });
});
