import { join, posix } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import type { Problem } from '../../types/problem.ts';
import { HANDBOOK_FOLDER } from '../../workspace/handbook/places.ts';
import { readText } from '../read-text.ts';
import { filesUnder } from '../inputs.ts';
import { deadAnchor } from './problems.ts';

const PAGE = /^(ru|en)\/.*\.html$/;

/** Links of finished pages to sections that are not there: only a built page knows its sections. */
export async function deadAnchors(stage: string, effects: Effects): Promise<Problem[]> {
  const pages = (await filesUnder(stage, '', effects)).filter((file) => PAGE.test(file));
  const html = new Map<string, string>();
  for (const page of pages) html.set(page, await readText(join(stage, page), effects));
  const ids = new Map([...html].map(([page, text]) => [page, idsOf(text)]));
  return [...html].flatMap(([page, text]) => {
    const links = [...text.matchAll(/<a\b[^>]*?\shref="([^"#:]*)#([^"]+)"/g)];
    const dead = links.filter(([, path = '', anchor = '']) => {
      const target = path === '' ? page : posix.join(posix.dirname(page), path);
      return ids.get(target)?.has(decodeURIComponent(anchor)) === false;
    });
    return [...new Set(dead.map(([, path, anchor]) => `${path}#${decodeURIComponent(anchor ?? '')}`))].map((href) =>
      deadAnchor(sourceOf(page), href.replace('index.html', '')),
    );
  });
}

const idsOf = (html: string): Set<string> => new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id));

/** The lesson a page was made of; of other pages the folder is all that can be told. */
function sourceOf(page: string): string {
  const lesson = page.replace(/\/index\.html$/, '');
  return lesson.split('/').length === 3 ? `${HANDBOOK_FOLDER}/${lesson}.mdx` : HANDBOOK_FOLDER;
}
