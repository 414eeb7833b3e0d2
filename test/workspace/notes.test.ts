import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNote } from '../../src/workspace/content/note.ts';
import { renderNote } from '../../src/workspace/content/note-body.ts';
import { lines, load } from './memory.ts';

const people = [{ id: 'anna', name: 'Анна', role: 'менеджер' }];
const head = '---\nauthor: anna\nsummary: Всё по плану.\nasks:\n  - Пришлите фото\n---\n';
const read = (text: string) => readNote('content/reports/notes/hotel/2026-10.mdx', text, people);

async function refusals(body: string): Promise<string[]> {
  const { findings } = await read(`${head}${body}`);
  return findings.map(({ code, row, column }) => `${row}:${column} ${code}`);
}

describe('a note', () => {
  it('gives author, summary, asks, safe HTML and plain words', async () => {
    const { value, findings } = await read(
      `${head}\nЛидов стало **больше** на 12 %.\n\n- поиск\n- [сайт](https://example.com)\n`,
    );
    expect(findings).toEqual([]);
    expect(value).toMatchObject({
      author: 'anna',
      summary: 'Всё по плану.',
      asks: ['Пришлите фото'],
      bodyRow: 7,
      html: '<p>Лидов стало <strong>больше</strong> на 12 %.</p>\n<ul>\n<li>поиск</li>\n<li><a href="https://example.com">сайт</a></li>\n</ul>',
      text: 'Всё по плану.\nПришлите фото\nЛидов стало больше на 12 %.\nпоиск\nсайт',
    });
  });

  it('may have no author, no asks and no body', async () => {
    const { value } = await read('---\r\nsummary: 2026\r\n---\r\n');
    expect(value).toMatchObject({ summary: '2026', asks: [], html: '', text: '2026' });
  });

  it('keeps a lesser sign and typed-out tags as words', async () => {
    const { html, findings } = await renderNote('CPL < 500 и \\<b> и `<script>` и &lt;i&gt;', 1);
    expect(findings).toEqual([]);
    expect(html).toBe('<p>CPL &#x3C; 500 и &#x3C;b> и <code>&#x3C;script></code> и &#x3C;i></p>');
  });

  it('puts its headings under those of the page, without gaps', async () => {
    const { html } = await renderNote('# a\n\n### b\n\n# c\n', 1);
    expect(html).toBe('<h3>a</h3>\n<h4>b</h4>\n<h3>c</h3>');
  });

  it('may hold a table written with tags', async () => {
    const { html, findings } = await renderNote(
      '<table>\n<tr><th scope="col">a</th></tr>\n<tr><td colspan="2">1</td></tr>\n</table>',
      1,
    );
    expect(findings).toEqual([]);
    expect(html.replaceAll('\n', '')).toBe(
      '<table><tr><th scope="col">a</th></tr><tr><td colspan="2">1</td></tr></table>',
    );
  });

  it.each([
    ['\nimport x from "node:fs"', '8:1 note-import'],
    ['\nexport const a = 1', '8:1 note-import'],
    ['два {1 + 1}', '7:5 note-expression'],
    ['{globalThis.x = 1}', '7:1 note-expression'],
    ['<Kpis />', '7:1 note-component'],
    ['<a.b />', '7:1 note-component'],
    ['<script>alert(1)</script>', '7:1 note-tag'],
    ['<style>a</style>', '7:1 note-tag'],
    ['<iframe src="https://x.y" />', '7:1 note-tag'],
    ['<svg onload="x" />', '7:1 note-tag'],
    ['<>a</>', '7:1 note-tag'],
    ['слово <b onclick="x">b</b>', '7:10 note-attribute'],
    ['<b style="color:red">b</b>', '7:4 note-attribute'],
    ['<b {...props}>b</b>', '7:4 note-expression'],
    ['<a href={x}>b</a>', '7:4 note-expression'],
    ['<a href="javascript:alert(1)">b</a>', '7:4 note-link'],
    ['<a href=" javascript:alert(1)">b</a>', '7:4 note-link'],
    ['[b](javascript:alert(1))', '7:1 note-link'],
    ['[b](data:text/html,x)', '7:1 note-link'],
    ['[b](//evil.example)', '7:1 note-link'],
    ['[b](other.html)', '7:1 note-link'],
    ['![b](https://x.y/z.png)', '7:1 note-picture'],
    ['<ul>текст</ul>', '7:5 note-nesting'],
    ['<td>a</td>', '7:1 note-nesting'],
    ['<b>\n\nabc\n\n</b>', '9:1 note-nesting'],
    ['| a | b |\n|---|---|\n| 1 | 2 |', '7:1 note-bars'],
    ['скобка {', '7:9 mdx-syntax'],
    ['<!-- тайна -->', '7:2 mdx-syntax'],
    ['<b>x', '7:1 mdx-syntax'],
    ['<b>', '7:1 mdx-syntax'],
  ])('refuses %j with its place', async (body, expected) => {
    expect(await refusals(body)).toContain(expected);
  });

  it('tells every refusal at once and shows nothing of such a note', async () => {
    const { value, findings } = await read(`${head}{a}\n\n<Foo />\n\n<i class="x">x</i>\n`);
    expect(findings.map(({ row }) => row)).toEqual([7, 9, 11]);
    expect(value).toBeNull();
  });

  it('never lets through a tag or attribute that runs, whatever is written', async () => {
    const piece = fc.constantFrom(
      '<b>',
      '</b>',
      '<script>',
      '</script>',
      '<img src=x onerror=y />',
      '[a](javascript:x)',
      '{x}',
      ' ',
      '\n\n',
      '*',
      'a',
      '<a href="javascript:x">',
      '</a>',
      '"',
      '&lt;script&gt;',
      '- ',
      '# ',
      '`',
      'onclick=',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        const { html, findings } = await renderNote(pieces.join(''), 1);
        const tags = [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag).join('');
        expect(tags).not.toMatch(/script|img|javascript|on\w+=/i);
        if (pieces.includes('{x}') && !pieces.includes('`')) expect(findings.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });
});

describe('the head of a note', () => {
  const places = async (text: string): Promise<string[]> =>
    (await read(text)).findings.map(({ code, row, column }) => `${row}:${column} ${code}`);

  it('must be there and hold a summary', async () => {
    expect(await places('Просто текст')).toEqual(['1:undefined note-without-frontmatter']);
    expect(await places('---\nasks: []\n---\n')).toEqual(['1:summary missing-field']);
  });

  it('is checked field by field, with lines', async () => {
    expect(await places('---\nsumary: a\nsummary: b\nauthor: ana\nasks: текст\n---\n')).toEqual([
      '2:sumary unknown-field',
      '5:asks wrong-type',
    ]);
    expect(await places('---\nsummary: b\nauthor: ana\n---\n')).toEqual(['3:author unknown-person']);
  });

  it('tells the line of broken YAML', async () => {
    expect((await places('---\nsummary: Октябрь: рост\n---\n'))[0]).toMatch(/^2:\d+ yaml-syntax$/);
    expect((await places('---\nsummary: "нет конца\n---\n'))[0]).toMatch(/^\d:\d+ yaml-syntax$/);
  });
});

describe('notes of a workspace', () => {
  it('belong to their client: a broken one fails it alone', async () => {
    const { value, problems } = await load({
      'data/clients/shop/client.json': '{"name": "Магазин"}',
      'data/clients/shop/exports/a.csv': 'x',
      'content/reports/notes/hotel/2026-10.mdx': '---\nsummary: Да\n---\n{x}',
      'content/reports/notes/shop/2026-10.mdx': '---\nsummary: Да\n---\nХорошо',
    });
    expect(lines(problems)).toEqual(['error hotel content/reports/notes/hotel/2026-10.mdx:4:1 note-expression']);
    expect(value.clients.map(({ notes }) => Object.keys(notes))).toEqual([[], ['2026-10']]);
  });

  it('must be named by a period and lie in the folder of a client', async () => {
    const { problems } = await load({
      'content/reports/notes/hotel/october.mdx': '',
      'content/reports/notes/hotel/2026-13.mdx': '',
      'content/reports/notes/hotle/2026-10.mdx': '',
    });
    expect(lines(problems)).toEqual([
      'warning - content/reports/notes/hotle unknown-client',
      'error hotel content/reports/notes/hotel/2026-13.mdx note-name',
      'error hotel content/reports/notes/hotel/october.mdx note-name',
    ]);
  });
});
