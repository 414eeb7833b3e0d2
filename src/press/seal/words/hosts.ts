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
