import { knownFormats } from '../intake/formats/index.ts';
import type { Agency, Client, Metric, Person, SourceRules } from '../types/workspace.ts';
import { loadNotes } from './content/notes.ts';
import {
  danglingNames,
  formatReference,
  metricReference,
  faultyPictures,
  personReference,
  picturesOfOthers,
  repeatedNames,
  sourceReference,
} from './cross-checks.ts';
import type { Desk } from './desk.ts';
import { listExports } from './exports.ts';
import type { Read } from './findings.ts';
import { readJsonFile, withoutSchema } from './json-file.ts';
import { clientSchema } from './schemas/client.ts';
import { sourcesSchema } from './schemas/sources.ts';
import { standIn } from './stand-in.ts';
import { warnOfStrangers } from './strangers.ts';
import { readEvents } from './tables/events.ts';
import { readInitiatives } from './tables/initiatives.ts';
import { readMediaPlan } from './tables/media-plan.ts';
import { readPlan } from './tables/plan.ts';
import { readTargets } from './tables/targets.ts';
import { CLIENTS_FOLDER } from './places.ts';
import { readWork } from './tables/work.ts';

/** What the agency's own files say, needed to read a client's. */
export interface House {
  agency: Agency;
  people: Person[];
  metrics: Record<string, Metric>;
}

const CLIENT_FILES = [
  'client.json',
  'sources.json',
  'targets.csv',
  'media-plan.csv',
  'work.csv',
  'plan.csv',
  'events.csv',
  'initiatives.csv',
];

/** One client's folder and notes. Whatever is broken is reported to the desk and left empty in the value. */
export async function loadClient(id: string, house: House, desk: Desk): Promise<Client> {
  const folder = `${CLIENTS_FOLDER}/${id}`;
  const profile = await loadProfile(id, `${folder}/client.json`, house, desk);
  const exports = await listExports(desk, folder);
  const sources = await loadSources(
    `${folder}/sources.json`,
    exports.map(({ source }) => source),
    house,
    desk,
  );
  const table = async <R>(name: string, read: (text: string) => Read<R[]>): Promise<R[]> => {
    const text = await desk.text(`${folder}/${name}`);
    if (text === null) return [];
    const { value, findings } = read(text);
    desk.report(`${folder}/${name}`, ...findings);
    return value;
  };
  const client: Client = {
    ...profile,
    sources,
    targets: await table('targets.csv', (text) => readTargets(text, house.metrics)),
    mediaPlan: await table('media-plan.csv', readMediaPlan),
    work: await table('work.csv', (text) => readWork(text, house.people)),
    plan: await table('plan.csv', (text) => readPlan(text, house.people)),
    events: await table('events.csv', readEvents),
    initiatives: await table('initiatives.csv', readInitiatives),
    notes: await loadNotes(id, house.people, desk),
    exports,
  };
  await warnOfStrangers(desk, folder, CLIENT_FILES);
  return client;
}

/** A client as far as `client.json` tells: nothing else of the folder is read, so nothing of that is in the value. */
export async function loadOutline(id: string, house: House, desk: Desk): Promise<Client> {
  return {
    ...(await loadProfile(id, `${CLIENTS_FOLDER}/${id}/client.json`, house, desk)),
    ...{ sources: { sources: {}, precedence: {} }, notes: {}, exports: [] },
    ...{ targets: [], mediaPlan: [], work: [], plan: [], events: [], initiatives: [] },
  };
}

type Profile = Omit<
  Client,
  'sources' | 'targets' | 'mediaPlan' | 'work' | 'plan' | 'events' | 'initiatives' | 'notes' | 'exports'
>;

/** `client.json` with the agency's language, currency and zone where it states none. */
async function loadProfile(id: string, file: string, house: House, desk: Desk): Promise<Profile> {
  const { agency, people, metrics } = house;
  const text = await desk.text(file);
  const read = text === null ? null : readJsonFile(text, clientSchema);
  if (text === null && (await desk.reach(file)) === 'absent') desk.report(file, NO_CLIENT_FILE);
  if (read !== null) desk.report(file, ...read.findings);
  const document = read?.document ?? null;
  if (document !== null) {
    const person = personReference(people.map((each) => each.id));
    desk.report(
      file,
      ...danglingNames(document, ['manager'], person),
      ...danglingNames(document, ['team', '*'], person),
      ...repeatedNames(document, ['team', '*']),
      ...danglingNames(document, ['kpis', '*'], metricReference(Object.keys(metrics))),
      ...repeatedNames(document, ['kpis', '*']),
      ...repeatedNames(document, ['reports', '*']),
      ...(await faultyPictures(desk, document, ['brand', 'logo'], 'error')),
      ...picturesOfOthers(document, ['brand', 'logo'], [id]),
    );
  }
  const otherwise = { name: id };
  const told = read?.value ?? (text === null ? null : standIn({ text, document }, clientSchema, otherwise));
  const given = withoutSchema(told ?? clientSchema.parse(otherwise));
  return {
    ...given,
    id,
    locale: given.locale ?? agency.locale,
    currency: given.currency ?? agency.currency,
    timeZone: given.timeZone ?? agency.timeZone,
    kpis: given.kpis ?? [],
  };
}

const NO_CLIENT_FILE = {
  code: 'file-missing',
  severity: 'error' as const,
  found: { ru: 'файла нет', en: 'no such file' },
  expected: { ru: 'client.json в папке клиента', en: 'client.json in the client’s folder' },
  mend: { ru: 'создайте файл хотя бы с полем {"name": "…"}', en: 'make the file with at least {"name": "…"}' },
};

/** `sources.json`: rules for exports that do not explain themselves. */
async function loadSources(file: string, known: string[], house: House, desk: Desk): Promise<SourceRules> {
  const text = await desk.text(file);
  if (text === null) return { sources: {}, precedence: {} };
  const { value, document, findings } = readJsonFile(text, sourcesSchema);
  desk.report(file, ...findings);
  if (document !== null) {
    const additive = Object.values(house.metrics)
      .filter(({ kind }) => kind === 'additive')
      .map(({ id }) => id);
    const formats = knownFormats(house.metrics).map(({ id }) => id);
    const source = sourceReference([...new Set(known)]);
    desk.report(
      file,
      ...danglingNames(document, ['sources', '*'], source, true),
      ...danglingNames(document, ['sources', '*', 'format'], formatReference(formats)),
      ...danglingNames(document, ['sources', '*', 'columns', '*'], metricReference([...additive, 'date'])),
      ...danglingNames(document, ['sources', '*', 'results', '*'], metricReference(additive)),
      ...danglingNames(document, ['precedence', '*'], metricReference(additive), true),
      ...danglingNames(document, ['precedence', '*', '*'], source),
    );
  }
  const { sources, precedence } = value ?? standIn({ text, document }, sourcesSchema, {});
  return { sources, precedence };
}
