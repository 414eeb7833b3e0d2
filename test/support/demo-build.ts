import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { build } from './command.ts';
import { makeScratch } from './folders.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Output folder of the whole demo workspace, built once for all end-to-end tests. Nobody writes into it. */
    demo: string;
  }
}

/** A whole agency with all four sites and their PDFs has to come about with a heap of one gigabyte. */
const SMALL_HEAP = { NODE_OPTIONS: '--max-old-space-size=1024' };

/** The day after which October 2026, the demo's last month, is told. */
export const DEMO_AS_OF = '2026-11-04';

export default async function buildDemo(project: TestProject): Promise<() => Promise<void>> {
  // A folder of its own: another run of the tests may be reading the one it made.
  const home = await makeScratch('demo');
  const out = join(home, 'dist');
  await build(['--as-of', DEMO_AS_OF, '--out', out, '--no-cache'], 0, SMALL_HEAP);
  project.provide('demo', out);
  return () => rm(home, { recursive: true, force: true });
}
