import { pluralText, type PluralForms } from '../../locale/plural.ts';
import { NBSP } from '../../locale/signs.ts';
import type { Locale } from '../../types/locale.ts';
import type { ManifestDocument } from './manifest.ts';
import { SITES, type Site } from '../options.ts';

interface PlaceWords {
  counted: Record<Extract<Site, 'reports' | 'proposals'>, PluralForms>;
  clients: PluralForms;
  secret: string;
}

const WORDS: Record<Locale, PlaceWords> = {
  ru: {
    clients: { one: 'клиент', few: 'клиента', many: 'клиентов', other: 'клиента' },
    counted: {
      reports: { one: 'отчёт', few: 'отчёта', many: 'отчётов', other: 'отчёта' },
      proposals: { one: 'предложение', few: 'предложения', many: 'предложений', other: 'предложения' },
    },
    secret: 'По ссылке, которую не угадать:',
  },
  en: {
    clients: { one: 'client', other: 'clients' },
    counted: {
      reports: { one: 'report', other: 'reports' },
      proposals: { one: 'proposal', other: 'proposals' },
    },
    secret: 'By a link nobody guesses:',
  },
};

/** Folder of an exam form's page: its name is the form's token. */
const EXAM_PAGE = /^handbook\/exams\/[0-9a-f]{32}\/index\.html$/;

/**
 * Where the documents lie, for a terminal: a line for each site, then the pages that no menu and no other page names,
 * since nobody would find them otherwise.
 * @param out how the output folder is to be called, such as `dist`
 */
export function toldPlaces(documents: readonly ManifestDocument[], out: string, locale: Locale): string[] {
  const built = documents.filter(({ status, outputs }) => status === 'built' && outputs.length > 0);
  const sites = SITES.flatMap((site) => {
    const own = built.filter((one) => one.site === site);
    return own.length === 0 ? [] : [`${out}/${site}/${toldCount(site, own, locale)}`];
  });
  const secret = built.flatMap(secretPages).map((page) => `  ${out}/${page}`);
  return [...sites, ...(secret.length > 0 ? [WORDS[locale].secret, ...secret] : [])];
}

function toldCount(site: Site, own: readonly ManifestDocument[], locale: Locale): string {
  const { counted, clients } = WORDS[locale];
  const count = (n: number, forms: PluralForms): string => pluralText(locale, n, forms).replaceAll(NBSP, ' ');
  if (site === 'reports') {
    const reports = own.filter(({ period }) => period !== null).length;
    return `  ${count(new Set(own.map(({ client }) => client)).size, clients)}, ${count(reports, counted.reports)}`;
  }
  if (site === 'proposals') {
    const proposals = own.filter(({ client }) => client !== 'brief').length;
    return proposals === 0 ? '' : `  ${count(proposals, counted.proposals)}`;
  }
  return 'index.html';
}

/** Pages under a name nobody guesses: a proposal by link lies in `<id>-<key>`, an exam form under its token. */
function secretPages({ site, client, outputs }: ManifestDocument): string[] {
  const pages = outputs.map(({ file }) => file).filter((file) => file.endsWith('/index.html'));
  if (site === 'handbook') return pages.filter((page) => EXAM_PAGE.test(page));
  return site === 'proposals' ? pages.filter((page) => page.startsWith(`proposals/${client}-`)) : [];
}
