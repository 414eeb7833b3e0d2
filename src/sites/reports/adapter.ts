import type { AstroIntegration } from 'astro';

/** Astro compiles the site into modules that draw a page whenever they are asked to; the press is what asks. */
export function drawnByThePress(): AstroIntegration {
  return {
    name: 'accountpress:drawing',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        const entrypoint = new URL('./drawer.astro', import.meta.url);
        if (command === 'build') injectRoute({ pattern: '/', entrypoint });
      },
      'astro:config:done': ({ setAdapter }) => {
        setAdapter({
          name: 'accountpress',
          entrypointResolution: 'auto',
          serverEntrypoint: new URL('./drawing.ts', import.meta.url),
          supportedAstroFeatures: { serverOutput: 'stable' },
        });
      },
    },
  };
}
