import { join, sep } from 'node:path';
import type { LocalText } from '../../types/locale.ts';
import type { Effects } from '../../types/effects.ts';
import type { Problem } from '../../types/problem.ts';
import { sha256 } from '../inputs.ts';
import { MANIFEST, readManifest, type Manifest, type ManifestDocument } from '../output/manifest.ts';
import { placeOf } from '../output/output-lock.ts';
import { isPartManifest } from './part-shapes.ts';
import * as problem from './merge-problems.ts';
import { readShard, type ShardRecord } from './shard-record.ts';
import { inShard, type Shard } from './shard.ts';

/** One finished part of a build. */
export interface Part {
  /** Absolute path. */
  folder: string;
  record: ShardRecord;
  manifest: Manifest;
}

/** What the parts must have been made of and by. */
export type Expected = Pick<ShardRecord, 'state' | 'maker'>;

/** Why the result of a merge may not lie at `out`. @param folders of the parts, absolute paths as all are */
export async function misplaced(out: string, folders: readonly string[], effects: Effects): Promise<Problem[]> {
  if (folders.includes(out) || (await readShard(out, effects)) !== null) return [problem.outIsPart(out)];
  const within = (path: string, folder: string): boolean => `${path}${sep}`.startsWith(`${folder}${sep}`);
  const place = await placeOf(out, effects);
  for (const folder of folders) {
    const part = await placeOf(folder, effects);
    if (within(place, part) || within(part, place)) return [problem.outBesidePart(out, folder)];
  }
  return [];
}

/** What can be told of the folders of parts. */
export interface ReadParts {
  parts: Part[];
  /** Parts that are there and damaged. */
  damaged: Shard[];
  /** What is wrong with the folders that hold no part, or a damaged one. */
  problems: Problem[];
}

export async function readParts(folders: string[], effects: Effects): Promise<ReadParts> {
  const parts: Part[] = [];
  const damaged: Shard[] = [];
  const problems: Problem[] = [];
  for (const folder of folders) {
    const record = await readShard(folder, effects);
    const manifest = await readManifest(folder, effects);
    if (record === null) problems.push(problem.notAPart(folder));
    else if (manifest === null || sha256(await effects.fs.read(join(folder, MANIFEST))) !== record.manifest) {
      const what = { ru: 'манифест не тот, что записала эта часть', en: 'not the manifest this part has written' };
      problems.push(problem.damagedPart(folder, MANIFEST, what));
      damaged.push(record.shard);
    } else if (!isPartManifest(manifest)) {
      const what = {
        ru: 'манифест не таков, какой пишет этот движок, или называет файлы чужих папок',
        en: 'not a manifest as this engine writes it, or one that names files of other folders',
      };
      problems.push(problem.damagedPart(folder, MANIFEST, what));
      damaged.push(record.shard);
    } else parts.push({ folder, record, manifest });
  }
  return { parts, damaged, problems };
}

/** Why the parts are no one build: of other makings, one twice, one missing that is not told of as damaged. */
export function misfits({ parts, damaged }: Pick<ReadParts, 'parts' | 'damaged'>, expected: Expected): Problem[] {
  const [first] = parts;
  if (first === undefined) return [];
  // A part that had nothing to print names no browser.
  const browser = parts.map(({ manifest }) => manifest.browser).find((version) => version !== null) ?? null;
  const problems = parts.flatMap((part) => differences(part, { record: first.record, browser }, expected));
  const { count } = first.record.shard;
  const own = parts.filter(({ record }) => record.shard.count === count);
  for (let index = 1; index <= count; index++) {
    const [one, ...more] = own.filter(({ record }) => record.shard.index === index);
    const told = damaged.some((shard) => shard.index === index && shard.count === count);
    if (one === undefined && !told) problems.push(problem.partMissing({ index, count }));
    if (one !== undefined)
      problems.push(...more.map(({ folder }) => problem.partTwice(folder, { index, count }, one.folder)));
  }
  return problems;
}

function differences(
  { folder, record, manifest }: Part,
  first: Pick<Part, 'record'> & { browser: string | null },
  expected: Expected,
): Problem[] {
  const { maker, state } = expected;
  const compared: [{ ru: string; en: string }, unknown, unknown][] = [
    [{ ru: 'всего частей', en: 'parts in all' }, record.shard.count, first.record.shard.count],
    [
      {
        ru: 'состояние файлов агентства и его секрета ссылок (ACCOUNTPRESS_LINK_SECRET)',
        en: 'state of the agency’s files and of its link secret (ACCOUNTPRESS_LINK_SECRET)',
      },
      record.state,
      state,
    ],
    [{ ru: 'движок', en: 'engine' }, record.maker.engine, maker.engine],
    [{ ru: 'версия Node', en: 'version of Node' }, record.maker.node, maker.node],
    [{ ru: 'версия ICU', en: 'version of ICU' }, record.maker.icu, maker.icu],
    [{ ru: 'дата отчёта', en: 'as-of date' }, record.asOf, first.record.asOf],
    [{ ru: 'что собирали', en: 'what was asked for' }, record.asked, first.record.asked],
    [{ ru: 'список документов', en: 'list of documents' }, listId(record.units), listId(first.record.units)],
    [{ ru: 'браузер', en: 'browser' }, manifest.browser ?? first.browser, first.browser],
  ];
  return compared
    .filter(([, found, wanted]) => JSON.stringify(found) !== JSON.stringify(wanted))
    .map(([what, found, wanted]) => problem.differs(folder, what, shown(found), shown(wanted)));
}

const listId = (units: string[]): string => sha256(units.join('\n'));

function shown(value: unknown): Exclude<LocalText, string> {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const short = /^[0-9a-f]{64}$/.test(text) ? text.slice(0, 12) : text;
  return { ru: short, en: short };
}

/** What a document belongs to: the unit that is never divided between parts. */
export const unitOf = ({ site, client }: ManifestDocument): string => `${site}/${client}`;

/** Documents that are missing, there twice, or in a part that is not theirs. */
export function strayDocuments(parts: Part[]): Problem[] {
  const holders = new Map<string, Part[]>();
  for (const part of parts) {
    for (const unit of new Set(part.manifest.documents.map(unitOf))) {
      holders.set(unit, [...(holders.get(unit) ?? []), part]);
    }
  }
  return (parts[0]?.record.units ?? []).flatMap((unit) => {
    const [one, ...more] = holders.get(unit) ?? [];
    if (one === undefined) return [problem.documentMissing(unit)];
    const folders = [one, ...more].map(({ folder }) => folder);
    if (more.length > 0) return [problem.documentTwice(unit, folders)];
    return inShard(one.record.shard, unit) ? [] : [problem.documentForeign(unit, one.folder)];
  });
}
