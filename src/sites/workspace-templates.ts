import { join, sep } from 'node:path';
import type { Plugin } from 'vite';

const VIRTUAL = 'virtual:accountpress/templates';

/**
 * Lets a site import the workspace's MDX templates, which may lie anywhere on the disk.
 * `import templates from 'virtual:accountpress/templates'` gives `{ 'monthly.ru': module }`.
 * Which templates there are is asked anew each time: the development server may find more while it runs.
 * A template outside the project has no `node_modules` above it, so what it imports is looked up from `project`.
 */
export function workspaceTemplates(options: {
  workspace: string;
  project: string;
  templates: () => Record<string, string>;
}): Plugin {
  const inWorkspace = options.workspace + sep;
  return {
    name: 'accountpress:templates',
    enforce: 'pre',
    resolveId(id, importer) {
      if (id === VIRTUAL) return `\0${VIRTUAL}`;
      const bare = !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('\0');
      if (bare && importer?.startsWith(inWorkspace)) {
        return this.resolve(id, join(options.project, 'src', 'sites', 'template.js'), { skipSelf: true });
      }
      return undefined;
    },
    load(id) {
      if (id !== `\0${VIRTUAL}`) return undefined;
      const entries = Object.entries(options.templates()).sort(([a], [b]) => (a < b ? -1 : 1));
      const imports = entries.map(([, path], i) => `import * as t${i} from ${JSON.stringify(path)};`);
      const map = entries.map(([key], i) => `${JSON.stringify(key)}: t${i}`);
      return `${imports.join('\n')}\nexport default { ${map.join(', ')} };\n`;
    },
  };
}
