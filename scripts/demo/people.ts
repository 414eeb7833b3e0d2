/** `data/people.json`: the team. Portraits are drawn by `drawings/portraits.ts` under the same ids. */
const person = (id: string, ru: string, en: string, roleRu: string, roleEn: string, extra: object = {}) => ({
  id,
  name: { ru, en },
  role: { ru: roleRu, en: roleEn },
  photo: `people/${id}.svg`,
  email: `${id.split('-')[0]}@lotsman.example`,
  timeZone: 'Europe/Moscow',
  ...extra,
});

export const PEOPLE = [
  person(
    'maksim-orlov',
    'Максим Орлов',
    'Maksim Orlov',
    'руководитель клиентского сервиса',
    'head of client services',
    {
      phone: '+7 495 000-14-31',
    },
  ),
  person('anna-lebedeva', 'Анна Лебедева', 'Anna Lebedeva', 'аккаунт-менеджер', 'account manager', {
    phone: '+7 495 000-14-32',
  }),
  person('dina-safina', 'Дина Сафина', 'Dina Safina', 'аккаунт-менеджер', 'account manager', {
    phone: '+351 210 000 133',
    timeZone: 'Europe/Lisbon',
  }),
  person('ilya-gromov', 'Илья Громов', 'Ilya Gromov', 'специалист по контекстной рекламе', 'PPC specialist'),
  person('vera-tikhonova', 'Вера Тихонова', 'Vera Tikhonova', 'SEO-специалист', 'SEO specialist', {
    timeZone: 'Asia/Yekaterinburg',
  }),
  person(
    'timur-akhmetov',
    'Тимур Ахметов',
    'Timur Akhmetov',
    'специалист по рекламе в соцсетях',
    'paid social specialist',
  ),
  person('polina-zueva', 'Полина Зуева', 'Polina Zueva', 'дизайнер', 'designer'),
  person('sergey-belov', 'Сергей Белов', 'Sergey Belov', 'веб-аналитик', 'web analyst', {
    timeZone: 'Asia/Novosibirsk',
  }),
  person('nikita-savin', 'Никита Савин', 'Nikita Savin', 'руководитель отдела внедрения', 'head of implementation'),
  person('larisa-melnik', 'Лариса Мельник', 'Larisa Melnik', 'главный бухгалтер', 'chief accountant'),
  person('denis-kropotov', 'Денис Кропотов', 'Denis Kropotov', 'системный администратор', 'system administrator'),
];
