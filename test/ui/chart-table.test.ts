import { escapeHTML } from 'astro/runtime/server/index.js';
import { describe, expect, it } from 'vitest';
import { tableRows } from '../../src/ui/report/chart-table.ts';

describe('rows of a chart’s data table', () => {
  it('are a head and figures each', () => {
    const rows = [
      ['Октябрь 2026', '12', '—'],
      ['Ноябрь 2026', '14', '3'],
    ];
    expect(tableRows({ caption: '', head: [], rows })).toBe(
      '<tr><th scope="row">Октябрь 2026</th><td class="n">12</td><td class="n">—</td></tr>' +
        '<tr><th scope="row">Ноябрь 2026</th><td class="n">14</td><td class="n">3</td></tr>',
    );
  });

  it('keep hostile names text, written as in the rest of the page', () => {
    const name = `</td><script>alert('&amp;')</script>"`;
    expect(tableRows({ caption: '', head: [], rows: [[name, name]] })).toBe(
      `<tr><th scope="row">${escapeHTML(name)}</th><td class="n">${escapeHTML(name)}</td></tr>`,
    );
  });
});
