import type { Effects } from '../types/effects.ts';
import type { Checked } from '../types/problem.ts';
import type { Workspace } from '../types/workspace.ts';
import { REPORT_COMPONENTS, REPORT_PROPERTIES } from '../ui/report/names.ts';
import { ENGINE_TEMPLATES } from './engine.ts';
import { openWorkspace, type LoadOptions, type OpenWorkspace } from '../workspace/load.ts';

/** The workspace with its templates checked against the components there are; clients are read when asked for. */
export function openToRead(root: string, effects: Effects): Promise<OpenWorkspace> {
  return openWorkspace(root, effects, {
    components: REPORT_COMPONENTS,
    properties: REPORT_PROPERTIES,
    defaultTemplates: ENGINE_TEMPLATES,
  });
}

/** The workspace with its clients; see `openToRead`. */
export async function readWorkspace(
  root: string,
  effects: Effects,
  how: Pick<LoadOptions, 'clients' | 'keep' | 'known'> = {},
): Promise<Checked<Workspace>> {
  return (await openToRead(root, effects)).read(how);
}
