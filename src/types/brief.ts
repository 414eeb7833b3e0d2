import type { Locale } from './locale.ts';

/** What the brief form asks, in its order. */
export const BRIEF_FIELDS = [
  'company',
  'site',
  'product',
  'audience',
  'goals',
  'channels',
  'budget',
  'deadline',
  'competitors',
  'examples',
  'more',
  'name',
  'role',
  'email',
  'phone',
  'timeZone',
] as const;

export type BriefField = (typeof BRIEF_FIELDS)[number];

/** A filled brief, `brief.json`: what the form saves and `npm run new -- proposal <id> --brief` reads. */
export interface BriefFile {
  brief: 1;
  locale: Locale;
  /** Only what was answered. */
  answers: Partial<Record<BriefField, string>>;
}
