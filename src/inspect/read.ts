import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { readExport } from '../intake/read-export.ts';
import type { IntakeContext, Understood } from '../intake/intake-context.ts';
import { readFile } from '../intake/read-file.ts';
import { lacksPeriod, statedBeside } from '../intake/stated-beside.ts';
import { readWorkspace } from '../press/read-workspace.ts';
import type { Effects } from '../types/effects.ts';
import type { IntakeFile } from '../types/intake.ts';
import type { Workspace } from '../types/workspace.ts';
import { builtinMetrics } from '../workspace/metrics.ts';

/** Whose export a file is: the agency's folder and the client's id. */
export interface OwnerPlace {
  root: string;
  client: string;
}

/** The same with the agency's files: the client's metrics and `sources.json` are obeyed. */
export interface Owner extends OwnerPlace {
  workspace: Workspace;
}

/** The client whose `exports` folder the file lies in; `null` for a file from anywhere else. */
export function ownerOf(file: string): OwnerPlace | null {
  const found = /^(.*)\/data\/clients\/([a-z0-9-]+)\/exports\//.exec(resolve(file).split(sep).join('/'));
  return found ? { root: found[1]!, client: found[2]! } : null;
}

export async function readOwner(place: OwnerPlace, effects: Effects): Promise<Owner> {
  const { value: workspace } = await readWorkspace(place.root, effects);
  return { ...place, workspace };
}

/** Reads one file as a build would; an archive or a workbook may be several. Throws when the file cannot be opened. */
export async function inspectFile(file: string, owner: Owner | null, effects: Effects): Promise<Understood[]> {
  const path = resolve(file);
  const { source, context } = contextOf(path, owner);
  const size = await effects.fs.size(path);
  const shown = owner ? relative(owner.root, path) : file;
  const name = shown.startsWith('..') ? file : shown.split(sep).join('/');
  const opened = { read: () => effects.fs.read(path), chunks: () => effects.fs.chunks(path) };
  const input = { file: name, source, size, ...opened };
  const read = await readFile(input, context);
  const unknown = read.find((each) => lacksPeriod(each.file));
  const period = unknown ? statedBeside(unknown.file, await tablesBeside(path, input, context, effects)) : null;
  return period ? readFile(input, { ...context, period }) : read;
}

/** Larger files are no part of an unpacked export of this kind. */
const BESIDE_BYTES = 1024 * 1024;
const MOST_BESIDE = 200;

/** The tables in the same folder: one of them may state the period of an export. */
async function tablesBeside(
  path: string,
  { file, source }: { file: string; source: string },
  context: IntakeContext,
  effects: Effects,
): Promise<IntakeFile[]> {
  const folder = dirname(path);
  const beside: IntakeFile[] = [];
  for (const { name, kind } of (await effects.fs.list(folder)).slice(0, MOST_BESIDE)) {
    const place = join(folder, name);
    if (kind !== 'file' || !/\.(csv|tsv|txt)$/i.test(name) || (await effects.fs.size(place)) > BESIDE_BYTES) continue;
    const bytes = await effects.fs.read(place);
    const read = readExport({ file: `${file.slice(0, file.lastIndexOf('/') + 1)}${name}`, source, bytes }, context);
    beside.push(read);
  }
  return beside;
}

function contextOf(path: string, owner: Owner | null): { source: string; context: IntakeContext } {
  if (owner === null) return { source: stemOf(path), context: { metrics: builtinMetrics(), client: '' } };
  const { workspace } = owner;
  const client = workspace.clients.find(({ id }) => id === owner.client);
  const source = sourceOf(path, client?.exports ?? [], owner.root);
  return {
    source,
    context: { rule: client?.sources.sources[source], metrics: workspace.metrics, client: owner.client },
  };
}

/** The source of a listed export; a file from elsewhere is its own source, as if it lay in `exports/` itself. */
function sourceOf(path: string, exports: readonly { file: string; source: string }[], root: string): string {
  const listed = exports.find(({ file }) => resolve(root, file) === path);
  return listed?.source ?? stemOf(path);
}

function stemOf(path: string): string {
  return basename(path).replace(/\.[^.]*$/, '');
}
