import type { Locale } from '../types/locale.ts';
import type { Change } from './version-content.ts';

/** So many are told; the rest is counted. */
const TOLD = 3;
/** Longer values are cut: they are there to be recognised, not to be read. */
const LONGEST = 60;

/** Words for the outermost fields; others are called what the proposal's frontmatter calls them. */
const PARTS: Record<string, Record<Locale, string>> = {
  accent: { ru: 'theme.accent', en: 'theme.accent' },
  agency: { ru: 'агентство (data/agency.json)', en: 'the agency (data/agency.json)' },
  author: { ru: 'автор (data/people.json)', en: 'the author (data/people.json)' },
  body: { ru: 'текст', en: 'the text' },
  input: { ru: 'смета', en: 'the estimate' },
  people: { ru: 'люди (data/people.json)', en: 'people (data/people.json)' },
  references: { ru: 'примеры работ', en: 'references' },
  requisites: { ru: 'реквизиты', en: 'requisites' },
  shown: { ru: 'картинка', en: 'the picture' },
  team: { ru: 'команда (data/people.json)', en: 'the team (data/people.json)' },
  timeline: { ru: 'план-график', en: 'the timeline' },
  validity: { ru: 'срок действия', en: 'validity' },
};

const NOTHING: Record<Locale, string> = { ru: 'нет', en: 'none' };

/** «смета, lines, Аудит, price: 100 → 120; текст: … → …; и ещё 4» */
export function tellChanges(changes: readonly Change[], locale: Locale): string {
  const told = changes.slice(0, TOLD).map((change) => tellChange(change, locale));
  const more = changes.length - told.length;
  if (more > 0) told.push({ ru: `и ещё ${more}`, en: `and ${more} more` }[locale]);
  return told.join('; ');
}

function tellChange({ path: [first = '', ...rest], was, is }: Change, locale: Locale): string {
  const place = [PARTS[first]?.[locale] ?? first, ...rest].join(', ');
  // A picture is told by its name, an order by its place.
  if (was === is) return place;
  const [before, now] = [was, is].map((value) => (value === null ? NOTHING[locale] : cut(value)));
  return `${place}: ${before} → ${now}`;
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
