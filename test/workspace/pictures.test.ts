import { describe, expect, it } from 'vitest';
import { loadWorkspace } from '../../src/workspace/load.ts';
import { pictureFinding } from '../../src/workspace/pictures.ts';
import { loadProposals } from '../../src/workspace/proposals/load-proposals.ts';
import { lines, load, memory, ROOT } from './memory.ts';

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const svg = (inside: string) => bytes(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`);
const codeOf = (path: string, content: Uint8Array) => pictureFinding(path, content)?.code;

describe('a picture', () => {
  it.each([
    ['a.png', bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')],
    ['a.jpg', bytes('\xff\xd8\xff\xe0\0\x10JFIF')],
    ['a.JPEG', bytes('\xff\xd8\xff\xdb')],
    ['a.webp', bytes('RIFF\x24\0\0\0WEBPVP8 ')],
    ['a.svg', svg('<rect fill="url(#g)"/><use xlink:href="#a"/><image href="data:image/png;base64,AA=="/>')],
    ['a.svg', svg('<a href="https://example.com"><text>on=1</text></a>')],
    ['a.svg', bytes('\ufeff<!-- made by hand --><svg:svg xmlns:svg="http://www.w3.org/2000/svg"/>')],
    ['a.svg', bytes('<!DOCTYPE svg [<!ENTITY ns_svg "http://www.w3.org/2000/svg">]><svg xmlns="&ns_svg;"/>')],
  ])('is taken as what its name says: %s', (path, content) => expect(pictureFinding(path, content)).toBeNull());

  it.each([
    ['a.png', bytes('<!doctype html><title>Sign in</title>')],
    ['a.png', bytes('\xff\xd8\xff\xe0')],
    ['a.jpg', bytes('')],
    ['a.webp', bytes('RIFF\x24\0\0\0WAVE')],
    ['a.svg', bytes('not a picture')],
  ])('is refused when it is something else: %s', (path, content) =>
    expect(codeOf(path, content)).toBe('not-a-picture'),
  );

  it.each([
    '<script>alert(1)</script>',
    '<rect onclick="alert(1)"/>',
    '<image xlink:href="https://cdn.example/a.png"/>',
    "<use href='sprite.svg#a'/>",
    '<rect fill="url(https://cdn.example/a.svg#x)"/>',
    '<style>@import "a.css";</style>',
    '<!DOCTYPE svg [<!ENTITY logo SYSTEM "logo.xml">]>',
  ])('is refused when it is not alone: %s', (inside) => expect(codeOf('a.svg', svg(inside))).toBe('picture-not-alone'));

  it('of another client fails, and so does one of any client that the agency would show to all', async () => {
    const own = await load({
      ...{ 'data/clients/hotel/client.json': '{"name": "x",\n "brand": {"logo": "clients/garden/logo.svg"}}' },
      ...{ 'data/clients/garden/client.json': '{"name": "y",\n "brand": {"logo": "clients/garden/logo.svg"}}' },
      'data/clients/garden/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    });
    const told = lines(own.problems).filter((line) => line.includes('logo'));
    expect(told).toEqual(['error hotel data/clients/hotel/client.json:2:brand.logo picture-of-other']);
    const house = { name: 'Маяк', locale: 'ru', currency: 'RUB', timeZone: 'Europe/Moscow' };
    const all = await load({
      'data/agency.json': JSON.stringify({ ...house, brand: { logo: 'clients/garden/logo.svg' } }),
      'data/clients/garden/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    });
    expect(lines(all.problems).filter((line) => line.includes('picture'))).toEqual([
      'error - data/agency.json:1:brand.logo picture-of-other',
    ]);
  });

  it('of a client dresses no proposal to somebody else, nor a portrait; works are shown on purpose', async () => {
    const told = async (prospect: string): Promise<string[]> => {
      const { effects } = memory({
        'data/agency.json': '{"name": "Маяк", "locale": "ru", "currency": "RUB", "timeZone": "Europe/Moscow"}',
        'data/clients/garden/client.json': '{"name": "Сад", "legalName": "ООО «Сад»"}',
        'data/clients/garden/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
        'content/proposals/offer.mdx':
          `---\nprospect: { name: ${prospect}, logo: clients/garden/logo.svg }\n` +
          'theme: { cover: clients/garden/logo.svg }\n' +
          'references:\n  - { title: Сад, own: yes, picture: clients/garden/logo.svg }\n---\n',
      });
      const { value } = await loadWorkspace(ROOT, effects);
      const { problems } = await loadProposals(value, effects);
      return lines(problems).filter((line) => line.includes('picture'));
    };
    expect(await told('Роща')).toEqual([
      'error - content/proposals/offer.mdx:2:prospect.logo picture-of-other',
      'error - content/proposals/offer.mdx:3:theme.cover picture-of-other',
    ]);
    expect(await told('сад')).toEqual([]);
    expect(await told('ООО "Сад"')).toEqual([]);

    const { value, problems } = await load({
      'data/people.json': '[{"id": "anna", "name": "A", "role": "r", "photo": "clients/garden/logo.svg"}]',
      'data/clients/garden/client.json': '{"name": "y"}',
      'data/clients/garden/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    });
    expect(lines(problems).filter((line) => line.includes('picture'))).toEqual([
      'warning - data/people.json:1:0.photo picture-of-other',
    ]);
    expect(value.people).toEqual([{ id: 'anna', name: 'A', role: 'r' }]);
  });

  it('that is none fails where it is a logo, and is only told and left out where it is a portrait', async () => {
    const { value, problems } = await load({
      'data/people.json': '[{"id": "anna", "name": "A", "role": "r", "photo": "people/anna.png"}]',
      'data/people/anna.png': 'x',
      'data/clients/hotel/client.json': '{"name": "x",\n "brand": {"logo": "logo.svg"}}',
      'data/logo.svg': 'x',
    });
    expect(lines(problems)).toEqual([
      'warning - data/people.json:1:0.photo not-a-picture',
      'error hotel data/clients/hotel/client.json:2:brand.logo not-a-picture',
    ]);
    expect(value.people).toEqual([{ id: 'anna', name: 'A', role: 'r' }]);
  });
});
