import { HOSTILE } from './hostile.ts';
import { writeFiles } from './folders.ts';

/** Ninety characters without a place to break a line. */
const WORD = 'Непрерывность'.repeat(7);

const PEOPLE = [
  'Анна Длинная-Предлинная',
  'Олег',
  HOSTILE['script']!,
  'Вера',
  'Илья',
  'Дина',
  'Тимур',
  'Полина',
  'Лев',
];

/** Known to the agency only: no page, document or file of a proposal may hold it. */
export const INTERNAL = {
  rate: '7331',
  rateNote: 'внутренняя ставка для своих',
  comment: 'не показывать клиенту: торгуется до последнего',
  yaml: 'маржа сорок процентов',
  stranger: 'Секретный Сотрудник',
  file: 'protocol-of-haggling',
};

const CONTACT = 'contact: { name: Ольга, timeZone: Asia/Vladivostok, country: RU, email: olga@prospect.example }';

const head = (more: string): string => `date: 2026-11-20\nvalidUntil: 2026-12-20\nauthor: p0\n${more}`;

const ALL_PARTS = [
  '<Cover />',
  '<Brief>\n\nОдин абзац.\n\n</Brief>',
  '<Goals>\n\n- **Цель** Слова\n\n</Goals>',
  '<Approach>\n\n### Шаг\n\nСлова.\n\n</Approach>',
  '<Team />',
];

const SIGNED = ['<Payments />', '<Terms>\n\n### Условие\n\nСлова.\n\n</Terms>', '<Acceptance />'];

const text = (frontmatter: string, parts: string[]): string => `---\n${frontmatter}\n---\n\n${parts.join('\n\n')}\n`;

/** Every text that could do harm or break a layout, where an author may write any text. */
function hostile(): string {
  const [script, handler] = [HOSTILE['script']!, HOSTILE['handler']!];
  const frontmatter = head(`number: "1"
# ${INTERNAL.yaml}
prospect: ${JSON.stringify({ name: `${script}${handler} ${WORD}`, legalName: WORD, requisites: [WORD, script] })}
contact: ${JSON.stringify({ name: `${HOSTILE['closing']} ${WORD}`, role: WORD, timeZone: 'UTC' })}
team: [p1, p2]
estimate: ${JSON.stringify({
    taxMode: 'exempt',
    taxNote: `${script} ${WORD}`,
    packages: ['a', 'b'].map((id) => ({
      id,
      title: `${id} ${WORD}`,
      about: handler,
      recommended: id === 'a' ? 'yes' : 'no',
    })),
    lines: [
      { section: `${script} ${WORD}`, item: `${handler} ${WORD}`, person: 'p2', hours: '1', rate: '10', note: WORD },
      { section: 'Фикс', item: WORD, person: 'p1', price: '123456789.01', package: 'a' },
      { section: 'Фикс', item: HOSTILE['arabic'], person: script, price: '2', package: 'b' },
      { section: WORD, item: HOSTILE['closing'], price: '5', optional: 'yes', note: script },
    ],
  })}
payments: ${JSON.stringify([{ title: `${script} ${WORD}`, due: `${handler} ${WORD}`, part: 'rest' }])}
timeline: ${JSON.stringify({ start: '2026-12-01', steps: [{ title: `${script} ${WORD}`, days: '3', note: WORD, at: '10:00' }] })}
references: ${JSON.stringify([{ title: `${script} ${WORD}`, about: WORD, link: `https://${'a'.repeat(60)}.example` }])}`);
  return text(frontmatter, [
    `{/* ${INTERNAL.comment} */}`,
    ...ALL_PARTS,
    '<Timeline />',
    '<Packages />',
    '<Estimate />',
    '<References />',
    ...SIGNED,
  ]);
}

/** Thirty lines with the tax inside, two rates and discounts of every kind. */
function long(): string {
  const lines = Array.from({ length: 30 }, (_, i) => ({
    section: i < 20 ? 'Большой раздел' : `Раздел ${Math.floor(i / 5)}`,
    item: `Работа номер ${i + 1}, у которой есть название в две строки или около того`,
    person: `p${i % 5}`,
    hours: String(i + 0.25),
    rate: '3333.33',
    discount: i % 4 === 0 ? '12.5%' : '',
    tax: i % 7 === 0 ? '9.975%' : '22%',
  }));
  const estimate = { taxMode: 'inclusive', discount: '1000', sections: [{ title: 'Раздел 5', discount: '5%' }], lines };
  return text(
    head(`number: "2"\nprospect: { name: Длинный }\n${CONTACT}\nestimate: ${JSON.stringify(estimate)}
payments: [{ title: Аванс, due: сразу, part: 33.333% }, { title: Остальное, due: 2026-12-30, part: rest }]`),
    ['<Cover />', '<Estimate />', ...SIGNED],
  );
}

/** A currency without a minor unit, or with a thousandth of one, without pictures and with four packages. */
function foreign(number: string, currency: string, price: string): string {
  const packages = ['a', 'b', 'c', 'd'].map((id) => ({
    id,
    title: `Way ${id}`,
    recommended: id === 'b' ? 'yes' : 'no',
  }));
  const estimate = {
    tax: '10%',
    packages,
    lines: [
      { section: 'Common', item: 'Research', hours: '7.5', rate: price },
      ...packages.flatMap(({ id }, i) =>
        Array.from({ length: i + 1 }, (_, line) => ({ section: 'Work', item: `Part ${line + 1}`, price, package: id })),
      ),
      { section: 'More', item: 'An extra', price, optional: 'yes', discount: '3%' },
      { section: 'Media', item: 'Ads', kind: 'media', price, tax: 'none' },
    ],
  };
  return text(
    head(`number: "${number}"\nlocale: en\ncurrency: ${currency}\nprospect: { name: Prospect }
contact: { name: Mr Smith, timeZone: Asia/Tokyo }\nestimate: ${JSON.stringify(estimate)}
payments: ${JSON.stringify(['25%', '25%', '25%', 'rest'].map((part, i) => ({ title: `Payment ${i + 1}`, due: '2026-12-30', part })))}`),
    [...ALL_PARTS, '<Packages />', '<Estimate />', ...SIGNED],
  );
}

/** Nine people, of whom one has a face, and twelve steps. */
function crowd(): string {
  const team = PEOPLE.map((_, i) => `p${i}`);
  const lines = team.map((person) => ({
    section: 'Всё сразу',
    item: `Работа ${person}`,
    person,
    hours: '8',
    rate: '2000',
  }));
  const steps = Array.from({ length: 12 }, (_, i) => ({
    title: `Шаг ${i + 1}`,
    days: '4',
    side: ['agency', 'client', 'both'][i % 3],
    at: '11:00',
  }));
  return text(
    head(`number: "4"\nprospect: { name: Толпа }\n${CONTACT}\nteam: [${team.join(', ')}]
estimate: ${JSON.stringify({ taxMode: 'exempt', lines })}\npayments: [{ title: Всё, due: 2026-12-30, part: 100% }]
timeline: ${JSON.stringify({ start: '2026-12-21', steps })}`),
    ['<Cover title="Все здесь" />', '<Team />', '<Timeline />', '<Estimate />', ...SIGNED],
  );
}

/** The longest amounts there may be, in packages, payments and options, and quantities of several decimals. */
function endless(): string {
  const packages = ['a', 'b', 'c'].map((id) => ({ id, title: `Путь ${id}`, recommended: id === 'b' ? 'yes' : 'no' }));
  const lines = [
    { section: 'Стройка', item: 'Город', price: '333333333333333.33' },
    ...packages.map(({ id }) => ({ section: 'Путь', item: `Дорога ${id}`, price: '111111111111.11', package: id })),
    { section: 'Стройка', item: 'Мост', quantity: '0.125', unit: 'бюджета', price: '888888888888.88', optional: 'yes' },
    { section: 'Размещение', item: 'Реклама', kind: 'media', quantity: '0.0625', unit: 'года', price: '1600000000000' },
  ];
  return text(
    head(`number: "6"\nprospect: { name: Необъятный }\n${CONTACT}\nestimate: ${JSON.stringify({ tax: '22%', packages, lines })}
payments: ${JSON.stringify(['25%', '25%', 'rest'].map((part, i) => ({ title: `Платёж ${i + 1}`, due: '2026-12-30', part })))}`),
    ['<Cover title="Всё" />', '<Packages />', '<Estimate />', ...SIGNED],
  );
}

/** Everything an author may write between the components, more goals than a sheet holds, a title of one long word. */
function wordy(): string {
  const anything = `Слова.

- первое
- второе

1. раз
2. два

> Цитата

| Город | Выручка |
| --- | ---: |
| Тверь | 1 250,5 |

#### Мельче
`;
  const goals = Array.from({ length: 9 }, (_, i) => `- **${i} 000** Слова, из них **половина** своих`);
  const lines = [{ section: 'Раздел', item: 'Работа', price: '100', optional: 'no' }];
  return text(
    head(`number: "7"\nprospect: { name: Словоохотливый }\n${CONTACT}
estimate: ${JSON.stringify({ tax: '22%', lines: [...lines, { section: 'Щит', item: 'Щиты', kind: 'media', price: '50' }] })}
payments: [{ title: Аванс, due: сразу, part: 50% }, { title: Остальное, due: 2026-12-30, part: rest }]`),
    [
      '<Cover title="Человеконенавистничество" />',
      `<Brief>\n\nЗадача.\n\n${anything}\n</Brief>`,
      `<Goals>\n\n${goals.join('\n')}\n- **Высокая узнаваемость** в крае\n\n</Goals>`,
      `<Approach>\n\n### Шаг\n\n${anything}\n</Approach>`,
      '<Estimate />',
      '<Payments />',
      `<Terms>\n\n### Условие\n\n${anything}\n### Ещё\n\nСлова.\n\n</Terms>`,
      '<Acceptance />',
    ],
  );
}

/** Packages with long names: four of them with options of their own, or three of more lines than a sheet holds. */
function ways(number: string, lines: number, titles: string[]): string {
  const packages = titles.map((title, i) => ({ id: `w${i}`, title, recommended: i === 1 ? 'yes' : 'no' }));
  const own = packages.flatMap(({ id, title }, i) => [
    ...Array.from({ length: Math.max(lines, i + 1) }, (_, k) => ({
      ...{ section: 'Работа', item: `Страницы ${k}`, hours: '20', rate: '3800', package: id },
    })),
    ...['Видео', 'Съёмка', 'Перевод'].map((item) => ({
      ...{ section: 'Ещё', item: `${item} (${title})`, price: '18333', discount: '7.5%', optional: 'yes', package: id },
    })),
  ]);
  const common = { section: 'Исследование', item: 'Аудит', price: '50000' };
  return text(
    head(`number: "${number}"\nprospect: { name: Выбирающий ${number} }
contact: { name: Ирина Выбирающая ${number}, timeZone: UTC }
estimate: ${JSON.stringify({ tax: '22%', packages, lines: [common, ...own] })}
payments: [{ title: Всё, due: сразу, part: 100% }]`),
    ['<Cover />', '<Packages />', '<Estimate />', ...SIGNED],
  );
}

const WAYS = ['Старт', 'Продвижение с поддержкой', 'Рост', 'Максимальная комплектация'];

/** Proposals no designer has seen; and beside them what must stay at home. */
/** Sections of nine lines of several rows: each is nearly a sheet high. */
function nineLongLines(): string {
  const item = 'описание работы словами, которых хватит на три строки этого столбца, и ещё немного';
  const lines = Array.from({ length: 27 }, (_, i) => ({
    ...{ section: `Раздел ${Math.floor(i / 9) + 1}`, item: `Работа${i + 1}: ${item}`, price: '100', note: item },
  }));
  return `---
number: "10"
status: ready
prospect: { name: Клиент }
contact: { name: Ольга, timeZone: Europe/Moscow }
date: 2026-11-20
validUntil: 2026-12-20
author: p0
estimate: ${JSON.stringify({ taxMode: 'exempt', lines })}
payments: [{ title: Всё, due: сразу, part: 100% }]
---

<Estimate />
`;
}

export async function writeOddProposals(root: string): Promise<void> {
  const people = PEOPLE.map((name, i) => ({ id: `p${i}`, name, role: `специалист по всему на свете ${i}` }));
  const stranger = { id: 'stranger', name: INTERNAL.stranger, role: 'никто', photo: 'people/stranger.svg' };
  const face = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>';
  await writeFiles(root, [
    [
      'data/agency.json',
      JSON.stringify({
        name: 'Маяк',
        legalName: WORD,
        locale: 'ru',
        currency: 'RUB',
        timeZone: 'Europe/Moscow',
        country: 'RU',
      }),
    ],
    ['data/clients/anybody/client.json', JSON.stringify({ name: 'Кто-нибудь' })],
    [
      'data/people.json',
      JSON.stringify([
        { ...people[0], photo: 'people/p0.svg', email: 'p0@beacon.example' },
        ...people.slice(1),
        stranger,
      ]),
    ],
    ['data/people/p0.svg', face],
    ['data/people/stranger.svg', face],
    [
      'data/rates.csv',
      `role,person,currency,rate,from\n,p1,RUB,${INTERNAL.rate},2025-01-01\n${INTERNAL.rateNote},,RUB,1,2025-01-01\n`,
    ],
    [`data/proposals/hostile/${INTERNAL.file}.txt`, INTERNAL.comment],
    ['content/proposals/hostile.mdx', hostile()],
    ['content/proposals/long.mdx', long()],
    ['content/proposals/yen.mdx', foreign('3-Y', 'JPY', '123456')],
    ['content/proposals/dinar.mdx', foreign('3-K', 'KWD', '12345.678')],
    ['content/proposals/crowd.mdx', crowd()],
    ['content/proposals/endless.mdx', endless()],
    ['content/proposals/wordy.mdx', wordy()],
    ['content/proposals/ways.mdx', ways('8', 1, WAYS)],
    ['content/proposals/tall.mdx', ways('9', 22, WAYS.slice(0, 3))],
    ['content/proposals/nine.mdx', nineLongLines()],
  ]);
}
