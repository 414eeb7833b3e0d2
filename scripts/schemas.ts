import { join } from 'node:path';
import { nodeEffects } from '../src/effects/node.ts';
import { publishedSchemas } from '../src/workspace/schemas/published.ts';

/** `node scripts/schemas.ts`: writes docs/schemas from the schemas the workspace is checked by. */
const effects = nodeEffects();
for (const [name, text] of publishedSchemas()) {
  await effects.fs.write(join(import.meta.dirname, '..', 'docs', 'schemas', name), text);
  effects.out(`docs/schemas/${name}`);
}
