import { typeset } from '../locale/typography.ts';
import type { Locale } from '../types/locale.ts';

/**
 * The little markdown questions are written in (`code`, **bold**, paragraphs, `- ` lists) as safe HTML: everything
 * else is text.
 * @param locale sets spaces and quotation marks as the language has them; left as written when absent
 */
export function markupHtml(source: string, locale?: Locale): string {
  return blocksOf(source)
    .map((block) => blockHtml(block, locale))
    .join('');
}

/** The same on one line without blocks: options, gaps, sides of pairs. */
export function inlineHtml(source: string, locale?: Locale): string {
  const text = (part: string): string => bold(escaped(locale === undefined ? part : typeset(part, locale)));
  return source
    .split(/(`[^`]+`)/)
    .map((part) => (/^`[^`]+`$/.test(part) ? `<code>${escaped(part.slice(1, -1))}</code>` : text(part)))
    .join('');
}

/** Without marks: for names of things in lists and `aria-label`s. */
export function plainText(source: string): string {
  return source
    .replace(/`([^`]+)`/g, '$1')
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

const bold = (html: string): string => html.replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>');

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A list may follow its paragraph without an empty line. */
function blocksOf(source: string): string[] {
  return source
    .trim()
    .split(/\n\s*\n/)
    .flatMap((block) => block.split(/\n(?=- )(?<!(?:^|\n)- [^\n]*\n)/))
    .filter((block) => block.trim() !== '');
}

function blockHtml(block: string, locale: Locale | undefined): string {
  const lines = block.trim().split('\n');
  if (!lines[0]!.startsWith('- ')) return `<p>${lines.map((line) => inlineHtml(line.trim(), locale)).join(' ')}</p>`;
  const items = block.trim().split(/\n(?=- )/);
  return `<ul>${items.map((item) => `<li>${inlineHtml(item.slice(2).replace(/\s+/g, ' '), locale)}</li>`).join('')}</ul>`;
}
