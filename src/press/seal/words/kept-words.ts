import { NO_CACHE, type Cache } from '../../cache.ts';
import { hashOf } from '../../inputs.ts';
import { ownWords, readersWords, type Readers, type Vocabulary } from './vocabulary.ts';
import type { Owner, Term } from './terms.ts';

/** To be raised whenever they are written in another way. */
const LAYOUT = 3;
/** Hexadecimal digits of what the words were made of, which are written before them. */
const HASH_LENGTH = 64;

/** A term as it is written. */
type Line = [text: string, kind: Term['kind'], owners: Owner[], slug: string | null, allowed: Owner[] | null];

/** Where words are kept, and what stands for the texts the engine writes; see `engineFingerprint`. */
interface Keeping {
  memory: Cache;
  engine: string;
}

/**
 * See `readersWords`. They are recalled where all they are made of is as it was: thousands of clients of whom one has
 * new figures bear the names they bore.
 * @param texts what the engine writes, asked for when the words are made anew
 */
export async function keptWords(
  readers: Readers,
  { memory, engine }: Keeping,
  texts: () => Promise<readonly string[]>,
): Promise<Vocabulary> {
  if (memory === NO_CACHE) return readersWords(readers, await texts());
  const { root, agency, people, metrics, clients } = readers.workspace;
  const place = hashOf(['words', LAYOUT, root]);
  const node = [process.version, process.versions['icu']];
  const told = [agency, people, metrics, clients.map(ownWords), readers.proposals, readers.addresses];
  const made = hashOf([engine, node, ...told]);
  const kept = await memory.get(place);
  const text = kept === null ? '' : new TextDecoder().decode(kept);
  if (text.startsWith(made)) return unpacked(text.slice(HASH_LENGTH));
  const words = readersWords(readers, await texts());
  await memory.put(place, new TextEncoder().encode(`${made}${packed(words)}`));
  return words;
}

function packed({ terms, unsearched }: Vocabulary): string {
  const lines = terms.map(({ text, kind, owners, slug, allowed }): Line => {
    const others = allowed === undefined ? null : [...allowed];
    return [text, kind, [...owners], slug ?? null, others];
  });
  return JSON.stringify([lines, unsearched]);
}

function unpacked(text: string): Vocabulary {
  const [lines, unsearched] = JSON.parse(text) as [Line[], string[]];
  const terms = lines.map(([term, kind, owners, slug, allowed]): Term => {
    const known = { text: term, kind, owners: new Set(owners) };
    return { ...known, ...(slug !== null && { slug }), ...(allowed !== null && { allowed: new Set(allowed) }) };
  });
  return { terms, unsearched };
}
