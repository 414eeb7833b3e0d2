import { describe, expect, it } from 'vitest';
import { lines, load } from './memory.ts';

/** An agency in roubles whose client says nothing of money, language or zone. */
const AGENCY = `{
  "name": "Маяк",
  "brand": { "colours": { "accent": "#1f4fd8" } },
  "locale": "ru",
  "currency": "RUB",
  "timeZone": "Europe/Moscow",
  "taxes": [{ "id": "vat", "name": "НДС", "rate": "0.2", "from": "2026-01-01" }]
}`;
const PEOPLE = `[
  { "id": "anna", "name": "Анна", "role": "менеджер", "email": "anna@example.com" },
  { "id": "boris", "name": "Борис", "role": "директолог" }
]`;
const METRICS = `[
  { "id": "calls", "kind": "additive", "names": { "ru": "Звонки", "en": "Calls" }, "unit": "count", "better": "higher" },
  { "id": "orders", "kind": "additive", "names": { "ru": "Заказы", "en": "Orders" }, "unit": "count", "better": "higher" }
]`;
const CLIENT = `{
  "name": "Отель",
  "site": "https://hotel.example",
  "currency": "USD",
  "manager": "anna",
  "team": ["boris"],
  "kpis": ["calls", "orders"]
}`;
const FILES = {
  'data/agency.json': AGENCY,
  'data/people.json': PEOPLE,
  'data/metrics.json': METRICS,
  'data/clients/hotel/client.json': CLIENT,
};

const without = (text: string, part: string, instead = ''): string => {
  expect(text).toContain(part);
  return text.replace(part, instead);
};

describe('one mistake in a file that others are checked against', () => {
  it.each([
    ['a colour', 'data/agency.json', without(AGENCY, '#1f4fd8', '#1f4')],
    ['a comma too many', 'data/agency.json', without(AGENCY, '"ru",', '"ru",,')],
    ['a comma too few', 'data/agency.json', without(AGENCY, '},\n  "locale"', '}\n  "locale"')],
    ['a wrong rate', 'data/agency.json', without(AGENCY, '"0.2"', '0.2')],
    ['an address', 'data/people.json', without(PEOPLE, 'anna@')],
    ['a person without a role', 'data/people.json', without(PEOPLE, ', "role": "директолог"')],
    ['a comma too few between people', 'data/people.json', without(PEOPLE, '},', '}')],
    ['a quotation mark too few', 'data/people.json', without(PEOPLE, '"Анна"', '"Анна')],
    ['a comma too few within a metric', 'data/metrics.json', without(METRICS, '"additive",', '"additive"')],
    ['a unit nobody knows', 'data/metrics.json', without(METRICS, '"count"', '"pieces"')],
    ['a comma at the end of a list', 'data/metrics.json', without(METRICS, '}\n]', '},\n]')],
    ['a site that is no address', 'data/clients/hotel/client.json', without(CLIENT, 'https://')],
    ['an unknown field', 'data/clients/hotel/client.json', without(CLIENT, '"manager"', '"size": 3, "manager"')],
  ])('is told alone: %s in %s', async (_, file, text) => {
    const { value, problems } = await load({ ...FILES, [file]: text });
    expect([...new Set(problems.map((one) => one.file))], lines(problems).join('\n')).toEqual([file]);
    expect(value.agency).toMatchObject({ locale: 'ru', currency: 'RUB', timeZone: 'Europe/Moscow' });
    expect(value.clients).toMatchObject([{ currency: 'USD', manager: 'anna' }]);
  });

  it('leaves a client its name, by which others are kept from showing it', async () => {
    const { value } = await load({ ...FILES, 'data/clients/hotel/client.json': without(CLIENT, '"USD"', '"US"') });
    expect(value.clients).toMatchObject([{ name: 'Отель', site: 'https://hotel.example', currency: 'RUB' }]);
  });

  it('leaves the rules of other sources as they are', async () => {
    const rules = (form: string) => `{
      "sources": { "direct": { "dateForm": "${form}", "channel": "search" }, "crm": { "currency": "USD" } },
      "precedence": { "calls": ["crm"] }
    }`;
    const exports = {
      'data/clients/hotel/exports/direct/a.csv': 'x',
      'data/clients/hotel/exports/crm/a.csv': 'x',
    };
    const { value, problems } = await load({
      ...FILES,
      ...exports,
      'data/clients/hotel/sources.json': rules('d.m.y'),
    });
    expect(lines(problems)).toEqual([
      'error hotel data/clients/hotel/sources.json:2:sources.direct.dateForm unknown-value',
    ]);
    expect(value.clients[0]?.sources).toEqual({
      sources: { direct: { channel: 'search' }, crm: { currency: 'USD' } },
      precedence: { calls: ['crm'] },
    });
  });

  it('does not hide what is wrong elsewhere', async () => {
    const { problems } = await load({
      ...FILES,
      'data/people.json': without(PEOPLE, 'anna@'),
      'data/clients/hotel/client.json': without(CLIENT, '"anna"', '"vera"'),
    });
    expect(lines(problems)).toEqual([
      'error - data/people.json:2:0.email bad-value',
      'error hotel data/clients/hotel/client.json:5:manager unknown-person',
    ]);
  });

  it('leaves nothing of a file that is no JSON of any kind', async () => {
    const client = without(CLIENT, '"USD"', '"USD", "locale": "ru"');
    const files = { ...FILES, 'data/clients/hotel/client.json': client };
    const { value, problems } = await load({ ...files, 'data/agency.json': 'locale: ru' });
    expect(lines(problems)).toEqual(['error - data/agency.json:1:1 json-syntax']);
    expect(value.agency).toMatchObject({ name: '—', locale: 'en', currency: 'USD' });
  });
});
