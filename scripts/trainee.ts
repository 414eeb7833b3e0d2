import { runCommand, type Given } from '../src/cli/options.ts';
import { reportProblems } from '../src/cli/report-problems.ts';
import type { CommandLine } from '../src/cli/usage.ts';
import { nodeEffects } from '../src/effects/node.ts';
import { commandNamed } from '../src/mentoring/commands/commands.ts';
import { loadHouse } from '../src/mentoring/house.ts';
import { sayMentoringRefusal } from '../src/mentoring/refusals.ts';
import { LOCALES, type Locale } from '../src/types/locale.ts';
import { RECORD_KINDS } from '../src/types/trainee.ts';
import { openDesk } from '../src/workspace/desk.ts';
import { loadAgency } from '../src/workspace/load-agency.ts';
import { asOfDay, FLAGS, workspaceFolder } from './common.ts';

const text = (value: { ru: string; en: string } | string, ru: string, en: string) =>
  ({ kind: 'text', value, about: { ru, en } }) as const;
const PERSON = { ru: 'ЧЕЛОВЕК', en: 'PERSON' };
const WORDS = { ru: 'ТЕКСТ', en: 'TEXT' };
const DAY = { kind: 'day' } as const;

const line = {
  command: 'npm run trainee',
  about: {
    ru: 'Записи стажёров: завести, подписать, оценить, решить, показать, напомнить.',
    en: "Trainees' records: begin, sign off, score, decide, show, remind.",
  },
  rest: {
    ru: 'new|signoff|withdraw|score|feedback|decide|pause|resume|leave|assign|show|list|due …',
    en: 'new|signoff|withdraw|score|feedback|decide|pause|resume|leave|assign|show|list|due …',
  },
  flags: {
    by: {
      kind: 'list',
      value: PERSON,
      about: {
        ru: 'кто подписывает: id из people.json или mentor, manager',
        en: 'who signs: an id of people.json, or mentor, manager',
      },
    },
    evidence: text({ ru: 'АДРЕС', en: 'URL' }, 'signoff: ссылка или пояснение', 'signoff: a link or a few words'),
    agreed: {
      kind: 'switch',
      about: { ru: 'score: общая оценка двоих', en: 'score: what both scorers agreed on' },
    },
    note: text(WORDS, 'score: замечание', 'score: a remark'),
    reason: text(
      WORDS,
      'decide, withdraw, pause, leave, assign: причины',
      'decide, withdraw, pause, leave, assign: the reasons',
    ),
    of: {
      kind: 'text',
      value: '',
      oneOf: RECORD_KINDS,
      about: { ru: 'withdraw: что отозвать, если не подпись', en: 'withdraw: what to take back, if no signature' },
    },
    department: text('ID', 'decide department: какой отдел', 'decide department: which one'),
    from: {
      kind: 'text',
      value: '',
      oneOf: ['mentor', 'trainee'],
      about: {
        ru: 'feedback, withdraw --of feedback: чья сторона',
        en: 'feedback, withdraw --of feedback: which side',
      },
    },
    day: text('25|85', 'feedback: за какой день', 'feedback: of which day'),
    name: text('"ИМЯ | NAME"', 'new: имя по-русски | по-английски', 'new: name in Russian | in English'),
    start: { ...DAY, about: { ru: 'new: первый рабочий день', en: 'new: first day of work' } },
    mentor: text(PERSON, 'new, assign: наставник', 'new, assign: the mentor'),
    manager: text(PERSON, 'new, assign: руководитель', 'new, assign: the manager'),
    track: text('ID', 'new: направление программы', 'new: track of the programme'),
    locale: {
      kind: 'text',
      value: 'ru|en',
      oneOf: LOCALES,
      about: { ru: 'new: язык стажёра', en: "new: the trainee's language" },
    },
    'time-zone': text('Area/City', 'new: часовой пояс', 'new: time zone'),
    closes: { ...DAY, about: { ru: 'new: день закрытия записи', en: 'new: day the record is closed' } },
    since: {
      ...DAY,
      about: {
        ru: 'pause: первый день; resume: первый день снова на месте',
        en: 'pause: first day away; resume: first day back',
      },
    },
    until: {
      ...DAY,
      about: {
        ru: 'pause: последний день; leave: последний день работы',
        en: 'pause: last day away; leave: last day of work',
      },
    },
    condition: {
      kind: 'list',
      value: 'ID',
      about: { ru: 'new: условия, например remote', en: 'new: conditions, such as remote' },
    },
    ics: text({ ru: 'ФАЙЛ', en: 'FILE' }, 'due: записать календарь', 'due: write a calendar'),
    workspace: FLAGS.workspace,
    'as-of': {
      ...DAY,
      about: {
        ru: 'день записи или показа; без флага — сегодня по часам агентства',
        en: "day of the record or the view; today by the agency's clocks when not given",
      },
    },
    json: FLAGS.json,
    lang: FLAGS.lang,
  },
} as const satisfies CommandLine;

const effects = nodeEffects();

async function run({ flags, rest: [name, ...words] }: Given<(typeof line)['flags']>): Promise<number> {
  const command = commandNamed(name);
  const root = await workspaceFolder(flags.workspace, effects);
  const { value: house, problems } = await loadHouse(root, effects);
  const locale =
    (flags.lang as Locale | null) ?? house?.agency.locale ?? (await loadAgency(openDesk(root, effects))).locale;
  const how = { json: flags.json, locale };
  if (house === null || problems.some(({ severity }) => severity === 'error')) {
    reportProblems(problems, how, effects);
    return 1;
  }
  try {
    const asOf = await asOfDay(flags['as-of'], root, effects);
    await command(words, { house, flags, locale, asOf, effects });
    return 0;
  } catch (error) {
    return sayMentoringRefusal(error, how, effects);
  }
}

process.exitCode = await runCommand(line, process.argv.slice(2), run, effects);
