import type { Effects } from '../../types/effects.ts';
import type { Workspace } from '../../types/workspace.ts';
import { dressedAssets, sharedAssets, type Assets } from '../assets.ts';

/** Everything the pages of exam forms load, for one folder `exams/assets/`. */
export async function examAssets(
  workspace: Workspace,
  kit: { letters: Set<string>; project: string },
  effects: Effects,
): Promise<Assets> {
  const shared = await sharedAssets(workspace, 'exam', kit.project, effects);
  const look = { locale: workspace.agency.locale, accent: null, site: 'exam' as const };
  return dressedAssets(workspace, look, { ...kit, shared, pictures: new Map() }, effects);
}
