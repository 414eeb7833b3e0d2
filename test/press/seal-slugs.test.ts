import { describe, expect, it } from 'vitest';
import { canonical } from '../../src/press/seal/reading/canonical.ts';
import { slugOf, SlugProof } from '../../src/press/seal/words/slugs.ts';
import type { Term } from '../../src/press/seal/words/terms.ts';

const term = (name: string, owner: string): Term => ({
  ...{ text: canonical(name), kind: 'name', owners: new Set([owner]), slug: slugOf(name) },
});
const proof = new SlugProof([
  ...[term('Тихий дом', 'reports/quiet'), term('Workshop Birchwood', 'reports/birch')],
  ...[term('Щёлково-Юг', 'reports/south'), term('Жёлтый цех', 'reports/yellow'), term('Café Noir', 'reports/cafe')],
  ...[term('Тихий дом Плюс', 'reports/plus')],
]);
const told = (name: string, owner = 'reports/alder') => proof.told(name, owner).map(({ text }) => text);

describe('the name of another client in the name of a file', () => {
  it.each([
    'tikhiy-dom',
    'tihij_dom',
    'tikhii.dom',
    'TihiyDom',
    'tikhiydom',
    'тихий-дом',
    'Тихий дом'.normalize('NFD'),
    '2026-10/logo-tihiy-dom-2.svg',
  ])('is told in %s', (name) => {
    expect(told(`${name}.pdf`)).toEqual(['тихий дом']);
  });

  it.each([
    ['workshop_birchwood-2026-10.csv', 'workshop birchwood'],
    ['assets/WorkshopBirchwood.svg', 'workshop birchwood'],
    ['shchelkovo-yug.png', 'щелково-юг'],
    ['schelkovoiug.png', 'щелково-юг'],
    ['zheltyj-tsekh.png', 'желтый цех'],
    ['zeltyi_ceh.png', 'желтый цех'],
    ['cafe-noir.jpg', 'café noir'],
  ])('is told in %s', (name, text) => {
    expect(told(name)).toEqual([text]);
  });

  it.each(['2026-10/index.html', 'tihie-doma.pdf', 'dom.svg', 'workshop.svg', 'birchwood-workshop.svg'])(
    'is none in %s',
    (name) => {
      expect(told(name)).toEqual([]);
    },
  );

  it('is none in the client’s own folder, nor as a part of a longer name of its own', () => {
    expect(told('tihiy-dom.pdf', 'reports/quiet')).toEqual([]);
    expect(told('tihiy-dom-plyus.pdf', 'reports/plus')).toEqual([]);
    expect(told('tihiy-dom-park-2026-10.pdf', 'reports/tihiy-dom-park')).toEqual([]);
    expect(told('tihiy-dom.pdf', 'reports/plus')).toEqual(['тихий дом']);
  });
});
