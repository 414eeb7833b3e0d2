import { join } from 'node:path';
import { decode } from '../../intake/decode.ts';
import type { Effects } from '../../types/effects.ts';
import type { Problem } from '../../types/problem.ts';
import type { Client, Workspace } from '../../types/workspace.ts';
import { listed } from '../../workspace/findings.ts';
import { exampleExport } from '../../workspace/skeleton/examples-left.ts';
import { filesUnder, sha256, type HashedFile } from '../inputs.ts';
import type { Manifest } from '../output/manifest.ts';

/** An export, and whose folder it lies in. */
interface OwnExport extends HashedFile {
  client: string;
}

type Named = Pick<Client, 'id' | 'name' | 'mentions'>;

/**
 * A warning for each export that lies in the folders of two clients: one of them would read the other's figures, and no
 * proof tells whose they are, for both have them. It is passed over where the two bear one name, where one of them has
 * the other's name or id under `mentions`, and where it says next to nothing, as what was exported of an idle month.
 */
export async function exportsOfTwo(
  { root, clients }: Pick<Workspace, 'root'> & { clients: readonly Named[] },
  exports: readonly OwnExport[],
  effects: Effects,
): Promise<Problem[]> {
  const known = new Map(clients.map((client) => [client.id, client]));
  const problems: Problem[] = [];
  for (const same of Map.groupBy(exports, (one) => one.sha256).values()) {
    if (same.every(({ client }) => client === same[0]!.client)) continue;
    if (!saysMuch(await effects.fs.read(join(root, same[0]!.file)))) continue;
    for (const { client, file } of same) {
      const others = same.filter(
        (one) => one.client !== client && !areFriends(known.get(client), known.get(one.client)),
      );
      if (others.length > 0) problems.push(exportOfTwo(client, file, [...new Set(others.map((one) => one.file))]));
    }
  }
  return problems.sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** Exports that documents of a manifest were made of, as far as they are still there. */
export async function exportsIn(
  { documents }: Manifest,
  { root }: Pick<Workspace, 'root'>,
  effects: Effects,
): Promise<OwnExport[]> {
  const found = new Map<string, OwnExport>();
  for (const { client, inputs } of documents) {
    const folder = exportsFolder(client);
    for (const input of inputs) {
      if (input.file.startsWith(folder) && input.file !== exampleExport({ id: client }))
        found.set(input.file, { ...input, client });
    }
  }
  const twice = thoseTwice([...found.values()], ({ sha256: hash }) => hash);
  const there = await Promise.all(twice.map(({ file }) => effects.fs.exists(join(root, file))));
  return twice.filter((_, index) => there[index]);
}

/** The same of files themselves: only those as long as one of another client are read. */
export async function exportsOf(clients: readonly Named[], root: string, effects: Effects): Promise<OwnExport[]> {
  const sized: { client: string; file: string; bytes: number }[] = [];
  for (const { id } of clients) {
    for (const file of await filesUnder(root, exportsFolder(id).slice(0, -1), effects)) {
      if (file !== exampleExport({ id }))
        sized.push({ client: id, file, bytes: await effects.fs.size(join(root, file)).catch(() => 0) });
    }
  }
  const exports: OwnExport[] = [];
  for (const { client, file } of thoseTwice(sized, ({ bytes }) => bytes)) {
    const content = await effects.fs.read(join(root, file)).catch(() => null);
    // Whoever reads it for its figures has told that it cannot be read.
    if (content !== null) exports.push({ client, file, sha256: sha256(content) });
  }
  return exports;
}

const exportsFolder = (client: string): string => `data/clients/${client}/exports/`;

/** Those of which another client has one with the same key. */
function thoseTwice<T extends { client: string }>(all: readonly T[], keyOf: (one: T) => string | number): T[] {
  return [...Map.groupBy(all, keyOf).values()]
    .filter((same) => same.some(({ client }) => client !== same[0]!.client))
    .flat();
}

/** One company may have two reports, say in two languages. */
function areFriends(one: Named | undefined, other: Named | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const plain = (text: string): string => text.normalize('NFC').toLowerCase().trim();
  const names = ({ mentions }: Named, { id, name }: Named): boolean =>
    (mentions ?? []).some((mention) => [id, plain(name)].includes(plain(mention)));
  return plain(one.name) === plain(other.name) || names(one, other) || names(other, one);
}

const DAY = /\b\d{4}[-./]\d{1,2}(?:[-./]\d{1,2})?\b|\b\d{1,2}[-./]\d{1,2}[-./]\d{2,4}\b/g;
const NUMBER = /\d+(?:[.,]\d+)*/g;
const LONG = /[1-9](?:\D?\d){2}/;
/** Of so many different long numbers, or of so many short ones in a row, no two clients have the same by chance. */
const [LONG_NUMBERS, SHORT_NUMBERS] = [5, 40];

/** Whether two files like this cannot have come about by chance. What is no text bears the moment it was saved. */
function saysMuch(content: Uint8Array): boolean {
  const read = decode(content);
  if (!('text' in read)) return content.length > 0;
  const numbers = (read.text.replace(DAY, ' ').match(NUMBER) ?? []).filter((one) => /[1-9]/.test(one));
  return numbers.length >= SHORT_NUMBERS || new Set(numbers.filter((one) => LONG.test(one))).size >= LONG_NUMBERS;
}

function exportOfTwo(client: string, file: string, others: string[]): Problem {
  const names = listed(others);
  return {
    ...{ code: 'export-of-two', severity: 'warning', client, file },
    found: {
      ru: `та же выгрузка лежит и у другого клиента: ${names}`,
      en: `the same export lies in another client’s folder too: ${names}`,
    },
    expected: {
      ru: 'у каждого клиента свои выгрузки: иначе один читает цифры другого',
      en: 'exports of each client’s own: otherwise one reads the other’s figures',
    },
    mend: {
      ru: 'проверьте, чья она, и уберите чужую; если она общая нарочно, впишите имя второго клиента в mentions в client.json',
      en: 'see whose it is and take it away from the other; if both have it on purpose, write the other client’s name under mentions in client.json',
    },
  };
}
