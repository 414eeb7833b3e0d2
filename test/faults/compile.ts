import { join } from 'node:path';
import { nodeEffects } from '../../src/effects/node.ts';
import { engineFingerprint, NO_CACHE } from '../../src/press/cache.ts';
import { compileSite } from '../../src/press/reports/compile-site.ts';
import { readWorkspace } from '../../src/press/read-workspace.ts';
import { siteFolders } from '../../src/press/site.ts';

/** `node compile.ts WORKSPACE RUN`: what a crew is given, as one line of JSON. Leaves no process of Astro's behind. */

const [workspace, run] = process.argv.slice(2) as [string, string];
const project = join(import.meta.dirname, '../..');
const effects = nodeEffects();
const { templates } = (await readWorkspace(workspace, effects)).value;
const compiled = await compileSite(siteFolders({ workspace, project }, run), templates, NO_CACHE, effects);
process.stdout.write(JSON.stringify({ engine: await engineFingerprint(project, effects), compiled }));
process.exit();
