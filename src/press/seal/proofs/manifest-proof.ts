import type { Manifest } from '../../output/manifest.ts';
import type { SealBreak } from '../breaks.ts';
import type { Published } from '../folders.ts';

/** Every file is in the manifest with one hash, its own, and nothing else is there. */
export function proveManifest(
  manifest: Manifest,
  published: Published,
  hashes: ReadonlyMap<string, string>,
): SealBreak[] {
  const breaks: SealBreak[] = [];
  const tell = (code: string, file: string, ru: string, en: string): void =>
    void breaks.push({ code: `seal-manifest-${code}`, file, offset: null, found: { ru, en } });
  const listed = new Map<string, string>();
  for (const { file, sha256 } of manifest.documents.flatMap(({ outputs }) => outputs)) {
    const other = listed.get(file);
    if (other !== undefined && other !== sha256)
      tell('twice', file, 'файл назван в манифесте дважды', 'the manifest names the file twice');
    listed.set(file, sha256);
  }
  for (const [file, hash] of hashes) {
    const named = listed.get(file);
    if (named === undefined) tell('unlisted', file, 'этого файла нет в манифесте', 'the manifest knows no such file');
    else if (named !== hash)
      tell(
        'changed',
        file,
        'файл не тот, что в манифесте: контрольная сумма другая',
        'not the file of the manifest: its hash differs',
      );
  }
  for (const file of listed.keys()) {
    if (!hashes.has(file))
      tell('missing', file, 'файл назван в манифесте, но его нет', 'the manifest names the file, but it is gone');
  }
  for (const file of published.stray)
    tell('unlisted', file, 'этого файла нет в манифесте', 'the manifest knows no such file');
  for (const file of published.links)
    tell('link', file, 'ссылка файловой системы вместо файла', 'a link of the file system in place of a file');
  return breaks;
}
