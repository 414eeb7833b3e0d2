import { join } from 'node:path';
import { cohort, type Standing } from '../mentoring/cohort.ts';
import { dueCalendar } from '../mentoring/due-calendar.ts';
import { loadHouse, nameOf, type TrainingHouse } from '../mentoring/house.ts';
import type { Effects } from '../types/effects.ts';
import type { ExamBank } from '../types/exam.ts';
import { LOCALES } from '../types/locale.ts';
import type { Day } from '../types/period.ts';
import type { Checked, Problem } from '../types/problem.ts';
import type { Workspace } from '../types/workspace.ts';
import { bankIds, loadBank } from '../workspace/exams/load-bank.ts';
import { openExamsFolder } from '../workspace/exams/folder.ts';
import { HANDBOOK_FOLDER } from '../workspace/handbook/places.ts';
import { PROGRAMME_FILE } from '../workspace/programme/load-programme.ts';
import { ONBOARDING_FOLDER } from '../workspace/programme/load-mentoring.ts';
import { TRAINEES_FOLDER } from '../workspace/trainees/ledger.ts';
import { dressedAssets, sharedAssets } from './assets.ts';
import { deskModel } from './desk/model.ts';
import { ABOUT_TRAINING, deskNotDrawn, gatesWithoutExam } from './desk/problems.ts';
import { foreignLetters } from './fallback-fonts.ts';
import { readText } from './read-text.ts';
import { filesUnder, hashedOutputs, InputHashes } from './inputs.ts';
import type { ManifestDocument } from './output/manifest.ts';
import type { BuildOptions } from './options.ts';
import { inShard } from './shards/shard.ts';
import { buildSite, siteFolders, type SiteFolders } from './site.ts';
import type { StagedSite } from './output/staged.ts';

const DESK = 'desk';
/** What every page is made of, beside the programme and the trainees' own files. */
const AGENCY_FILES = ['data/agency.json', 'data/people.json', 'data/holidays.csv'];

export interface DeskBuild {
  workspace: Workspace;
  options: BuildOptions;
  /** Documents in the manifest of the build before. */
  earlier: ManifestDocument[];
  /** Folder for everything half-done. */
  run: string;
}

/**
 * The mentors' site: one folder for all of them, in both languages, with a calendar of due dates. With an error in the
 * programme or in any trainee's record the last good site stays. An agency that trains nobody gets none, unless it
 * asks for this one.
 */
export async function stageDesk(
  { workspace, options, earlier, run }: DeskBuild,
  effects: Effects,
): Promise<StagedSite> {
  const before = earlier.filter(({ site }) => site === DESK);
  const nothing: StagedSite = { units: [], folders: [], documents: [], kept: () => [], problems: [], browser: null };
  const wanted = before.length > 0 || options.sites.length === 1 || (await trains(workspace.root, effects));
  if (!wanted) return nothing;
  const units = [`${DESK}/${DESK}`];
  if (!inShard(options.shard, units[0]!)) return { ...nothing, units };
  const { value: read, problems } = await readDesk(workspace, options.asOf, effects);
  if (read === null) return { ...nothing, units, documents: failedDesk(before, options), problems };
  const folders = siteFolders(options, join(run, DESK));
  const failures = await draw(read, options, folders, effects);
  if (failures.length > 0) {
    return { ...nothing, units, documents: failedDesk(before, options), problems: [...problems, ...failures] };
  }
  await finish(workspace, read, options, folders, effects);
  const documents = [await builtDesk(workspace, options, folders, effects)];
  const failed = failedDesk(before, options);
  const folder = { path: DESK, staged: folders.stage, entries: null, owner: {}, documents, failed };
  return {
    ...{ units, folders: [{ ...folder, placed: async () => undefined }], documents: [], kept: () => [] },
    ...{ problems, browser: null },
  };
}

/** What would keep the desk from being built; nothing where nobody is trained. */
export async function deskProblems(workspace: Workspace, asOf: Day, effects: Effects): Promise<Problem[]> {
  return (await trains(workspace.root, effects)) ? (await readDesk(workspace, asOf, effects)).problems : [];
}

/** Whether somebody is trained here by a programme. */
export async function trains(root: string, effects: Effects): Promise<boolean> {
  if (!(await effects.fs.exists(join(root, PROGRAMME_FILE)))) return false;
  const entries = await effects.fs.list(join(root, TRAINEES_FOLDER));
  return entries.some(({ kind }) => kind === 'folder');
}

interface DeskData {
  house: TrainingHouse;
  standings: Standing[];
  banks: Map<string, ExamBank>;
}

async function readDesk(workspace: Workspace, asOf: Day, effects: Effects): Promise<Checked<DeskData | null>> {
  const { value: house, problems } = await loadHouse(workspace.root, effects);
  // The agency's own files were read and told with the whole workspace.
  const told = problems.filter(({ file }) => !['data/agency.json', 'data/people.json'].includes(file));
  if (house === null) return { value: null, problems: told };
  const { value: standings, problems: trainees } = await cohort(house, asOf, effects);
  const banks = await readBanks(workspace, standings, effects);
  const unread = told.some(({ severity }) => severity === 'error');
  const all = [
    ...told,
    ...trainees.filter(({ code }) => !unread || !ABOUT_TRAINING.includes(code)),
    ...gatesWithoutExam(house.training.programme, [...banks.value.keys(), ...banks.unread]),
    ...banks.problems,
  ];
  const broken = all.some(({ severity }) => severity === 'error');
  return { value: broken ? null : { house, standings, banks: banks.value }, problems: all };
}

/**
 * Banks by id, for titles and statistics; their keys go no further than `examStatistics`. What is wrong with a bank
 * that nobody has sat yet is no business of the desk: its author may be half-way.
 */
async function readBanks(
  workspace: Workspace,
  standings: readonly Standing[],
  effects: Effects,
): Promise<Checked<Map<string, ExamBank>> & { unread: string[] }> {
  const events = standings.flatMap(({ state }) => state.events);
  const sat = new Set(events.flatMap((event) => (event.type === 'exam-issued' ? [event.exam] : [])));
  const value = new Map<string, ExamBank>();
  const unread: string[] = [];
  const problems: Problem[] = [];
  for (const id of await bankIds(openExamsFolder(workspace.root, workspace.agency, effects))) {
    const folder = openExamsFolder(workspace.root, workspace.agency, effects);
    const bank = await loadBank(folder, id);
    if (bank) value.set(id, bank);
    else unread.push(id);
    if (sat.has(id)) problems.push(...folder.problems());
  }
  return { value, problems, unread };
}

async function draw(
  { house, standings, banks }: DeskData,
  { asOf }: BuildOptions,
  folders: SiteFolders,
  effects: Effects,
): Promise<Problem[]> {
  for (const locale of LOCALES) {
    const model = deskModel(standings, asOf, { house, banks, locale });
    await effects.fs.write(join(folders.models, `desk.${locale}.json`), JSON.stringify(model));
  }
  await effects.fs.write(join(folders.models, 'pages.json'), JSON.stringify({ main: house.agency.locale }));
  const failures = await buildSite(DESK, folders, {}, effects);
  return failures.map(({ client, error }) => deskNotDrawn(client, error));
}

/** Lays the style sheet, the fonts and the calendar beside the pages. */
async function finish(
  workspace: Workspace,
  { house, standings }: DeskData,
  { asOf }: BuildOptions,
  folders: SiteFolders,
  effects: Effects,
): Promise<void> {
  const { locale, email } = house.agency;
  const letters = new Set<string>();
  for (const file of await filesUnder(folders.stage, '', effects)) {
    if (!file.endsWith('.html')) continue;
    for (const letter of foreignLetters(await readText(join(folders.stage, file), effects))) letters.add(letter);
  }
  const shared = await sharedAssets(workspace, DESK, folders.project, effects);
  const kit = { shared, letters, project: folders.project, pictures: new Map<string, string>() };
  const assets = await dressedAssets(workspace, { locale, accent: null, site: DESK }, kit, effects);
  for (const [name, content] of assets) await effects.fs.write(join(folders.stage, 'assets', name), content);
  const domain = email?.split('@')[1] ?? 'accountpress.invalid';
  // Programs subscribe to it: they read it whole, and what is gone from it is gone.
  const about = { locale, stamp: asOf, domain, name: nameOf(house.people, locale), earlier: new Map<never, never>() };
  await effects.fs.write(join(folders.stage, 'due.ics'), dueCalendar(standings, about));
}

async function builtDesk(
  { root }: Workspace,
  { asOf }: BuildOptions,
  folders: SiteFolders,
  effects: Effects,
): Promise<ManifestDocument> {
  const own: string[] = [];
  for (const folder of [TRAINEES_FOLDER, ONBOARDING_FOLDER, `${HANDBOOK_FOLDER}/checklists`]) {
    own.push(...(await filesUnder(root, folder, effects)));
  }
  own.push(PROGRAMME_FILE, `${HANDBOOK_FOLDER}/defence.yaml`);
  const inputs = await new InputHashes(root, effects).of([...AGENCY_FILES, ...own]);
  const files = await filesUnder(folders.stage, '', effects);
  const outputs = await hashedOutputs(folders.stage, files, DESK, effects);
  return { site: DESK, client: DESK, period: null, status: 'built', asOf, inputs, outputs };
}

function failedDesk(before: readonly ManifestDocument[], { asOf }: BuildOptions): ManifestDocument[] {
  if (before.length > 0) return before.map((one) => ({ ...one, status: 'failed' }));
  return [{ site: DESK, client: DESK, period: null, status: 'failed', asOf, inputs: [], outputs: [] }];
}
