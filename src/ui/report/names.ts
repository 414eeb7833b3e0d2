import type { ComponentProperties } from '../../types/template.ts';

const title = 'text';

/** Every component a report template may use, with its properties; `check` refuses others by name. */
export const REPORT_PROPERTIES: ComponentProperties = {
  Asks: { title },
  Changes: { title, waterfall: 'metric-or-none' },
  Channels: { title, metrics: 'metrics' },
  Chart: {
    title,
    type: ['line', 'bar', 'stacked-bar', 'doughnut', 'plan-fact', 'waterfall', 'sparkline'],
    metric: 'metric',
    by: ['channels'],
    over: ['months', 'days'],
    last: 'number',
  },
  Cover: { metric: 'metric' },
  DataAppendix: { title },
  Glossary: { title },
  Initiatives: { title, horizon: ['quarter', 'year'] },
  Keep: {},
  Kpis: { title, metrics: 'metrics' },
  MediaPlan: { title },
  Note: { title },
  PageBreak: {},
  Plan: { title },
  Summary: { title, next: 'number' },
  TopTable: { title, source: 'text', kind: 'text', rows: 'number' },
  Work: { title },
};

export const REPORT_COMPONENTS: readonly string[] = Object.keys(REPORT_PROPERTIES);
