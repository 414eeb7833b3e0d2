import type { AgencyCard } from '../../types/report.ts';
import { toHex, toOklch } from '../colour.ts';
import { tokens, type Tokens } from '../tokens.ts';

/** The agency's own paper and ink. */
export const lightTokens = (agency: Pick<AgencyCard, 'colours' | 'font'>): Tokens => tokens(agency, null);

/**
 * The same brand in the dark: its ink, deepened, is the paper, and its paper, a little dimmed, the ink. Every colour is
 * then made readable on that ground as it is in the light.
 */
export function darkTokens({ colours, font }: Pick<AgencyCard, 'colours' | 'font'>): Tokens {
  const ink = toOklch(colours.ink);
  const paper = toOklch(colours.paper);
  const dark = {
    accent: colours.accent,
    paper: toHex({ l: 0.2, c: Math.min(ink.c, 0.02), h: ink.h }),
    ink: toHex({ l: 0.92, c: Math.min(paper.c, 0.01), h: paper.h }),
  };
  return tokens({ colours: dark, font }, null);
}
