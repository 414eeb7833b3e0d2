import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeEffects } from '../../src/effects/node.ts';
import { NO_CACHE } from '../../src/press/cache.ts';
import { compileSite } from '../../src/press/reports/compile-site.ts';
import { Drawing } from '../../src/press/reports/drawing.ts';
import type { PreparedClient } from '../../src/press/reports/prepare.ts';
import { siteFolders } from '../../src/press/site.ts';
import type { CabinetModel, ReportModel } from '../../src/types/report.ts';

/** `node draw-models.ts FOLDER`: draws `models.json` of the folder into `pages.json`, as the press does. */

const effects = nodeEffects();
const project = join(import.meta.dirname, '../..');
const folder = process.argv[2]!;
const read = async (file: string) => JSON.parse(new TextDecoder().decode(await effects.fs.read(join(folder, file))));
const given = (await read('models.json')) as Record<string, { report: ReportModel; cabinet: CabinetModel }>;

const templates = ['monthly.ru', 'monthly.en'].map((key) => [key, join(project, `content/reports/${key}.mdx`)]);
const folders = siteFolders({ workspace: project, project }, join(folder, 'run'));
const drawing = await Drawing.open(await compileSite(folders, Object.fromEntries(templates), NO_CACHE, effects));

const pages: Record<string, string> = {};
const problems: PreparedClient['problems'] = [];
for (const [id, { report, cabinet }] of Object.entries(given)) {
  const reports = [{ period: report.period, kind: 'monthly', template: `monthly.${report.locale}` }];
  const prepared = { client: { id }, broken: false, problems: [], reports } as unknown as PreparedClient;
  const drawn = await drawing.draw(prepared, { reports: [report], cabinet });
  for (const [period, html] of drawn.pages) pages[period === null ? id : `${id}/${period}`] = html;
  problems.push(...drawn.prepared.problems);
}
await writeFile(join(folder, 'pages.json'), JSON.stringify({ pages, problems }));
