import type { CabinetModel } from '../../types/report.ts';

type Reports = CabinetModel['reports'];
type Entries = CabinetModel['chronology'];

/** Reports by the year their period ends in; order kept. */
export const byYear = (reports: Reports): { year: string; reports: Reports }[] =>
  [...Map.groupBy(reports, ({ period }) => period.to.slice(0, 4))].map(([year, list]) => ({ year, reports: list }));

/** Works and events by month, `2026-10`; order kept. */
export const byMonth = (entries: Entries): { month: string; entries: Entries }[] =>
  [...Map.groupBy(entries, ({ date }) => date.slice(0, 7))].map(([month, list]) => ({ month, entries: list }));
