import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { build } from './command.ts';
import { SCRATCH } from './folders.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Output folder of the whole demo workspace, built once for all end-to-end tests. Nobody writes into it. */
    demo: string;
  }
}

/** The day after which October 2026, the demo's last month, is told. */
export const DEMO_AS_OF = '2026-11-04';

export default async function buildDemo(project: TestProject): Promise<void> {
  const out = join(SCRATCH, 'demo');
  await rm(SCRATCH, { recursive: true, force: true });
  await build(['--as-of', DEMO_AS_OF, '--out', out, '--no-cache']);
  project.provide('demo', out);
}
