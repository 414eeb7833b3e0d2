/// <reference types="astro/client" />

declare module 'virtual:accountpress/templates' {
  import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

  /** MDX modules by key, `monthly.ru`. */
  const templates: Record<string, { default: AstroComponentFactory }>;
  export default templates;
}

// For tsc, which does not know Astro files; `astro check` looks into them.
declare module '*.astro' {
  import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

  const component: AstroComponentFactory;
  export default component;
}
