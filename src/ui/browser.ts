/** What a page gains when JavaScript runs; it is complete without. Tooltips of charts are `src/charts/browser.ts`. */
import { filterChronology } from './browser/chronology.ts';
import { loadChartsOnDemand } from './browser/charts-on-demand.ts';

// Read at once: it is gone when the first event comes.
const charts = new URL('charts.js', (document.currentScript as HTMLScriptElement).src);

for (const chronology of document.querySelectorAll<HTMLElement>('.chronology')) filterChronology(chronology);

loadChartsOnDemand(charts.href);
