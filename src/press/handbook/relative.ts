import { posix } from 'node:path';

const ATTRIBUTES = String.raw`(?:[^>"']|"[^"]*"|'[^']*')*`;

/** Tags with their attributes; comments and what stands in scripts and styles are passed over whole. */
const TAG = new RegExp(
  String.raw`<!--[\s\S]*?-->` +
    String.raw`|(?<open><(?<raw>script|style)\b${ATTRIBUTES}>)(?<inner>[\s\S]*?)(?<close></\k<raw>\s*>)` +
    String.raw`|<[a-z][^\s/>]*${ATTRIBUTES}>`,
  'gi',
);

/** Every attribute of a tag with its value, whatever stands in the values of others. */
const ATTRIBUTE = /([^\s"'<>/=]+)(\s*=\s*)(?:"([^"]*)"|'([^']*)')/g;
/** Those that hold one address. `data-search` is where the search index lies. */
const ADDRESSES = ['href', 'src', 'action', 'poster', 'data-search'];

/**
 * The page with every address from the root made relative to itself, folders named by their page: it then works in any
 * folder of any server, and opened from a disk.
 * @param page where it stands, from the root, as `ru/role/code/index.html`
 */
export function relativePage(html: string, page: string): string {
  return html.replace(TAG, (whole, ...groups) => {
    const { open, inner, close } = groups.at(-1) as Record<string, string | undefined>;
    if (open !== undefined) return `${relativeTag(open, page)}${inner}${close}`;
    return whole.startsWith('<!--') ? whole : relativeTag(whole, page);
  });
}

function relativeTag(tag: string, page: string): string {
  return tag.replace(ATTRIBUTE, (whole, name: string, is: string, double?: string, single?: string) => {
    const value = double ?? single ?? '';
    if (ADDRESSES.includes(name.toLowerCase())) return `${name}${is}"${relativeAddress(value, page)}"`;
    if (name.toLowerCase() !== 'srcset') return whole;
    const sources = value.split(/,\s+/).map((source) => {
      const [address = '', ...size] = source.trim().split(/\s+/);
      return [relativeAddress(address, page), ...size].join(' ');
    });
    return `${name}${is}"${sources.join(', ')}"`;
  });
}

/** `/ru/role/code/#goals` on `ru/index.html` is `role/code/index.html#goals`; other addresses are left as they are. */
export function relativeAddress(address: string, page: string): string {
  if (address.startsWith('//')) return address;
  if (!address.startsWith('/')) return withPage(address);
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  const way = posix.relative(posix.dirname(`/${page}`), path);
  const folder = path.endsWith('/');
  if (path.startsWith('/pagefind/')) return `${way}${folder ? '/' : ''}${rest}`;
  return `${folder ? posix.join(way, 'index.html') : way}${rest}`;
}

/** A relative address of a folder, as lessons write them, names its page. */
function withPage(address: string): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  return /^(\.{1,2}\/|[\w-]+\/)/.test(path) && path.endsWith('/') ? `${path}index.html${rest}` : address;
}

/** The same for addresses in a style sheet. @param sheet where it stands, from the root */
export function relativeSheet(css: string, sheet: string): string {
  return css.replace(/url\(\s*(["']?)(\/[^/"')][^"')]*)\1\s*\)/g, (_, quote: string, address: string) => {
    return `url(${quote}${posix.relative(posix.dirname(`/${sheet}`), address)}${quote})`;
  });
}
