import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';

/** The house's direction of arrows: a folder may import only what stands below it. */
const below = (folder, forbidden) => ({
  files: [`src/${folder}/**/*.{ts,astro}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: forbidden.map((name) => ({
          group: [`**/${name}/**`],
          message: `src/${folder} stands below ${name}.`,
        })),
      },
    ],
  },
});

export default defineConfig(
  { ignores: ['dist/**', 'node_modules/**', '.accountpress/**', '.astro/**', 'content/**', 'data/**', '**/golden/**'] },
  ...ts.configs.recommended,
  ...astro.configs.recommended,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'max-lines': ['warn', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': 'off',
    },
  },
  {
    // A forgotten `await` before a line of a ledger is the difference between at most once and perhaps twice.
    files: ['{src,scripts,bench,test}/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { '@typescript-eslint/no-floating-promises': 'error', '@typescript-eslint/await-thenable': 'error' },
  },
  below('types', ['locale', 'intake', 'workspace', 'figures', 'charts', 'ui', 'sites', 'press', 'node:fs']),
  below('decimals', ['locale', 'intake', 'workspace', 'figures', 'charts', 'ui', 'sites', 'press', 'node:fs']),
  below('locale', ['intake', 'workspace', 'figures', 'charts', 'ui', 'sites', 'press']),
  below('intake', ['workspace', 'figures', 'charts', 'ui', 'sites', 'press']),
  below('figures', ['workspace', 'intake', 'charts', 'ui', 'sites', 'press']),
  below('charts', ['workspace', 'intake', 'ui', 'sites', 'press']),
  below('workspace', ['charts', 'ui', 'sites', 'press']),
  below('estimate', ['workspace', 'intake', 'charts', 'ui', 'sites', 'press', 'delivery']),
  below('calendar', ['workspace', 'intake', 'charts', 'ui', 'sites', 'press', 'delivery']),
  below('onboarding', ['workspace', 'intake', 'charts', 'ui', 'sites', 'press', 'delivery', 'mentoring']),
  below('exams', ['workspace', 'intake', 'charts', 'ui', 'sites', 'press', 'delivery', 'examining']),
  below('examining', ['charts', 'ui', 'sites', 'press', 'delivery']),
  below('mentoring', ['charts', 'ui', 'sites', 'press', 'delivery', 'examining']),
  below('ui', ['workspace', 'intake', 'sites', 'press']),
  // The later rule of a folder stands in place of the earlier: what is below `ui` is named again.
  below('ui/handbook', ['workspace', 'intake', 'sites', 'press', 'desk', 'mentoring', 'examining']),
  below('ui/exam', ['workspace', 'intake', 'sites', 'press', 'desk', 'mentoring', 'examining']),
  below('ui/desk', ['workspace', 'intake', 'sites', 'press', 'handbook', 'examining']),
  // Readers of the handbook are given nothing of the mentors'; not even the code that draws it can reach a bank.
  below('sites/handbook', ['press', 'desk', 'mentoring', 'examining', 'workspace/exams', 'workspace/trainees']),
  below('sites/desk', ['press', 'handbook', 'mentoring', 'examining', 'workspace/exams', 'workspace/trainees']),
);
