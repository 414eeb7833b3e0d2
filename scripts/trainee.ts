import { resolve } from 'node:path';
import { runCommand, type Given } from '../src/cli/options.ts';
import { reportProblems } from '../src/cli/report-problems.ts';
import { UsageError, type CommandLine } from '../src/cli/usage.ts';
import { nodeEffects } from '../src/effects/node.ts';
import { begin } from '../src/mentoring/begin.ts';
import { cohort, standingOf } from '../src/mentoring/cohort.ts';
import { dueCalendar } from '../src/mentoring/due-calendar.ts';
import { traineeOf } from '../src/mentoring/entry.ts';
import { loadHouse, type TrainingHouse } from '../src/mentoring/house.ts';
import { jsonDue, jsonStanding } from '../src/mentoring/json.ts';
import { decideOn, giveFeedback, scoreDefence, signoff, takeBack } from '../src/mentoring/records.ts';
import { sayMentoringRefusal } from '../src/mentoring/refusals.ts';
import { dueText, listText, showText } from '../src/mentoring/tell.ts';
import { LOCALES, type Locale } from '../src/types/locale.ts';
import type { TraineeEvent } from '../src/types/trainee.ts';
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
    ru: 'new|signoff|withdraw|score|feedback|decide|show|list|due …',
    en: 'new|signoff|withdraw|score|feedback|decide|show|list|due …',
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
    reason: text(WORDS, 'decide, withdraw: причины', 'decide, withdraw: the reasons'),
    department: text('ID', 'decide department: какой отдел', 'decide department: which one'),
    from: {
      kind: 'text',
      value: '',
      oneOf: ['mentor', 'trainee'],
      about: { ru: 'feedback: чья сторона', en: 'feedback: which side' },
    },
    day: text('25|85', 'feedback: за какой день', 'feedback: of which day'),
    name: text('"ИМЯ | NAME"', 'new: имя по-русски | по-английски', 'new: name in Russian | in English'),
    start: { ...DAY, about: { ru: 'new: первый рабочий день', en: 'new: first day of work' } },
    mentor: text(PERSON, 'new: наставник', 'new: the mentor'),
    manager: text(PERSON, 'new: руководитель', 'new: the manager'),
    track: text('ID', 'new: направление программы', 'new: track of the programme'),
    locale: {
      kind: 'text',
      value: 'ru|en',
      oneOf: LOCALES,
      about: { ru: 'new: язык стажёра', en: "new: the trainee's language" },
    },
    'time-zone': text('Area/City', 'new: часовой пояс', 'new: time zone'),
    closes: { ...DAY, about: { ru: 'new: день закрытия записи', en: 'new: day the record is closed' } },
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
        ru: 'день записи или показа; без флага — сегодня',
        en: 'day of the record or the view; today when not given',
      },
    },
    json: FLAGS.json,
    lang: FLAGS.lang,
  },
} as const satisfies CommandLine;

type Flags = Given<(typeof line)['flags']>['flags'];
type Errand = (house: TrainingHouse, rest: string[], flags: Flags, locale: Locale) => Promise<void>;

const effects = nodeEffects();

async function run({ flags, rest: [command = '', ...rest] }: Given<(typeof line)['flags']>): Promise<number> {
  const errand = Object.hasOwn(ERRANDS, command) ? ERRANDS[command] : undefined;
  if (!errand) throw USAGE;
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
    await errand(house, rest, flags, locale);
    return 0;
  } catch (error) {
    return sayMentoringRefusal(error, how, effects);
  }
}

const ERRANDS: Record<string, Errand> = {
  async new(house, [id, ...more], flags, locale) {
    const { name, start, mentor, manager } = flags;
    if (!id || more.length > 0 || !name || !start || !mentor || !manager) throw NEW_USAGE;
    const file = await begin(
      house,
      {
        ...{ id, name, start, mentor, manager, track: flags.track, locale: flags.locale as Locale | null },
        ...{ timeZone: flags['time-zone'], closes: flags.closes, conditions: flags.condition ?? [] },
      },
      effects,
    );
    if (flags.json) effects.out(JSON.stringify({ ok: true, trainee: id, file }, null, 2));
    else effects.err(locale === 'ru' ? `Заведён стажёр: ${file}` : `Record begun: ${file}`);
  },
  async signoff(house, [trainee, ...items], flags, locale) {
    if (!trainee || items.length === 0) throw USAGE;
    const wanted = { items, by: onePerson(flags), evidence: flags.evidence };
    written(await signoff(house, { trainee, asOf: flags['as-of'] }, wanted, effects), trainee, flags, locale);
  },
  async withdraw(house, [trainee, item, ...more], flags, locale) {
    if (!trainee || !item || more.length > 0) throw USAGE;
    const wanted = { item, by: onePerson(flags), reason: flags.reason };
    written(await takeBack(house, { trainee, asOf: flags['as-of'] }, wanted, effects), trainee, flags, locale);
  },
  async score(house, [trainee, ...typed], flags, locale) {
    if (!trainee) throw USAGE;
    const wanted = { levels: pairs(typed), by: onePerson(flags), agreed: flags.agreed, note: flags.note };
    written(await scoreDefence(house, { trainee, asOf: flags['as-of'] }, wanted, effects), trainee, flags, locale);
  },
  async feedback(house, [trainee, ...typed], flags, locale) {
    const from = flags.from as 'mentor' | 'trainee' | null;
    if (!trainee || from === null || (flags.day !== null && !/^\d+$/.test(flags.day))) throw USAGE;
    const by = flags.by === null ? null : onePerson(flags);
    const wanted = { from, by, day: flags.day === null ? null : Number(flags.day), answers: pairs(typed) };
    written(await giveFeedback(house, { trainee, asOf: flags['as-of'] }, wanted, effects), trainee, flags, locale);
  },
  async decide(house, [trainee, outcome, ...more], flags, locale) {
    if (!trainee || !outcome || more.length > 0) throw USAGE;
    const { reason, department } = flags;
    const wanted = { outcome, reason, department, by: flags.by ?? [] };
    written(await decideOn(house, { trainee, asOf: flags['as-of'] }, wanted, effects), trainee, flags, locale);
  },
  async show(house, [trainee, ...more], flags, locale) {
    if (!trainee || more.length > 0) throw USAGE;
    const record = await traineeOf(house, trainee, effects);
    const standing = standingOf(house, record.trainee, record.events, asOfDay(flags['as-of'], effects));
    if (flags.json) effects.out(JSON.stringify(jsonStanding(standing), null, 2));
    else for (const each of showText(standing, locale)) effects.out(each);
  },
  async list(house, rest, flags, locale) {
    if (rest.length > 0) throw USAGE;
    const { value, problems } = await cohort(house, asOfDay(flags['as-of'], effects), effects);
    if (flags.json) effects.out(JSON.stringify({ trainees: value.map(jsonStanding), problems }, null, 2));
    else for (const each of listText(value, locale)) effects.out(each);
    if (!flags.json && problems.length > 0) reportProblems(problems, { json: false, locale }, effects);
  },
  async due(house, rest, flags, locale) {
    if (rest.length > 0) throw USAGE;
    const asOf = asOfDay(flags['as-of'], effects);
    const { value, problems } = await cohort(house, asOf, effects);
    const domain = house.agency.email?.split('@')[1] ?? 'accountpress.invalid';
    if (flags.ics !== null)
      await effects.fs.write(resolve(flags.ics), dueCalendar(value, { locale, stamp: asOf, domain }));
    if (flags.json) effects.out(JSON.stringify({ due: value.flatMap(jsonDue), problems }, null, 2));
    else for (const each of dueText(value, locale)) effects.out(each);
    if (!flags.json && problems.length > 0) reportProblems(problems, { json: false, locale }, effects);
  },
};

function written(events: TraineeEvent[], trainee: string, flags: Flags, locale: Locale): void {
  if (flags.json) return effects.out(JSON.stringify({ ok: true, trainee, events }, null, 2));
  for (const event of events) {
    const what = event.type === 'signoff' || event.type === 'withdrawal' ? event.item : event.type;
    effects.err(`${locale === 'ru' ? 'Записано' : 'On record'}: ${trainee}, ${what}, ${event.by}`);
  }
}

function onePerson({ by }: Flags): string {
  if (by?.length === 1) return by[0]!;
  throw new UsageError({ ru: 'Назовите одного человека: --by ЧЕЛОВЕК', en: 'Name one person: --by PERSON' });
}

/** `goal=3 grow="…"` */
function pairs(typed: readonly string[]): Map<string, string> {
  const all = new Map<string, string>();
  for (const word of typed) {
    const cut = word.indexOf('=');
    const name = word.slice(0, cut);
    if (cut < 1 || all.has(name))
      throw new UsageError({
        ru: `«${word}»: нужно имя=значение, каждое имя один раз`,
        en: `“${word}”: give name=value, every name once`,
      });
    all.set(name, word.slice(cut + 1));
  }
  return all;
}

const USAGE = new UsageError({
  ru: [
    'Что сделать:',
    '  signoff <стажёр> <пункт>… --by <человек> [--evidence АДРЕС]',
    '  withdraw <стажёр> <пункт> --by <человек> --reason "…"',
    '  score <стажёр> --by <человек> критерий=уровень… [--agreed] [--note "…"]',
    '  feedback <стажёр> --from mentor|trainee [--day 25|85] вопрос=ответ…',
    '  decide <стажёр> stay|account-manager|department --reason "…" --by mentor --by manager',
    '  show <стажёр> · list · due [--ics ФАЙЛ] · new <стажёр> …',
  ].join('\n'),
  en: [
    'What to do:',
    '  signoff <trainee> <item>… --by <person> [--evidence URL]',
    '  withdraw <trainee> <item> --by <person> --reason "…"',
    '  score <trainee> --by <person> criterion=level… [--agreed] [--note "…"]',
    '  feedback <trainee> --from mentor|trainee [--day 25|85] question=answer…',
    '  decide <trainee> stay|account-manager|department --reason "…" --by mentor --by manager',
    '  show <trainee> · list · due [--ics FILE] · new <trainee> …',
  ].join('\n'),
});

const NEW_USAGE = new UsageError({
  ru: 'Чтобы завести стажёра: new <id> --name "Имя Фамилия | Name Surname" --start ГГГГ-ММ-ДД --mentor <человек> --manager <человек>',
  en: 'To begin a record: new <id> --name "Имя Фамилия | Name Surname" --start YYYY-MM-DD --mentor <person> --manager <person>',
});

process.exitCode = await runCommand(line, process.argv.slice(2), run, effects);
