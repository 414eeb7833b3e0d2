import { describe, expect, it } from 'vitest';
import type { Proposal } from '../../src/types/proposal.ts';
import { viewsOf } from '../../src/press/seal/reading/views.ts';
import { termProof } from '../../src/press/seal/words/term-proof.ts';
import type { Vocabulary } from '../../src/press/seal/words/vocabulary.ts';
import { readersWords } from '../../src/press/seal/words/vocabulary.ts';
import { load } from '../workspace/memory.ts';

const HOTEL = {
  name: 'Тихий дом',
  legalName: 'ООО «Тихий дом»',
  site: 'https://тихий-дом.example',
  contacts: [{ name: 'Ольга Бах', email: 'olga@тихий-дом.example' }],
};

interface Told {
  garden?: object;
  agency?: object;
  hotel?: object;
  files?: Record<string, string>;
  lessons?: string[];
  proposals?: unknown[];
}

/** What an agency looks for that has a hotel, a garden and a workshop. */
async function words({ garden, agency, hotel, files, lessons = [], proposals = [] }: Told): Promise<Vocabulary> {
  const house = { name: 'Маяк', locale: 'ru', currency: 'RUB', timeZone: 'Europe/Moscow', ...agency };
  const { value, problems } = await load({
    'data/agency.json': JSON.stringify(house),
    'data/clients/hotel/client.json': JSON.stringify({ ...HOTEL, ...hotel }),
    'data/clients/garden/client.json': JSON.stringify({ name: 'Сад у реки', ...garden }),
    'data/clients/workshop/client.json': '{"name": "Столярная верфь"}',
    ...files,
  });
  expect(problems.filter(({ code, severity }) => severity === 'error' && code !== 'no-exports')).toEqual([]);
  const workspace = { ...value, templates: {} };
  return readersWords({ workspace, proposals: proposals as Proposal[], addresses: { templates: [], lessons } }, []);
}

/** What a page of a folder is seen to say of others: leaks by their kinds, and what it says on purpose. */
function seen({ terms }: Vocabulary, text: string, owner = 'reports/garden'): string[] {
  const { traces } = termProof(terms).told(viewsOf('a.html', Buffer.from(`<p>${text}</p>`)), owner);
  return traces.map(({ term, mention }) => (mention === undefined ? `${term.kind}: ${term.text}` : `“${mention}”`));
}

describe('what an author names on purpose', () => {
  it('passes in that client’s folder alone, as far as it is said under “mentions”', async () => {
    const told = await words({ garden: { mentions: ['Тихий дом'] } });
    expect(seen(told, 'Вместе с «Тихий дом» мы')).toEqual(['“тихий дом”']);
    expect(seen(told, 'Вместе с «Тихий дом» мы', 'reports/workshop')).toEqual(['name: тихий дом']);
    expect(seen(told, 'Вместе с ООО «Тихий дом» мы')).toContain('name: ооо "тихий дом"');
    expect(seen(told, 'Тихий дом, тихий-дом.example')).toContain('domain: тихий-дом.example');
    expect(seen(await words({}), 'Вместе с «Тихий дом» мы')).toEqual(['name: тихий дом']);
  });

  it('is told as a leak where it also stands as something else', async () => {
    const told = await words({ garden: { mentions: ['дом отдыха Тихий дом'] } });
    expect(seen(told, 'дом отдыха Тихий дом')).toEqual(['“дом отдыха тихий дом”']);
    expect(seen(told, 'дом отдыха Тихий дом и просто Тихий дом')).toEqual(['name: тихий дом']);
  });

  it('may be a site, in either spelling, and then its pages; a mail of it stays a leak, and a person', async () => {
    for (const site of ['https://www.тихий-дом.example/', 'тихий-дом.example', 'xn----htbkafun0a2a.example']) {
      const told = await words({ garden: { mentions: [site] } });
      expect(seen(told, '<a href="https://тихий-дом.example/news">x</a>'), site).toContain('“тихий-дом.example”');
      expect(seen(told, 'olga@тихий-дом.example')).toContain('email: olga@тихий-дом.example');
      expect(seen(told, 'Ольга Бах')).toEqual(['name: ольга бах']);
    }
    const all = await words({ garden: { mentions: ['olga@тихий-дом.example', 'hotel'] } });
    expect(seen(all, 'olga@тихий-дом.example')).toContain('email: olga@тихий-дом.example');
    expect(seen(all, '{"client": "hotel"}')).toContain('path: "client": "hotel"');
  });

  it('is as good in a proposal', async () => {
    const offer = { id: 'site-dew', number: '7', prospect: { name: 'Роса' }, contact: {}, publish: { as: 'open' } };
    const told = await words({ proposals: [{ ...offer, mentions: ['Тихий дом'] }] });
    expect(seen(told, 'Мы сделали сайт «Тихий дом»', 'proposals/site-dew')).toEqual(['“тихий дом”']);
    expect(seen(told, 'Мы сделали сайт «Тихий дом»')).toEqual(['name: тихий дом']);
  });
});

describe('what the agency says names nobody', () => {
  it('is looked for nowhere, and listed', async () => {
    const told = await words({ agency: { mentions: ['Тихий дом'] } });
    for (const owner of ['reports/garden', 'reports/workshop', 'handbook', '']) {
      expect(seen(told, 'Построим тихий дом', owner)).toEqual([]);
    }
    expect(told.unsearched).toContain('тихий дом');
    expect(seen(told, 'olga@тихий-дом.example', 'handbook')).toContain('email: olga@тихий-дом.example');
    expect((await words({})).unsearched).not.toContain('тихий дом');
  });

  it('may be a host where many have a page: only the page tells its owner', async () => {
    const told = await words({
      agency: { mentions: ['flowers.example'] },
      hotel: { site: 'https://flowers.example/shop/house-1' },
    });
    expect(seen(told, 'Продажи на flowers.example')).toEqual([]);
    expect(seen(told, '<a href="https://flowers.example/shop/house-1?from=mail">x</a>')).toEqual([
      'link: flowers.example/shop/house-1',
    ]);
  });
});

describe('a host', () => {
  const page = (name: string) => ({ site: `https://flowers.example/${name}` });

  it('where several have different pages is nobody’s, and each page is its owner’s', async () => {
    const told = await words({ hotel: page('first-shop'), garden: page('second-shop') });
    expect(seen(told, 'Продажи на flowers.example', 'reports/workshop')).toEqual([]);
    expect(seen(told, 'https://flowers.example/first-shop')).toEqual(['link: flowers.example/first-shop']);
    expect(seen(told, 'https://flowers.example/second-shop')).toEqual([]);
  });

  it('stays its owner’s where others have pages on it', async () => {
    const told = await words({ hotel: { site: 'https://flowers.example/' }, garden: page('second-shop') });
    expect(seen(told, 'Продажи на flowers.example', 'reports/workshop')).toEqual(['domain: flowers.example']);
  });
});

describe('a link with a path', () => {
  const ARTICLE = 'https://тихий-дом.example/news/garden-1';
  const table = `date,title\n2026-10-10,Статья ${ARTICLE}\n`;

  it('that an event, a summary or a wish gives is this client’s too, and the rest of the site is not', async () => {
    const note = `---\nsummary: Вышла статья ${ARTICLE}\nasks:\n  - Прочтите ${ARTICLE}\n---\n\nХорошо.\n`;
    const given: Record<string, string>[] = [
      { 'data/clients/garden/events.csv': table },
      { 'content/reports/notes/garden/2026-10.mdx': note },
    ];
    for (const files of given) {
      const told = await words({ files });
      expect(seen(told, ARTICLE)).toEqual([]);
      expect(seen(told, 'https://тихий-дом.example/news')).toContain('domain: тихий-дом.example');
      expect(seen(told, ARTICLE, 'reports/workshop')).not.toEqual([]);
    }
  });

  it('that the agency’s own lessons give too is nobody’s', async () => {
    const help = 'https://help.example/support/goals';
    const files = { 'content/reports/notes/garden/2026-10.mdx': `---\nsummary: Ок\n---\n\n[Справка](${help}).\n` };
    expect(seen(await words({ files }), help, 'handbook')).toEqual(['link: help.example/support/goals']);
    expect(seen(await words({ files, lessons: [help] }), help, 'handbook')).toEqual([]);
  });
});
