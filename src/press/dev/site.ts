import type { Locale, LocalText } from '../../types/locale.ts';
import type { Day } from '../../types/period.ts';
import type { Problem } from '../../types/problem.ts';

export interface DevOptions {
  workspace: string;
  site: StartModel['site'];
  asOf: Day;
  port: number;
  project: string;
  /** What problems and the start page speak; `null` for the agency's language. */
  lang: Locale | null;
}

/** One site as the development server shows it. */
export interface DevSite {
  /** Texts of the site's pages: key → absolute path. Those that do not compile are left out. */
  templates(): Record<string, string>;
  /** Reads the workspace anew and writes the models of every page that is whole, and what the start page lists. */
  refresh(): Promise<void>;
  /** What a build would lay beside the pages; `null` for an address that is none of it. */
  file(url: URL): Promise<Uint8Array | string | null>;
}

/** `start.json`: what the development server's start page lists. */
export interface StartModel {
  agency: LocalText;
  locale: Locale;
  asOf: string;
  site: 'reports' | 'proposals';
  entries: StartEntry[];
  problems: Problem[];
}

/** A client or a proposal. */
export interface StartEntry {
  id: string;
  name: string;
  /** Its errors stand below; it has no pages. */
  broken: boolean;
  /** `pdf`: address of the document printed when asked for. */
  pages: { name: string; href: string; pdf: string | null }[];
}
