import type { Format } from '../format.ts';

/** Bitrix24: the list of deals saved as a table, Russian and English. */
export const bitrix24: Format = {
  id: 'bitrix24',
  name: 'Bitrix24',
  signatures: [
    ['Стадия сделки', 'Дата создания'],
    ['Стадия сделки', 'Дата начала'],
    ['Стадия', 'Сделка закрыта', 'Дата создания'],
    ['Название сделки', 'Стадия', 'Дата создания'],
    ['Deal stage', 'Created on'],
    ['Stage', 'Pipeline', 'Created on'],
    ['Deal Name', 'Stage', 'Created on'],
  ],
  days: [],
  currency: ['Валюта', 'Currency'],
  dimensions: {
    deal: ['ID', 'Название', 'Название сделки', 'Name', 'Deal Name'],
    pipeline: ['Воронка', 'Направление', 'Направление сделки', 'Pipeline'],
    manager: ['Ответственный', 'Responsible', 'Responsible person'],
    source: ['Источник', 'Дополнительно об источнике', 'UTM Source', 'UTM Medium', 'UTM Campaign', 'Source'],
    kind: ['Тип сделки', 'Тип', 'Type', 'Deal type'],
  },
  metrics: {},
  neverTotalled: [
    'Вероятность',
    'Дата изменения',
    'Сделка закрыта',
    'Кем создана',
    'Контакт',
    'Компания',
    'Probability',
  ],
  parts: [],
  deals: {
    created: ['Дата создания', 'Дата начала', 'Created on', 'Start date'],
    closed: ['Дата завершения', 'Дата закрытия', 'Предполагаемая дата закрытия', 'Closed on', 'Close date', 'End date'],
    stage: ['Стадия сделки', 'Стадия', 'Deal stage', 'Stage'],
    amount: ['Сумма', 'Сумма сделки', 'Amount', 'Total'],
    won: ['Сделка успешна', 'Успех', 'Выиграна', 'Сделка выиграна', 'Deal won', 'Won', 'Close deal'],
  },
};
