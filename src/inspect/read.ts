import { basename, relative, resolve, sep } from 'node:path';
import type { IntakeContext, Understood } from '../intake/read-export.ts';
import { readFile } from '../intake/read-file.ts';
import { readWorkspace } from '../press/read-workspace.ts';
import type { Effects } from '../types/effects.ts';
import { builtinMetrics } from '../workspace/metrics.ts';

/** Whose export a file is: with a workspace and a client their metrics and `sources.json` are obeyed. */
export interface Owner {
  workspace: string;
  client: string;
}

/** The client whose `exports` folder the file lies in; `null` for a file from anywhere else. */
export function ownerOf(file: string): Owner | null {
  const found = /^(.*)\/data\/clients\/([a-z0-9-]+)\/exports\//.exec(resolve(file).split(sep).join('/'));
  return found ? { workspace: found[1]!, client: found[2]! } : null;
}

/** Reads one file as a build would; an archive or a workbook may be several. Throws when the file cannot be opened. */
export async function inspectFile(file: string, owner: Owner | null, effects: Effects): Promise<Understood[]> {
  const path = resolve(file);
  const { source, context } = await contextOf(path, owner, effects);
  const size = await effects.fs.size(path);
  const shown = owner ? relative(owner.workspace, path) : file;
  const name = shown.startsWith('..') ? file : shown.split(sep).join('/');
  const opened = { read: () => effects.fs.read(path), chunks: () => effects.fs.chunks(path) };
  return readFile({ file: name, source, size, ...opened }, context);
}

async function contextOf(
  path: string,
  owner: Owner | null,
  effects: Effects,
): Promise<{ source: string; context: IntakeContext }> {
  if (owner === null) return { source: stemOf(path), context: { metrics: builtinMetrics(), client: '' } };
  const { value: workspace } = await readWorkspace(owner.workspace, effects);
  const client = workspace.clients.find(({ id }) => id === owner.client);
  const source = sourceOf(path, client?.exports ?? [], owner.workspace);
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
