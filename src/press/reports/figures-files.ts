import { figuresCsv } from '../../figures/csv.ts';
import type { ReportModel } from '../../types/report.ts';

/** What a client may take away of one report: name beside the page → content. */
export function figuresFiles({ documents, figures, ...names }: ReportModel): Map<string, string> {
  return new Map([
    [documents.json, `${JSON.stringify(figures, null, 2)}\n`],
    [documents.csv, figuresCsv(figures, names)],
  ]);
}
