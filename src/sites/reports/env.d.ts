import type { CabinetModel, ReportModel } from '../../types/report.ts';
import type { DrawPage } from './page-drawer.ts';

declare global {
  namespace App {
    /** What a page shows; exactly one of the models is set. */
    interface Locals {
      report?: ReportModel;
      /** Of the report: key of its template, `monthly.ru`. */
      template?: string;
      cabinet?: CabinetModel;
      /** Set instead of all that by the press, to be told how pages are drawn. */
      opened?: (draw: DrawPage) => void;
    }
  }
}
