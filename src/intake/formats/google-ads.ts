import type { Format } from '../format.ts';
import { googleAdsRatios } from './google-ads-ratios.ts';

const DAY = ['Day', 'Date', 'День', 'Дата', 'Tag', 'Jour', 'Día', 'Dia', 'Giorno', 'Dzień', 'Gün', 'Dag', 'Ngày'];
const CAMPAIGN = [
  'Campaign',
  'Кампания',
  'Kampagne',
  'Campagne',
  'Campaña',
  'Campanha',
  'Campagna',
  'Kampania',
  'Kampanya',
];
const STATUS = [
  ...['Campaign status', 'Campaign state', 'Статус кампании', 'Состояние кампании', 'Kampagnenstatus'],
  ...['État de la campagne', 'Estado de la campaña', 'Status da campanha', 'Estado da campanha'],
  ...['Stato della campagna', 'Stato campagna', 'Stan kampanii', 'Kampanya durumu', 'Campagnestatus'],
];
const CURRENCY = [
  ...['Currency code', 'Код валюты', 'Währungscode', 'Code de devise', 'Code de la devise', 'Código de moneda'],
  ...['Código da moeda', 'Código de moeda', 'Codice valuta', 'Kod waluty', 'Para birimi kodu', 'Valutacode'],
];
const SEARCH_TERM = [
  ...[
    'Search term',
    'Search terms',
    'Search',
    'Поисковый запрос',
    'Поисковые запросы',
    'Suchbegriff',
    'Terme de recherche',
  ],
  ...[
    'Término de búsqueda',
    'Termo de pesquisa',
    'Termine di ricerca',
    'Wyszukiwane hasło',
    'Arama terimi',
    'Zoekterm',
  ],
];
const KEYWORD = [
  ...['Search keyword', 'Keyword', 'Ключевое слово', 'Ключевое слово в поиске', 'Mot clé', 'Mot-clé', 'Palabra clave'],
  ...['Palavra-chave', 'Parola chiave', 'Słowo kluczowe', 'Anahtar kelime', 'Zoekwoord'],
];
const COST = [
  'Cost',
  'Стоимость',
  'Расход',
  'Затраты',
  'Kosten',
  'Coût',
  'Coste',
  'Costo',
  'Custo',
  'Koszt',
  'Maliyet',
];
const DEVICE = ['Device', 'Устройство', 'Gerät', 'Appareil', 'Dispositivo', 'Urządzenie', 'Cihaz', 'Apparaat'];

/** Google Ads: reports of the interface, of the report editor and of overview cards, in a dozen languages. */
export const googleAds: Format = {
  id: 'google-ads',
  name: 'Google Ads',
  byFigures: true,
  signatures: [
    ['Impr.'],
    ...STATUS.map((status) => [status, '@metric']),
    ...CURRENCY.map((code) => [code, '@metric']),
    ['Search term', 'Match type'],
    ['Поисковый запрос', 'Тип соответствия'],
    ['Campaign', 'Interactions', 'Cost'],
    ['Кампания', 'Стоимость', 'Показы'],
    ['Кампания', 'Ср. цена за клик'],
    ['Kampania', 'Wyśw.'],
    ['Kampanya', 'Göst.'],
    ['Search keyword', '@metric'],
    ['Gender', 'Percent of known total'],
    ['Age range', 'Percent of known total'],
  ],
  commonSignatures: [
    ...['Day', 'Date', 'Device', 'Day of the week', 'Hour of the day', 'Hour'].map((by) => [
      by,
      'Cost',
      'Impressions',
      'Clicks',
    ]),
    ['Устройство', 'Стоимость', 'Показы', 'Клики'],
    ['День', 'Стоимость', 'Показы', 'Клики'],
    ['Campaign', 'Avg. CPC', 'Cost'],
    ['Campaign Name', 'Cost', 'Clicks', 'CTR'],
    ['Date', 'Clicks', 'Avg. CPC'],
    ['Date', 'Impressions', 'Avg. CPC'],
    ['Network', 'Clicks', 'Cost'],
    ['Search', 'Cost', 'Clicks'],
    ['Word', 'Cost', 'Clicks'],
    ['Location name', 'Impressions'],
    ['Start hour', 'Impressions'],
  ],
  days: DAY,
  currency: [...CURRENCY, 'Currency', 'Валюта'],
  dimensions: {
    campaign: [...CAMPAIGN, 'Campaign Name'],
    campaignId: ['Campaign ID', 'Идентификатор кампании', 'Kampagnen-ID', 'ID de la campaña', 'ID da campanha'],
    campaignType: ['Campaign type', 'Тип кампании', 'Kampagnentyp', 'Type de campagne', 'Tipo de campaña'],
    adGroup: [
      'Ad group',
      'Группа объявлений',
      'Anzeigengruppe',
      "Groupe d'annonces",
      'Grupo de anuncios',
      'Grupa reklam',
    ],
    adGroupId: ['Ad group ID', 'Идентификатор группы объявлений'],
    ad: ['Ad ID', 'Идентификатор объявления', 'Final URL', 'Конечный URL', 'Headline 1', 'Заголовок 1'],
    location: [
      'Location',
      'Location name',
      'Targeted location',
      'Country/Territory',
      'City',
      'Region',
      'Местоположение',
      'Страна/территория',
    ],
    account: ['Account', 'Account name', 'Customer ID', 'Аккаунт', 'Название аккаунта', 'Идентификатор клиента'],
    audience: ['Gender', 'Age', 'Age range', 'Пол', 'Возраст'],
    network: ['Network', 'Network (with search partners)', 'Сеть', 'Netzwerk', 'Réseau', 'Rede', 'Sieć'],
    device: DEVICE,
    hour: ['Hour', 'Start hour', 'Hour of the day', 'Час', 'Час суток'],
    status: [...STATUS, 'Status', 'Статус', 'Ad group status', 'Ad status', 'Ad state', 'Ad group state'],
  },
  metrics: {
    impressions: [
      'Impr.',
      'Impressions',
      'Показы',
      'Impressionen',
      'Impresiones',
      'Impressões',
      'Impressioni',
      'Wyśw.',
      'Göst.',
      ...['Vertoningen', 'Visn.', 'Eksp.', 'Zobr.', 'Покази', 'Wyświetlenia'],
    ],
    clicks: [
      'Clicks',
      'Клики',
      'Klicks',
      'Clics',
      'Cliques',
      'Clic',
      'Kliknięcia',
      'Tıklamalar',
      'Klikken',
      'Interactions',
      'Взаимодействия',
    ],
    cost: COST,
    conversions: [
      ...['Conversions', 'Conv.', 'Конверсии', 'Конв.', 'Conversiones', 'Conversões', 'Conversioni', 'Konwersje'],
      ...['Dönüşümler', 'Conversies'],
    ],
    revenue: [
      ...[
        'Conv. value',
        'Conversion value',
        'Ценность конверсий',
        'Ценность конверсии',
        'Ценность конв.',
        'Conv.-Wert',
      ],
      ...['Conversion-Wert', 'Valeur de conv.', 'Valor de conv.', 'Valor da conv.', 'Valor conv.', 'Valore conv.'],
      ...['Wartość konw.', 'Dönüşüm değeri', 'Conv.waarde'],
    ],
  },
  cautions: [
    {
      headers: ['Interactions', 'Взаимодействия'],
      why: {
        ru: 'взаимодействия — это клики, просмотры видео и другие действия вместе; для чистых кликов добавьте столбец «Клики»',
        en: 'interactions are clicks, video views and other actions together; add the column “Clicks” for clicks alone',
      },
    },
  ],
  neverTotalled: googleAdsRatios,
  parts: [
    {
      kind: 'search-terms',
      headers: SEARCH_TERM,
      why: {
        ru: 'Google Ads показывает не все поисковые запросы, их сумма меньше итога аккаунта',
        en: 'Google Ads does not list every search term, so they add up to less than the account',
      },
    },
    {
      kind: 'keywords',
      headers: KEYWORD,
      why: {
        ru: 'ключевые слова есть только у поисковых кампаний, их сумма меньше итога аккаунта',
        en: 'only search campaigns have keywords, so they add up to less than the account',
      },
    },
    {
      kind: 'words',
      headers: ['Word'],
      why: {
        ru: 'один запрос попадает в строки всех своих слов, и сумма строк больше целого',
        en: 'one search stands in the rows of all its words, so the rows add up to more than the whole',
      },
    },
    {
      kind: 'assets',
      // One name stands in many rows: headlines, prices, kinds of asset.
      unlisted: true,
      headers: [
        ...['Asset', 'Asset type', 'Asset status', 'Объект', 'Тип объекта', 'Статус объекта'],
        ...['Ad extension', 'Ad extension type', 'Тип расширения'],
      ],
      why: {
        ru: 'один показ объявления попадает в строки всех его объектов, и сумма строк больше целого',
        en: 'one impression of an ad stands in the rows of all its assets, so the rows add up to more than the whole',
      },
    },
    {
      kind: 'videos',
      headers: ['Video', 'Video title', 'Video URL', 'Видео', 'Название видео'],
      why: {
        ru: 'видео есть только у видеообъявлений, их сумма меньше итога аккаунта',
        en: 'only video ads have videos, so they add up to less than the account',
      },
    },
    {
      kind: 'placements',
      headers: [
        'Placement',
        'Where ads showed',
        'Место размещения',
        'Места показа объявлений',
        'Placement URL',
        'URL места размещения',
      ],
      why: {
        ru: 'Google Ads показывает не все места размещения, их сумма меньше итога аккаунта',
        en: 'Google Ads does not list every placement, so they add up to less than the account',
      },
    },
  ],
};
