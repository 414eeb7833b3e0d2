import { printProblem } from '../../locale/problem.ts';
import type { Locale } from '../../types/locale.ts';
import type { Problem } from '../../types/problem.ts';

interface News {
  problems: readonly Problem[];
  locale: Locale;
  /** Address that tells of changes. */
  changes: string;
}

const POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>/;

/** The page as its writer sees it: what is wrong stands on top, and it reloads by itself. Never published. */
export function withNews(html: string, { problems, locale, changes }: News): string {
  const list = problems.map((one) => `<li>${escaped(printProblem(one, locale))}</li>`).join('');
  const shown = list === '' ? '' : `<aside style="${LOOK}" data-dev-problems><ul>${list}</ul></aside>`;
  const reload = `<script>new EventSource(${JSON.stringify(changes)}).onmessage = () => location.reload();</script>`;
  const page = html.replace(POLICY, '');
  const body = /<body\b[^>]*>/.exec(page);
  if (!body) return `<!doctype html><meta charset="utf-8"><body>${shown}${page}${reload}`;
  const at = body.index + body[0].length;
  return `${page.slice(0, at)}${shown}${reload}${page.slice(at)}`;
}

const LOOK =
  'position:relative;z-index:99;padding:.75rem 1.5rem;background:#7a1020;color:#fff;font:14px/1.5 system-ui,sans-serif';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
