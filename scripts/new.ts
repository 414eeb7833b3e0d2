import { join } from 'node:path';
import { nodeEffects } from '../src/effects/node.ts';
import { newClient } from '../src/workspace/skeleton/new-client.ts';

/** `npm run new -- client <id> [--workspace DIR] [--lang ru|en]`: makes a filled skeleton of a new client. */
const around = { cwd: process.cwd(), project: join(import.meta.dirname, '..') };
process.exitCode = await newClient(process.argv.slice(2), around, nodeEffects());
