import { remembered } from '../locale/remembered.ts';
import type { BrandFont } from '../types/workspace.ts';
import { fontMetrics, type FontMetrics, type FontTable } from './font-metrics.ts';
import golosText from './fonts/golos-text.json' with { type: 'json' };
import ibmPlexSans from './fonts/ibm-plex-sans.json' with { type: 'json' };
import inter from './fonts/inter.json' with { type: 'json' };
import ptSans from './fonts/pt-sans.json' with { type: 'json' };

const TABLES: Record<BrandFont, FontTable> = {
  inter,
  'golos-text': golosText,
  'ibm-plex-sans': ibmPlexSans,
  'pt-sans': ptSans,
};

const loaded = remembered<FontMetrics>(4);

/** Metrics of a bundled family. */
export const loadFontMetrics = (family: BrandFont): FontMetrics => loaded(family, () => fontMetrics(TABLES[family]));
