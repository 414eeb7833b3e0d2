import { domainToASCII, domainToUnicode } from 'node:url';

const ADDRESS = /https?:\/\/[^\s"'<>)\]}\\]+/g;

export function addressesIn(text: string): string[] {
  return (text.match(ADDRESS) ?? []).map((address) => address.replace(/[.,;:!?]+$/, ''));
}

/** Addresses that tell something by their path; a bare host may be anybody's tool. */
export function linksIn(text: string): string[] {
  return addressesIn(text)
    .map((address) => address.replace(/^https?:\/\/(?:www\.)?/, ''))
    .filter((address) => /\/.{3,}/.test(address));
}

/** `belaya-vetka.example` of an address, without `www.`; what is no address is returned as it is. */
export function hostOf(site: string): string {
  return site
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/^www\./i, '')
    .split(/[/?#:]/)[0]!
    .toLowerCase();
}

/** Where many have a page of their own, as everybody knows: the host is nobody's, the page is. */
const PLATFORMS = new Set(
  [
    'vk.com vk.ru ok.ru t.me telegram.me max.ru dzen.ru rutube.ru youtube.com youtu.be tiktok.com twitch.tv',
    'instagram.com facebook.com fb.com threads.net x.com twitter.com linkedin.com pinterest.com wa.me whatsapp.com',
    'linktr.ee taplink.cc taplink.ws avito.ru ozon.ru wildberries.ru market.yandex.ru yandex.ru 2gis.ru google.com',
    'sites.google.com goo.gl maps.app.goo.gl apps.apple.com play.google.com booking.com tripadvisor.com hh.ru',
    'amazon.com ebay.com etsy.com behance.net medium.com',
  ]
    .join(' ')
    .split(' '),
);

/**
 * Hosts that are nobody's: those everybody knows, those the agency names, and those where the sites of several are
 * different pages and nobody's is the host itself.
 * @param sites of clients and prospects
 * @param named texts of `mentions`, of which hosts count
 */
export function platformsOf(sites: readonly string[], named: readonly string[]): ReadonlySet<string> {
  const pages = Map.groupBy(new Set(sites.map((site) => `${hostOf(site)}${pageOf(site)}`)), hostOf);
  const shared = [...pages].filter(([host, known]) => known.length > 1 && !known.includes(host));
  return new Set([...PLATFORMS, ...named.map(hostOf), ...shared.map(([host]) => host)]);
}

/** `/shop/berth` of an address; empty when it is a host alone. */
const pageOf = (site: string): string => site.replace(/^(?:[a-z]+:\/\/)?[^/]*/i, '').replace(/[/?#]+$/, '');

/** A host as it is written, in Latin letters and in its own. */
const spellings = (host: string): string[] => [host, domainToASCII(host), domainToUnicode(host)];

/**
 * What a site tells its owner by: its domain, as it is written and in either spelling of it, or on a platform of many
 * the address of its page there, if it has one.
 */
export function siteMarks(site: string, platforms: ReadonlySet<string>): { kind: 'domain' | 'link'; text: string }[] {
  const host = hostOf(site);
  if (!platforms.has(host)) return spellings(host).map((text) => ({ kind: 'domain', text }));
  const page = pageOf(site);
  return page === '' ? [] : [{ kind: 'link', text: `${host}${page}` }];
}

/** How a text of `mentions` may stand in documents: an address without what is before its host, in either spelling. */
export function mentionForms(mention: string): string[] {
  const address = /^(?:https?:\/\/)?(?:www\.)?([^\s/@:]+\.[^\s/@:]+?)((?:\/\S*)?)$/i.exec(mention.trim());
  if (address === null) return [mention];
  const page = address[2]!.replace(/\/+$/, '');
  return [...new Set(spellings(address[1]!))].filter((host) => host !== '').map((host) => `${host}${page}`);
}
