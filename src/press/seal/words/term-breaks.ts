import type { SealBreak } from '../breaks.ts';
import type { Term } from './terms.ts';

/** A text of others, or of the agency's inside, in a file. */
export function termBreak(file: string, { text, kind, owners }: Term, offset: number): SealBreak {
  const shown = text.length > 80 ? `${text.slice(0, 80)}…` : text;
  if (kind === 'secret') {
    const found = {
      ru: 'путь этой машины или секрет агентства',
      en: 'a path of this machine or a secret of the agency',
    };
    return { code: 'seal-inner-secret', file, offset, found };
  }
  const whose = [...owners].join(', ');
  if (kind === 'mentors') {
    // The words themselves would tell the key to whoever reads the log.
    const found = { ru: `слова для наставников, из ${whose}`, en: `words for mentors only, of ${whose}` };
    return { code: 'seal-inner-mentors', file, offset, found };
  }
  const what = KINDS[kind as keyof typeof KINDS];
  const found = { ru: `${what.ru} из ${whose}: ${shown}`, en: `${what.en} of ${whose}: ${shown}` };
  return { code: `seal-leak-${kind}`, file, offset, found };
}

const KINDS = {
  name: { ru: 'имя', en: 'name' },
  id: { ru: 'id', en: 'id' },
  domain: { ru: 'домен', en: 'domain' },
  link: { ru: 'адрес', en: 'link' },
  email: { ru: 'почта', en: 'e-mail' },
  phone: { ru: 'телефон', en: 'phone' },
  path: { ru: 'путь', en: 'path' },
};
