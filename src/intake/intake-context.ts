import type { IntakeFile } from '../types/intake.ts';
import type { Metric, SourceRule } from '../types/workspace.ts';
import type { Anatomy } from './anatomy.ts';
import type { Stretch } from './dates.ts';

export interface IntakeContext {
  /** The source's rule in `sources.json`. */
  rule?: SourceRule;
  metrics: Record<string, Metric>;
  /** Client id, for problems. */
  client: string;
  /** What another file of the same archive or folder says: Search Console keeps the period in `Filters.csv`. */
  period?: Stretch;
}

/** What a file says, and how that was understood. */
export interface Understood {
  file: IntakeFile;
  anatomy: Anatomy;
}
