import { defineConfig } from 'vitest/config';

/** `npm run test:faults`: everything that takes too long for `npm test`. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.faults.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    maxConcurrency: Number(process.env['FAULTS_AT_ONCE'] ?? 2),
  },
});
