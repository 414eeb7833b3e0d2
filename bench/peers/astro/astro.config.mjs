import { defineConfig } from 'astro/config';

// The floor: the same month as tables alone, in the framework our own pages are made with.
export default defineConfig({
  cacheDir: './cache',
  devToolbar: { enabled: false },
  vite: { cacheDir: './cache/vite' },
});
