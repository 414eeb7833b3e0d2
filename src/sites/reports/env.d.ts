import type { CabinetModel, ReportModel } from '../../types/report.ts';

declare global {
  namespace App {
    /** What a page shows; exactly one of the models is set. */
    interface Locals {
      report?: ReportModel;
      /** Of the report: key of its template, `monthly.ru`. */
      template?: string;
      cabinet?: CabinetModel;
      /** Who wants the page, when it is the press: told of it once. */
      asked?: { drawn(html: string): void; failed(error: string): void };
    }
  }
}
