import type { Locale } from '../../../types/locale.ts';
import type { BrandFont } from '../../../types/workspace.ts';

/** What the brief form shows of the agency. */
export interface BriefModel {
  /** Language of the form at the folder's own address; the other one is beside it. */
  locale: Locale;
  name: Record<Locale, string>;
  email: string | null;
  font: BrandFont;
}
