import type { Effects } from '../types/effects.ts';
import { openExamsFolder } from '../workspace/exams/folder.ts';
import { readWorkspace } from './read-workspace.ts';

/** Absolute path of the folder of the question banks, which may lie outside of the workspace. */
export async function examsFolderOf(workspace: string, effects: Effects): Promise<string> {
  const { value: house } = await readWorkspace(workspace, effects, { clients: () => false });
  return openExamsFolder(workspace, house.agency, effects).path;
}
