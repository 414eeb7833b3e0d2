import { remembered } from '../locale/remembered.ts';
import { headerBase, readColumns, type Column } from './headers.ts';

/**
 * What one system's export looks like, as data. Headers are written as the system writes them, in any language;
 * case, currency, VAT and percent marks do not matter. A new system is one more file of this type in `formats/`.
 */
export interface Format {
  /** Stable id, used in `sources.json` and `figures.json`. */
  id: string;
  name: string;
  /**
   * Sets of headers; the format is recognised when every header of one set is present.
   * `@day`, `@channel` and `@metric` stand for any column of that role.
   */
  signatures: readonly (readonly string[])[];
  /** Sets of words that any system may use: enough only when the format knows every header of the table. */
  commonSignatures?: readonly (readonly string[])[];
  /** Recognised only when every header is known, or rows carry a channel: for formats with common words. */
  strict?: boolean;
  /** Columns that hold the row's day, first choice first. */
  days: readonly string[];
  /** Columns that hold a day counted from the start of the stated period, from zero. */
  dayNumbers?: readonly string[];
  /** Columns with a row's first and last day: a row of one day counts as a day. */
  firstDay?: readonly string[];
  lastDay?: readonly string[];
  channel?: readonly string[];
  /** Columns with the currency code of the row. */
  currency?: readonly string[];
  /** What a row is about, by role: the row's identity when two files are compared. */
  dimensions: Readonly<Record<string, readonly string[]>>;
  /** Additive metric id → its columns, first choice first. */
  metrics: Readonly<Record<string, readonly string[]>>;
  /** Known columns that are never added up: ratios, averages, reach, users. */
  neverTotalled: readonly string[];
  /** Columns whose presence makes the file a part of the account that must not be totalled, and why. */
  parts: readonly PartRule[];
  /** Columns that feed a metric and still need a word of care, told as a warning; a declared column needs none. */
  cautions?: readonly { headers: readonly string[]; why: { ru: string; en: string } }[];
  results?: ResultsRule;
  goals?: GoalsRule;
  deals?: DealsFormat;
  /** Reports in unknown languages may be told by the arithmetic of their columns. */
  byFigures?: true;
  /** Tables that come without a header, as when copied from the screen. */
  headerless?: readonly HeaderlessTable[];
}

/** Columns of single goals, named like that of all goals with something in brackets. */
export interface GoalsRule {
  /** Metric id that goals feed. */
  metric: string;
  /** What stands before the bracket. */
  headers: readonly string[];
}

/** A table of queries, pages or placements: worth showing, never worth totalling. */
export interface PartRule {
  /** What its rows are about, for `PartTable.kind`. */
  kind: string;
  headers: readonly string[];
  why: { ru: string; en: string };
  /** The dimension that names a row, when the telling column is a figure. */
  about?: string;
  /** Not worth a list of its own. */
  unlisted?: true;
  /** The rows are statements about the whole export, each named by its first cell; these leave the export whole. */
  wholeWith?: readonly string[];
  /** Columns that are never added up and still belong in the list: a query's position, an event's count. */
  also?: readonly string[];
}

/** Columns of a CRM's list of deals; see `DealsRule` for how deals are counted. */
export interface DealsFormat {
  created: readonly string[];
  closed: readonly string[];
  stage: readonly string[];
  amount: readonly string[];
  /** Stages that mean a sale. */
  won: readonly string[];
}

/** A table known by the kinds of its cells alone: the header stands for the one that was not copied. */
export interface HeaderlessTable {
  shape: readonly CellKind[];
  header: readonly string[];
}
export type CellKind = 'text' | 'count' | 'percent' | 'number' | 'duration';

/** A column of results whose meaning stands in another column of the same row. */
export interface ResultsRule {
  value: readonly string[];
  indicator: readonly string[];
  /** What the system writes into the indicator in every language: it tells a column whose header nobody knows. */
  cells?: RegExp;
  /** The first entry with a word that the indicator holds (any case) says which metrics the row's result feeds. */
  counts: readonly { words: readonly string[]; metrics: readonly string[] }[];
}

/** The columns of one header record as a format understands them. */
export interface Match {
  format: Format;
  /** Share of headers the format knows, 0–1. */
  confidence: number;
  columns: Column[];
  /** Told by words that any system may use. */
  common?: true;
  /** The header's words are unknown: the columns were told by the arithmetic between them. */
  byFigures?: true;
}

/** What a header base means in a format: a role and its place in the order of choice. */
export interface Meaning {
  role: Role;
  /** Metric or dimension id; the role's own name otherwise. */
  id: string;
  /** 0 is the first choice. */
  choice: number;
}
export type Role =
  | 'day'
  | 'dayNumber'
  | 'firstDay'
  | 'lastDay'
  | 'channel'
  | 'currency'
  | 'dimension'
  | 'metric'
  | 'never'
  | 'part'
  | 'deal';

const meaningsOf = new WeakMap<Format, Map<string, Meaning>>();

/** Every header a format knows, by header base. */
export function meanings(format: Format): Map<string, Meaning> {
  const known = meaningsOf.get(format);
  if (known) return known;
  const all = new Map<string, Meaning>();
  const put = (role: Role, id: string, headers: readonly string[] = []): void =>
    headers.forEach((header, choice) => {
      const base = headerBase(header);
      if (!all.has(base)) all.set(base, { role, id, choice });
    });
  for (const part of format.parts) put('part', 'part', part.headers);
  put('day', 'day', format.days);
  put('dayNumber', 'dayNumber', format.dayNumbers);
  put('firstDay', 'firstDay', format.firstDay);
  put('lastDay', 'lastDay', format.lastDay);
  put('channel', 'channel', format.channel);
  put('currency', 'currency', format.currency);
  for (const part of ['created', 'closed', 'stage', 'amount'] as const) put('deal', part, format.deals?.[part]);
  put('dimension', 'resultIndicator', format.results?.indicator);
  for (const [id, headers] of Object.entries(format.dimensions)) put('dimension', id, headers);
  for (const [id, headers] of Object.entries(format.metrics)) put('metric', id, headers);
  put('never', 'never', format.neverTotalled);
  meaningsOf.set(format, all);
  return all;
}

const basesOf = new WeakMap<readonly (readonly string[])[], string[][]>();

/** Signatures as header bases: every record near a file's beginning is held against them all. */
function signatureBases(signatures: readonly (readonly string[])[]): string[][] {
  const known = basesOf.get(signatures);
  if (known) return known;
  const baseOf = (header: string): string => (header.startsWith('@') ? header : headerBase(header));
  const bases = signatures.map((signature) => signature.map(baseOf));
  basesOf.set(signatures, bases);
  return bases;
}

/** The headers that the signature nearest to a table lacks; none when one is complete. */
export function nearestSignature(format: Format, present: ReadonlySet<string>): readonly string[] {
  const bases = signatureBases(format.signatures);
  const lacks = format.signatures.map((signature, at) =>
    signature.filter((_, place) => !present.has(bases[at]![place]!)),
  );
  // Of two that lack as many the one of which more is there: one header of three says more than none of one.
  const rest = (at: number): number => format.signatures[at]!.length - lacks[at]!.length;
  const [nearest = 0] = [...lacks.keys()].sort((a, b) => lacks[a]!.length - lacks[b]!.length || rest(b) - rest(a));
  return lacks[nearest] ?? [];
}

/** What `sources.json` says of columns: header key → metric id, `date` for the day, `null` to leave it out. */
export type Declared = ReadonlyMap<string, string | null>;

/**
 * How well a header record fits a format; `null` when no signature is complete.
 * @param forced the format is declared in `sources.json`: a metric and a day, a channel or a declared column are enough
 */
export function match(format: Format, columns: Column[], declared: Declared, forced: boolean): Match | null {
  const named = columns.filter((column) => column.base !== '');
  if (named.length === 0) return null;
  const known = meanings(format);
  const present = new Set<string>(named.map((column) => column.base));
  for (const column of named) present.add(`@${roleOf(column, known, declared)}`);
  const stand = (signatures: readonly (readonly string[])[]): boolean =>
    signatureBases(signatures).some((signature) => signature.every((base) => present.has(base)));
  const told = stand(format.signatures);
  const declares = named.some((column) => typeof declared.get(column.key) === 'string');
  const enough = forced && present.has('@metric') && (present.has('@day') || present.has('@channel') || declares);
  const common = !told && format.commonSignatures !== undefined && stand(format.commonSignatures);
  if (!told && !common && !enough) return null;
  const recognised = named.filter((column) => roleOf(column, known, declared) !== 'unknown').length;
  const confidence = recognised / named.length;
  if (common && !enough && confidence < 1) return null;
  // A source's rule that names a column of this very table speaks for the table, whatever else stands in it.
  const spokenFor = forced || declares;
  if (format.strict && !spokenFor && confidence < 1 && !present.has('@channel')) return null;
  return { format, confidence, columns, ...(common ? { common } : {}) };
}

/** Exports of one kind have one header, whoever they are of: what it was told to be is remembered by its text. */
const told = new WeakMap<readonly Format[], ReturnType<typeof remembered<readonly Match[]>>>();
const REMEMBERED = 1000;
const LONGEST = 4000;

/** How well a header record fits each of the formats, those left out that it does not fit; see `match`. */
export function matchesOf(
  cells: readonly string[],
  formats: readonly Format[],
  declared: Declared,
  forced: boolean,
): readonly Match[] {
  const read = (): Match[] => {
    const columns = readColumns(cells);
    return formats.flatMap((format) => match(format, columns, declared, forced) ?? []);
  };
  const text = cells.join('\0');
  if (forced || declared.size > 0 || text.length > LONGEST) return read();
  let known = told.get(formats);
  if (known === undefined) told.set(formats, (known = remembered(REMEMBERED)));
  return known(text, read);
}

function roleOf(column: Column, known: Map<string, Meaning>, declared: Declared): Role | 'unknown' {
  const metric = declared.get(column.key);
  if (metric === null) return 'never';
  if (metric !== undefined) return metric === 'date' ? 'day' : 'metric';
  return known.get(column.base)?.role ?? 'unknown';
}
