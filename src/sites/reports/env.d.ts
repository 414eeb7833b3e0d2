import type { CabinetModel, ReportModel } from '../../types/report.ts';

declare global {
  namespace App {
    /** What a page lays out for its components; exactly one of them is set. */
    interface Locals {
      report?: ReportModel;
      cabinet?: CabinetModel;
    }
  }
}
