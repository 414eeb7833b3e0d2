import type { Effects } from '../types/effects.ts';
import type { Checked, Problem } from '../types/problem.ts';
import type { ComponentProperties } from '../types/template.ts';
import type { Client, CurrencyRate, Workspace } from '../types/workspace.ts';
import { checkNoteFolders } from './content/notes.ts';
import { loadTemplates, templateProblems } from './content/templates.ts';
import { openDesk, type Desk } from './desk.ts';
import { quoted } from './findings.ts';
import { ID_EXPECTED, isId } from './ids.ts';
import { loadAgency, loadCurrencyRates, loadMetrics, loadPeople } from './load-agency.ts';
import { loadClient, loadOutline, type House } from './load-client.ts';
import { CLIENTS_FOLDER } from './places.ts';
import { warnOfStrangers } from './strangers.ts';

export interface LoadOptions {
  /** Components a template may use; templates are checked for syntax only when absent. */
  components?: readonly string[];
  /** What their properties may hold; not checked when absent. */
  properties?: ComponentProperties;
  /** Folder of the engine's own templates, absolute: they stand in for those the workspace lacks. */
  defaultTemplates?: string;
  /** Whose files are read; all when absent. What is wrong with a template that none of these uses is a warning. */
  clients?: (id: string) => boolean;
  /** What is kept of a client once it was read and checked, since thousands do not fit into memory; all when absent. */
  keep?: (client: Client) => Client;
  /** Clients of whom enough is known already: they are not read. Asked once, when all that is not theirs is read. */
  known?: (about: Surroundings) => Promise<ReadonlyMap<string, KnownClient>>;
}

/** What the files of a client are read and checked against, and whose there are. */
export interface Surroundings extends House {
  currencyRates: CurrencyRate[];
  /** Key of a template → its absolute path. */
  templates: Record<string, string>;
  /** Of all that are to be read. */
  ids: readonly string[];
}

/** A client as it was read before, and what was told of its own files. */
export interface KnownClient {
  client: Client;
  problems: Problem[];
}

/** Clients read at once: enough to keep the disk busy, few enough to stay small in memory. */
const AT_ONCE = 32;

/** A workspace of which all is read and checked but the clients; they are read against it, as often as asked. */
export interface OpenWorkspace {
  read(how?: Pick<LoadOptions, 'clients' | 'keep' | 'known'>): Promise<Checked<Workspace>>;
}

/**
 * Reads an agency's folder and tells everything wrong with it in one run: file, line, column, what was found,
 * what was expected and how to mend it. Export files are listed, not read.
 * @param root absolute path of the workspace
 */
export async function loadWorkspace(
  root: string,
  effects: Effects,
  options: LoadOptions = {},
): Promise<Checked<Workspace>> {
  return (await openWorkspace(root, effects, options)).read(options);
}

/** What all clients share; see `loadWorkspace`. Whoever reads clients in many parts opens the workspace once. */
export async function openWorkspace(
  root: string,
  effects: Effects,
  options: Pick<LoadOptions, 'components' | 'properties' | 'defaultTemplates'> = {},
): Promise<OpenWorkspace> {
  const desk = openDesk(root, effects);
  const house = await readHouse(desk);
  await warnOfStrangers(desk, 'data', DATA_FILES);
  const currencyRates = await loadCurrencyRates(desk);
  const folders = await clientFolders(desk);
  await checkNoteFolders(folders.ids, desk);
  const rules = options.properties && { properties: options.properties, metrics: house.metrics };
  const templates = await loadTemplates(desk, options.components, rules, options.defaultTemplates);
  const shared = { ...house, currencyRates, templates: templates.paths };
  return {
    read: async ({ clients: isRead = () => true, keep = whole, known: ask } = {}) => {
      const ids = folders.ids.filter(isRead);
      const known = await ask?.({ ...shared, ids });
      const unread = ids.filter((id) => !known?.has(id));
      const read = new Map((await loadClients(root, unread, house, keep, effects)).map((one) => [one.client.id, one]));
      const loaded = ids.map((id) => known?.get(id) ?? read.get(id)!);
      const problems = [
        ...desk.problems,
        ...folders.problems,
        ...loaded.flatMap((each) => each.problems),
        ...templateProblems(templates, readable(loaded)),
      ];
      return { value: { root, ...shared, clients: loaded.map(({ client }) => client) }, problems };
    },
  };
}

const whole = (client: Client): Client => client;

/** What the files of clients are checked against; what is wrong with it is told by `loadWorkspace`. */
export function loadHouse(root: string, effects: Effects): Promise<House> {
  return readHouse(openDesk(root, effects));
}

/** One after the other, so that problems come in the same order every time. */
async function readHouse(desk: Desk): Promise<House> {
  return { agency: await loadAgency(desk), people: await loadPeople(desk), metrics: await loadMetrics(desk) };
}

/** Reads these clients, in their order. @param keep what is kept of each once it was read and checked */
export function loadClients(
  root: string,
  ids: readonly string[],
  house: House,
  keep: (client: Client) => Client,
  effects: Effects,
): Promise<KnownClient[]> {
  return loadEach(root, ids, async (id, desk) => keep(await loadClient(id, house, desk)), effects);
}

/** Of these clients no more than `client.json`, and what is wrong with it. */
export function loadOutlines(
  root: string,
  ids: readonly string[],
  house: House,
  effects: Effects,
): Promise<KnownClient[]> {
  return loadEach(root, ids, (id, desk) => loadOutline(id, house, desk), effects);
}

async function loadEach(
  root: string,
  ids: readonly string[],
  load: (id: string, desk: Desk) => Promise<Client>,
  effects: Effects,
): Promise<KnownClient[]> {
  const loaded: KnownClient[] = [];
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const reading = ids.slice(start, start + AT_ONCE).map(async (id) => {
      const own = openDesk(root, effects, id);
      return { client: await load(id, own), problems: own.problems };
    });
    loaded.push(...(await Promise.all(reading)));
  }
  return loaded;
}

/** Files of the folder `data`; the last three belong to proposals and are read with them. */
const DATA_FILES = [
  ...['agency.json', 'people.json', 'metrics.json', 'currency-rates.csv'],
  ...['rates.csv', 'holidays.csv', 'followups.json'],
];

/** Clients whose `client.json` could be read: only theirs is known to want certain templates. */
function readable(loaded: KnownClient[]): Client[] {
  const broken = (problem: Problem): boolean => problem.severity === 'error' && problem.file.endsWith('/client.json');
  return loaded.filter(({ problems }) => !problems.some(broken)).map(({ client }) => client);
}

/** Folders of clients, sorted; a folder with any other name fails under that name. */
async function clientFolders(desk: Desk): Promise<{ ids: string[]; problems: Problem[] }> {
  const ids: string[] = [];
  const problems: Problem[] = [];
  for (const { name, kind } of await desk.entries(CLIENTS_FOLDER)) {
    const refused = {
      file: `${CLIENTS_FOLDER}/${name}`,
      client: name,
      severity: 'error' as const,
      found: quoted(name),
    };
    if (kind === 'link') problems.push({ ...refused, ...LINKED_FOLDER });
    else if (kind === 'folder' && isId(name)) ids.push(name);
    else if (kind === 'folder') problems.push({ ...refused, ...BAD_FOLDER });
  }
  return { ids, problems };
}

const BAD_FOLDER = {
  code: 'bad-id',
  expected: ID_EXPECTED,
  mend: { ru: 'переименуйте папку клиента', en: 'rename the client’s folder' },
};

const LINKED_FOLDER = {
  code: 'path-outside',
  expected: { ru: 'папка, а не ссылка на неё', en: 'a folder, not a link to one' },
  mend: { ru: 'перенесите папку клиента в data/clients', en: 'move the client’s folder into data/clients' },
};
