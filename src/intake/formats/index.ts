import type { Metric } from '../../types/workspace.ts';
import type { Format } from '../format.ts';
import { ga4 } from './ga4.ts';
import { googleAds } from './google-ads.ts';
import { metaAds } from './meta-ads.ts';
import { searchConsole } from './search-console.ts';
import { tidy } from './tidy.ts';
import { yandexDirect } from './yandex-direct.ts';
import { yandexMetrica } from './yandex-metrica.ts';

/** Every known format, the general one last: of equally good matches the first wins. */
export function knownFormats(metrics: Readonly<Record<string, Metric>>): Format[] {
  return [googleAds, yandexDirect, metaAds, searchConsole, ga4, yandexMetrica, tidy(metrics)];
}
