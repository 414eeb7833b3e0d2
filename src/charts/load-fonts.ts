import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrandFont } from '../types/workspace.ts';
import { fontMetrics, type FontMetrics } from './font-metrics.ts';

/** The static weights charts are set in: regular, and the family's own bold. */
const BOLD: Record<BrandFont, 600 | 700> = { inter: 600, 'golos-text': 600, 'ibm-plex-sans': 600, 'pt-sans': 700 };

const SUBSETS = ['latin', 'cyrillic', 'latin-ext'] as const;

const loaded = new Map<BrandFont, FontMetrics>();

/**
 * Metrics of a bundled family, read from its package once per process.
 * The only file of the charts that touches the disk.
 */
export function loadFontMetrics(family: BrandFont): FontMetrics {
  let metrics = loaded.get(family);
  if (!metrics) {
    const require = createRequire(import.meta.url);
    const files: Uint8Array[] = [];
    for (const weight of [400, BOLD[family]]) {
      for (const subset of SUBSETS) {
        const name = `@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff2`;
        files.push(readFileSync(require.resolve(name)));
      }
    }
    metrics = fontMetrics(files);
    loaded.set(family, metrics);
  }
  return metrics;
}
