import type { Effects } from '../../types/effects.ts';
import type { Workspace } from '../../types/workspace.ts';
import { finishingKit, type FinishingKit } from './beside-pages.ts';
import { scriptsOf, type CompiledSite } from './compile-site.ts';
import { Drawing } from './drawing.ts';

/** What all clients of a build are made with, made once by each process that builds them, when it is first needed. */
export interface PressKit {
  /** See `engineFingerprint`. */
  engine: string;
  drawing(): Promise<Drawing>;
  finishing(): Promise<FinishingKit>;
}

/** @param compiled asked for when the first client has to be drawn */
export function pressKit(
  { engine, compiled }: { engine: string; compiled: () => Promise<CompiledSite> },
  { workspace, project }: { workspace: Workspace; project: string },
  effects: Effects,
): PressKit {
  return {
    engine,
    drawing: once(async () => Drawing.open(await compiled())),
    finishing: once(async () => {
      const scripts = await scriptsOf(await compiled(), effects);
      return finishingKit(workspace, scripts, project, effects);
    }),
  };
}

/** What is made when it is first asked for, and never again. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
