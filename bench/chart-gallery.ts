/**
 * Every kind of chart in both languages on one page, to look at: `node bench/chart-gallery.ts`
 * writes `.accountpress/chart-gallery/index.html`.
 */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buildSync } from 'esbuild';
import { drawChart } from '../src/charts/draw.ts';
import { loadFontMetrics } from '../src/charts/load-fonts.ts';
import type { ChartSpec, ChartTheme } from '../src/charts/types.ts';
import { examples } from '../test/charts/examples.ts';
import { themeOf } from '../test/charts/theme.ts';

const out = '.accountpress/chart-gallery';
const resolve = createRequire(import.meta.url).resolve;
mkdirSync(out, { recursive: true });

const faces = [400, 600].flatMap((weight) =>
  ['latin', 'latin-ext', 'cyrillic'].map((subset) => {
    const name = `inter-${subset}-${weight}-normal.woff2`;
    copyFileSync(resolve(`@fontsource/inter/files/${name}`), `${out}/${name}`);
    const range = {
      latin: 'U+0-FF,U+2000-206F,U+20AC,U+2212',
      cyrillic: 'U+400-45F,U+2116',
      'latin-ext': 'U+100-2AF,U+20A0-20C0',
    };
    return `@font-face{font-family:Inter;font-weight:${weight};src:url(${name}) format("woff2");unicode-range:${range[subset as keyof typeof range]}}`;
  }),
);

const theme: ChartTheme = themeOf(loadFontMetrics('inter'));

const figure = (spec: ChartSpec): string => {
  const sizes = spec.kind === 'sparkline' ? (['wide'] as const) : (['wide', 'narrow'] as const);
  const drawings = sizes.map((size) => {
    const drawn = drawChart({ ...spec, size }, theme);
    const json = JSON.stringify(drawn.browserConfig).replaceAll('<', '\\u003c');
    const width = spec.kind === 'sparkline' ? ' style="width:120px"' : '';
    return `<div class="${size}"${width}>${drawn.svg}<script type="application/json">${json}</script></div>`;
  });
  return `<figure data-chart><h2>${spec.title.replaceAll('<', '&lt;')}</h2>${drawings.join('')}</figure>`;
};

const html = `<!doctype html><html lang="ru"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Charts</title>
<style>${faces.join('')}
body{font:14px/1.4 Inter,sans-serif;margin:16px;color:${theme.ink};background:${theme.paper}}
figure{margin:0 0 36px;max-width:680px}h2{font-size:15px;margin:0 0 8px;overflow-wrap:anywhere;max-height:3em;overflow:hidden}svg{display:block;width:100%;height:auto}
@media(min-width:900px){main{columns:2;max-width:1400px}figure{break-inside:avoid}}
.narrow{display:none}@media(max-width:600px){.narrow{display:block}.wide:not([style]){display:none}}</style>
<main>${examples('ru').concat(examples('en')).map(figure).join('\n')}</main><script src="chart-browser.js"></script></html>`;
writeFileSync(`${out}/index.html`, html);
buildSync({
  entryPoints: ['src/charts/browser.ts'],
  outfile: `${out}/chart-browser.js`,
  bundle: true,
  minify: true,
  format: 'iife',
});
