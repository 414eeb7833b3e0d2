import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 300_000,
    // `.ci/run` counts the tests from the file.
    reporters: process.env['CI']
      ? ['default', ['json', { outputFile: '.accountpress/test-results.json' }]]
      : ['default'],
  },
});
