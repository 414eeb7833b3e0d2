import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };

/** Name and version of this engine, as they stand in manifests. */
export const engine = { name: manifest.name, version: manifest.version };

/** Folder of the templates the engine comes with, absolute. */
export const ENGINE_TEMPLATES = join(import.meta.dirname, '..', '..', 'content', 'reports');
