import { readFileSync } from 'node:fs';
import { boldWeight, familyName, fontFaces } from './fonts.ts';
import type { Tokens } from './tokens.ts';

/** In the cascade's order. */
const SHEETS = [
  'base',
  'type',
  'layout',
  'cover',
  'summary',
  'marks',
  'table',
  'kpi',
  'chart',
  'lists',
  'appendix',
  'cabinet',
  'phone',
  'print',
];

const read = (name: string): string => readFileSync(new URL(`./css/${name}.css`, import.meta.url), 'utf8');

/** `assets/style.css` of one client: its fonts, its tokens as custom properties, and the design's sheets. */
export function stylesheet(tokens: Tokens): string {
  return [fontRules(tokens), tokenRules(tokens), ...SHEETS.map(read)].join('\n');
}

function fontRules({ font }: Tokens): string {
  return fontFaces(font)
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
    ...colours.map(([name, value]) => `--${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}:${value}`),
  ];
  return `:root{${lines.join(';')}}`;
}
