const TITLES: Readonly<Record<string, { ru: string; en: string }>> = {
  queries: { ru: 'Поисковые запросы', en: 'Search queries' },
  'search-terms': { ru: 'Поисковые запросы рекламы', en: 'Search terms of ads' },
  keywords: { ru: 'Ключевые фразы', en: 'Keywords' },
  videos: { ru: 'Видео', en: 'Videos' },
  words: { ru: 'Слова запросов', en: 'Words of searches' },
  placements: { ru: 'Площадки', en: 'Placements' },
  pages: { ru: 'Страницы', en: 'Pages' },
  landingPage: { ru: 'Страницы входа', en: 'Landing pages' },
  countries: { ru: 'Страны', en: 'Countries' },
  country: { ru: 'Страны', en: 'Countries' },
  region: { ru: 'Регионы', en: 'Regions' },
  location: { ru: 'Местоположения', en: 'Locations' },
  devices: { ru: 'Устройства', en: 'Devices' },
  device: { ru: 'Устройства', en: 'Devices' },
  'search-appearance': { ru: 'Вид в поиске', en: 'Search appearance' },
  events: { ru: 'События', en: 'Events' },
  products: { ru: 'Товары', en: 'Products' },
  product: { ru: 'Товары', en: 'Products' },
  campaign: { ru: 'Кампании', en: 'Campaigns' },
  adGroup: { ru: 'Группы объявлений', en: 'Ad groups' },
  adSet: { ru: 'Группы объявлений', en: 'Ad sets' },
  ad: { ru: 'Объявления', en: 'Ads' },
  source: { ru: 'Источники', en: 'Sources' },
  sourceDetail: { ru: 'Источники подробно', en: 'Sources in detail' },
  medium: { ru: 'Каналы переходов', en: 'Mediums' },
  channelGroup: { ru: 'Группы каналов', en: 'Channel groups' },
};

/** A table's title by what its rows are about; the column's own header for a kind without one. */
export function partTitle(kind: string, header: string): { ru: string; en: string } {
  return Object.hasOwn(TITLES, kind) ? TITLES[kind]! : { ru: header, en: header };
}
