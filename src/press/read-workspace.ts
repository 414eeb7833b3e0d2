import type { Effects } from '../types/effects.ts';
import type { Checked } from '../types/problem.ts';
import type { Workspace } from '../types/workspace.ts';
import { REPORT_COMPONENTS, REPORT_PROPERTIES } from '../ui/report/names.ts';
import { ENGINE_TEMPLATES } from './engine.ts';
import { loadWorkspace, type LoadOptions } from '../workspace/load.ts';

/** The workspace with its templates checked against the components there are. */
export function readWorkspace(
  root: string,
  effects: Effects,
  how: Pick<LoadOptions, 'clients' | 'keep' | 'known'> = {},
): Promise<Checked<Workspace>> {
  return loadWorkspace(root, effects, {
    ...how,
    components: REPORT_COMPONENTS,
    properties: REPORT_PROPERTIES,
    defaultTemplates: ENGINE_TEMPLATES,
  });
}
