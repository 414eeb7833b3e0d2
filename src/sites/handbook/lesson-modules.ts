import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';

/** Which files of `content/handbook` are lessons: one language, one part, one lesson. */
export const LESSONS = '{ru,en}/*/*.mdx';

const LESSON = /^(?:ru|en)\/[^/]+\/[^/]+\.mdx$/;

/** Where Astro writes down which modules and pictures its collections need, whatever it builds and for whom. */
const LISTS = /[\\/]\.astro[\\/]content-(modules|assets)\.mjs$/;

/**
 * Tells a build which modules draw its lessons. Astro reads that from one file of the engine's folder, `.astro`, so
 * that of two handbooks built at once by one engine the first would find the lessons of the second.
 */
export function lessonModules(options: { workspace: string; project: string }): Plugin {
  const home = join(options.workspace, 'content', 'handbook');
  return {
    name: 'accountpress:lesson-modules',
    enforce: 'pre',
    load(id) {
      const list = LISTS.exec(id)?.[1];
      if (list === undefined) return undefined;
      // Lessons name no picture in what stands above their text; those inside it are imported by the lesson itself.
      if (list === 'assets') return 'export default new Map();\n';
      const entries = lessonsOf(home).map((file) => {
        const path = posix(join(home, file));
        const key = posix(relative(options.project, path));
        return `[${JSON.stringify(key)}, () => import(${JSON.stringify(`${path}?astroRenderContent`)})],\n`;
      });
      return `export default new Map([\n${entries.join('')}]);\n`;
    },
  };
}

const lessonsOf = (home: string): string[] =>
  readdirSync(home, { recursive: true, encoding: 'utf8' })
    .map(posix)
    .filter((file) => LESSON.test(file))
    .sort();

const posix = (path: string): string => path.split(sep).join('/');
