import { join } from 'node:path';
import mdx from '@astrojs/mdx';
import starlight from '@astrojs/starlight';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { handbookWords } from '../../ui/handbook/words.ts';
import { contentsScript } from './contents-script.ts';
import { lessonComponents } from './lesson-components.ts';
import { lessonModules } from './lesson-modules.ts';
import { readHandbook } from './models.ts';
import { handbookSidebar } from './sidebar.ts';

const COMPONENTS = ['Footer', 'LanguageSelect', 'MarkdownContent', 'PageTitle', 'Search', 'SiteTitle'];

/** Where a reader lets pages keep nothing, asking for the store throws, and Starlight asks whether there is one. */
const WITHOUT_STORAGE = ['localStorage', 'sessionStorage']
  .map((name) => `try{${name}}catch{Object.defineProperty(window,'${name}',{value:undefined})}`)
  .join('');

/** The handbook is Starlight in the agency's clothes; see `docs/handbook.md` for what is ours and what is not. */
export function handbookIntegrations(project: string): AstroIntegration[] {
  const model = readHandbook();
  const frame = join(project, 'src', 'ui', 'handbook', 'frame');
  const title = (locale: 'ru' | 'en') => handbookWords(locale).siteTitle(model.agency[locale].name);
  return [
    withoutIndexing(
      starlight({
        title: { ru: title('ru'), en: title('en') },
        titleDelimiter: '·',
        locales: { ru: { label: 'Русский', lang: 'ru' }, en: { label: 'English', lang: 'en' } },
        defaultLocale: model.locale,
        sidebar: handbookSidebar(model),
        components: Object.fromEntries(COMPONENTS.map((name) => [name, join(frame, `${name}.astro`)])),
        routeMiddleware: join(project, 'src', 'sites', 'handbook', 'route-data.ts'),
        favicon: `/assets/${model.agency.en.logo ?? 'favicon.svg'}`,
        tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 2 },
        // A moved folder has no root to answer with it, and nothing to look for is missing.
        disable404Route: true,
        expressiveCode: false,
        markdown: { processedDirs: [join(process.env.ACCOUNTPRESS_WORKSPACE ?? '.', 'content', 'handbook')] },
        head: [
          // The press completes the policy with the hashes of the page's own scripts.
          { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: "default-src 'self'" } },
          { tag: 'meta', attrs: { name: 'robots', content: 'noindex, nofollow' } },
          { tag: 'meta', attrs: { name: 'referrer', content: 'no-referrer' } },
          { tag: 'script', content: WITHOUT_STORAGE },
          { tag: 'link', attrs: { rel: 'stylesheet', href: '/assets/style.css' } },
          { tag: 'script', attrs: { src: '/assets/handbook.js', defer: true } },
        ],
      }),
    ),
    mdx(),
  ];
}

/** The press writes the search index: see `press/handbook/search-index.ts`. */
function withoutIndexing({ name, hooks: { 'astro:build:done': _, ...hooks } }: AstroIntegration): AstroIntegration {
  return { name, hooks };
}

export const handbookPlugins = (workspace: string, project: string): Plugin[] => [
  lessonComponents({ workspace, project }),
  lessonModules({ workspace, project }),
  contentsScript(),
];
