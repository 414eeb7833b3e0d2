import { estimateTable } from './estimate-table.ts';

/** Complex promotion of a hotel: hours by person, a fixed price, monthly fees, a media budget, two options. */
export const hotel = (): string[][] => {
  const STRATEGY = 'Аналитика и план';
  const SEARCH = 'Поиск и карты';
  const CONTEXT = 'Контекстная реклама';
  const SOCIAL = 'Соцсети и съёмка';
  const LEAD = 'Ведение проекта';
  const MEDIA = 'Размещение, декабрь — февраль';
  return estimateTable([
    {
      section: STRATEGY,
      item: 'Аудит сайта, спроса и семи конкурентов',
      role: 'SEO-специалист',
      person: 'vera-tikhonova',
      hours: '14',
    },
    {
      section: STRATEGY,
      item: 'Учёт броней, звонков и заявок из модуля',
      role: 'веб-аналитик',
      person: 'sergey-belov',
      hours: '18',
      note: 'Видно, какая реклама привела гостя, а не просто визит',
    },
    {
      section: STRATEGY,
      item: 'Медиаплан на зиму',
      role: 'специалист по рекламе',
      person: 'ilya-gromov',
      hours: '7.5',
    },
    {
      section: SEARCH,
      item: 'Страницы под спрос: СПА, свадьбы, выходные, Новый год',
      role: 'SEO-специалист',
      person: 'vera-tikhonova',
      hours: '34',
    },
    {
      section: SEARCH,
      item: 'Скорость и техническая правка сайта',
      role: 'SEO-специалист',
      person: 'vera-tikhonova',
      hours: '16',
    },
    {
      section: SEARCH,
      item: 'Карточки в Яндексе, Google и 2ГИС',
      role: 'SEO-специалист',
      person: 'vera-tikhonova',
      hours: '8',
      note: 'Фотографии, номера с ценами, ответы на отзывы',
    },
    {
      section: CONTEXT,
      item: 'Кампании в Яндекс Директе: запуск',
      role: 'специалист по рекламе',
      person: 'ilya-gromov',
      hours: '22',
    },
    {
      section: CONTEXT,
      item: 'Ведение, три месяца',
      role: 'специалист по рекламе',
      person: 'ilya-gromov',
      hours: '36',
      discount: '10%',
    },
    {
      section: SOCIAL,
      item: 'ВКонтакте и Telegram: запуск и ведение',
      role: 'специалист по рекламе',
      person: 'timur-akhmetov',
      hours: '30',
    },
    {
      section: SOCIAL,
      item: 'Макеты и монтаж двенадцати роликов',
      role: 'дизайнер',
      person: 'polina-zueva',
      hours: '28',
    },
    {
      section: SOCIAL,
      item: 'Съёмочный день в отеле',
      kind: 'fixed',
      quantity: '1',
      unit: 'день',
      price: '84000',
      note: 'Фотограф, оператор, свет; 60 кадров и исходники ваши навсегда',
    },
    {
      section: LEAD,
      item: 'Менеджер, встречи, отчёт каждый месяц',
      kind: 'monthly',
      role: 'аккаунт-менеджер',
      person: 'anna-lebedeva',
      quantity: '3',
      price: '38000',
    },
    { section: MEDIA, item: 'Яндекс Директ', kind: 'media', quantity: '3', unit: 'мес.', price: '180000' },
    { section: MEDIA, item: 'VK Реклама', kind: 'media', quantity: '3', unit: 'мес.', price: '70000' },
    {
      section: MEDIA,
      item: 'Telegram Ads',
      kind: 'media',
      quantity: '2',
      unit: 'мес.',
      price: '60000',
      note: 'Январь и февраль',
    },
    {
      section: SOCIAL,
      item: 'Серия из шести писем гостям',
      role: 'дизайнер',
      person: 'polina-zueva',
      hours: '20',
      optional: 'yes',
      note: 'От подтверждения брони до приглашения вернуться',
    },
    {
      section: SEARCH,
      item: 'Страницы на немецком и польском',
      role: 'SEO-специалист',
      person: 'vera-tikhonova',
      hours: '26',
      optional: 'yes',
      note: 'Перевод носителем входит',
    },
  ]);
};
