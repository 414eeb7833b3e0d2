import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { localText } from '../../locale/text.ts';
import { printProblem } from '../../locale/problem.ts';
import type { Effects } from '../../types/effects.ts';
import type { LocalText, Locale } from '../../types/locale.ts';
import { TEMPLATES_FOLDER } from '../content/templates.ts';
import { openDesk, type Desk } from '../desk.ts';
import { ID_EXPECTED, isId } from '../ids.ts';
import { CLIENTS_FOLDER } from '../load-client.ts';
import { loadAgency, loadPeople } from '../load-agency.ts';
import { skeleton } from './skeleton.ts';

/** Where the command stands: the folder it was called in, and the engine with its own templates. */
export interface Surroundings {
  cwd: string;
  project: string;
}

/**
 * `new client <id>`: writes the example files of a new client.
 * @returns the exit code: 0 made, 1 refused by the workspace, 2 wrong usage
 */
export async function newClient(args: string[], around: Surroundings, effects: Effects): Promise<number> {
  const asked = readArguments(args);
  const root = resolve(around.cwd, asked.workspace ?? '.');
  const desk = openDesk(root, effects);
  const agency = await loadAgency(desk);
  const locale = asked.lang ?? agency.locale;
  const say = (text: LocalText): void => effects.err(localText(text, locale));
  if (asked.id === null) return (say(USAGE), 2);
  if (!isId(asked.id)) return (say(badId(asked.id)), 2);
  if (desk.problems.some(({ severity }) => severity === 'error')) {
    for (const problem of desk.problems) effects.err(printProblem(problem, locale));
    return 1;
  }
  const id = asked.id;
  if (await taken(id, desk)) return (say(alreadyThere(id)), 1);

  const people = await loadPeople(desk);
  const files = skeleton({
    id,
    locale: agency.locale,
    today: dayIn(agency.timeZone, effects.now()),
    person: people[0]?.id ?? null,
  });
  const template = await missingTemplate(agency.locale, around.project, desk, effects);
  if (template !== null) files.set(template.path, template.text);
  for (const [path, text] of files) {
    await effects.fs.write(desk.absolute(path), text);
    effects.out(path);
  }
  say(nextSteps(id));
  return 0;
}

interface Asked {
  /** Null when the command was not understood. */
  id: string | null;
  workspace: string | undefined;
  lang: Locale | undefined;
}

function readArguments(args: string[]): Asked {
  const options = { workspace: { type: 'string' }, lang: { type: 'string' } } as const;
  // Not strict, so that the language and the workspace are known when the rest is not understood.
  const { values, positionals, tokens } = parseArgs({
    args,
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
  const { workspace, lang } = { workspace: text(values['workspace']), lang: text(values['lang']) };
  const strange = tokens.some((token) => token.kind === 'option' && (!(token.name in options) || !text(token.value)));
  const understood = !strange && positionals.length === 2 && positionals[0] === 'client' && (!lang || isLocale(lang));
  return { id: understood ? (positionals[1] ?? null) : null, workspace, lang: isLocale(lang) ? lang : undefined };
}

const isLocale = (text: string | undefined): text is Locale => text === 'ru' || text === 'en';

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

function dayIn(timeZone: string, now: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now);
}

const USAGE = {
  ru: 'Использование: npm run new -- client <id> [--workspace ПАПКА] [--lang ru|en]',
  en: 'Usage: npm run new -- client <id> [--workspace DIR] [--lang ru|en]',
};

function badId(id: string): LocalText {
  return {
    ru: `${JSON.stringify(id)} не подходит как id клиента: нужны ${ID_EXPECTED.ru}`,
    en: `${JSON.stringify(id)} cannot be a client's id: use ${ID_EXPECTED.en}`,
  };
}

function alreadyThere(id: string): LocalText {
  return {
    ru: `Клиент ${id} уже есть: data/clients/${id}. Выберите другой id.`,
    en: `The client ${id} exists already: data/clients/${id}. Choose another id.`,
  };
}

function nextSteps(id: string): LocalText {
  return {
    ru: `Готово. Дальше:
1. Впишите название и показатели клиента в data/clients/${id}/client.json.
2. Положите выгрузки в data/clients/${id}/exports/<источник>/ и удалите exports/example.
3. Замените строки с пометкой «Пример» в таблицах и в заметке; ненужные файлы удалите.
4. Проверьте: npm run check. Соберите: npm run build -- --client ${id}.`,
    en: `Done. Next:
1. Write the client's name and KPIs into data/clients/${id}/client.json.
2. Put exports into data/clients/${id}/exports/<source>/ and remove exports/example.
3. Replace the rows marked “Example” in the tables and the note; remove the files you do not need.
4. Check: npm run check. Build: npm run build -- --client ${id}.`,
  };
}
