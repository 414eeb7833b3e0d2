import { nodeEffects } from './src/effects/node.ts';
import { ENGINE_TEMPLATES } from './src/press/engine.ts';
import { siteFolders, readersEnvironment } from './src/press/site.ts';
import { compileTemplates } from './src/press/reports/compile-site.ts';
import { join } from 'node:path';
const t0=performance.now();
readersEnvironment();
await import('astro');
const t1=performance.now();
const templates=Object.fromEntries(['monthly','quarterly','yearly'].flatMap(k=>['ru','en'].map(l=>[`${k}.${l}`, join(ENGINE_TEMPLATES,`${k}.${l}.mdx`)])));
await compileTemplates(siteFolders({workspace:'/tmp/lead/w100',project:process.cwd()},'/tmp/lead/tree/.accountpress/zzrun'),templates,nodeEffects());
console.log('load',(t1-t0)|0,'compile',(performance.now()-t1)|0);
process.exit(0)
