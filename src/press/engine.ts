import manifest from '../../package.json' with { type: 'json' };

/** Name and version of this engine, as they stand in manifests. */
export const engine = { name: manifest.name, version: manifest.version };
