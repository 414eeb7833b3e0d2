import type { FontMetrics } from '../../src/charts/font-metrics.ts';
import type { ChartTheme } from '../../src/charts/types.ts';

/** A plain theme for tests and the gallery. */
export function themeOf(fonts: FontMetrics): ChartTheme {
  return {
    fonts,
    family: 'Inter, sans-serif',
    ink: '#1a1f2b',
    muted: '#5d6675',
    grid: '#e3e6ea',
    paper: '#ffffff',
    accent: '#0b5fa5',
    series: ['#0b5fa5', '#d9663b', '#2f8f6b', '#7b5ea7', '#c79a1b', '#4aa3c7'],
    colourOf: () => null,
    good: '#2b7a4b',
    bad: '#b3402e',
  };
}
