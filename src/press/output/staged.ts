import type { Problem } from '../../types/problem.ts';
import type { ManifestDocument } from './manifest.ts';
import type { Waiting } from '../seal/folders.ts';

/** A finished folder that waits to be put into place, and what the manifest will say of it. */
export interface StagedFolder extends Waiting {
  /** Whose it is, as problems name it. */
  owner: Pick<Problem, 'client' | 'proposal'>;
  documents: ManifestDocument[];
  /** What the manifest says when the folder may not be put into place after all. */
  failed: ManifestDocument[];
  /** Told when the folder is in place. */
  placed(): Promise<void>;
}

/** One site, drawn and printed; nothing of it is in the output folder yet. */
export interface StagedSite {
  /** What belongs together, under the names `inShard` knows, whichever part makes it. */
  units: string[];
  folders: StagedFolder[];
  /** Documents for which nothing is put into place: they stand as they are, or they failed. */
  documents: ManifestDocument[];
  /** Documents of earlier builds that stay. @param made those of this build */
  kept(made: ManifestDocument[]): ManifestDocument[];
  /** Problems of documents; the workspace's own are not repeated. */
  problems: Problem[];
  /** Version of the browser that printed; `null` without PDFs. */
  browser: string | null;
}
