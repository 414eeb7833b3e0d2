import { nodeEffects } from '../../src/effects/node.ts';
import { build } from '../../src/press/build.ts';
import { folderCache } from '../../src/press/cache.ts';
import { PROJECT } from '../support/command.ts';

/** `node with-cache.ts <workspace> <out> <cache> <as-of>`: builds the reports with a cache folder of one's own. */

const [workspace, out, cache, asOf] = process.argv.slice(2) as [string, string, string, string];
const effects = nodeEffects();
const result = await build(
  {
    ...{ workspace, out, asOf, project: PROJECT, pdf: false, sites: ['reports'], workers: 1 },
    ...{ clients: null, proposals: null, periods: null, shard: null },
    cache: folderCache(cache, effects),
    speak: () => undefined,
    warn: () => undefined,
    progress: () => ({ step: () => undefined, end: () => undefined }),
  },
  effects,
);
console.log(JSON.stringify(result.problems));
process.exitCode = result.ok ? 0 : 1;
