import type { Format } from '../format.ts';

/** Matomo: reports saved as CSV or TSV (UTF-16), English, German, French and Russian, and with column ids. */
export const matomo: Format = {
  id: 'matomo',
  name: 'Matomo',
  signatures: [
    ['nb_visits'],
    ['Unique visitors', 'Visits', 'Actions'],
    ['Visits', 'Actions', 'Bounce Rate'],
    ['Visits', 'Actions', 'Bounces'],
    ['Visits', 'Actions per Visit'],
    ['Eindeutige Besucher', 'Besuche', 'Aktionen'],
    ['Besuche', 'Aktionen', 'Absprungsrate'],
    ['Besuche', 'Aktionen', 'Absprungrate'],
    ['Besuche', 'Aktionen pro Besuch'],
    ['Visiteurs uniques', 'Visites', 'Actions'],
    ['Visites', 'Actions par visite'],
    ['Уникальные посетители', 'Посещения', 'Действия'],
    ['Unique Pageviews', 'Pageviews', 'Bounce Rate'],
    ['Eindeutige Seitenansichten', 'Seitenansichten'],
  ],
  days: ['Date', 'Datum', 'Дата', 'date'],
  dimensions: {
    label: ['Label', 'Bezeichnung', 'Libellé', 'label', 'Channel Type', 'Kanaltyp', 'Website', 'Country', 'Land'],
  },
  metrics: {
    sessions: ['Visits', 'Besuche', 'Visites', 'Посещения', 'nb_visits'],
    pageviews: ['Pageviews', 'Seitenansichten', 'Pages vues', 'nb_pageviews'],
    conversions: ['Conversions', 'Konversionen', 'Конверсии', 'nb_conversions'],
    revenue: ['Revenue', 'Einnahmen', 'Umsatz', 'Revenu', 'revenue'],
  },
  neverTotalled: [
    ...[
      'Unique visitors',
      'Users',
      'Actions',
      'Visits with Conversions',
      'Bounces',
      'Bounce Rate',
      'Actions per Visit',
    ],
    ...['Total time spent by visitors (in seconds)', 'Maximum actions in one visit', 'Conversion Rate'],
    ...['Avg. Visit Duration (in seconds)', 'Avg. Time on Website', 'Metadata: is_aggregate', 'Unique Pageviews'],
    ...['Eindeutige Besucher', 'Benutzer', 'Aktionen', 'Besuche mit Konversionen', 'Absprünge', 'Absprungsrate'],
    ...['Absprungrate', 'Von Besuchern verbrachte Gesamtzeit (in Sekunden)', 'Maximale Aktionen pro Besuch'],
    ...['Aktionen pro Besuch', 'Durchschn. Besuchszeit (in Sekunden)', 'Metadaten: is_aggregate', 'Konversionsrate'],
    ...['nb_uniq_visitors', 'nb_users', 'nb_actions', 'nb_visits_converted', 'bounce_count', 'sum_visit_length'],
    ...['max_actions', 'bounce_rate', 'nb_actions_per_visit', 'avg_time_on_site', 'Visiteurs uniques'],
    ...['Уникальные посетители', 'Действия', 'Показатель отказов', 'Действий за посещение'],
  ],
  parts: [
    {
      kind: 'pages',
      about: 'label',
      headers: ['Unique Pageviews', 'Eindeutige Seitenansichten', 'Page URL', 'Seiten-URL'],
      why: {
        ru: 'один визит попадает в несколько строк по страницам, и сумма строк больше целого',
        en: 'one visit stands in several rows of pages, so the rows add up to more than the whole',
      },
    },
  ],
};
