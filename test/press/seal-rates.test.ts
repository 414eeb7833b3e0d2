import { describe, expect, it } from 'vitest';
import { pricedPeople, RateProof } from '../../src/press/seal/words/rates-of-people.ts';
import { viewsOf } from '../../src/press/seal/reading/views.ts';
import type { Proposal, Rate } from '../../src/types/proposal.ts';
import type { Person } from '../../src/types/workspace.ts';

const people = [
  { id: 'anna-l', name: { ru: 'Анна Лебедева', en: 'Anna Lebedeva' }, role: 'SEO' },
  { id: 'ivan-k', name: 'Иван Ким', role: 'SEO' },
] satisfies Person[];
const rate = (person: string | null, currency: string, price: string): Rate => ({
  role: null,
  person,
  currency,
  rate: price,
  from: '2026-01-01',
  row: 2,
});
const rates = [
  rate('anna-l', 'RUB', '3600'),
  rate('anna-l', 'EUR', '42.15'),
  rate('ivan-k', 'USD', '62.00'),
  rate(null, 'RUB', '2900'),
];
const sold = { id: 'glina', estimate: { lines: [{ person: 'anna-l' }] } } as Proposal;
const proof = new RateProof(pricedPeople(people, rates, [sold]));
const told = (file: string, text: string, owner = 'reports/alder') =>
  proof.told(file, viewsOf(file, Buffer.from(text)), owner).map(({ code, offset, found }) => [code, offset, found.en]);

describe('what an hour of one person costs', () => {
  it.each([
    ['a.html', '<td>Анна Лебедева</td><td>3&nbsp;600&nbsp;₽</td>', 'anna-l'],
    ['a.html', '<p>Anna Lebedeva, SEO: 3,600 RUB</p>', 'anna-l'],
    ['a.html', '<p>42,15 — Анна Лебедева</p>', 'anna-l'],
    ['a.txt', 'Анна Лебедева — 3600 руб./ч', 'anna-l'],
    ['a.txt', 'Анна Лебедева: 3600/ч', 'anna-l'],
    ['a.json', '{"who": "anna-l", "price": "42.15"}', 'anna-l'],
    ['a.csv', 'role,person,currency,rate,from\n,anna-l,EUR,42.15,2026-01-01\n', 'anna-l'],
    ['a.json', '{"person":"anna-l","currency":"RUB","rate":"3600"}', 'anna-l'],
    ['a.csv', 'Иван Ким;$62', 'ivan-k'],
    ['a.csv', '62 per hour, Иван Ким', 'ivan-k'],
  ])('is told in %s: %s', (file, text, person) => {
    expect(told(file, text)).toMatchObject([
      ['seal-inner-rate', expect.any(Number), `what an hour of ${person} costs`],
    ]);
  });

  it.each([
    ['another number', 'Анна Лебедева 3 601 ₽'],
    ['a part of a longer number', 'Анна Лебедева 13 600 ₽, 42.151'],
    ['a number that is neither money nor an hour', 'Анна Лебедева, тел. 3600'],
    ['another number between them', 'Анна Лебедева 2 ч, 3 600 ₽'],
    ['far from the name', `Анна Лебедева ${'и её коллеги '.repeat(4)} 3 600 ₽`],
    ['the rate of somebody else', 'Иван Ким 3 600 ₽'],
    ['the rate of a role', 'Специалист 2 900 ₽'],
    ['a longer name', 'Иван Кимов $62'],
  ])('is not told by %s', (_what, text) => {
    expect(told('a.txt', text)).toEqual([]);
  });

  it('may be said by the proposal that sells it', () => {
    const text = 'Анна Лебедева 3 600 ₽';
    expect(told('a.txt', text, 'proposals/glina')).toEqual([]);
    expect(told('a.txt', `Ж. ${text}`, 'proposals/other')).toEqual([
      ['seal-inner-rate', 4, 'what an hour of anna-l costs'],
    ]);
  });
});
