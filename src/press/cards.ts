import { extname } from 'node:path';
import { localText } from '../locale/text.ts';
import type { Locale } from '../types/locale.ts';
import type { AgencyCard, ClientCard, MetricCard, PersonCard } from '../types/report.ts';
import type { Agency, Client, Metric, Person, Workspace } from '../types/workspace.ts';

/** What a page may show of the agency, the client and the people: chosen fields in one language, pictures by asset name. */

export function agencyCard(agency: Agency, locale: Locale): AgencyCard {
  return {
    name: localText(agency.name, locale),
    legalName: localText(agency.legalName, locale),
    site: agency.site ?? null,
    email: agency.email ?? null,
    phone: agency.phone ?? null,
    logo: assetName('agency-logo', agency.brand.logo),
    font: agency.brand.font,
    colours: agency.brand.colours,
  };
}

export function clientCard(client: Client): ClientCard {
  return {
    id: client.id,
    name: client.name,
    legalName: client.legalName ?? null,
    site: client.site ?? null,
    logo: assetName('client-logo', client.brand.logo),
    accent: client.brand.accent ?? null,
    services: client.services.map((service) => localText(service, client.locale)),
  };
}

export function personCard(person: Person, locale: Locale): PersonCard {
  return {
    name: localText(person.name, locale),
    role: localText(person.role, locale),
    photo: assetName(`person-${person.id}`, person.photo),
    email: person.email ?? null,
    phone: person.phone ?? null,
    timeZone: person.timeZone ?? null,
  };
}

export function metricCard(metric: Metric, locale: Locale): MetricCard {
  return {
    id: metric.id,
    name: metric.names[locale],
    about: metric.about?.[locale] ?? null,
    unit: metric.unit,
    better: metric.better,
    decimals: metric.decimals ?? null,
    definition: metric,
  };
}

/** The name a person is shown by: of the people's list, else the free text as it was written. */
export function personName(people: Person[], id: string, locale: Locale): string {
  const person = people.find((one) => one.id === id);
  return person ? localText(person.name, locale) : id;
}

export function findPerson(people: Person[], id: string | undefined, locale: Locale): PersonCard | null {
  const person = people.find((one) => one.id === id);
  return person ? personCard(person, locale) : null;
}

/** Pictures one client's pages need: asset name → path in the workspace. */
export function clientPictures(workspace: Workspace, client: Client): Map<string, string> {
  const pictures = new Map<string, string>();
  const add = (name: string, path: string | undefined) => {
    const asset = assetName(name, path);
    if (asset && path) pictures.set(asset, `data/${path}`);
  };
  add('agency-logo', workspace.agency.brand.logo);
  add('client-logo', client.brand.logo);
  const authors = Object.values(client.notes).map((note) => note.author);
  for (const id of [client.manager, ...client.team, ...authors]) {
    const person = workspace.people.find((one) => one.id === id);
    if (person) add(`person-${person.id}`, person.photo);
  }
  return pictures;
}

function assetName(name: string, path: string | undefined): string | null {
  return path ? `${name}${extname(path).toLowerCase()}` : null;
}
