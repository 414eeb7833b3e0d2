import type { Bilingual } from './exam.ts';
import type { Locale } from './locale.ts';

/** A part of the handbook, as `content/handbook/parts.json` names it. */
export interface HandbookPart {
  id: string;
  title: Bilingual;
  about: Bilingual;
}

/** One lesson in one language. */
export interface Lesson {
  /** `<part>/<slug>`, the same in both languages. */
  id: string;
  locale: Locale;
  part: string;
  /** Path relative to the workspace. */
  file: string;
  title: string;
  /** One sentence. */
  description: string;
  /** Place inside the part, ascending. */
  order: number;
  /** Reading time. */
  minutes: number;
  /** What the reader can do afterwards. */
  goals: string[];
  /** Questions to discuss with the mentor. */
  check: string[];
}

/** A self-assessment: statements that speak for profiles, rated on one scale. */
export interface Assessment {
  id: string;
  title: Bilingual;
  about: Bilingual;
  profiles: { id: string; title: Bilingual; about: Bilingual; growth: Bilingual }[];
  /** `weight` multiplies the rating; 1 when absent, below zero when a statement speaks against its profile. */
  statements: { id: string; text: Bilingual; profile: string; weight: number }[];
  /** From the weakest answer to the strongest. */
  scale: { value: number; label: Bilingual }[];
}
