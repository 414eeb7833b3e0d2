import type { BriefField } from '../../types/brief.ts';
import type { Locale } from '../../types/locale.ts';
import type { Day } from '../../types/period.ts';

/** What a new proposal is begun with. */
export interface ProposalStart {
  number: string;
  locale: Locale;
  currency: string;
  date: Day;
  validUntil: Day;
  /** Id of the author. */
  author: string;
  /** IANA zone of the contact. */
  timeZone: string;
  /** Of the brief; empty without one. */
  answers: Partial<Record<BriefField, string>>;
}

/** `content/proposals/<id>.mdx`: the brief restated, the rest as examples to write over. */
export function proposalText(start: ProposalStart): string {
  return `${head(start)}\n${body(start)}`;
}

/** `data/proposals/<id>/estimate.csv`: one line of each kind. */
export function estimateText(locale: Locale): string {
  const rows =
    locale === 'ru'
      ? [
          'Пример: запуск,Пример: что будет сделано,hours,,,10,3000,,,,',
          'Пример: запуск,Пример: работа с твёрдой ценой,fixed,,,,,1,,50000,',
          'Пример: рекламный бюджет,Пример: площадка,media,,,,,3,мес.,100000,',
        ]
      : [
          'Example: launch,Example: what will be done,hours,,,10,60,,,,',
          'Example: launch,Example: work at a fixed price,fixed,,,,,1,,900,',
          'Example: media budget,Example: platform,media,,,,,3,months,2000,',
        ];
  return `section,item,kind,role,person,hours,rate,quantity,unit,price,note\n${rows.join('\n')}\n`;
}

/** Texts of a new proposal that are there to be written over, as far as nobody writes them by chance. */
export function proposalExamples(locale: Locale): string[] {
  const { company, contact } = UNNAMED[locale];
  const written = `${body({ locale, answers: {} })}\n${estimateText(locale)}`;
  return [company, contact, ...new Set(written.match(/(?:Пример|Example): [^"\n,.<]+/g))];
}

/** Who the proposal is for, when there is no brief. */
const UNNAMED: Record<Locale, { company: string; contact: string }> = {
  ru: { company: 'Название компании', contact: 'Имя и фамилия' },
  en: { company: 'Name of the company', contact: 'Full name' },
};

function head({ answers, ...start }: ProposalStart): string {
  const ru = start.locale === 'ru';
  const unnamed = UNNAMED[start.locale];
  const client = answers.company ?? unnamed.company;
  const field = (name: string, value: string | undefined) =>
    value === undefined ? [] : [`  ${name}: ${quoted(value)}`];
  const site = answers.site?.split(/[\s,;]+/)[0];
  return [
    '---',
    `number: ${start.number}`,
    'version: 1',
    'status: draft',
    'prospect:',
    ...field('name', client),
    ...field('site', site && /^https?:\/\/\S+\.\S+/.test(site) ? site : undefined),
    'contact:',
    ...field('name', answers.name ?? unnamed.contact),
    ...field('greeting', start.locale === 'ru' ? namePatronymic(answers.name ?? '') : undefined),
    ...field('role', answers.role),
    ...field('email', answers.email && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(answers.email) ? answers.email : undefined),
    ...field('timeZone', start.timeZone),
    `locale: ${start.locale}`,
    `currency: ${start.currency}`,
    `date: ${start.date}`,
    `validUntil: ${start.validUntil}`,
    `author: ${start.author}`,
    'estimate:',
    '  taxMode: exempt',
    'payments:',
    `  - title: ${ru ? 'Начало работ' : 'Start of the work'}`,
    `    due: ${ru ? 'в день подписания договора' : 'on signing'}`,
    '    part: 50%',
    `  - title: ${ru ? 'Работы приняты' : 'Work accepted'}`,
    `    due: ${ru ? 'в день приёмки' : 'on acceptance'}`,
    '    part: rest',
    'publish: link',
    '---',
    '',
  ].join('\n');
}

function body({ locale, answers }: Pick<ProposalStart, 'locale' | 'answers'>): string {
  const ru = locale === 'ru';
  const told = (['product', 'audience', 'channels', 'budget', 'deadline', 'competitors', 'examples', 'more'] as const)
    .flatMap((name) => {
      const label = LABELS[locale][name];
      return answers[name] === undefined ? [] : [`- ${label ? `${label}: ` : ''}${oneLine(answers[name])}`];
    })
    .join('\n');
  const goals =
    answers.goals === undefined
      ? ru
        ? '**+30 %** Пример: чего станет больше'
        : '**+30%** Example: what will grow'
      : oneLine(answers.goals);
  const example = (russian: string, english: string) => (ru ? russian : english);
  return `
<Cover title="${example('Пример: одно предложение, ради которого откроют', 'Example: the one sentence that makes one open it')}" />

<Brief>

${example('Пример: задача клиента его словами, в двух-трёх предложениях.', "Example: the client's task in their own words, two or three sentences.")}
${told === '' ? '' : `\n${told}\n`}
</Brief>

<Goals>

- ${goals}

</Goals>

<Approach>

### ${example('Пример: первый шаг', 'Example: the first step')}

${example('Что сделаем и зачем.', 'What we will do and why.')}

</Approach>

<Team />

<Estimate />

<Payments />

<Terms>

### ${example('Пример: правки', 'Example: changes')}

${example('Сколько правок входит и как считаются остальные.', 'How many are included and how the others are charged.')}

</Terms>

<Acceptance />
`;
}

/** What an answer is about, where it says little by itself: «к 1 марта». */
const LABELS: Record<Locale, Partial<Record<BriefField, string>>> = {
  ru: {
    audience: 'Для кого',
    channels: 'Уже делается',
    budget: 'Бюджет',
    deadline: 'Срок',
    competitors: 'Конкуренты',
    examples: 'Нравится',
  },
  en: {
    audience: 'For whom',
    channels: 'Done already',
    budget: 'Budget',
    deadline: 'Needed by',
    competitors: 'Competitors',
    examples: 'Liked',
  },
};

/** «Ольга Петровна» of «Ольга Петровна Седова» and of «Седова Ольга Петровна». */
function namePatronymic(name: string): string | undefined {
  const words = name.trim().split(/\s+/u);
  const at = words.findIndex((word, index) => index > 0 && /(?:ич|вна|ична)$/u.test(word));
  return words.length === 3 && at > 0 ? `${words[at - 1]} ${words[at]}` : undefined;
}

/** Words of a stranger inside MDX: nothing in them opens a tag or an expression. */
const oneLine = (text: string): string =>
  text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[\\{}<>*_`[\]]/g, String.raw`\$&`);

/** A JSON string is a YAML string too, whatever stands in it. */
const quoted = (text: string): string => JSON.stringify(text.trim().replace(/\s+/g, ' '));
