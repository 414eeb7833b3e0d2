import type { Locale } from '../../types/locale.ts';

/** The words of a new client's example files, in the client's language. */
export interface Examples {
  clientName: string;
  legalName: string;
  services: string[];
  channels: { search: string; social: string };
  event: string;
  /** `day` is a day of the month just ended. */
  work: { day: number; area: string; title: string; hours: string; status: string; effect: string }[];
  plan: { area: string; title: string }[];
  initiatives: { id: string; title: string; horizon: string; progress: string; status: string; note: string }[];
  note: { summary: string; asks: string[]; body: string };
}

export const EXAMPLES: Record<Locale, Examples> = {
  ru: {
    clientName: 'Пример: название клиента',
    legalName: 'ООО «Пример»',
    services: ['Контекстная реклама', 'Реклама в социальных сетях'],
    channels: { search: 'Поиск', social: 'Социальные сети' },
    event: 'Пример события: распродажа на сайте',
    work: [
      {
        day: 6,
        area: 'Контекстная реклама',
        title: 'Пример: пересобрали семантику поисковых кампаний',
        hours: '6,5',
        status: 'готово',
        effect: 'Меньше нецелевых показов',
      },
      {
        day: 14,
        area: 'Реклама в социальных сетях',
        title: 'Пример: подготовили новые объявления',
        hours: '4',
        status: 'готово',
        effect: 'Выше кликабельность',
      },
      { day: 22, area: 'Сайт', title: 'Пример: меняем форму заявки', hours: '3', status: 'в работе', effect: '' },
    ],
    plan: [
      { area: 'Контекстная реклама', title: 'Пример: запустить кампании на новые услуги' },
      { area: 'Сайт', title: 'Пример: включить новую форму заявки' },
    ],
    initiatives: [
      {
        id: 'new-landing',
        title: 'Пример: новая посадочная страница',
        horizon: 'квартал',
        progress: '40%',
        status: 'в работе',
        note: 'Готов прототип',
      },
      {
        id: 'call-tracking',
        title: 'Пример: подключить отслеживание звонков',
        horizon: 'год',
        progress: '10%',
        status: 'запланировано',
        note: '',
      },
    ],
    note: {
      summary:
        'Пример: месяц прошёл по плану. Больше всего обращений принёс поиск. Дальше займёмся формой заявки на сайте.',
      asks: ['Пример: пришлите фотографии новых товаров', 'Пример: согласуйте текст формы заявки'],
      body: 'Пример комментария менеджера. Здесь простыми словами сказано, **что изменилось и почему**.\n\n- Поисковые кампании стали точнее: мы убрали нецелевые запросы.\n- Новые объявления в социальных сетях привлекают больше внимания.\n',
    },
  },
  en: {
    clientName: 'Example: name of the client',
    legalName: 'Example Ltd',
    services: ['Paid search', 'Social advertising'],
    channels: { search: 'Search', social: 'Social' },
    event: 'Example of an event: a sale on the site',
    work: [
      {
        day: 6,
        area: 'Paid search',
        title: 'Example: rebuilt the keywords of search campaigns',
        hours: '6.5',
        status: 'done',
        effect: 'Fewer irrelevant impressions',
      },
      {
        day: 14,
        area: 'Social advertising',
        title: 'Example: made new ads',
        hours: '4',
        status: 'done',
        effect: 'Higher click-through rate',
      },
      { day: 22, area: 'Site', title: 'Example: changing the enquiry form', hours: '3', status: 'doing', effect: '' },
    ],
    plan: [
      { area: 'Paid search', title: 'Example: start campaigns for new services' },
      { area: 'Site', title: 'Example: switch on the new enquiry form' },
    ],
    initiatives: [
      {
        id: 'new-landing',
        title: 'Example: a new landing page',
        horizon: 'quarter',
        progress: '40%',
        status: 'active',
        note: 'The prototype is ready',
      },
      {
        id: 'call-tracking',
        title: 'Example: connect call tracking',
        horizon: 'year',
        progress: '10%',
        status: 'planned',
        note: '',
      },
    ],
    note: {
      summary:
        'Example: the month went as planned. Search brought most of the enquiries. Next we turn to the enquiry form of the site.',
      asks: ['Example: send us photographs of the new products', 'Example: approve the text of the enquiry form'],
      body: 'An example of the manager’s comment. It says in plain words **what changed and why**.\n\n- Search campaigns became more precise: we removed irrelevant queries.\n- The new social ads draw more attention.\n',
    },
  },
};
