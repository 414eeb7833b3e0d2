/** `data/agency.json`, `data/metrics.json` of the demo's agency. Every name is invented. */
export const AGENCY = {
  name: { ru: 'Лоцман', en: 'Lotsman' },
  legalName: { ru: 'ООО «Агентство Лоцман»', en: 'Lotsman Agency LLC' },
  requisites: [
    { ru: 'ИНН 0000000000, КПП 000000000', en: 'Company No. 0000000, VAT 000000000' },
    { ru: 'Москва, Причальный проезд, 14', en: '14 Prichalny Lane, Moscow' },
    { ru: 'р/с 40702810000000000000', en: 'IBAN XX00 0000 0000 0000 0000' },
    { ru: 'БИК 000000000', en: 'BIC XXXXXXXX' },
  ],
  site: 'https://lotsman.example',
  email: 'hello@lotsman.example',
  phone: '+7 495 000-14-30',
  brand: {
    logo: 'brand/logo.svg',
    colours: { accent: '#0b5563', ink: '#17242b', paper: '#fbf9f4' },
    font: 'golos-text',
  },
  locale: 'ru',
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
  country: 'RU',
  taxes: [
    { id: 'vat', name: { ru: 'НДС', en: 'VAT' }, rate: '0.2', from: '2019-01-01', to: '2025-12-31' },
    { id: 'vat', name: { ru: 'НДС', en: 'VAT' }, rate: '0.22', from: '2026-01-01' },
  ],
  channels: {
    'yandex-direct': { ru: 'Яндекс Директ', en: 'Yandex Direct' },
    'google-ads': { ru: 'Google Реклама', en: 'Google Ads' },
    'meta-ads': { ru: 'Meta Реклама', en: 'Meta Ads' },
    'linkedin-ads': { ru: 'LinkedIn', en: 'LinkedIn Ads' },
    'vk-ads': { ru: 'VK Реклама', en: 'VK Ads' },
    'telegram-ads': { ru: 'Telegram Ads', en: 'Telegram Ads' },
    maps: { ru: 'Карты и справочники', en: 'Maps and directories' },
    marketplace: { ru: 'Маркетплейс', en: 'Marketplace' },
    seo: { ru: 'Поиск без рекламы', en: 'Organic search' },
    email: { ru: 'Письма', en: 'E-mail' },
    direct: { ru: 'Прямые заходы и звонки', en: 'Direct visits and calls' },
    partners: { ru: 'Партнёры', en: 'Partners' },
    site: { ru: 'Весь сайт', en: 'Whole site' },
  },
};

const percentOf = (id: string, names: object, about: object, numerator: string, denominator: string) => ({
  id,
  names,
  about,
  kind: 'ratio',
  unit: 'percent',
  better: 'higher',
  decimals: 2,
  numerator,
  denominator,
});

const countOf = (id: string, names: object, about: object) => ({
  id,
  names,
  about,
  kind: 'additive',
  unit: 'count',
  better: 'higher',
});

export const METRICS = [
  countOf(
    'organic-impressions',
    { ru: 'Показы в поиске', en: 'Search impressions' },
    {
      ru: 'Сколько раз страницы сайта показались в результатах поиска без рекламы.',
      en: 'How often pages of the site were shown in unpaid search results.',
    },
  ),
  countOf(
    'organic-clicks',
    { ru: 'Переходы из поиска', en: 'Search clicks' },
    { ru: 'Переходы на сайт из результатов поиска без рекламы.', en: 'Clicks to the site from unpaid search results.' },
  ),
  percentOf(
    'organic-ctr',
    { ru: 'CTR в поиске', en: 'Search CTR' },
    {
      ru: 'Доля показов в поиске, после которых человек перешёл на сайт.',
      en: 'Search clicks for each search impression.',
    },
    'organic-clicks',
    'organic-impressions',
  ),
  countOf(
    'engaged-sessions',
    { ru: 'Вовлечённые визиты', en: 'Engaged sessions' },
    { ru: 'Визиты, в которых человек задержался на сайте.', en: 'Sessions in which the reader stayed on the site.' },
  ),
  percentOf(
    'engagement',
    { ru: 'Доля вовлечённых визитов', en: 'Engagement rate' },
    { ru: 'Вовлечённые визиты, делённые на все визиты.', en: 'Engaged sessions divided by all sessions.' },
    'engaged-sessions',
    'sessions',
  ),
];
