import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { earlierDocuments, type ManifestDocument } from '../press/output/manifest.ts';
import { filesUnder, InputHashes, type HashedFile } from '../press/inputs.ts';
import { SITE } from '../press/output/manifest-documents.ts';
import type { Effects } from '../types/effects.ts';
import { CLIENTS_FOLDER } from '../workspace/places.ts';
import { LetterRefused } from './mailbox.ts';

/** A document of the last build, found by the manifest and proved against it. */
export interface Built {
  entry: ManifestDocument;
  /** The one PDF among its outputs. */
  pdf: { name: string; content: Uint8Array };
  /** Reads another of its outputs by its name. Throws `LetterRefused` when it is absent or changed. */
  output(name: string): Promise<Uint8Array>;
}

export interface BuiltOptions {
  /** Workspace and output folder, absolute. */
  root: string;
  out: string;
  /** Which document: its place in the manifest. */
  site: string;
  client: string;
  period: string | null;
  /** Pictures that stand beside a client's reports as they are in the workspace: asset name → path there. */
  pictures?: ReadonlyMap<string, string>;
  /** The command that builds it, for the messages. */
  command: string;
}

/**
 * A document as it was built, provided it is still what the workspace says now: a letter must not speak of figures or
 * carry a file that the next build would change. Throws `LetterRefused`.
 */
export async function builtDocument(options: BuiltOptions, effects: Effects): Promise<Built> {
  const documents = await earlierDocuments(options.out, effects);
  const entry = documents.find(
    ({ site, client, period }) => site === options.site && client === options.client && period === options.period,
  );
  if (entry === undefined) throw notBuilt(options);
  if (entry.status !== 'built') throw lastBuildFailed(options);
  const changed =
    (await changedInput(entry, options.root, effects)) ?? (await changedPicture(documents, options, effects));
  if (changed !== null) throw stale(changed, options);
  const added = await addedInput(entry, options, effects);
  if (added !== null) throw overtaken(added, options);
  const output = (file: HashedFile | undefined, name: string): Promise<Uint8Array> =>
    proved(file, name, options, effects);
  const pdf = entry.outputs.find(({ file }) => file.endsWith('.pdf'));
  const content = await output(pdf, 'PDF');
  return {
    entry,
    pdf: { name: baseName(pdf!.file), content },
    output: (name) =>
      output(
        entry.outputs.find(({ file }) => baseName(file) === name),
        name,
      ),
  };
}

async function changedInput(entry: ManifestDocument, root: string, effects: Effects): Promise<string | null> {
  const now = new Map(
    (await new InputHashes(root, effects).of(entry.inputs.map(({ file }) => file))).map((one) => [
      one.file,
      one.sha256,
    ]),
  );
  return entry.inputs.find(({ file, sha256 }) => now.get(file) !== sha256)?.file ?? null;
}

/** Reports of one client share their pictures, which stand among the outputs of the cabinet, byte for byte. */
async function changedPicture(
  documents: readonly ManifestDocument[],
  { root, site, client, pictures = new Map() }: BuiltOptions,
  effects: Effects,
): Promise<string | null> {
  const cabinet = documents.find((one) => one.site === site && one.client === client && one.period === null);
  const shown = new Map(cabinet?.outputs.map(({ file, sha256 }) => [file, sha256]));
  const now = await new InputHashes(root, effects).of([...pictures.values()]);
  for (const [name, path] of pictures) {
    const was = shown.get(`${site}/${client}/assets/${name}`);
    if (was !== undefined && was !== now.find(({ file }) => file === path)?.sha256) return path;
  }
  return null;
}

/** A file of the client that the build has not seen: a report is made of all of them. */
async function addedInput(entry: ManifestDocument, { root, site, client }: BuiltOptions, effects: Effects) {
  if (site !== SITE) return null;
  const seen = new Set(entry.inputs.map(({ file }) => file));
  const files = await filesUnder(root, `${CLIENTS_FOLDER}/${client}`, effects);
  return files.find((file) => !seen.has(file)) ?? null;
}

async function proved(
  file: HashedFile | undefined,
  name: string,
  options: BuiltOptions,
  effects: Effects,
): Promise<Uint8Array> {
  const path = file && join(options.out, ...file.file.split('/'));
  if (path === undefined || !(await effects.fs.exists(path))) throw outputGone(name, options);
  const content = await effects.fs.read(path);
  if (createHash('sha256').update(content).digest('hex') !== file!.sha256) throw outputGone(name, options);
  return content;
}

const baseName = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

const place = ({ site, client, period }: BuiltOptions): string => [site, client, period].filter(Boolean).join('/');

function notBuilt(options: BuiltOptions): LetterRefused {
  return new LetterRefused({
    ru: `${place(options)}: документ не собран, в папке ${options.out} его нет; если он собран в другую, назовите её: --out ПАПКА; если нет, выполните ${options.command}`,
    en: `${place(options)}: the document is not built, the folder ${options.out} has none; if it was built into another, name it: --out DIR; otherwise run ${options.command}`,
  });
}

function lastBuildFailed(options: BuiltOptions): LetterRefused {
  return new LetterRefused({
    ru: `${place(options)}: последняя сборка не удалась, в папке прежний документ; выполните ${options.command}`,
    en: `${place(options)}: the last build failed and left an earlier document; run ${options.command}`,
  });
}

function stale(file: string, options: BuiltOptions): LetterRefused {
  return new LetterRefused({
    ru: `${place(options)}: ${file} изменён после сборки; выполните ${options.command}`,
    en: `${place(options)}: ${file} has changed since the build; run ${options.command}`,
  });
}

function overtaken(file: string, options: BuiltOptions): LetterRefused {
  return new LetterRefused({
    ru: `${place(options)}: ${file} добавлен после сборки; выполните ${options.command}`,
    en: `${place(options)}: ${file} was added since the build; run ${options.command}`,
  });
}

function outputGone(name: string, options: BuiltOptions): LetterRefused {
  return new LetterRefused({
    ru: `${place(options)}: в папке ${options.out} нет файла, который записан в манифесте сборки (${name}); выполните ${options.command}`,
    en: `${place(options)}: ${options.out} lacks a file that the build's manifest lists (${name}); run ${options.command}`,
  });
}
