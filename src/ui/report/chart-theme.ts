import { loadFontMetrics } from '../../charts/load-fonts.ts';
import type { ChartTheme } from '../../charts/types.ts';
import { familyName } from '../fonts.ts';
import { tokens } from '../tokens.ts';
import type { CabinetModel } from '../../types/report.ts';

/**
 * The document's colours and type for its charts. Channels take the palette in their order, the metric shown alone
 * takes the accent, so the same thing has the same colour on every page of a client.
 */
export function chartTheme(model: Pick<CabinetModel, 'agency' | 'client' | 'channels'>): ChartTheme {
  const t = tokens(model.agency, model.client.accent);
  const colours = new Map(model.channels.map(({ id }, i) => [id, t.series[i % t.series.length] ?? t.accent]));
  return {
    fonts: loadFontMetrics(t.font),
    family: `'${familyName(t.font)}', sans-serif`,
    ink: t.ink,
    muted: t.muted,
    grid: t.line,
    paper: t.paper,
    accent: t.accent,
    series: t.series,
    colourOf: (id) => colours.get(id) ?? null,
    good: t.good,
    bad: t.bad,
  };
}
