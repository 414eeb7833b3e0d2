import { estimateTable } from './estimate-table.ts';

/** A site redesign with three packages over a common part. */
export const site = (): string[][] => {
  const STUDY = 'Исследование';
  const DESIGN = 'Дизайн';
  const BUILD = 'Сборка';
  const GROW = 'Рост после запуска';
  const DATA = 'Учёт и перенос';
  return estimateTable([
    {
      section: STUDY,
      item: 'Разговоры с восемью покупателями',
      role: 'редактор',
      person: 'anna-lebedeva',
      hours: '16',
    },
    {
      section: STUDY,
      item: 'Карта сценариев: подарок, сервиз, заказ для ресторана',
      role: 'дизайнер',
      person: 'polina-zueva',
      hours: '10',
    },
    { section: DATA, item: 'Аналитика магазина и цели', role: 'веб-аналитик', person: 'sergey-belov', hours: '9' },
    {
      section: DATA,
      item: 'Перенос страниц без потерь в поиске',
      role: 'SEO-специалист',
      person: 'vera-tikhonova',
      hours: '12',
    },
    {
      section: DESIGN,
      item: 'Новый облик главной и каталога',
      role: 'дизайнер',
      person: 'polina-zueva',
      hours: '30',
      package: 'svezhest',
    },
    { section: BUILD, item: 'Вёрстка на вашем магазине', role: 'верстальщик', hours: '34', package: 'svezhest' },
    {
      section: DESIGN,
      item: 'Дизайн всех страниц и карточки вещи',
      role: 'дизайнер',
      person: 'polina-zueva',
      hours: '64',
      package: 'masterskaya',
    },
    {
      section: DESIGN,
      item: 'Предметная съёмка, 40 вещей',
      kind: 'fixed',
      quantity: '40',
      unit: 'шт.',
      price: '1450',
      package: 'masterskaya',
    },
    {
      section: BUILD,
      item: 'Магазин: каталог, оплата, доставка',
      role: 'программист',
      hours: '78',
      package: 'masterskaya',
    },
    { section: BUILD, item: 'Вёрстка', role: 'верстальщик', hours: '56', package: 'masterskaya' },
    {
      section: DESIGN,
      item: 'Дизайн всех страниц и карточки вещи',
      role: 'дизайнер',
      person: 'polina-zueva',
      hours: '64',
      package: 'pech',
    },
    {
      section: DESIGN,
      item: 'Предметная съёмка, 40 вещей',
      kind: 'fixed',
      quantity: '40',
      unit: 'шт.',
      price: '1450',
      package: 'pech',
    },
    { section: BUILD, item: 'Магазин: каталог, оплата, доставка', role: 'программист', hours: '78', package: 'pech' },
    { section: BUILD, item: 'Вёрстка', role: 'верстальщик', hours: '56', package: 'pech' },
    {
      section: BUILD,
      item: 'Кабинет для ресторанов: свои цены и серии',
      role: 'программист',
      hours: '52',
      package: 'pech',
    },
    {
      section: GROW,
      item: 'Четыре месяца правок по данным',
      kind: 'monthly',
      role: 'веб-аналитик',
      person: 'sergey-belov',
      quantity: '4',
      price: '46000',
      discount: '15%',
      package: 'pech',
    },
    {
      section: STUDY,
      item: 'Тексты о мастерах и глазурях',
      role: 'редактор',
      person: 'anna-lebedeva',
      hours: '22',
      optional: 'yes',
      note: 'Десять историй с разговорами в мастерской',
    },
    { section: BUILD, item: 'Английская версия', role: 'верстальщик', hours: '18', optional: 'yes' },
  ]);
};
