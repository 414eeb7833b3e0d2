import type { Day } from '../../types/period.ts';

const DATE = /\/(CreationDate|ModDate) \(D:\d{14}[+-]\d\d'\d\d'\)/g;
const STRUCTURE_ID = /\(node\d{8}\)/g;
/** The leaf of the tree that leads from structure ids to their elements; Chrome writes one. */
const ID_LEAF = /\/Limits \[\(node\d{8}\) \(node\d{8}\)\]\n\/Names \[([^\]]*)\]/g;
const ID_ENTRY = /(\(node\d{8}\)) (\d+ \d+ R)/g;

/**
 * The same document with everything that differs from run to run made constant, in place, so that no offset moves:
 * both dates become midnight UTC of `date`, and the structure ids, which Chrome counts on from document to document,
 * are numbered from 1 in order of appearance, with their tree sorted anew as the format demands.
 * Throws when Chrome's layout is not the known one.
 */
export function repeatablePdf(bytes: Uint8Array, { date }: { date: Day }): Uint8Array {
  const stamp = date.replaceAll('-', '');
  const names = new Map<string, string>();
  const text = Buffer.from(bytes)
    .toString('latin1')
    .replace(DATE, (found, key: string) => {
      const fixed = `/${key} (D:${stamp}000000+00'00')`;
      if (fixed.length !== found.length) throw new Error(`${date} is not a day`);
      return fixed;
    })
    .replace(STRUCTURE_ID, (id) => {
      const name = names.get(id) ?? `(node${String(names.size + 1).padStart(8, '0')})`;
      names.set(id, name);
      return name;
    });
  let leaves = 0;
  const sorted = text.replace(ID_LEAF, (_, entries: string) => {
    leaves++;
    return sortedLeaf(entries);
  });
  if (leaves !== (names.size > 0 ? 1 : 0)) throw new Error(`${leaves} leaves in the tree of structure ids, not 1`);
  return new Uint8Array(Buffer.from(sorted, 'latin1'));
}

/** A permutation of the entries, so as long as before. */
function sortedLeaf(entries: string): string {
  const pairs = [...entries.matchAll(ID_ENTRY)].map(([, id, target]) => ({ id: id!, target: target! }));
  pairs.sort((a, b) => (a.id < b.id ? -1 : 1));
  const names = pairs.map(({ id, target }) => `${id} ${target}`).join(' ');
  if (names.length !== entries.length) throw new Error('unknown layout of the tree of structure ids');
  return `/Limits [${pairs[0]!.id} ${pairs.at(-1)!.id}]\n/Names [${names}]`;
}
