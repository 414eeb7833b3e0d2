/** What a page gains when JavaScript runs; it is complete without. Tooltips of charts are `src/charts/browser.ts`. */
import { filterChronology } from './browser/chronology.ts';

for (const chronology of document.querySelectorAll<HTMLElement>('.chronology')) filterChronology(chronology);
