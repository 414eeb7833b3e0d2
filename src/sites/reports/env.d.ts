/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    report?: import('../../types/report.ts').ReportModel;
    cabinet?: import('../../types/report.ts').CabinetModel;
  }
}

declare module 'virtual:accountpress/templates' {
  import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

  /** MDX modules by key, `monthly.ru`. */
  const templates: Record<string, { default: AstroComponentFactory }>;
  export default templates;
}

// For tsc, which does not know Astro files; `astro check` looks into them.
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}
