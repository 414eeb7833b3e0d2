import type { Metric } from '../../types/workspace.ts';
import type { Format } from '../format.ts';
import { amoCrm } from './amocrm.ts';
import { bitrix24 } from './bitrix24.ts';
import { crmDeals } from './crm-deals.ts';
import { ga4 } from './ga4.ts';
import { googleAds } from './google-ads.ts';
import { googleBusinessProfile } from './google-business-profile.ts';
import { hubSpot } from './hubspot.ts';
import { linkedInAds } from './linkedin-ads.ts';
import { matomo } from './matomo.ts';
import { metaAds } from './meta-ads.ts';
import { metaBusinessSuite } from './meta-business-suite.ts';
import { microsoftAds } from './microsoft-ads.ts';
import { ozonPerformance } from './ozon-performance.ts';
import { pinterest } from './pinterest.ts';
import { searchConsole } from './search-console.ts';
import { shopify } from './shopify.ts';
import { spotifyAds } from './spotify-ads.ts';
import { tidy } from './tidy.ts';
import { tikTokAds } from './tiktok-ads.ts';
import { vkAds } from './vk-ads.ts';
import { yandexDirect } from './yandex-direct.ts';
import { yandexMetrica } from './yandex-metrica.ts';

const ADVERTISING = [
  googleAds,
  yandexDirect,
  metaAds,
  vkAds,
  ozonPerformance,
  pinterest,
  spotifyAds,
  tikTokAds,
  linkedInAds,
  microsoftAds,
];
const ANALYTICS = [searchConsole, ga4, yandexMetrica, matomo, googleBusinessProfile, metaBusinessSuite];
const SALES = [shopify, amoCrm, bitrix24, hubSpot, crmDeals];

/** Every known format, the general one last: of equally good matches the first wins. */
export function knownFormats(metrics: Readonly<Record<string, Metric>>): Format[] {
  return [...ADVERTISING, ...ANALYTICS, ...SALES, tidy(metrics)];
}
