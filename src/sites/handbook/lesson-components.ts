import { join, sep } from 'node:path';
import type { Plugin } from 'vite';
import { LESSON_COMPONENTS } from '../../workspace/handbook/body.ts';

/**
 * Lets lessons use the handbook's components without importing them: whoever writes a lesson writes no code.
 * The lines are added after the text, so that places in messages stay those of the file.
 */
export function lessonComponents(options: { workspace: string; project: string }): Plugin {
  const lessons = join(options.workspace, 'content', 'handbook') + sep;
  const folder = join(options.project, 'src', 'ui', 'handbook', 'lesson');
  const imports = Object.keys(LESSON_COMPONENTS)
    .map((name) => `import ${name} from ${JSON.stringify(join(folder, `${name}.astro`))};`)
    .join('\n');
  return {
    name: 'accountpress:lesson-components',
    enforce: 'pre',
    transform(code, id) {
      const [path = ''] = id.split('?');
      if (!path.startsWith(lessons) || !path.endsWith('.mdx')) return undefined;
      return `${code.trimEnd()}\n\n${imports}\n`;
    },
  };
}
