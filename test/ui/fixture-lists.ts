import type { BesideLine, SourceList } from '../../src/types/figures.ts';

const LONG = 'https://shop.example/' + 'very-long-page-name-'.repeat(20);

function list(
  source: string,
  kind: string,
  month: string,
  rows: SourceList['rows'],
  of = rows.length,
  figure = 'Position',
): SourceList {
  return {
    ...{ source, kind, of, rows, currency: 'CAD' },
    file: `data/clients/demo/exports/${source}/${kind}_${month}.csv`,
    title: { ru: `Список ${kind}`, en: `List of ${kind}` },
    period: { from: `${month}-01`, to: `${month}-28` },
    header: [
      { name: 'File header', metric: null },
      { name: 'clicks', metric: 'clicks' },
      { name: 'cost', metric: 'cost' },
      { name: figure, metric: null },
    ],
  };
}

/** Lists of two months and two kinds, the newest with a row that names nothing. */
export function fixtureLists(source: string): SourceList[] {
  return [
    list(source, 'pages', '2026-10', [[LONG, '3', '0.5', '7']], 1, 'constructor'),
    list(source, 'queries', '2026-09', [['september query', '900', '1', '1']]),
    list(
      source,
      'queries',
      '2026-10',
      [
        [null, '1200', '1234.5', null],
        ['<b>отель</b>', '12', '3', '4.25'],
        ...Array.from({ length: 10 }, (_, index) => [`query ${index}`, `${9 - index}`, null, null]),
      ],
      48,
    ),
  ];
}

/** What a value is compared with, for the data appendix. */
export const FIXTURE_BESIDE: BesideLine[] = [
  { what: 'previous', file: 'data/clients/c/exports/old.csv', rows: 30, firstRow: 9, lastRow: 40, sum: '97' },
  { what: 'target', file: 'data/clients/c/targets.csv', rows: 1, firstRow: 4, lastRow: 4, sum: '110' },
];
