import { hashOf } from '../../src/exams/canonical.ts';

/** A small handbook that has one of everything; tests change single files of it. */

const lesson = (about: Record<string, unknown>, body: string): string => {
  const lines = Object.entries(about).map(([key, value]) =>
    Array.isArray(value)
      ? `${key}:\n${value.map((one) => `  - "${String(one)}"`).join('\n')}`
      : `${key}: "${String(value)}"`,
  );
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`;
};

const HEAD = {
  ru: {
    ...{ description: 'О чём этот урок, одной фразой.', minutes: 5 },
    goals: ['Сказать, зачем это', 'Сделать это самому'],
    check: ['Когда это нужно?', 'Кому это поручить?', 'Что будет, если не сделать?'],
  },
  en: {
    ...{ description: 'What this lesson is about, in a sentence.', minutes: 5 },
    goals: ['Say what it is for', 'Do it yourself'],
    check: ['When is it needed?', 'Who should do it?', 'What if nobody does?'],
  },
};

const CODE = {
  ru: `Слово менеджера — слово компании. Редкое слово: перламутр → лак.

{/* служебная пометка */}

## Обещания

| Обещание | Срок |
| --- | --- |
| Отчёт | 4-го числа |

<Example title="Письмо в пятницу">

Клиент ждёт ответ до 18:00.

</Example>

<Mistakes>

- Обещать за других.

</Mistakes>

<Note>

Подробнее — [о брифах](../../orders/briefs/), а ещё [на сайте](https://example.org/).

</Note>

## Проверка

<Checklist id="check-report"/>

<Assessment id="types"/>`,
  en: `A manager's word is the company's word. A rare word: nacre → varnish.

## Promises

|  | By | Responsibility | Documentation | Confirmation | Consequences |
| --- | --- | --- | --- | --- | --- |
| Report | the 4th | the manager’s | in the contract | December | a call at once |

<Example title="A letter on Friday">

The client waits for an answer until 18:00.

</Example>

<Mistakes>

- Promising for others.

</Mistakes>

<Note>

More [about briefs](../../orders/briefs/), and [on the site](https://example.org/).

</Note>

## The check

<Checklist id="check-report"/>

<Assessment id="types"/>`,
};

const BRIEFS = {
  ru: 'Бриф начинается с вопроса.\n\n## Вопросы\n\nВернуться [к кодексу](../../role/code/#обещания).',
  en: 'A brief begins with a question.\n\n## Questions\n\nBack [to the code](../../role/code/#promises).',
};

const QUIZ = `questions:
  - id: one
    difficulty: 1
    type: single
    stem: { ru: "Чьё слово даёт менеджер?", en: "Whose word does a manager give?" }
    options:
      - { id: own, text: { ru: "своё", en: "his own" }, why: { ru: "Слышат не его.", en: "It is not he who is heard." } }
      - { id: company, text: { ru: "компании", en: "the company's" }, correct: true }
    explanation: { ru: "Клиент слышит компанию.", en: "The client hears the company." }
  - id: two
    difficulty: 1
    type: multiple
    stem: { ru: "Что обещают?", en: "What is promised?" }
    options:
      - { id: term, text: { ru: "срок", en: "a date" }, correct: true }
      - { id: work, text: { ru: "работу", en: "the work" }, correct: true }
      - { id: luck, text: { ru: "удачу", en: "luck" } }
    explanation: { ru: "Удачу не обещают.", en: "Nobody promises luck." }
  - id: three
    difficulty: 2
    type: number
    stem: { ru: "За сколько минут отвечают?", en: "Within how many minutes does one answer?" }
    answer: { value: "15", tolerance: "0", unit: { ru: "мин", en: "min" } }
    explanation: { ru: "Пятнадцать минут.", en: "Fifteen minutes." }
  - id: four
    difficulty: 2
    type: matching
    stem: { ru: "Соедините.", en: "Match." }
    pairs:
      - { id: a, left: { ru: "смета", en: "estimate" }, right: { ru: "деньги", en: "money" } }
      - { id: b, left: { ru: "план", en: "plan" }, right: { ru: "дни", en: "days" } }
    explanation: { ru: "Смета — о деньгах.", en: "An estimate is about money." }
  - id: five
    difficulty: 2
    type: ordering
    stem: { ru: "Расставьте.", en: "Put in order." }
    items:
      - { id: a, text: { ru: "бриф", en: "brief" } }
      - { id: b, text: { ru: "смета", en: "estimate" } }
      - { id: c, text: { ru: "работа", en: "work" } }
    explanation: { ru: "Сначала бриф.", en: "The brief comes first." }
  - id: six
    difficulty: 1
    type: cloze
    stem: { ru: "Отчёт уходит {{g1}} числа.", en: "The report leaves on the {{g1}}." }
    gaps: [{ id: g1, accept: { ru: ["4", "четвёртого"], en: ["4th", "fourth"] } }]
    explanation: { ru: "Четвёртого.", en: "The fourth." }
  - id: seven
    difficulty: 1
    type: text
    stem: { ru: "Одним словом: с чего начинают заказ?", en: "In a word: what does an order begin with?" }
    accept: { ru: ["бриф"], en: ["brief"] }
    explanation: { ru: "С брифа.", en: "With a brief." }
`;

const ASSESSMENT = `id: types
title: { ru: "Какой вы менеджер", en: "What manager are you" }
about: { ru: "Отметьте, насколько это про вас.", en: "Mark how much it is like you." }
profiles:
  - { id: bird, title: { ru: "Птица", en: "Bird" }, about: { ru: "Помогает.", en: "Helps." }, growth: { ru: "Дальше.", en: "On." } }
  - { id: clerk, title: { ru: "Формалист", en: "Formalist" }, about: { ru: "Пересылает.", en: "Forwards." }, growth: { ru: "Думать.", en: "Think." } }
statements:
  - { id: a, text: { ru: "Я помогаю.", en: "I help." }, profile: bird }
  - { id: b, text: { ru: "Я пересылаю.", en: "I forward." }, profile: clerk }
scale:
  - { value: 1, label: { ru: "нет", en: "no" } }
  - { value: 2, label: { ru: "иногда", en: "at times" } }
  - { value: 3, label: { ru: "да", en: "yes" } }
`;

const DAILY = `id: check-report
title: { ru: "Проверить отчёт", en: "Check a report" }
about: { ru: "Перед отправкой.", en: "Before it is sent." }
kind: daily
items:
  - { id: period-right, title: { ru: "Период верный", en: "The period is right" }, owner: trainee }
  - { id: sums-agree, title: { ru: "Суммы сходятся", en: "The sums agree" }, owner: trainee }
`;

const ONBOARDING = `id: first-day
title: { ru: "Первый день", en: "First day" }
about: { ru: "Что сделать в первый день.", en: "What to do on the first day." }
kind: onboarding
signatures: [trainee, mentor]
items:
  - { id: read-code, title: { ru: "Прочесть кодекс", en: "Read the code" }, owner: trainee, due: 1 }
  - { id: give-laptop, title: { ru: "Выдать ноутбук", en: "Hand over a laptop" }, owner: it, due: 1 }
  - { id: visit-office, title: { ru: "Обойти офис", en: "Walk round the office" }, owner: trainee, required: false, condition: { id: office, title: { ru: "работа в офисе", en: "work in the office" } } }
`;

const both = (ru: string, en: string) => ({ ru, en });

const PROGRAMME = {
  departments: [{ id: 'seo', title: both('Отдел SEO', 'SEO department') }],
  exams: [{ id: 'seo', title: both('Основы поиска', 'Basics of search') }],
  tracks: [
    {
      ...{ id: 'manager', title: both('Менеджер', 'Manager'), about: both('Месяц.', 'A month.'), closesAfter: 90 },
      stages: [
        {
          ...{ id: 'week-1', title: both('Неделя знакомства', 'Week of meeting') },
          ...{ about: both('Кто мы.', 'Who we are.'), goals: [both('Знать кодекс', 'Know the code')] },
          days: [
            {
              ...{
                day: 1,
                title: both('Начало', 'Beginning'),
                lessons: ['role/code'],
                checklists: ['first-day'],
                exams: [],
              },
              meetings: [
                { id: 'meet-mentor', title: both('Встреча с наставником', 'Meeting the mentor'), owner: 'mentor' },
              ],
              ...{
                practice: [],
                tasks: [
                  {
                    id: 'write-plan',
                    title: both('Написать план', 'Write a plan'),
                    owner: 'trainee',
                    evidence: 'link',
                  },
                ],
              },
            },
            {
              ...{
                day: 2,
                title: both('Бриф', 'The brief'),
                lessons: ['orders/briefs'],
                checklists: [],
                exams: ['seo'],
              },
              ...{ meetings: [], practice: [], tasks: [] },
            },
          ],
          gate: {
            id: 'ready',
            title: both('Готов', 'Ready'),
            requires: [
              { kind: 'item', item: 'write-plan' },
              { kind: 'checklist', checklist: 'first-day' },
            ],
          },
        },
      ],
      review: { day: 15, title: both('Что открыто', 'What is open'), about: both('Спросить.', 'Ask.') },
      feedback: [
        {
          ...{ day: 25, title: both('Обратная связь', 'Feedback') },
          questions: {
            mentor: [{ id: 'how', text: both('Как идёт?', 'How does it go?'), kind: 'text' }],
            trainee: [{ id: 'hard', text: both('Что трудно?', 'What is hard?'), kind: 'text' }],
          },
        },
      ],
      defence: { day: 2, after: 'ready' },
      decisions: [
        {
          id: 'stay',
          title: both('Остаться', 'Stay'),
          about: both('С наставником.', 'With the mentor.'),
          requires: [{ kind: 'gate', gate: 'ready' }],
        },
      ],
    },
  ],
};

const PARTS = [
  { id: 'role', title: both('Профессия', 'The role'), about: both('Кто мы.', 'Who we are.') },
  { id: 'orders', title: both('Заказы', 'Orders'), about: both('Как работаем.', 'How we work.') },
];

/** Files of `content/handbook`, path from the workspace → content. */
export function sampleHandbook(): Map<string, string> {
  const files = new Map<string, string>();
  for (const locale of ['ru', 'en'] as const) {
    const head = HEAD[locale];
    const title = { ru: ['Кодекс', 'Брифы'], en: ['The code', 'Briefs'] }[locale];
    files.set(`content/handbook/${locale}/role/code.mdx`, lesson({ title: title[0], order: 1, ...head }, CODE[locale]));
    files.set(
      `content/handbook/${locale}/orders/briefs.mdx`,
      lesson({ title: title[1], order: 1, ...head }, BRIEFS[locale]),
    );
  }
  files.set('content/handbook/parts.json', JSON.stringify(PARTS, null, 2));
  files.set('content/handbook/programme.json', JSON.stringify(PROGRAMME, null, 2));
  files.set('content/handbook/quizzes/role/code.yaml', QUIZ);
  files.set('content/handbook/quizzes/orders/briefs.yaml', QUIZ.split('  - id: two')[0]!);
  files.set('content/handbook/assessments/types.yaml', ASSESSMENT);
  files.set('content/handbook/checklists/check-report.yaml', DAILY);
  files.set('content/handbook/checklists/first-day.yaml', ONBOARDING);
  return files;
}

/** The agency that publishes it. */
export const AGENCY_FILES: [string, string][] = [
  [
    'data/agency.json',
    JSON.stringify({
      ...{ name: both('Маяк', 'Beacon'), legalName: both('ООО «Маяк»', 'Beacon Ltd') },
      brand: {
        colours: { accent: '#7a1f3d', ink: '#22181c', paper: '#fffdf9' },
        font: 'inter',
        logo: 'brand/logo.svg',
      },
      ...{ locale: 'en', currency: 'GBP', timeZone: 'Europe/London', country: 'GB', taxes: [], channels: {} },
    }),
  ],
  [
    'data/brand/logo.svg',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="10" height="10"><circle cx="5" cy="5" r="5" fill="#7a1f3d"/></svg>',
  ],
];

export const TOKEN = 'k7vq2m9x4tr8w3hz6pbnk7vq2m';

const WINDOW = { opens: '2026-11-22T08:00:00.000Z', closes: '2026-11-24T08:00:00.000Z', minutes: 45, extension: 0 };
const ATTEMPT = { exam: 'seo', version: '1', attempt: 1, locale: 'en', clock: 'opening', ...WINDOW };

const FORM = {
  ...{ schema: 1, token: TOKEN, trainee: 'vera', traineeName: 'Vera Lake', ...ATTEMPT },
  ...{ title: 'SEO exam', about: 'Answer alone.', passMark: '0.7', passMarkReason: 'As agreed.' },
  partial: { multiple: 'all-or-nothing', matching: 'per-pair', ordering: 'per-neighbour', cloze: 'per-gap' },
  cases: [],
  questions: [
    {
      id: 'q1',
      type: 'single',
      stem: 'What is an index?',
      options: [
        { id: 'o1', text: 'A list' },
        { id: 'o2', text: 'A finger' },
      ],
    },
  ],
};

export const FORM_FILE = `data/trainees/vera/forms/${TOKEN}.json`;
export const FORM_TEXT = JSON.stringify({ ...FORM, hash: hashOf(FORM) });

/** A trainee with one exam form that is out, one whose window is over, and one that opens two days later. */
export const TRAINEE_FILES: [string, string][] = [
  [FORM_FILE, FORM_TEXT],
  [
    'data/trainees/vera/ledger.jsonl',
    [
      issued(TOKEN, {}),
      issued('over', { attempt: 2, opens: '2026-11-01T08:00:00.000Z', closes: '2026-11-03T08:00:00.000Z' }),
      issued('later', { attempt: 3, opens: '2026-11-24T00:10:00.000Z', closes: '2026-11-26T08:00:00.000Z' }),
    ].join(''),
  ],
];

function issued(form: string, changes: object): string {
  return `${JSON.stringify({
    ...{ at: '2026-11-22T08:00:00.000Z', by: 'anna', type: 'exam-issued', ...ATTEMPT, form, graceMinutes: 10 },
    ...{ bankHash: 'b'.repeat(64), formHash: hashOf(FORM), questions: ['seo-1'], overrides: [] },
    ...changes,
  })}\n`;
}
