import { remembered } from '../locale/remembered.ts';
import type { AgencyCard } from '../types/report.ts';
import type { BrandFont } from '../types/workspace.ts';
import { contrast, luminance, mix, oklab, readable, toHex, toOklch } from './colour.ts';

/** Every colour and measure the design knows, computed from the agency's brand and the client's accent. */
export interface Tokens {
  font: BrandFont;
  paper: string;
  /** Body text. */
  ink: string;
  /** Secondary text: still at least 4.5 : 1 on `paper` and on `wash`. */
  muted: string;
  /** Hairlines; carries no meaning alone. */
  line: string;
  /** Strong rules, the outlines of bars and of fields: at least 3 : 1 on every ground. */
  rule: string;
  /** A quiet ground for notes and totals. */
  wash: string;
  /** The cover's colour field. */
  field: string;
  /** Text on `field`. */
  onField: string;
  /** The accent as it may be used for text, links and marks on paper. */
  accent: string;
  /** A tenth of the accent on paper. */
  tint: string;
  good: string;
  bad: string;
  /** Chart series in order, the accent first; neighbours differ also for colour-blind eyes. */
  series: string[];
}

const TEXT = 4.5;
const GRAPHIC = 3;

/**
 * Hues that stay apart under the three colour blindnesses, alternately dark and light, after Okabe–Ito and Tol.
 * Those that resemble the accent are left out.
 */
const COMPANIONS = [
  '#0b5fa5',
  '#d9822b',
  '#23826a',
  '#8f3f97',
  '#7a8793',
  '#b3382c',
  '#3d9cc4',
  '#6b5b1e',
  '#c2649a',
  '#33415c',
  '#8a9a2f',
  '#5d4bb0',
  '#a8672a',
];

const apart = (one: string, other: string): number => {
  const [a, b] = [oklab(one), oklab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
};

/** Twelve series colours, each at least 3 : 1 on the paper. */
export function seriesPalette(accent: string, paper: string): string[] {
  const first = readable(accent, paper, GRAPHIC);
  const others = COMPANIONS.map((colour) => readable(colour, paper, GRAPHIC)).filter((c) => apart(c, first) >= 0.1);
  return [first, ...others].slice(0, 12);
}

/** A colour field that takes text: the accent itself when black or white reads on it, else made deeper. */
function fieldOf(accent: string, paper: string, ink: string): { field: string; onField: string } {
  const light = luminance(paper) > luminance(ink) ? paper : ink;
  const dark = light === paper ? ink : paper;
  if (contrast(light, accent) >= TEXT) return { field: accent, onField: light };
  if (contrast(dark, accent) >= 7) return { field: accent, onField: dark };
  return { field: readable(accent, light, TEXT), onField: light };
}

/** Tokens already computed: every chart of a page asks for them, and most clients of an agency share its accent. */
const known = remembered<Tokens>(200);

/**
 * The design's tokens. Colours are `#rrggbb`; every text colour reaches 4.5 : 1 on the grounds it is used on,
 * whatever the brand asks for.
 */
export function tokens(agency: Pick<AgencyCard, 'colours' | 'font'>, clientAccent: string | null): Readonly<Tokens> {
  const { accent, ink, paper } = agency.colours;
  const key = [agency.font, accent, ink, paper, clientAccent].join(' ');
  return known(key, () => computeTokens(agency, clientAccent));
}

function computeTokens(agency: Pick<AgencyCard, 'colours' | 'font'>, clientAccent: string | null): Tokens {
  const { paper } = agency.colours;
  const brand = clientAccent ?? agency.colours.accent;
  const ink = readable(agency.colours.ink, paper, 10);
  const wash = mix(paper, ink, 0.04);
  const tint = mix(paper, brand, 0.1);
  const onBoth = (colour: string, ratio: number): string => readable(readable(colour, tint, ratio), wash, ratio);
  const accent = onBoth(brand, TEXT);
  const { l: paperLight } = toOklch(paper);
  return {
    font: agency.font,
    paper,
    ink,
    muted: onBoth(mix(paper, ink, 0.66), TEXT),
    line: mix(paper, ink, 0.14),
    rule: onBoth(mix(paper, ink, 0.5), GRAPHIC),
    wash,
    ...fieldOf(brand, paper, ink),
    accent,
    tint,
    good: onBoth(toHex({ l: paperLight > 0.5 ? 0.46 : 0.8, c: 0.11, h: 165 }), TEXT),
    bad: onBoth(toHex({ l: paperLight > 0.5 ? 0.5 : 0.75, c: 0.18, h: 30 }), TEXT),
    series: seriesPalette(brand, paper),
  };
}
