import type { LocalText } from '../types/locale.ts';
import { knownFormats } from './formats/index.ts';

/** Where a Russian reader knows a system by a Russian name. */
const RUSSIAN: Readonly<Record<string, string>> = {
  'yandex-direct': 'Яндекс Директ',
  'yandex-metrica': 'Яндекс Метрика',
  'vk-ads': 'VK Реклама',
};

/** Folders that stand for a kind of system, or for one under another name than its format's. */
const ALIASES: Readonly<Record<string, string>> = {
  crm: 'CRM',
  meta: 'Meta Ads',
  'google-analytics': 'Google Analytics',
  'google-business': 'Google Business Profile',
  linkedin: 'LinkedIn Ads',
  'microsoft-advertising': 'Microsoft Advertising',
  'search-console': 'Google Search Console',
  spotify: 'Spotify Ads',
  tiktok: 'TikTok Ads',
};

/** Formats of no system. */
const NO_SYSTEM = new Set(['crm-deals', 'tidy']);

/** Formats that are a system's: a folder of this name is meant for its exports. */
export const SYSTEM_FORMATS: ReadonlySet<string> = new Set(
  knownFormats({})
    .map(({ id }) => id)
    .filter((id) => !NO_SYSTEM.has(id)),
);

/**
 * How a reader calls the systems whose folders in `exports/` are named after them: `yandex-direct` is Yandex Direct,
 * unless agency or client give it another name.
 */
export const SYSTEM_NAMES: Readonly<Record<string, LocalText>> = Object.fromEntries(
  [...knownFormats({}).map(({ id, name }) => [id, name] as const), ...Object.entries(ALIASES)]
    .filter(([id]) => !NO_SYSTEM.has(id))
    .map(([id, name]) => [id, { ru: RUSSIAN[id] ?? name, en: name }]),
);
