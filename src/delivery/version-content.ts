/** Name of the file beside a document that left: everything its version says and shows. */
export const CONTENT = 'content.json';

/** Everything a version of a proposal says and shows. The sha256 of its JSON is the seal of the version. */
export interface VersionContent {
  /** `#rrggbb` of the proposal's own theme. */
  accent: string | null;
  /** MDX source without frontmatter. */
  body: string;
  /** The page's model without what follows from the rest of it, by its fields. */
  said: Record<string, unknown>;
  /** Asset name and sha256 of each picture. */
  shown: [name: string, sha256: string][];
}

/** Something that is told otherwise than it was; `null` where it was not told, or is not any more. */
export interface Change {
  /** Fields from the outermost to the innermost; a part of a list stands as its title or name, another as its place. */
  path: readonly string[];
  was: string | null;
  is: string | null;
}

/** What of a version differs from what left of it; blank lines and comments of its text tell nobody anything. */
export function changesOf(before: VersionContent, now: VersionContent): Change[] {
  const changes: Change[] = [];
  // Which package a line is of its own field tells.
  const told = ({ said }: VersionContent) => ({ ...said, packageOf: null });
  compare(told(before), told(now), [], changes);
  if (before.accent !== now.accent) changes.push({ path: ['accent'], was: before.accent, is: now.accent });
  changes.push(...changedText(before.body, now.body));
  const [had, has] = [before, now].map(({ shown }) => new Map(shown)) as [Map<string, string>, Map<string, string>];
  for (const name of new Set([...had.keys(), ...has.keys()])) {
    const [was, is] = [had, has].map((pictures) => (pictures.has(name) ? name : null)) as [
      string | null,
      string | null,
    ];
    if (had.get(name) !== has.get(name)) changes.push({ path: ['shown', name], was, is });
  }
  return changes;
}

function compare(was: unknown, is: unknown, path: readonly string[], changes: Change[]): void {
  // What another engine had no field for was not told, and is not told when the field is empty.
  if (JSON.stringify(was ?? null) === JSON.stringify(is ?? null)) return;
  const lists = [was, is].map((list) => partsOf(list, path)).filter((list) => list !== null);
  if (lists.length === 2) {
    const [before, now] = lists as [Parts, Parts];
    for (const key of new Set([...before.keys(), ...now.keys()])) {
      const [had, has] = [before.get(key), now.get(key)];
      compare(had, has, [...path, nameOf(has ?? had)!], changes);
    }
    const common = (list: Parts, other: Parts) => [...list.keys()].filter((name) => other.has(name)).join('\n');
    if (common(before, now) !== common(now, before)) changes.push({ path: [...path, 'order'], was: null, is: null });
  } else if (isComposed(was) && isComposed(is)) {
    const [before, now] = [new Map<string, unknown>(Object.entries(was)), new Map<string, unknown>(Object.entries(is))];
    for (const field of new Set([...before.keys(), ...now.keys()])) {
      compare(before.get(field), now.get(field), [...path, field], changes);
    }
  } else changes.push({ path, was: textOf(was), is: textOf(is) });
}

type Parts = ReadonlyMap<string, unknown>;

const isComposed = (value: unknown): value is object => typeof value === 'object' && value !== null;

/**
 * A list of parts by what tells them apart; `null` where it is no such list. People have ids. Lines are numbered by
 * their places, and a number says nothing once a line has come before it: a reader knows them by their titles.
 */
function partsOf(list: unknown, [field]: readonly string[]): Parts | null {
  if (!Array.isArray(list) || !list.every((part) => isComposed(part) && nameOf(part) !== null)) return null;
  const parts = list as { id?: string }[];
  const keyed = parts.map((part): [string, object] =>
    field === 'team' ? [part.id!, part] : [nameOf(part)!, { ...part, id: null }],
  );
  const named = new Map(keyed);
  return named.size < list.length ? null : named;
}

/** What a reader knows a part of a proposal by. */
function nameOf(value: unknown): string | null {
  if (!isComposed(value)) return null;
  const { title, name } = value as { title?: unknown; name?: unknown };
  return [title, name].find((one) => typeof one === 'string') ?? null;
}

function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : (nameOf(value) ?? JSON.stringify(value));
}

/** At most one change: the first line that differs. */
function changedText(before: string, now: string): Change[] {
  const [was, is] = [before, now].map((text) => shownText(text).split('\n')) as [string[], string[]];
  const length = Math.max(was.length, is.length);
  for (let line = 0; line < length; line++) {
    const [had, has] = [was[line], is[line]];
    if (had !== has) return [{ path: ['body'], was: had || null, is: has || null }];
  }
  return [];
}

/** A text as its page shows it. Where lines are kept as they are written, every one of them counts. */
function shownText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n');
  if (/```|~~~|\{`/.test(lines)) return lines;
  return lines
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, '')
    .replace(/^[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}

/** The agency's card, and the cards of its people, as every page shows them; no part of any offer. */
const OF_THE_HOUSE = new Set(['agency', 'author', 'team', 'people']);

/**
 * Whether it comes from what all proposals share (`data/agency.json`, `data/people.json`) and not from this one: the
 * house has another logo, telephone or legal form. Somebody else on the team is this proposal's own matter.
 */
export function isOfTheHouse({ path }: Change): boolean {
  const [first, second, ...rest] = path;
  if (first === 'shown') return /^(agency-logo|person-)/.test(second ?? '');
  if (first === 'requisites') return second === 'agency';
  if (first === undefined || !OF_THE_HOUSE.has(first)) return false;
  return first === 'agency' || (path.at(-1) !== 'id' && (first === 'author' || rest.length > 0));
}
