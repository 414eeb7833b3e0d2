/**
 * Everything a command may do to the world, as one object, so that tests hand in another world.
 * Domain code (figures, charts, estimate, exams) never sees it.
 */
export interface Effects {
  fs: Files;
  /** The clock; commands read it once, to fill a missing `--as-of`. */
  now(): Date;
  /** Waits so many milliseconds: back-off between attempts to send. */
  sleep(milliseconds: number): Promise<void>;
  /** One line for standard output. */
  out(line: string): void;
  /** One line for standard error: progress, warnings, problems. */
  err(line: string): void;
  /** True when standard error is a terminal that can redraw a line. */
  terminal: boolean;
  /** Redraws the current line of standard error; only used when `terminal`. */
  redraw(line: string): void;
  env: Readonly<Record<string, string | undefined>>;
}

/** The few file operations the project needs. Paths are absolute. */
export interface Files {
  read(path: string): Promise<Uint8Array>;
  /** The same in pieces, for files too large to hold. */
  chunks(path: string): AsyncIterable<Uint8Array>;
  /** In bytes. */
  size(path: string): Promise<number>;
  /** Writes to a temporary name beside `path`, then renames; makes parent folders. */
  write(path: string, content: Uint8Array | string): Promise<void>;
  /**
   * Writes files of a folder that nobody reads yet, by their paths in it: straight under their names, in one go.
   * Makes the folders. When it fails, part of them is there.
   */
  fill(folder: string, files: Iterable<readonly [path: string, content: Uint8Array | string]>): Promise<void>;
  /**
   * Adds to the end of a file and waits until the disk has it: what was appended survives a loss of power.
   * Makes the file and its parent folders.
   */
  append(path: string, content: string): Promise<void>;
  /** Entries of a folder, sorted by name in code-unit order; empty when the folder does not exist. */
  list(path: string): Promise<Entry[]>;
  exists(path: string): Promise<boolean>;
  /**
   * A hash of the names, sizes, times and places on disk of everything under a folder (or of one file): the same only
   * while nothing of it was written, moved, added or removed. `null` when that cannot be told, because there is a link.
   */
  trace(path: string): Promise<string | null>;
  /** The same with what was seen on the way. Of a path that is not there nothing is seen. Throws where looking is not allowed. */
  look(path: string): Promise<Sight>;
  /**
   * What each of many paths shows, in their order, sooner than one after another; `null` where `look` would throw.
   * @param busy true when whoever asks has something else to do until then
   */
  lookAll(paths: readonly string[], busy?: boolean): Promise<(Sight | null)[]>;
  /** Files that lie in a folder itself, with their sizes and when each was written or marked last; none when it does not exist. */
  usage(path: string): Promise<Usage[]>;
  /** Marks a file as used now. */
  use(path: string): Promise<void>;
  /** The path with every symbolic link resolved; `null` when it leads nowhere. */
  realPath(path: string): Promise<string | null>;
  rename(from: string, to: string): Promise<void>;
  copy(from: string, to: string): Promise<void>;
  /** Removes a file or a whole folder; nothing happens when it does not exist. */
  remove(path: string): Promise<void>;
}

/** What a folder shows of everything under it without any file being read; names are relative to it, with `/`. */
export interface Sight {
  /** See `Files.trace`. */
  trace: string | null;
  /** When anything of it was written, moved or renamed last, in milliseconds since 1970. */
  latest: number;
  /** In code-unit order; of a path that is a file itself the one name is empty. */
  files: string[];
  links: string[];
}

export interface Usage {
  name: string;
  bytes: number;
  used: Date;
}

export interface Entry {
  name: string;
  kind: 'file' | 'folder' | 'link';
}
