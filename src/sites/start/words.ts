/** Words of the development server's start page. */
export const startWords = {
  ru: {
    asOf: 'По состоянию на',
    clients: 'Клиенты и отчёты',
    problems: 'Замечания к данным',
    clean: 'Замечаний нет.',
    broken: 'Не собирается: исправьте ошибки ниже.',
    workspace: 'Рабочая папка',
  },
  en: {
    asOf: 'As of',
    clients: 'Clients and reports',
    problems: 'Problems in the data',
    clean: 'No problems.',
    broken: 'Cannot be built: mend the errors below.',
    workspace: 'Workspace',
  },
};
