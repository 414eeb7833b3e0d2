import { encode } from '../bytes.ts';
import { delimited } from '../table.ts';
import { covers } from './covers.ts';
import { hotel } from './hotel.ts';
import { RATES } from './rates.ts';
import { retainer } from './retainer.ts';
import { site } from './site.ts';
import { works } from './works.ts';

/** Files of the demo's proposals by path from `data/`; their texts are in `content/proposals`. */
export function proposalFiles(): [path: string, content: Uint8Array][] {
  const text = (path: string, content: string): [string, Uint8Array] => [path, encode(content, 'utf-8')];
  const estimates: [string, string[][]][] = [
    ['hotel-vysokiy-bereg', hotel()],
    ['site-glina-i-ogon', site()],
    ['retainer-harbour-and-heath', retainer()],
  ];
  return [
    text('rates.csv', delimited(RATES, ',')),
    ...estimates.map(([id, rows]) => text(`proposals/${id}/estimate.csv`, delimited(rows, ','))),
    ...covers().map(([id, drawing]) => text(`proposals/${id}/cover.svg`, drawing)),
    ...works().flatMap(([id, drawings]) =>
      drawings.map((drawing, i) => text(`proposals/${id}/work-${i + 1}.svg`, drawing)),
    ),
  ];
}
