import { describe, expect, it } from 'vitest';
import type { ManifestDocument } from '../../src/press/output/manifest.ts';
import { toldPlaces } from '../../src/press/output/told-places.ts';

const TOKEN = '0123456789abcdef0123456789abcdef';

function document(
  site: string,
  client: string,
  files: string[],
  more: Partial<ManifestDocument> = {},
): ManifestDocument {
  const outputs = files.map((file) => ({ file: `${site}/${file}`, sha256: '0', bytes: 1 }));
  return { site, client, period: null, status: 'built', asOf: '2026-11-22', inputs: [], outputs, ...more };
}

const DOCUMENTS = [
  document('reports', 'alder', ['alder/index.html']),
  document('reports', 'alder', ['alder/2026-10/index.html'], { period: '2026-10' }),
  document('reports', 'birch', ['birch/2026-10/index.html'], { period: '2026-10', status: 'failed' }),
  document('proposals', 'bakery', ['bakery/index.html']),
  document('proposals', 'hotel', ['hotel-5f2c/index.html', 'hotel-5f2c/7-v1.pdf']),
  document('proposals', 'brief', ['brief/index.html', 'brief/en/index.html']),
  document('handbook', 'handbook', ['index.html', 'ru/exams/index.html', `exams/${TOKEN}/index.html`]),
];

describe('what a build says of where its documents are', () => {
  it('is a line for each site, and the pages to which nothing leads', () => {
    expect(toldPlaces(DOCUMENTS, 'dist', 'en')).toEqual([
      'dist/reports/  1 client, 1 report',
      'dist/proposals/  2 proposals',
      'dist/handbook/index.html',
      'By a link nobody guesses:',
      '  dist/proposals/hotel-5f2c/index.html',
      `  dist/handbook/exams/${TOKEN}/index.html`,
    ]);
  });

  it('is said in Russian too, and names no secret where there is none', () => {
    expect(toldPlaces(DOCUMENTS.slice(0, 4), 'out', 'ru')).toEqual([
      'out/reports/  1 клиент, 1 отчёт',
      'out/proposals/  1 предложение',
    ]);
  });

  it('is nothing where nothing was built', () => {
    expect(toldPlaces([DOCUMENTS[2]!], 'dist', 'en')).toEqual([]);
  });
});
