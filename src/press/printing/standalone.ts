import path from 'node:path';

/** Reads a file the page refers to; `relativePath` is relative to the page, e.g. `../assets/style.css`. */
export type ReadAsset = (relativePath: string) => Uint8Array;

const MEDIA_TYPES: Record<string, string> = {
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
};

const ATTRIBUTES = String.raw`(?:[^>"']|"[^"]*"|'[^']*')*`;

/** What a page may refer to files with, and comments, which are left alone. */
const ELEMENT = new RegExp(
  String.raw`<!--[\s\S]*?-->` +
    String.raw`|<script\b${ATTRIBUTES}>[\s\S]*?</script\s*>` +
    String.raw`|(?<open><style\b${ATTRIBUTES}>)(?<css>[\s\S]*?)(?<close></style\s*>)` +
    String.raw`|<(?<name>link|img|source|image)\b(?<attributes>${ATTRIBUTES})>`,
  'gi',
);

const ATTRIBUTE = /([^\s"'=<>/]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;

const CSS_URL = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]+))\s*\)/g;

/**
 * The page as one self-contained text for printing: style sheets, fonts and pictures become part of it, scripts and
 * hints to the browser go. References to other hosts stay as they are, for the printer to refuse.
 * Throws what `readAsset` throws, and for a file of unknown kind.
 */
export function standalone(html: string, readAsset: ReadAsset): string {
  return html.replace(ELEMENT, (...match) => {
    const whole = match[0] as string;
    const { open, css, close, name, attributes } = match.at(-1) as Record<string, string | undefined>;
    if (whole.startsWith('<!--')) return whole;
    if (css !== undefined) return open + inlineCss(css, '', readAsset) + close;
    switch (name?.toLowerCase()) {
      case 'link':
        return styleSheet(attributes!, readAsset);
      case 'img':
        return `<img${inlineSource(attributes!, readAsset)}>`;
      case 'image':
        return `<image${inlineSource(attributes!, readAsset)}>`;
      default:
        // Scripts, and `<source>`: the `<img>` beside it is what gets printed.
        return '';
    }
  });
}

function styleSheet(attributes: string, readAsset: ReadAsset): string {
  const given = new Map([...attributes.matchAll(ATTRIBUTE)].map((found) => [found[1]!.toLowerCase(), value(found)]));
  if (!given.get('rel')?.toLowerCase().split(/\s+/).includes('stylesheet')) return '';
  const href = unescapeHtml(given.get('href') ?? '');
  if (!isLocal(href)) return `<link${attributes}>`;
  const file = filePath(href, '');
  const css = inlineCss(new TextDecoder().decode(readAsset(file)), path.posix.dirname(file), readAsset);
  const media = given.get('media');
  // A string in a style sheet may not end the element it now stands in.
  return `<style${media ? ` media="${media}"` : ''}>${css.replaceAll('</', String.raw`<\/`)}</style>`;
}

/** Attributes of a picture with its file inside; choices by width and lazy loading mean nothing on paper. */
function inlineSource(attributes: string, readAsset: ReadAsset): string {
  return attributes.replace(ATTRIBUTE, (whole, ...groups) => {
    const name = (groups[0] as string).toLowerCase();
    if (['srcset', 'sizes', 'loading'].includes(name)) return '';
    if (!['src', 'href', 'xlink:href'].includes(name)) return whole;
    const reference = unescapeHtml(value([whole, ...(groups as string[])]));
    return isLocal(reference) ? `${name}="${dataUri(filePath(reference, ''), readAsset)}"` : whole;
  });
}

/** `folder` is the style sheet's own, relative to the page. */
function inlineCss(css: string, folder: string, readAsset: ReadAsset): string {
  return css.replace(CSS_URL, (whole, double?: string, single?: string, bare?: string) => {
    const reference = double ?? single ?? bare ?? '';
    return isLocal(reference) ? `url("${dataUri(filePath(reference, folder), readAsset)}")` : whole;
  });
}

function dataUri(file: string, readAsset: ReadAsset): string {
  const type = MEDIA_TYPES[path.posix.extname(file).toLowerCase()];
  if (!type) throw new Error(`${file}: no known kind of picture or font`);
  return `data:${type};base64,${Buffer.from(readAsset(file)).toString('base64')}`;
}

/** Neither another host, nor a data URI, nor a place on the page itself. */
function isLocal(reference: string): boolean {
  return reference !== '' && !reference.startsWith('#') && !/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(reference);
}

function filePath(reference: string, folder: string): string {
  return path.posix.join(folder, decodeURIComponent(reference.replace(/[?#].*$/, '')));
}

function value(match: ArrayLike<string | undefined>): string {
  return match[2] ?? match[3] ?? match[4] ?? '';
}

function unescapeHtml(text: string): string {
  return text
    .replace(/&quot;|&#34;/g, '"')
    .replace(/&#39;|&apos;/g, "'")
    .replaceAll('&amp;', '&');
}
