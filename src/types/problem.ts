import type { LocalText } from './locale.ts';

/**
 * Something wrong with the workspace, told so that its reader can mend it.
 * `found`, `expected` and `mend` exist in both languages; the command prints the operator's,
 * a report prints the client's. Printed as `file:row:column  found → expected → mend`.
 */
export interface Problem {
  /** Stable kebab-case name, e.g. `unknown-encoding`; tests and scripts match on it. */
  code: string;
  /** An error stops the client it belongs to; a warning lands on the report's data page too. */
  severity: 'error' | 'warning';
  /** Client whose documents the problem touches; absent when it touches the whole workspace. */
  client?: string;
  /** Proposal whose documents the problem touches, by its id. */
  proposal?: string;
  /** Path relative to the workspace, with `/`. */
  file: string;
  /** 1-based line of the file (a CSV record's first line, header included). */
  row?: number;
  /** 1-based number of the column, or the column's or JSON field's name. */
  column?: number | string;
  found: LocalText;
  expected: LocalText;
  mend: LocalText;
}

/** A value together with every problem met while reading it. */
export interface Checked<T> {
  value: T;
  problems: Problem[];
}
