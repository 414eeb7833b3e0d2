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

/** Where many have a page of their own: the host is nobody's, the page is. */
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
 * What a site tells its owner by: its domain, as it is written and in either spelling of it, or on a platform of many
 * the address of its page there, if it has one.
 */
export function siteMarks(site: string): { kind: 'domain' | 'link'; text: string }[] {
  const host = hostOf(site);
  if (!PLATFORMS.has(host)) {
    return [host, domainToASCII(host), domainToUnicode(host)].map((text) => ({ kind: 'domain', text }));
  }
  const page = site.replace(/^[a-z]+:\/\/(?:www\.)?[^/]*/i, '').replace(/[/?#]+$/, '');
  return page === '' ? [] : [{ kind: 'link', text: `${host}${page}` }];
}
