import type { Format } from '../format.ts';

/** Google Business Profile: the performance of locations over a period, with its second row of explanations. */
export const googleBusinessProfile: Format = {
  id: 'google-business-profile',
  name: 'Google Business Profile',
  signatures: [
    ['Store code', 'Business name'],
    ['Google Search - Mobile', 'Google Maps - Mobile'],
    ['Код магазина', 'Название компании'],
    ['Google Поиск – мобильные устройства', 'Google Карты – мобильные устройства'],
  ],
  days: ['Date', 'Day', 'Дата', 'День'],
  dimensions: {
    location: [
      'Address',
      'Адрес',
      'Business name',
      'Название компании',
      'Store code',
      'Код магазина',
      'Labels',
      'Ярлыки',
    ],
  },
  metrics: { clicks: ['Website clicks', 'Клики по сайту', 'Переходы на сайт'] },
  neverTotalled: [
    ...['Google Search - Mobile', 'Google Search - Desktop', 'Google Maps - Mobile', 'Google Maps - Desktop'],
    ...['Calls', 'Messages', 'Bookings', 'Directions', 'Food orders', 'Food menu clicks', 'Hotel bookings'],
    ...['Звонки', 'Сообщения', 'Бронирования', 'Маршруты', 'Заказы еды'],
  ],
  parts: [],
};
