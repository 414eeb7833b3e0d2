import type { Locale } from '../../src/types/locale.ts';
import type { AgencyCard, ClientCard, PersonCard, PlanLine, WorkLine } from '../../src/types/report.ts';
import type { Initiative } from '../../src/types/workspace.ts';

interface FixtureTexts {
  currency: string;
  agency: AgencyCard;
  client: ClientCard;
  people: PersonCard[];
  channels: { id: string; name: string }[];
  metrics: Record<string, { name: string; about: string }>;
  warning: string;
  note: { summary: string; asks: string[]; html: string };
  work: WorkLine[];
  plan: PlanLine[];
  events: { date: string; title: string }[];
  initiatives: Omit<Initiative, 'row'>[];
}

const agency: Pick<AgencyCard, 'font' | 'colours' | 'phone' | 'email' | 'site'> = {
  font: 'golos-text',
  colours: { accent: '#1d4ed8', ink: '#14181f', paper: '#ffffff' },
  phone: '+7 495 000-00-00',
  email: 'hello@agency.example',
  site: 'https://agency.example',
};
const ids = [
  'yandex-direct',
  'google-ads',
  'vk-ads',
  'seo',
  'email',
  'maps',
  'telegram',
  'marketplace',
  'video',
  'cpa',
  'partners',
  'audio',
];
const named = (names: string[]): { id: string; name: string }[] =>
  names.map((name, i) => ({ id: ids[i] ?? `c${i}`, name }));
const done = { status: 'done' as const, link: null };

export const fixtureTexts: Record<Locale, FixtureTexts> = {
  ru: {
    currency: 'RUB',
    agency: { ...agency, name: 'Верста', legalName: 'ООО «Верста»', logo: 'agency-logo.svg' },
    client: {
      id: 'severny-bereg',
      name: 'Отель «Северный берег»',
      legalName: 'ООО «Северный берег»',
      site: 'https://bereg.example',
      logo: 'client-logo.svg',
      accent: '#0f5c63',
      services: ['Контекстная реклама', 'SEO', 'Рассылки'],
    },
    people: [
      {
        name: 'Анна Ковалёва',
        role: 'Аккаунт-менеджер',
        photo: 'person-anna.svg',
        email: 'anna@agency.example',
        phone: '+7 495 000-00-01',
        timeZone: 'Europe/Moscow',
      },
      {
        name: 'Игорь Лебедев',
        role: 'Специалист по контекстной рекламе',
        photo: 'person-igor.svg',
        email: 'igor@agency.example',
        phone: null,
        timeZone: 'Asia/Yekaterinburg',
      },
      { name: 'Мария Сомова', role: 'SEO-специалист', photo: null, email: null, phone: null, timeZone: null },
    ],
    channels: named([
      'Яндекс Директ',
      'Google Ads',
      'VK Реклама',
      'Поиск (SEO)',
      'Рассылки',
      'Карты и справочники',
      'Telegram Ads',
      'Агрегаторы и маркетплейсы бронирования',
      'Видео',
      'CPA-сети',
      'Партнёры',
      'Аудиореклама',
    ]),
    metrics: {
      impressions: { name: 'Показы', about: 'Сколько раз объявление появилось на экране.' },
      clicks: { name: 'Клики', about: 'Переходы на сайт по объявлениям и ссылкам.' },
      cost: { name: 'Расход', about: 'Деньги, потраченные в рекламных системах, без НДС.' },
      leads: { name: 'Заявки', about: 'Формы, звонки и бронирования, засчитанные как обращение.' },
      sales: { name: 'Брони', about: 'Подтверждённые бронирования.' },
      revenue: { name: 'Выручка', about: 'Сумма подтверждённых броней.' },
      cpl: { name: 'Цена заявки', about: 'Сколько рекламы стоит одна заявка.' },
      roas: { name: 'ROAS', about: 'Сколько рублей выручки принёс рубль рекламы.' },
      cr: { name: 'Конверсия в заявку', about: 'Доля кликов, ставших заявкой.' },
    },
    warning: 'Сумма кликов 2410 не совпадает с итогом файла 2411; проверьте, не обрезана ли выгрузка',
    note: {
      summary:
        'Октябрь закрыли выше плана по заявкам и выручке: осенний спрос поддержали акция «Третья ночь в подарок» и новая посадочная страница. Цена заявки выросла из-за аукциона в Яндекс Директе, поэтому в ноябре переносим часть бюджета в карты. Главная задача — загрузка номеров с 4 ноября по 10 декабря.',
      asks: [
        'Согласовать скидку 15 % на заезды с воскресенья по четверг до 12 ноября.',
        'Прислать фотографии нового спа-комплекса: без них не запустим рекламу в VK.',
        'Дать доступ к модулю бронирования, чтобы передавать отмены в аналитику.',
      ],
      html: '<p>Заявки выросли в первую очередь за счёт <strong>поиска</strong>: страница «Выходные у моря» вышла на первое место по двенадцати запросам. В рекламе рост дали кампании на имя отеля.</p><p>Цена заявки стала выше: во второй половине месяца два сетевых отеля <em>вдвое</em> подняли ставки. Мы отключили самые дорогие запросы и перенесли деньги в карты.</p>',
    },
    work: [
      {
        date: '2026-10-02',
        area: 'Контекстная реклама',
        title: 'Новая структура кампаний на имя отеля',
        person: 'Игорь Лебедев',
        hours: '6',
        effect: 'Цена клика ниже на 14 %',
        ...done,
      },
      {
        date: '2026-10-07',
        area: 'SEO',
        title: 'Посадочная страница «Выходные у моря»',
        person: 'Мария Сомова',
        hours: '12.5',
        effect: 'Первое место по 12 запросам',
        status: 'done',
        link: 'https://bereg.example/weekend',
      },
      {
        date: '2026-10-12',
        area: 'Рассылки',
        title: 'Серия писем «Третья ночь в подарок»: четыре письма по трём сегментам базы',
        person: 'Анна Ковалёва',
        hours: '8',
        effect: '41 бронь',
        ...done,
      },
      {
        date: '2026-10-18',
        area: 'Контекстная реклама',
        title: 'Отключение дорогих запросов, перенос бюджета в карты',
        person: 'Игорь Лебедев',
        hours: '3',
        effect: '',
        ...done,
      },
      {
        date: '2026-10-24',
        area: 'Аналитика',
        title: 'Передача отмен бронирования в отчёт',
        person: 'Мария Сомова',
        hours: null,
        effect: '',
        status: 'blocked',
        link: null,
      },
      {
        date: '2026-10-28',
        area: 'SEO',
        title: 'Микроразметка отзывов и цен',
        person: 'Мария Сомова',
        hours: '4',
        effect: '',
        status: 'doing',
        link: null,
      },
    ],
    plan: [
      {
        area: 'Контекстная реклама',
        title: 'Запуск кампании «Будни у моря» со скидкой',
        person: 'Игорь Лебедев',
        due: '2026-11-10',
      },
      { area: 'SEO', title: 'Раздел о спа-комплексе: пять страниц', person: 'Мария Сомова', due: '2026-11-20' },
      { area: 'Рассылки', title: 'Письмо гостям прошлого ноября', person: 'Анна Ковалёва', due: '2026-11-06' },
      { area: 'Аналитика', title: 'Сквозная аналитика отмен', person: 'Мария Сомова', due: null },
    ],
    events: [
      { date: '2026-10-10', title: 'Акция «Третья ночь в подарок»' },
      { date: '2026-10-21', title: 'Сайт не работал четыре часа' },
    ],
    initiatives: [
      {
        id: 'direct-booking',
        title: 'Доля прямых броней — 45 %',
        horizon: 'year',
        start: '2026-01-12',
        due: '2026-12-25',
        progress: '0.72',
        status: 'active',
        note: 'Сейчас 38 %; осталось подключить агрегаторы.',
      },
      {
        id: 'analytics',
        title: 'Сквозная аналитика',
        horizon: 'quarter',
        start: '2026-10-01',
        due: '2026-12-15',
        progress: '0.35',
        status: 'late',
        note: 'Ждём доступ к модулю бронирования.',
      },
      {
        id: 'site',
        title: 'Быстрый сайт: LCP до 2,5 с',
        horizon: 'quarter',
        start: '2026-07-01',
        due: '2026-10-20',
        progress: '1',
        status: 'done',
        note: '',
      },
    ],
  },
  en: {
    currency: 'USD',
    agency: { ...agency, name: 'Versta', legalName: 'Versta LLC', logo: 'agency-logo.svg', font: 'inter' },
    client: {
      id: 'ledgerline',
      name: 'Ledgerline',
      legalName: 'Ledgerline, Inc.',
      site: 'https://ledgerline.example',
      logo: null,
      accent: '#6d28d9',
      services: ['Paid search', 'Content'],
    },
    people: [
      {
        name: 'Helen Park',
        role: 'Account manager',
        photo: 'person-anna.svg',
        email: 'helen@agency.example',
        phone: '+1 212 555 0100',
        timeZone: 'America/New_York',
      },
      {
        name: 'Tom Reyes',
        role: 'Paid search lead',
        photo: 'person-igor.svg',
        email: 'tom@agency.example',
        phone: null,
        timeZone: 'America/New_York',
      },
    ],
    channels: named([
      'Google Ads',
      'LinkedIn Ads',
      'Microsoft Ads',
      'Organic search',
      'E-mail',
      'Referral',
      'Meta Ads',
      'Review sites and marketplaces',
      'Video',
      'Affiliates',
      'Partners',
      'Podcasts',
    ]),
    metrics: {
      impressions: { name: 'Impressions', about: 'How many times an ad was shown.' },
      clicks: { name: 'Clicks', about: 'Visits that began with a click on an ad or a link.' },
      cost: { name: 'Ad spend', about: 'Money spent in the ad systems, net of tax.' },
      leads: { name: 'Leads', about: 'Demo requests and trials that passed the spam check.' },
      sales: { name: 'Deals', about: 'Contracts signed.' },
      revenue: { name: 'Revenue', about: 'First-year value of signed contracts.' },
      cpl: { name: 'Cost per lead', about: 'Ad spend divided by leads.' },
      roas: { name: 'ROAS', about: 'Revenue for each dollar of ad spend.' },
      cr: { name: 'Lead rate', about: 'Share of clicks that became leads.' },
    },
    warning: 'The sum of clicks is 2410 while the file’s own total says 2411; check whether the export was cut',
    note: {
      summary:
        'October beat the lead target and matched revenue: the comparison pages now bring a fifth of all demos. Cost per lead rose as two competitors entered the brand auction, so we move part of the budget to organic content. In November the aim is qualified trials before the holiday freeze.',
      asks: ['Approve the holiday offer by 12 November.', 'Name a customer for the case study.'],
      html: '<p>Leads grew mostly through <strong>organic search</strong>: the comparison pages rank first for nine terms.</p><p>Cost per lead rose because of the brand auction; we cut the <em>most</em> expensive terms.</p>',
    },
    work: [
      {
        date: '2026-10-03',
        area: 'Paid search',
        title: 'Brand campaign rebuilt',
        person: 'Tom Reyes',
        hours: '6',
        effect: 'Cost per click down 14%',
        ...done,
      },
      {
        date: '2026-10-14',
        area: 'Content',
        title: 'Nine comparison pages',
        person: 'Helen Park',
        hours: '22',
        effect: '41 demo requests',
        status: 'done',
        link: 'https://ledgerline.example/compare',
      },
      {
        date: '2026-10-27',
        area: 'Analytics',
        title: 'CRM stages in the report',
        person: 'Tom Reyes',
        hours: null,
        effect: '',
        status: 'blocked',
        link: null,
      },
    ],
    plan: [
      { area: 'Paid search', title: 'Holiday offer campaign', person: 'Tom Reyes', due: '2026-11-10' },
      { area: 'Content', title: 'Case study', person: 'Helen Park', due: null },
    ],
    events: [{ date: '2026-10-12', title: 'Product launch' }],
    initiatives: [
      {
        id: 'pipeline',
        title: 'Half of the pipeline from organic',
        horizon: 'year',
        start: '2026-01-12',
        due: '2026-12-18',
        progress: '0.6',
        status: 'active',
        note: '41% today.',
      },
    ],
  },
};
