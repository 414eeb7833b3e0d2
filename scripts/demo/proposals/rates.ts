/** `data/rates.csv`: what an hour costs, by role; raised at New Year. */
export const RATES: string[][] = [
  ['role', 'person', 'currency', 'rate', 'from'],
  ...[
    ['SEO-специалист', 'RUB', '3300', '3600'],
    ['специалист по рекламе', 'RUB', '3100', '3400'],
    ['веб-аналитик', 'RUB', '3500', '3800'],
    ['дизайнер', 'RUB', '2900', '3200'],
    ['программист', 'RUB', '3600', '3900'],
    ['верстальщик', 'RUB', '2900', '3200'],
    ['редактор', 'RUB', '2600', '2800'],
    ['аккаунт-менеджер', 'RUB', '2700', '2900'],
    ['SEO specialist', 'USD', '62', '68'],
    ['PPC specialist', 'USD', '60', '66'],
    ['paid social specialist', 'USD', '58', '64'],
    ['web analyst', 'USD', '66', '72.5'],
    ['designer', 'USD', '56', '62'],
    ['account manager', 'USD', '52', '58'],
  ].flatMap(([role, currency, before, now]) => [
    [role!, '', currency!, before!, '2025-01-01'],
    [role!, '', currency!, now!, '2026-01-01'],
  ]),
];
