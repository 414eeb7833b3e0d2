import type { CabinetModel } from '../../types/report.ts';

type Reports = CabinetModel['reports'];
type Entries = CabinetModel['chronology'];

/** Reports by the year their period ends in; order kept. */
export function byYear(reports: Reports): { year: string; reports: Reports }[] {
  const years = new Map<string, Reports>();
  for (const report of reports) {
    const year = report.period.to.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), report]);
  }
  return [...years].map(([year, list]) => ({ year, reports: list }));
}

/** Works and events by month, `2026-10`; order kept. */
export function byMonth(entries: Entries): { month: string; entries: Entries }[] {
  const months = new Map<string, Entries>();
  for (const entry of entries) {
    const month = entry.date.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), entry]);
  }
  return [...months].map(([month, list]) => ({ month, entries: list }));
}
