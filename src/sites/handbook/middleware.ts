import { defineMiddleware } from 'astro:middleware';
import { typesetHtml } from '../../locale/typography.ts';
import type { Locale } from '../../types/locale.ts';
import { drawnSigns } from '../../ui/signs.ts';
import { escapeAttributes } from '../escape-attributes.ts';
import { foreignWords } from '../foreign-words.ts';
import { anchorWords } from './anchor-words.ts';
import { readHandbook } from './models.ts';
import { namedTables } from './named-tables.ts';

/** Every page knows its language and the handbook, and is set as a careful compositor would set it. */
export const onRequest = defineMiddleware(async ({ locals, url }, next) => {
  const model = readHandbook();
  const named = url.pathname.split('/').find((step): step is Locale => step === 'ru' || step === 'en');
  const locale = named ?? model.locale;
  locals.handbook = { model, locale };
  const response = await next();
  // A form is set by its own components, in its own language.
  if (url.pathname.startsWith('/exams/')) return response;
  if (!response.headers.get('content-type')?.includes('text/html')) return response;
  return new Response(typesetPage(await response.text(), locale), response);
});

/** The head of a page holds no prose, and its title is compared with that of the PDF. */
function typesetPage(html: string, locale: Locale): string {
  // The empty corner of a table heads nothing.
  const cornered = html.replace(/<th([^>]*)><\/th>/g, '<td$1></td>');
  const [head = '', ...rest] = escapeAttributes(cornered).split('</head>');
  const set = (part: string): string => drawnSigns(typesetHtml(anchorWords(part, locale), locale));
  return [head, ...rest.map((part) => foreignWords(namedTables(set(part)), locale))].join('</head>');
}
