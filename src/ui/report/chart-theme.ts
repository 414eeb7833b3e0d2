import { loadFontMetrics } from '../../charts/load-fonts.ts';
import type { ChartTheme } from '../../charts/types.ts';
import { familyName } from '../fonts.ts';
import { tokens } from '../tokens.ts';
import type { CabinetModel } from '../../types/report.ts';

type Painted = Pick<CabinetModel, 'agency' | 'client' | 'channels'>;

const themes = new WeakMap<object, ChartTheme>();

/**
 * The document's colours and type for its charts. Channels take the palette in their order, the metric shown alone
 * takes the accent, so the same thing has the same colour on every page of a client.
 */
export function chartTheme(model: Painted): ChartTheme {
  let theme = themes.get(model);
  if (theme === undefined) themes.set(model, (theme = makeTheme(model)));
  return theme;
}

function makeTheme(model: Painted): ChartTheme {
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
