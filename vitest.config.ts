import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 300_000,
    // `.ci/run` counts the tests from the file.
    reporters: process.env['CI']
      ? ['default', ['json', { outputFile: '.accountpress/test-results.json' }]]
      : ['default'],
    // `npx vitest run --project unit` is the quick half: nothing is built for it.
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: ['test/e2e/**'] } },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/demo-build.ts'],
          testTimeout: 180_000,
        },
      },
    ],
  },
});
