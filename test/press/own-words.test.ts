import { expect, it } from 'vitest';
import type { Proposal } from '../../src/types/proposal.ts';
import type { Workspace } from '../../src/types/workspace.ts';
import { viewsOf } from '../../src/press/seal/reading/views.ts';
import { hostsOf } from '../../src/press/seal/subjects.ts';
import { termProof } from '../../src/press/seal/words/term-proof.ts';
import { ownWords, readersWords } from '../../src/press/seal/words/vocabulary.ts';
import { load } from '../workspace/memory.ts';

const HOME = 'data/clients/hotel';

const subjectsOf = (workspace: Workspace) => ({
  ...{
    workspace: { ...workspace, templates: {} },
    addresses: { templates: [], lessons: [] },
    proposals: [],
    priced: [],
    secrets: [],
    mentors: [],
  },
});

it('a client without its tables is looked for, and may lead, as with all of them', async () => {
  const { value: workspace, problems } = await load({
    [`${HOME}/client.json`]:
      '{"name": "ООО «Высокий берег»", "site": "https://berth.example", "contacts": [{"name": "Ольга", "email": "o@berth.example"}]}',
    [`${HOME}/work.csv`]:
      'date,area,title,person,hours,status,link,effect\n2026-10-05,Сайт,Форма,Анна,2,done,https://tracker.example/tasks/17,\n2026-10-06,Сайт,Меню,Анна,1,done,,\n',
    [`${HOME}/events.csv`]: 'date,title\n2026-10-10,Статья: https://press.example/hotel\n2026-10-11,Выходной\n',
    [`${HOME}/initiatives.csv`]:
      'id,title,horizon,start,due,progress,status,note\nsite,Новый сайт,year,2026-01-01,2026-12-31,40,active,План: https://plan.example/site-2026\n',
    'content/reports/notes/hotel/2026-10.mdx':
      '---\nsummary: Хороший месяц.\n---\n\nСм. [разбор](https://wiki.example/hotel/october), всё там.\n',
  });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const lean = { ...workspace, clients: workspace.clients.map(ownWords) };
  expect(lean.clients[0]!.work).toHaveLength(1);
  expect(JSON.stringify(lean)).not.toContain('Хороший месяц');

  const told = readersWords(subjectsOf(workspace), []);
  expect(readersWords(subjectsOf(lean), [])).toEqual(told);
  expect(told.terms.map(({ text }) => text)).toContain('tracker.example/tasks/17');
  const hosts = hostsOf(subjectsOf(workspace));
  expect(hostsOf(subjectsOf(lean))).toEqual(hosts);
  expect([...hosts.get('reports/hotel')!].sort()).toEqual([
    ...['berth.example', 'plan.example', 'press.example', 'tracker.example', 'wiki.example'],
  ]);
});

it('a company is told apart by what its name and site become in addresses', async () => {
  const { value: workspace } = await load({
    [`${HOME}/client.json`]: '{"name": "ООО «Высокий берег»", "site": "https://высокий-берег.example"}',
  });
  const words = new Set(readersWords(subjectsOf(workspace), []).terms.map(({ text }) => text));
  for (const word of [
    'высокий берег',
    'высокий-берег',
    'высокий_берег',
    'высокий+берег',
    'высокий-берег.example',
    'xn----btbbgjarih3b2ae3k.example',
  ])
    expect([...words]).toContain(word);
});

it('a company whose site is a page among those of many is told by the page, and the platform by nobody', async () => {
  const { value: workspace } = await load({
    [`${HOME}/client.json`]: '{"name": "Берег", "site": "https://www.vk.com/high_berth/"}',
    'data/clients/garden/client.json': '{"name": "Сад", "site": "https://t.me"}',
  });
  const { terms } = readersWords(subjectsOf(workspace), []);
  const sites = terms.filter(({ kind }) => kind === 'domain' || kind === 'link');
  expect(sites.map(({ text, owners }) => [text, ...owners])).toEqual([['vk.com/high_berth', 'reports/hotel']]);
  const told = (page: string) =>
    termProof(terms).told(viewsOf('a.html', Buffer.from(`<a href="${page}">x</a>`)), 'reports/garden').traces.length;
  expect(told('https://vk.com/high_berth?w=wall-1')).toBe(1);
  for (const page of ['https://vk.com/high_berth2', 'https://vk.com/', 'https://vk.com/garden'])
    expect(told(page)).toBe(0);
});

it('a contact is told apart as lists have people, the surname first, whichever end of the name it is written at', async () => {
  const contacts = ['Анна Бах', 'Grant May', 'Parker Chi Son', 'Ольга', 'Maria del Carmen Ruiz'].map((name, i) => ({
    ...{ name, email: `${i}@berth.example` },
  }));
  const { value: workspace } = await load({ [`${HOME}/client.json`]: JSON.stringify({ name: 'Берег', contacts }) });
  const names = readersWords(subjectsOf(workspace), []).terms.flatMap(({ kind, text }) =>
    kind === 'name' ? text : [],
  );
  expect(names.sort()).toEqual([
    ...['chi son, parker', 'grant may', 'hotel', 'maria del carmen ruiz', 'may, grant', 'parker chi son'],
    ...['son, parker chi', 'анна бах', 'бах анна', 'бах, анна', 'берег', 'ольга'],
  ]);
});

it('nobody is told by a name that is a part of what every folder may show', async () => {
  const { value: workspace } = await load({
    'data/people.json': '[{"id": "anna", "name": "Анна Лебедева", "role": "SEO"}]',
    [`${HOME}/client.json`]:
      '{"name": "Высокий берег", "contacts": [{"name": "Анна", "email": "a@berth.example"}, {"name": "Анна Бах", "email": "b@berth.example"}]}',
  });
  const { terms, unsearched } = readersWords(subjectsOf(workspace), []);
  expect(terms.filter(({ kind }) => kind === 'name').map(({ text }) => text)).toEqual(
    expect.arrayContaining(['высокий берег', 'анна бах']),
  );
  expect(terms.map(({ text }) => text)).not.toContain('анна');
  expect(unsearched).toContain('анна');
});

it('nobody is told by the given name alone of a contact where another contact has it within a whole name', async () => {
  const { value: workspace } = await load({
    [`${HOME}/client.json`]:
      '{"name": "Парк", "contacts": [{"name": "Елена", "email": "e@berth.example"}, {"name": "Зубастов", "email": "z@berth.example"}, {"name": "Парк", "email": "pa@berth.example"}]}',
    'data/clients/garden/client.json':
      '{"name": "Сад", "contacts": [{"name": "Елена Бах", "email": "b@garden.example"}, {"name": "Парк Чи Сон", "email": "p@garden.example"}]}',
  });
  const { terms, unsearched } = readersWords(subjectsOf(workspace), []);
  const told = terms.map(({ text }) => text);
  // «Сад» is too short to tell anything.
  expect(unsearched).toEqual(['елена', 'сад']);
  expect(told).not.toContain('елена');
  // The client itself is called so.
  expect(told).toEqual(expect.arrayContaining(['елена бах', 'зубастов', 'парк', 'e@berth.example']));
});

it('what is offered to a client may name the client, whose folders stay nobody else’s', async () => {
  const { value: workspace } = await load({
    [`${HOME}/client.json`]:
      '{"name": "Larch & Co", "site": "https://hotel.example", "contacts": [{"name": "Emma Reed", "email": "e@hotel.example"}]}',
  });
  const offer = (id: string, name: string) =>
    ({ id, number: id, prospect: { name }, contact: {}, publish: { as: 'open' } }) as unknown as Proposal;
  const proposals = [offer('larch-seo', 'LARCH & Co'), offer('berth-site', 'Berth')];
  const { terms } = readersWords({ ...subjectsOf(workspace), proposals }, []);
  const ownersOf = (text: string) => [...terms.find((term) => term.text === text)!.owners].sort();
  for (const text of ['hotel', 'larch & co', 'hotel.example', 'e@hotel.example', 'emma reed']) {
    expect(ownersOf(text)).toEqual(['proposals/larch-seo', 'reports/hotel']);
  }
  expect(ownersOf('clients/hotel/')).toEqual(['reports/hotel']);
  expect(ownersOf('larch-seo')).toEqual(['proposals/larch-seo']);
});

it('a prospect is told by the long numbers of its requisites, but for those the agency has too', async () => {
  const { value } = await load({
    'data/agency.json':
      '{"name": "Маяк", "locale": "ru", "currency": "RUB", "timeZone": "Europe/Moscow", "requisites": ["ИНН 7707083893"]}',
  });
  const requisites = [
    'ИНН 7812345674, КПП 781201001',
    'Р/с 4070 2810 9000 0000 0001 в банке, БИК 044525225',
    'офис 12345678',
  ];
  const offer = { id: 'larch-seo', number: '1', prospect: { name: 'Larch', requisites }, contact: {}, publish: {} };
  const { terms } = readersWords({ ...subjectsOf(value), proposals: [offer as unknown as Proposal] }, []);
  const numbers = terms.flatMap(({ text, owners }) => (/^[\d ]{5,}$/.test(text) ? [[text, ...owners]] : []));
  const owner = 'proposals/larch-seo';
  expect(numbers).toEqual([
    ['7812345674', owner],
    ...[
      ['4070 2810 9000 0000 0001', owner],
      ['40702810900000000001', owner],
    ],
  ]);
});

it('a phone with an extension tells by its number, as it is written and as it is dialled', async () => {
  const { value: workspace } = await load();
  const contact = { phone: '+7 495 123-45-67 (доб. 123)' };
  const offer = { id: 'larch-seo', number: '1', prospect: { name: 'Larch' }, contact, publish: { as: 'open' } };
  const { terms } = readersWords({ ...subjectsOf(workspace), proposals: [offer as unknown as Proposal] }, []);
  const phones = terms.flatMap(({ kind, text }) => (kind === 'phone' ? [text] : []));
  expect(phones).toEqual(expect.arrayContaining(['495 123-45-67', '495) 123-45-67', '74951234567', '84951234567']));
  // What holds another form of the number would tell one place twice.
  expect(phones.filter((form) => form.includes('доб'))).toEqual([]);
});
