import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FigureComparison } from '../../src/press/seal/figures/compared-figures.ts';
import { OwnNumbers } from '../../src/press/seal/figures/figure-prints.ts';
import { DOUBT } from '../../src/press/seal/figures/figure-tally.ts';
import { printOf } from '../../src/press/seal/figures/prints.ts';

interface Folder {
  owner: string;
  telling: string[];
  others: string[];
  seen: string[];
}

const FEWEST = 6;
const digitsOf = (value: string): number => value.replace('.', '').length;

/** Numbers of six and more digits, few enough for owners to share some. */
const number = fc.oneof(
  fc.integer({ min: 111_111, max: 111_131 }).map((value) => (value % 10 === 0 ? `${value}1` : String(value))),
  fc.integer({ min: 1_111_111_111, max: 1_111_111_119 }).map((value) => `${value}.25`),
);
const numbers = fc.uniqueArray(number, { maxLength: 6 });
const folders = fc
  .array(fc.record({ telling: numbers, others: numbers, seen: numbers }), { minLength: 1, maxLength: 6 })
  .map((list) => list.map((one, at): Folder => ({ owner: `reports/c${at % 5}`, ...one })));

function printed(folder: Folder) {
  const own = new OwnNumbers();
  for (const value of folder.telling) own.know(value);
  for (const value of [...folder.telling, ...folder.others]) own.have(printOf(value));
  const seen = folder.seen.flatMap((value) => [printOf(value).one, printOf(value).two, digitsOf(value)]);
  return { owner: folder.owner, prints: { ...own.prints, seen: new Uint32Array(seen) } };
}

const compared = (list: Folder[]) => new FigureComparison().of(list.map(printed));

/** The same from texts, one rule after the other. */
function plainly(list: Folder[]) {
  const values = new Set(list.flatMap(({ telling }) => telling));
  const alone = new Map<string, string>();
  for (const value of values) {
    const having = list.filter(({ telling, others }) => telling.includes(value) || others.includes(value));
    const owners = new Set(having.map(({ owner }) => owner));
    if (owners.size === 1) alone.set(value, [...owners][0]!);
  }
  const strange = list.flatMap((folder, place) =>
    folder.seen
      .map((value, seen) => ({ folder: place, seen, value, owner: alone.get(value), known: values.has(value) }))
      .filter(({ owner, known }) => (known ? owner !== undefined && owner !== folder.owner : true)),
  );
  const longest = 12;
  let [expected, digits] = [0, FEWEST];
  for (let length = longest; length >= FEWEST && digits === FEWEST; length--) {
    const known = [...alone.keys()].filter((value) => digitsOf(value) === length).length;
    const seen = new Set(strange.map(({ value }) => value).filter((value) => digitsOf(value) === length));
    expected += (known * seen.size) / (9 * 10 ** (length - 1));
    if (expected >= DOUBT) digits = length + 1;
  }
  const hits = strange.flatMap(({ folder, seen, value, owner }) =>
    owner === undefined ? [] : [{ folder, seen, value, owner }],
  );
  const together = (one: (typeof hits)[number]) =>
    hits.filter(({ folder, owner }) => folder === one.folder && owner === one.owner).length >= 3;
  const leaks = hits.filter((one) => digitsOf(one.value) >= digits || together(one));
  return { count: alone.size, digits, leaks: leaks.map(({ folder, seen, owner }) => ({ folder, seen, owner })) };
}

it('figures compared by their prints tell what figures compared by their texts tell', () => {
  fc.assert(
    fc.property(folders, (list) => {
      expect(compared(list)).toEqual(plainly(list));
    }),
  );
});

it('what was learnt of some folders ahead changes nothing, whether they are still there or not', () => {
  fc.assert(
    fc.property(folders, fc.integer(), fc.boolean(), (list, some, gone) => {
      const all = list.map(printed);
      const known = all.filter((_, place) => ((some >>> place) & 1) === 1);
      const comparison = new FigureComparison();
      comparison.ahead(gone ? [...known, printed(list[0]!)] : known);
      expect(comparison.of(all)).toEqual(plainly(list));
      expect(comparison.of([...all])).toEqual(plainly(list));
      expect(comparison.of(all.slice(1))).toEqual(plainly(list.slice(1)));
    }),
  );
});

it('more figures than there was thought to be room for are compared all the same', () => {
  const many = Array.from({ length: 120_000 }, (_, index) => String(1_000_001 + 7 * index));
  const folder = (owner: string, telling: string[], seen: string[]) => printed({ owner, telling, others: [], seen });
  const comparison = new FigureComparison();
  const known = folder('reports/a', ['123456.789'], []);
  comparison.ahead([known]);
  const all = [known, folder('reports/b', many, ['123456.789'])];
  expect(comparison.of(all)).toEqual(new FigureComparison().of(all));
  expect(comparison.of(all).count).toBe(many.length + 1);
});

it('prints of many numbers differ as their texts do', () => {
  const values = Array.from({ length: 200_000 }, (_, index) => String(1_000_001 + 7 * index));
  const own = new OwnNumbers();
  for (const value of values) own.know(value);
  const { telling } = own.prints;
  const prints = new Set<string>();
  for (let at = 0; at < telling.length; at += 3) prints.add(`${telling[at]} ${telling[at + 1]}`);
  expect(prints.size).toBe(values.length);
});

it('the more numbers a build has, the longer must be the one that is proof, however often each is shown', () => {
  const spread = (count: number, from: number) =>
    Array.from({ length: count }, (_, index) => String(from + 10 * index));
  const digits = (known: number, seen: number, files: number) => {
    const none = { telling: [], others: [], seen: [] };
    const strangers = Array.from({ length: files }, (_, at) => ({
      ...none,
      owner: `reports/s${at}`,
      seen: spread(seen, 5_000_001),
    }));
    return compared([{ ...none, owner: 'reports/a', telling: spread(known, 1_000_001) }, ...strangers]).digits;
  };
  // 9,000,000 numbers have seven digits.
  expect(digits(100, 89, 1)).toBe(6);
  expect(digits(100, 91, 1)).toBe(8);
  expect(digits(100, 89, 20)).toBe(6);
});
