import { readFileSync } from 'node:fs';
import { luminance } from './colour.ts';
import { boldWeight, familyName, fontFaces, type FontFace } from './fonts.ts';
import type { Tokens } from './tokens.ts';

/** Sheets of each site's pages in the cascade's order, from this folder. */
const SHEETS = {
  desk: [
    ...['base', 'type', 'layout', 'table', 'phone', 'print'].map((name) => `css/${name}.css`),
    'desk/css/desk.css',
  ],
  reports: [
    ...['base', 'type', 'layout', 'cover', 'summary', 'marks', 'table', 'kpi', 'chart', 'lists', 'top-list'],
    ...['appendix', 'cabinet', 'phone', 'print'],
  ].map((name) => `css/${name}.css`),
  proposals: [
    ...['css/base.css', 'css/type.css'],
    ...['sheet', 'cover', 'prose', 'narrative', 'people', 'estimate', 'packages', 'total', 'payments', 'timeline'],
    ...['references', 'acceptance', 'choice', 'brief-form', 'phone', 'amounts', 'paper'],
  ].map((name) => (name.includes('/') ? name : `proposal/css/${name}.css`)),
  exam: ['css/base.css', 'css/type.css', 'exam/css/question.css', 'exam/css/form.css'],
  handbook: [
    'exam/css/question.css',
    ...['theme', 'frame', 'lesson', 'checklist', 'programme', 'home', 'print'].map(
      (name) => `handbook/css/${name}.css`,
    ),
  ],
};

const read = (file: string): string => readFileSync(new URL(`./${file}`, import.meta.url), 'utf8');

const HANDBOOK_PAPER = ['exam/css/question.css', 'handbook/css/programme.css', 'handbook/css/paper.css'];

/** What the style sheets of one site's documents share. */
export const siteSheets = (site: keyof typeof SHEETS): string => SHEETS[site].map(read).join('\n');

/**
 * `assets/style.css` of one document: its fonts, its tokens as custom properties, and the site's sheets.
 * @param sheets as `siteSheets` returns them, for whoever makes many documents of one site
 * @param faces the files that lie beside it; all of the family when absent
 */
export function stylesheet(
  tokens: Tokens,
  site: keyof typeof SHEETS,
  { sheets = siteSheets(site), faces = fontFaces(tokens.font) }: { sheets?: string; faces?: FontFace[] } = {},
): string {
  return [fontRules(faces), tokenRules(tokens), sheets].join('\n');
}

/** The handbook's sheet: the brand by day, and by night for readers who ask for it; paper is always by day. */
export function handbookStylesheet(light: Tokens, dark: Tokens): string {
  const night = `@media screen{:root[data-theme='dark']${tokenRules(dark).slice(':root'.length)}}`;
  return [fontRules(fontFaces(light.font)), tokenRules(light), night, ...SHEETS.handbook.map(read)].join('\n');
}

/** Sheet of the printed handbook. */
export function handbookPaper(light: Tokens): string {
  return [fontRules(fontFaces(light.font)), tokenRules(light), ...HANDBOOK_PAPER.map(read)].join('\n');
}

function fontRules(faces: FontFace[]): string {
  return faces
    .map(
      ({ family, weight, style, file, unicodeRange }) =>
        `@font-face{font-family:'${family}';font-weight:${weight};font-style:${style};font-display:swap;` +
        `src:url('${file}') format('woff2');unicode-range:${unicodeRange}}`,
    )
    .join('\n');
}

function tokenRules(tokens: Tokens): string {
  const colours = Object.entries(tokens).filter(([name]) => name !== 'font' && name !== 'series');
  const lines = [
    `--font:'${familyName(tokens.font)}',system-ui,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif`,
    `--bold:${boldWeight(tokens.font)}`,
    // The browser's own boxes, lists and bars are drawn for the paper they stand on.
    ...(luminance(tokens.paper) < luminance(tokens.ink) ? ['color-scheme:dark'] : []),
    ...colours.map(([name, value]) => `--${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}:${value}`),
  ];
  return `:root{${lines.join(';')}}`;
}
