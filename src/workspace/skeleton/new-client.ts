import { timeIn } from '../../calendar/zones.ts';
import { printProblem } from '../../locale/problem.ts';
import type { Effects } from '../../types/effects.ts';
import type { Locale } from '../../types/locale.ts';
import { TEMPLATES_FOLDER } from '../content/templates.ts';
import { openDesk, type Desk } from '../desk.ts';
import { CLIENTS_FOLDER } from '../places.ts';
import { loadAgency, loadPeople } from '../load-agency.ts';
import { skeleton } from './skeleton.ts';

export interface NewClient {
  /** A good id. */
  id: string;
  /** Absolute path of the workspace. */
  root: string;
  /** Absolute path of the engine, whose templates a workspace without any gets. */
  project: string;
  /** Language of the messages; the agency's when null. */
  lang: Locale | null;
}

/**
 * Writes the example files of a new client and says what to do next.
 * @returns the exit code: 0 made, 1 refused by the workspace
 */
export async function newClient({ id, root, project, lang }: NewClient, effects: Effects): Promise<number> {
  const desk = openDesk(root, effects);
  const agency = await loadAgency(desk);
  const people = await loadPeople(desk);
  const locale = lang ?? agency.locale;
  const errors = desk.problems.filter(({ severity }) => severity === 'error');
  for (const problem of errors) effects.err(printProblem(problem, locale));
  if (errors.length > 0) return 1;
  if (await taken(id, desk)) {
    effects.err(alreadyThere(id)[locale]);
    return 1;
  }

  const today = timeIn(agency.timeZone, effects.now()).day;
  const files = skeleton({ id, locale: agency.locale, today, person: people[0]?.id ?? null });
  const template = await missingTemplate(agency.locale, project, desk, effects);
  if (template !== null) files.set(template.path, template.text);
  for (const [path, text] of files) {
    await effects.fs.write(desk.absolute(path), text);
    effects.out(path);
  }
  effects.err(nextSteps(id, root === project ? null : root)[locale]);
  return 0;
}

async function taken(id: string, desk: Desk): Promise<boolean> {
  const entries = await desk.entries(CLIENTS_FOLDER);
  return entries.some(({ name }) => name.toLowerCase() === id);
}

/** The engine's monthly template, for a workspace that has none in this language: without it nothing can be built. */
async function missingTemplate(locale: Locale, project: string, desk: Desk, effects: Effects) {
  const path = `${TEMPLATES_FOLDER}/monthly.${locale}.mdx`;
  if ((await desk.reach(path)) !== 'absent') return null;
  const text = await openDesk(project, effects).text(path);
  return text === null ? null : { path, text };
}

function alreadyThere(id: string): Record<Locale, string> {
  return {
    ru: `Клиент ${id} уже есть: data/clients/${id}. Выберите другой id.`,
    en: `The client ${id} exists already: data/clients/${id}. Choose another id.`,
  };
}

/** @param root the workspace, when commands do not find it by themselves */
function nextSteps(id: string, root: string | null): Record<Locale, string> {
  const folder = root !== null && /^[\w./-]+$/.test(root) ? root : JSON.stringify(root);
  const elsewhere = root === null ? '' : ` --workspace ${folder}`;
  const check = root === null ? '' : ` --${elsewhere}`;
  return {
    ru: `Готово. Дальше:
1. Впишите название и показатели клиента в data/clients/${id}/client.json.
2. Положите выгрузки в data/clients/${id}/exports/<источник>/ и удалите exports/example.
   Отчёт зовёт их по именам папок (yandex-direct — Яндекс Директ); другие имена дайте в client.json: "channels": { "<источник>": "Поиск" }.
3. Замените строки с пометкой «Пример» в таблицах и в заметке; ненужные файлы удалите.
4. Проверьте: npm run check${check}. Соберите: npm run build -- --client ${id}${elsewhere}.`,
    en: `Done. Next:
1. Write the client's name and KPIs into data/clients/${id}/client.json.
2. Put exports into data/clients/${id}/exports/<source>/ and remove exports/example.
   The report calls them by the folders' names (google-ads is Google Ads); give others in client.json: "channels": { "<source>": "Search" }.
3. Replace the rows marked “Example” in the tables and the note; remove the files you do not need.
4. Check: npm run check${check}. Build: npm run build -- --client ${id}${elsewhere}.`,
  };
}
