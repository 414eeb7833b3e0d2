import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeEffects } from '../../src/effects/node.ts';
import { examAssets } from '../../src/press/handbook/assets.ts';
import type { ExamForm } from '../../src/types/exam.ts';
import type { Agency, Workspace } from '../../src/types/workspace.ts';
import { PROJECT } from './command.ts';
import { makeScratch, writeFiles } from './folders.ts';

const AGENCY = {
  name: { ru: 'Маяк', en: 'Beacon' },
  legalName: { ru: 'Маяк', en: 'Beacon' },
  brand: { colours: { accent: '#1f4fd8', ink: '#16181d', paper: '#ffffff' }, font: 'golos-text' },
  locale: 'ru',
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
  taxes: [],
  channels: {},
} as Agency;

const PAGE = `---
import ExamPage from '${PROJECT}/src/ui/exam/ExamPage.astro';
import forms from '../../forms.json';
export const getStaticPaths = () => forms.map((form) => ({ params: { form: form.token }, props: { form } }));
const { form } = Astro.props;
---
<ExamPage form={form} agency="Маяк" assets="../assets/" timeZone="Europe/Moscow" />`;

/** Pages of forms, drawn by Astro in a process of its own as a site draws them; `page` gives the path of one. */
export async function drawForms(
  forms: readonly ExamForm[],
): Promise<{ page(form: ExamForm): string; remove(): Promise<void> }> {
  const base = await makeScratch('exam-pages');
  const out = join(base, 'out');
  await writeFiles(base, [
    ['site/pages/[form]/index.astro', PAGE],
    ['site/forms.json', JSON.stringify(forms)],
  ]);
  const options = {
    configFile: false,
    root: PROJECT,
    srcDir: join(base, 'site'),
    publicDir: join(base, 'public'),
    outDir: out,
    cacheDir: join(base, 'cache'),
    logLevel: 'error',
    devToolbar: { enabled: false },
    vite: { cacheDir: join(base, 'vite') },
  };
  const code = `import { build } from 'astro'; await build(${JSON.stringify(options)});`;
  const env = { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' };
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: PROJECT,
    encoding: 'utf8',
    env,
  });
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
  const kit = { letters: new Set<string>(), project: PROJECT };
  const assets = await examAssets({ agency: AGENCY } as Workspace, kit, nodeEffects());
  await writeFiles(join(out, 'assets'), assets);
  return {
    page: ({ token }) => join(out, token, 'index.html'),
    remove: () => rm(base, { recursive: true, force: true }),
  };
}
