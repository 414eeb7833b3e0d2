import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawChart } from '../../src/charts/draw.ts';
import { loadFontMetrics } from '../../src/charts/load-fonts.ts';
import { examples, extreme, formats, months, ordinary } from './examples.ts';
import { themeOf } from './theme.ts';
import type { ChartSpec, DoughnutSpec, LineSpec, SparklineSpec } from '../../src/charts/types.ts';

const theme = themeOf(loadFontMetrics('inter'));
const golden = new URL('./golden/', import.meta.url);
const find = <T extends ChartSpec>(id: string): T =>
  examples(id.slice(-2) as 'ru' | 'en').find((spec) => spec.id === id) as T;
const line = (changes: Partial<LineSpec>): LineSpec => ({ ...find<LineSpec>('line-days-en'), events: [], ...changes });

describe('drawn charts', () => {
  const shown = [...ordinary('ru'), ...extreme('en')].flatMap((spec) => [spec, { ...spec, size: 'narrow' as const }]);

  it.each(shown.map((spec) => [`${spec.id}-${spec.size ?? 'wide'}`, spec] as const))('look like %s', (name, spec) => {
    const file = new URL(`${name}.svg`, golden);
    // One shape a line, so that a change reads well.
    const svg = drawChart(spec, theme).svg.replaceAll('><', '>\n<') + '\n';
    if (!existsSync(file) && !process.env['CI']) {
      mkdirSync(golden, { recursive: true });
      writeFileSync(file, svg);
    }
    expect(svg).toBe(readFileSync(file, 'utf8'));
  });

  it('are the same bytes on every run', () => {
    const first = examples('ru').map((spec) => drawChart(spec, theme).svg);
    const second = examples('ru')
      .toReversed()
      .map((spec) => drawChart(spec, theme).svg);
    expect(second.toReversed()).toEqual(first);
  });

  it('do not change their specification', () => {
    for (const spec of examples('en')) {
      const before = structuredClone(spec);
      drawChart(spec, theme);
      expect(spec).toEqual(before);
    }
  });

  it('have a name, a description and ids of their own', () => {
    const all = examples('ru').flatMap((spec) =>
      (['wide', 'narrow'] as const).map((size) => drawChart({ ...spec, size }, theme).svg),
    );
    const ids = all.join('').match(/ id="[^"]+"/g)!;
    expect(new Set(ids).size).toBe(ids.length);
    for (const svg of all) {
      const labelled = /role="img" aria-labelledby="(\S+) (\S+)"/.exec(svg)!;
      expect(svg).toContain(`<title id="${labelled[1]}">`);
      expect(svg).toContain(`<desc id="${labelled[2]}">`);
      for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(svg).toContain(` id="${id}"`);
    }
  });

  it('use flat colours only and each colour of the theme as given', () => {
    for (const spec of examples('ru'))
      expect(drawChart(spec, theme).svg).not.toMatch(/gradient|<image|filter=|<style|<script/i);
  });

  it('show a series in the colour it has throughout the document', () => {
    const own = { ...theme, colourOf: (id: string) => (id === 'leads' ? '#aa0077' : null) };
    expect(drawChart(line({}), own).svg).toContain('stroke="#aa0077"');
    expect(drawChart(find('spark-ru'), own).svg).toContain('stroke="#aa0077"');
  });

  it('look the same when nobody points at them, and carry no texts for that', () => {
    const spec = find<SparklineSpec>('spark-ru');
    const still = drawChart({ ...spec, still: true }, theme);
    expect(still.svg).toBe(drawChart(spec, theme).svg);
    expect(still.browserConfig).toBeNull();
  });

  it('break a line at a gap and show a lonely point', () => {
    const spec = line({
      labels: months.slice(0, 5),
      labelKind: 'month',
      comparison: [],
      series: [{ id: 'a', name: 'A', values: [1, 2, null, 4, null] }],
    });
    const { svg } = drawChart(spec, theme);
    const path = /d="([^"]+)" fill="none" stroke="#0b5fa5"/.exec(svg)![1]!;
    expect(path.match(/M/g)!.length).toBe(1);
    expect(svg.match(/A2 2 |A3 3 /g)!.length).toBeGreaterThan(0);
  });
});

describe('hostile text in charts', () => {
  it('stays text and is cut on the drawing but whole in the table', () => {
    const { svg, table } = drawChart(find('bar-names-ru'), theme);
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;');
    expect(svg).not.toContain('А'.repeat(100));
    expect(svg).not.toContain('\u202e');
    expect(table.rows[2]![0]).toBe('А'.repeat(5000));
  });

  it('cannot close an element through the title, the description or the font', () => {
    const spec = line({ title: '</title><b>', description: '"><i>' });
    const { svg } = drawChart(spec, { ...theme, family: '"Inter"><u>' });
    expect(svg).not.toMatch(/<(b|i|u)>/);
  });
});

describe('data tables of charts', () => {
  it('print exact decimals, not the floats that were drawn', () => {
    const spec = line({
      format: { ...formats('ru').money, decimals: 2 },
      labels: ['2026-09', '2026-10'],
      labelKind: 'month',
      comparison: [],
      series: [
        { id: 'cost', name: 'Расход', values: [0.1 + 0.2, 9007199254740993], exact: ['0.30', '9007199254740993.01'] },
      ],
      target: { values: [5, 5], exact: ['5.00', '5.00'], name: 'План' },
    });
    expect(drawChart(spec, theme).table).toEqual({
      caption: spec.title,
      head: ['Месяц', 'Расход', 'План'],
      rows: [
        ['Сентябрь 2026', '0,30\u00a0₽', '5,00\u00a0₽'],
        ['Октябрь 2026', '9\u00a0007\u00a0199\u00a0254\u00a0740\u00a0993,01\u00a0₽', '5,00\u00a0₽'],
      ],
    });
  });

  it('name a target beside the months it was set for alone', () => {
    const spec = line({
      labels: ['2026-09', '2026-10'],
      labelKind: 'month',
      comparison: [],
      series: [{ id: 'leads', name: 'Лиды', values: [4, 6] }],
      target: { values: [null, 5], name: 'План' },
    });
    expect(drawChart(spec, theme).table.rows.map((row) => row[2])).toEqual(['—', '5']);
  });

  it('name the part of a month that is all there is of it', () => {
    const labels = ['2026-09', '2026-10'];
    const spec = line({
      labels,
      labelKind: 'month',
      part: '22 days',
      comparison: [],
      series: [{ id: 'a', name: 'Лиды', values: [4, 6] }],
    });
    expect(drawChart(spec, theme).table.rows.map(([name]) => name)).toEqual([
      'September 2026',
      'October 2026 (22 days)',
    ]);
    expect(drawChart(spec, theme).svg).toContain('>22 days<');
  });

  it('call the changes of a waterfall by what changed, not by the finding over it', () => {
    const fall = find('waterfall-ru') as Extract<ChartSpec, { kind: 'waterfall' }>;
    expect(drawChart({ ...fall, measure: 'Лиды' }, theme).table.head).toEqual(['Канал', 'Лиды']);
  });

  it('keep every part that the drawing groups, and an exact total', () => {
    const spec = find<DoughnutSpec>('doughnut-twelve-ru');
    const { table, svg } = drawChart(spec, theme);
    const sum = spec.parts.reduce((total, part) => total + part.value!, 0);
    expect(table.rows).toHaveLength(13);
    expect(table.rows.at(-1)!.slice(0, 2)).toEqual(['Всего', `${new Intl.NumberFormat('ru').format(sum)}\u00a0₽`]);
    expect(svg).toContain('>Остальные<');
    expect(svg).not.toContain(`>${spec.parts[9]!.name}<`);
  });

  it('print a dash where a value is unknown', () => {
    expect(drawChart(find('line-gaps-ru'), theme).table.rows[8]![1]).toBe('—');
  });
});

describe('charts without enough to draw', () => {
  it('say so in words of the report and have no plot for tooltips', () => {
    for (const [id, words] of [
      ['empty-ru', 'Нет данных за этот период'],
      ['doughnut-zero-en', 'No data for this period'],
    ] as const) {
      const drawn = drawChart(find(id), theme);
      expect(drawn.svg).toContain(words);
      expect(drawn.browserConfig).toBeNull();
    }
  });

  it('refuse shares of negative parts in words', () => {
    const spec = find<DoughnutSpec>('doughnut-ru');
    const parts = [...spec.parts, { id: 'x', name: 'X', value: -1 }];
    expect(drawChart({ ...spec, parts }, theme).svg).toContain('есть отрицательные');
  });

  it('draw no series at all calmly', () => {
    for (const kind of ['line', 'bar', 'stacked-bar', 'sparkline'] as const) {
      const spec = { ...line({}), kind, comparison: [], series: [] } as ChartSpec;
      expect(drawChart(spec, theme).browserConfig).toBeNull();
    }
  });
});

describe('contributions to a change', () => {
  it('are coloured good and bad, unless neither direction is the better one', () => {
    const fall = find('waterfall-ru') as Extract<ChartSpec, { kind: 'waterfall' }>;
    const coloured = (spec: ChartSpec) =>
      [theme.good, theme.bad].filter((colour) => drawChart(spec, theme).svg.includes(colour));
    expect(coloured(fall)).toEqual([theme.good, theme.bad]);
    expect(coloured({ ...fall, better: null })).toEqual([]);
  });
});

describe('specifications that contradict themselves', () => {
  it('are refused by the chart’s name', () => {
    expect(() => drawChart(line({ id: 'a"b' }), theme)).toThrow(/plain name/);
    expect(() => drawChart(line({ labels: months }), theme)).toThrow(/differ in length/);
    const fall = find('waterfall-ru') as Extract<ChartSpec, { kind: 'waterfall' }>;
    expect(() => drawChart({ ...fall, end: { ...fall.end, value: 1 } }, theme)).toThrow(/lead to 236, not to 1/);
  });
});
