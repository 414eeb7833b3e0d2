/** Words of the development server's start page. */
export const startWords = {
  ru: {
    asOf: 'По состоянию на',
    lists: { reports: 'Клиенты и отчёты', proposals: 'Предложения и бриф' },
    problems: 'Замечания к данным',
    clean: 'Замечаний нет.',
    broken: 'Не собирается: исправьте ошибки ниже.',
    missing: 'Этой страницы сейчас нет',
    workspace: 'Рабочая папка',
  },
  en: {
    asOf: 'As of',
    lists: { reports: 'Clients and reports', proposals: 'Proposals and the brief' },
    problems: 'Problems in the data',
    clean: 'No problems.',
    broken: 'Cannot be built: mend the errors below.',
    missing: 'This page is not here now',
    workspace: 'Workspace',
  },
};
