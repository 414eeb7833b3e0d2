import { posix } from 'node:path';
import { z } from 'zod';
import { folderOf } from '../standing/output-hashes.ts';
import type { Manifest, ManifestDocument } from '../output/manifest.ts';
import type { ShardRecord } from './shard-record.ts';
import { parseShard, type Shard } from './shard.ts';

/**
 * What the files of a part must look like before anything is made of them: they come from other machines, and other
 * versions of the engine write them in another way.
 */

const text = z.string();
const texts = z.array(text);
const local = z.union([text, z.object({ ru: text, en: text })]);

const problems = z.array(
  z.object({
    ...{ code: text, severity: z.enum(['error', 'warning']), file: text },
    ...{ found: local, expected: local, mend: local },
  }),
);

const record = z.object({
  shard: z.object({ index: z.number(), count: z.number() }).refine(isShard),
  maker: z.object({ engine: text, node: text, icu: text }),
  ...{ state: text, asOf: text, units: texts, manifest: text, problems },
  asked: z.object({
    ...{ sites: texts, clients: texts.nullable(), proposals: texts.nullable(), periods: texts.nullable() },
    pdf: z.boolean(),
  }),
});

const files = z.array(z.object({ file: text, sha256: text }));

const manifest = z.object({
  engine: z.object({ name: text, version: text }),
  browser: text.nullable(),
  documents: z.array(
    z
      .object({
        ...{ site: text, client: text, period: text.nullable(), status: z.enum(['built', 'failed']), asOf: text },
        ...{ inputs: files, outputs: files },
      })
      .refine((document) => document.outputs.every(({ file }) => isOwn(file, document))),
  ),
});

function isShard({ index, count }: Shard): boolean {
  return parseShard(`${index}/${count}`) !== null;
}

/** Whether a file lies in its document's own folder: a part may put nothing anywhere else. */
function isOwn(file: string, { site, client }: Pick<ManifestDocument, 'site' | 'client'>): boolean {
  if (posix.normalize(file) !== file || /^\.\.?\/|\\/.test(file)) return false;
  const folder = folderOf(file);
  // The folder of a proposal that is published by link has its key behind the id.
  return (
    [site, `${site}/${client}`].includes(folder) || (site === 'proposals' && folder.startsWith(`${site}/${client}-`))
  );
}

export const isShardRecord = (value: unknown): value is ShardRecord => record.safeParse(value).success;

export const isPartManifest = (value: Manifest): boolean => manifest.safeParse(value).success;
