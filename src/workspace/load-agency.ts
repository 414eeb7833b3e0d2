import type { z } from 'zod';
import type { Agency, CurrencyRate, Metric, Person } from '../types/workspace.ts';
import { faultyPictures, picturesOfOthers } from './cross-checks.ts';
import type { Desk } from './desk.ts';
import { quoted, type Finding } from './findings.ts';
import { duplicateId, idOf } from './ids.ts';
import { placeOf, readJsonFile, textsAt, withoutSchema } from './json-file.ts';
import { readItemsApart, type JsonDocument } from './json-reader.ts';
import { builtinMetrics, readMetrics } from './metrics.ts';
import { agencySchema } from './schemas/agency.ts';
import { peopleSchema, personSchema } from './schemas/people.ts';
import { soundPart, standIn } from './stand-in.ts';
import { readCurrencyRates } from './tables/currency-rates.ts';

const AGENCY_FILE = 'data/agency.json';
const PEOPLE_FILE = 'data/people.json';
const METRICS_FILE = 'data/metrics.json';
const RATES_FILE = 'data/currency-rates.csv';

/** `data/agency.json`; what can be told of the agency when the file is broken or absent, which its problems say. */
export async function loadAgency(desk: Desk): Promise<Agency> {
  const text = await desk.text(AGENCY_FILE);
  if (text === null) {
    if ((await desk.reach(AGENCY_FILE)) === 'absent') desk.report(AGENCY_FILE, NO_AGENCY);
    return agencyOf(agencySchema.parse(NAMELESS));
  }
  const { value, document, findings } = readJsonFile(text, agencySchema);
  desk.report(AGENCY_FILE, ...findings);
  if (value !== null && document !== null) {
    desk.report(AGENCY_FILE, ...taxesThatEndFirst(value.taxes, document), ...taxesTwice(value.taxes, document));
  }
  if (document !== null) {
    desk.report(AGENCY_FILE, ...(await faultyPictures(desk, document, ['brand', 'logo'], 'error')));
    desk.report(AGENCY_FILE, ...picturesOfOthers(document, ['brand', 'logo'], []));
  }
  return agencyOf(value ?? standIn({ text, document }, agencySchema, NAMELESS));
}

/** Days are written so that their texts compare as they do. */
function taxesThatEndFirst(taxes: Agency['taxes'], document: JsonDocument): Finding[] {
  return taxes.flatMap(({ from, to }, index) => {
    if (to === undefined || to >= from) return [];
    return [
      {
        code: 'bad-value',
        severity: 'error' as const,
        ...placeOf(document, ['taxes', index, 'to']),
        found: quoted(to),
        expected: { ru: `день не раньше начала (${from})`, en: `a day not before the start (${from})` },
        mend: {
          ru: 'исправьте одну из дат; без to ставка действует бессрочно',
          en: 'correct one of the dates; without “to” the rate has no end',
        },
      },
    ];
  });
}

/** Two rates of one tax that begin on the same day: nobody could say which of them holds. */
function taxesTwice(taxes: Agency['taxes'], document: JsonDocument): Finding[] {
  return taxes.flatMap(({ id, from }, index) => {
    const first = taxes.findIndex((tax) => tax.id === id && tax.from === from);
    if (first === index) return [];
    const { row } = placeOf(document, ['taxes', first]);
    return [
      {
        code: 'tax-twice',
        severity: 'error' as const,
        ...placeOf(document, ['taxes', index, 'from']),
        found: { ru: `ещё одна ставка «${id}» с ${from}`, en: `another rate of “${id}” from ${from}` },
        expected: { ru: `одна ставка; первая — строка ${row}`, en: `one rate; the first is on line ${row}` },
        mend: { ru: 'оставьте одну из двух или исправьте дату', en: 'keep one of the two, or correct the day' },
      },
    ];
  });
}

function agencyOf(file: z.output<typeof agencySchema>): Agency {
  const agency = withoutSchema(file);
  return { ...agency, legalName: agency.legalName ?? agency.name };
}

/** Stands in for what is not known of an agency, so that the clients' own files are checked in the same run. */
const NAMELESS = { name: '—', locale: 'en', currency: 'USD', timeZone: 'UTC' };

const NO_AGENCY = {
  code: 'file-missing',
  severity: 'error' as const,
  found: { ru: 'файла нет', en: 'no such file' },
  expected: { ru: 'файл data/agency.json в рабочей папке', en: 'the file data/agency.json in the workspace' },
  mend: {
    ru: 'укажите рабочую папку (--workspace) или создайте файл с полями name, locale, currency, timeZone',
    en: 'name the workspace (--workspace) or make the file with name, locale, currency, timeZone',
  },
};

/** `data/people.json`; of people whose entries are broken what can be told, which the problems say. */
export async function loadPeople(desk: Desk): Promise<Person[]> {
  const text = await desk.text(PEOPLE_FILE);
  if (text === null) return [];
  const { document, findings } = readJsonFile(text, peopleSchema);
  desk.report(PEOPLE_FILE, ...findings);
  if (document === null) return readItemsApart(text).flatMap((item) => personOf(item) ?? []);
  desk.report(PEOPLE_FILE, ...repeatedIds(document));
  // A missing portrait spoils no document: the page shows initials.
  const others = picturesOfOthers(document, ['*', 'photo'], []);
  const pictures = [
    ...(await faultyPictures(desk, document, ['*', 'photo'], 'warning')),
    ...others.map((finding): Finding => ({ ...finding, severity: 'warning' })),
  ];
  desk.report(PEOPLE_FILE, ...pictures);
  const without = new Set(pictures.map(({ column }) => column));
  const items = Array.isArray(document.value) ? document.value : [];
  return items.flatMap((item, index) => {
    const person = personOf(item);
    if (person === null) return [];
    const { photo, ...rest } = person;
    return [photo === undefined || without.has(`${index}.photo`) ? rest : { ...rest, photo }];
  });
}

/** `null` for an entry without an id that anybody could refer to. */
function personOf(item: unknown): z.output<typeof personSchema> | null {
  const id = idOf(item);
  return id === null ? null : soundPart(item, personSchema, { id, name: '—', role: '—' });
}

/** Also ids that differ only by letter case, which the schema refuses one by one. */
function repeatedIds(document: JsonDocument) {
  const seen = new Set<string>();
  return textsAt(document, ['*', 'id']).flatMap(({ text, path }) => {
    const id = text.toLowerCase();
    if (seen.has(id)) return [duplicateId(text, placeOf(document, path))];
    seen.add(id);
    return [];
  });
}

/** The built-in metrics with `data/metrics.json` over them. */
export async function loadMetrics(desk: Desk): Promise<Record<string, Metric>> {
  const text = await desk.text(METRICS_FILE);
  if (text === null) return builtinMetrics();
  const { value, findings } = readMetrics(text);
  desk.report(METRICS_FILE, ...findings);
  return value;
}

/** `data/currency-rates.csv`; without the file no money is ever converted. */
export async function loadCurrencyRates(desk: Desk): Promise<CurrencyRate[]> {
  const text = await desk.text(RATES_FILE);
  if (text === null) return [];
  const { value, findings } = readCurrencyRates(text);
  desk.report(RATES_FILE, ...findings);
  return value;
}
