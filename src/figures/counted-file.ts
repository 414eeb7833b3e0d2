import type { IntakeFile } from '../types/intake.ts';
import type { Day } from '../types/period.ts';
import type { Problem } from '../types/problem.ts';

export interface CountedFile {
  file: IntakeFile;
  /** Days whose rows another file already gives. */
  skipped: ReadonlySet<Day>;
}

export interface Notice {
  problem: Problem;
  days: { from: Day; to: Day } | null;
}
