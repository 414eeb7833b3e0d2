import type { Format } from '../format.ts';

/** amoCRM (Kommo): the list of deals saved as a table, Russian and English. */
export const amoCrm: Format = {
  id: 'amocrm',
  name: 'amoCRM',
  signatures: [
    ['Название сделки', 'Этап сделки', 'Дата создания сделки'],
    ['Название сделки', 'Этап сделки', 'Дата создания'],
    ['Название сделки', 'Статус сделки', 'Дата создания'],
    ['Название сделки', 'Воронка', 'Дата создания'],
    ['Название сделки', 'Воронка', 'Дата создания сделки'],
    ['Lead title', 'Lead status', 'Created at'],
    ['Lead name', 'Lead stage', 'Created at'],
  ],
  days: [],
  currency: ['Валюта', 'Currency'],
  dimensions: {
    deal: ['ID', 'ID сделки', 'Название сделки', 'Lead title', 'Lead name'],
    pipeline: ['Воронка', 'Pipeline'],
    manager: ['Ответственный', 'Ответственный за сделку', 'Responsible user'],
    tags: ['Теги сделки', 'Теги', 'Lead tags'],
    source: ['Источник', 'Источник сделки', 'utm_source', 'utm_medium', 'utm_campaign'],
  },
  metrics: {},
  neverTotalled: [
    'Дата редактирования',
    'Дата редактирования сделки',
    'Ближайшая задача',
    'Основной контакт',
    'Компания',
  ],
  parts: [],
  deals: {
    created: ['Дата создания сделки', 'Дата создания', 'Created at'],
    closed: ['Дата закрытия', 'Дата закрытия сделки', 'Closed at'],
    stage: ['Этап сделки', 'Статус сделки', 'Этап', 'Lead status', 'Lead stage'],
    amount: ['Бюджет', 'Бюджет сделки', 'Sale', 'Budget'],
    won: ['Успешно реализовано', 'Закрыто и реализовано', 'Successfully realized', 'Closed - won', 'Closed won'],
  },
};
