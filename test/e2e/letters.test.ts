import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import golosText from '../../src/charts/fonts/golos-text.json' with { type: 'json' };
import { DEMO } from '../support/demo.ts';
import { filesOf } from '../support/folders.ts';
import { textOf } from '../support/html.ts';

/** Characters of the demo agency's font: the first of each run is its number, a width follows for each. */
const LETTERS = new Set(
  golosText.faces['400'].flatMap((run) => {
    const [first, ...widths] = run.split(' ').map(Number);
    return widths.map((_, i) => String.fromCodePoint(first! + i));
  }),
);
/** The font beside the browser has these for every brand; a test prints them. */
const BESIDE = new Set('≤≥≈≠');
/** Takes room or none, and no ink: spaces, line ends, soft hyphens, joiners. */
const INKLESS = /[\p{Z}\p{Cc}\p{Cf}]/u;

it.each(['reports', 'proposals', 'handbook', 'desk'])(
  'no page of %s holds a letter its font lacks: where nothing else has it, paper would show an empty box',
  async (site) => {
    const pages = (await filesOf(join(DEMO, site))).filter((file) => file.endsWith('.html'));
    const lacking = new Map<string, string>();
    for (const page of pages) {
      const words = textOf(await readFile(join(DEMO, site, page), 'utf8'));
      for (const letter of new Set(words))
        if (!LETTERS.has(letter) && !BESIDE.has(letter) && !INKLESS.test(letter)) lacking.set(letter, page);
    }
    expect(pages.length).toBeGreaterThan(3);
    expect([...lacking]).toEqual([]);
  },
);
