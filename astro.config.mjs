import { join, resolve } from 'node:path';
import mdx from '@astrojs/mdx';
import { defineConfig, passthroughImageService } from 'astro/config';
import { drawnByThePress } from './src/sites/reports/adapter.ts';
import { workspaceTemplates } from './src/sites/workspace-templates.ts';

// One configuration, one audience per build: the press says through the environment which site is built,
// from which workspace and templates, and where its pages and cache go. Run alone, `astro check` sees the site without.
const site = process.env.ACCOUNTPRESS_SITE ?? 'reports';
const workspace = resolve(process.env.ACCOUNTPRESS_WORKSPACE ?? '.');
const stage = resolve(process.env.ACCOUNTPRESS_STAGE ?? `.accountpress/stage/${site}`);
const cache = resolve(process.env.ACCOUNTPRESS_CACHE ?? `.accountpress/cache/${site}`);

// Only the bench says so, to learn what drawing charts costs: bench/no-charts.ts.
const drawing = process.env.ACCOUNTPRESS_BENCH_DRAWING;

const templates = () => JSON.parse(process.env.ACCOUNTPRESS_TEMPLATES ?? '{}');

// Starlight is the handbook's alone: its routes and middleware would touch every page of another site.
const handbook = site === 'handbook' ? await import('./src/sites/handbook/starlight.ts') : null;

export default defineConfig({
  srcDir: `./src/sites/${site}`,
  publicDir: `./src/sites/${site}/public`,
  outDir: stage,
  cacheDir: cache,
  trailingSlash: 'ignore',
  // Thousands of reports are drawn by several processes out of one compilation; other sites are built whole.
  ...(site === 'reports' ? { output: 'server', adapter: drawnByThePress() } : {}),
  build: { format: 'directory', concurrency: 4 },
  devToolbar: { enabled: false },
  prefetch: false,
  // Pictures are published as their author saved them.
  image: { service: passthroughImageService() },
  integrations: handbook?.handbookIntegrations(resolve('.')) ?? [
    mdx({ extendMarkdownConfig: false, smartypants: false }),
  ],
  vite: {
    cacheDir: join(cache, 'vite'),
    plugins: [
      workspaceTemplates({ workspace, project: resolve('.'), templates }),
      ...(handbook?.handbookPlugins(workspace, resolve('.')) ?? []),
    ],
    resolve: { alias: drawing ? [{ find: /^.*\/charts\/draw\.ts$/, replacement: resolve(drawing) }] : [] },
    server: { fs: { allow: [resolve('.'), workspace] } },
  },
});
