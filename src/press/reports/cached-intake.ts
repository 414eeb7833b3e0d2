import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';
import type { IntakeContext } from '../../intake/intake-context.ts';
import { readFile, type ExportFile } from '../../intake/read-file.ts';
import { LateRows } from '../../intake/row-index.ts';
import type { IntakeFile } from '../../types/intake.ts';
import { NO_CACHE, type Cache } from '../cache.ts';
import { hashOf, hashOfPieces, sha256 } from '../inputs.ts';
import { packFile, unpackFile, type PackedFile } from './packed-intake.ts';

/** Reads one export into the tables it holds. */
export type ReadExport = (input: ExportFile, context: IntakeContext) => Promise<IntakeFile[]>;

export const readPlain: ReadExport = async (input, context) => (await readFile(input, context)).map(({ file }) => file);

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);
/** What was read is several times the export; the lightest compression brings it back to the export's own size. */
const LIGHTEST = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** Larger exports are hashed in pieces and then read in pieces; smaller ones are read from the disk once. */
const HELD = 32 * 1024 * 1024;

/** Most tables of text are read as quickly as they would be recalled: to keep them is of no use. */
const isReadQuickly = ({ identity }: IntakeFile): boolean => identity instanceof LateRows;

/**
 * Reads an export once and recalls it afterwards, by its bytes, its path, the rule of its source, the metrics and the
 * engine; one that is read as quickly is read each time.
 * @param engine see `engineFingerprint`
 */
export function cachedReader(cache: Cache, engine: string): ReadExport {
  if (cache === NO_CACHE) return readPlain;
  return async (input, context) => {
    const bytes = input.size <= HELD ? await input.read() : null;
    const content = bytes === null ? await hashOfPieces(input.chunks()) : sha256(bytes);
    const key = hashOf(['intake', engine, process.version, content, input.file, input.source, context]);
    const known = await cache.get(key);
    if (known !== null) {
      const packed = JSON.parse((await decompress(known)).toString('utf8')) as PackedFile[];
      return packed.map(unpackFile);
    }
    const files = await readPlain(bytes === null ? input : { ...input, read: async () => bytes }, context);
    if (files.every(isReadQuickly)) return files;
    await cache.put(key, await compress(JSON.stringify(files.map(packFile)), LIGHTEST));
    return files;
  };
}
