import { timeIn } from '../src/calendar/zones.ts';
import { runCommand, type Given } from '../src/cli/options.ts';
import { reportProblems } from '../src/cli/report-problems.ts';
import type { CommandLine } from '../src/cli/usage.ts';
import { nodeEffects } from '../src/effects/node.ts';
import { checkExams } from '../src/examining/check.ts';
import { answerTo } from '../src/examining/commands/answer.ts';
import { USAGE } from '../src/examining/commands/command.ts';
import { readMoment } from '../src/examining/moments.ts';
import { sayExamRefusal } from '../src/examining/refusals.ts';
import { openRoom, type ExamRoom } from '../src/examining/room.ts';
import type { Effects } from '../src/types/effects.ts';
import type { Locale } from '../src/types/locale.ts';
import { FLAGS, workspaceFolder } from './common.ts';

const text = (ru: string, en: string) => ({ ru, en });

const line = {
  command: 'npm run exam',
  about: {
    ru: 'Зачётные экзамены: выдать бланк, оценить ответы, исключить вопрос, пересчитать, выпустить результаты.',
    en: 'Certifying exams: issue a form, mark answers, void a question, mark again, release results.',
  },
  rest: {
    ru: 'issue <экзамен> | grade ФАЙЛ… | void <экзамен> <вопрос> | regrade <экзамен> | stats <экзамен> | release <экзамен> | import <экзамен> ФАЙЛ | export <экзамен> ФАЙЛ | check',
    en: 'issue <exam> | grade FILE… | void <exam> <question> | regrade <exam> | stats <exam> | release <exam> | import <exam> FILE | export <exam> FILE | check',
  },
  flags: {
    workspace: FLAGS.workspace,
    trainee: { kind: 'text', value: text('ID', 'ID'), about: text('issue: кому', 'issue: to whom') },
    minutes: {
      kind: 'text',
      value: text('+МИН', '+MIN'),
      about: text('issue: прибавка времени этому человеку', 'issue: more time for this person'),
    },
    reason: {
      kind: 'text',
      value: text('ПРИЧИНА', 'REASON'),
      about: text(
        'причина прибавки, исключения вопроса или пересчёта',
        'why more time, a void question, a new marking',
      ),
    },
    'attempt-override': {
      kind: 'text',
      value: text('ПРИЧИНА', 'REASON'),
      about: text('issue: выдать, хотя правила не велят', 'issue: issue it although the rules refuse'),
    },
    at: {
      kind: 'text',
      value: text('МОМЕНТ', 'MOMENT'),
      about: text('issue: когда бланк откроется; без флага — сейчас', 'issue: when the form opens; now when not given'),
    },
    received: {
      kind: 'text',
      value: text('МОМЕНТ', 'MOMENT'),
      about: text('grade: когда пришёл файл; без флага — сейчас', 'grade: when the file came; now when not given'),
    },
    'accept-late': {
      kind: 'text',
      value: text('ПРИЧИНА', 'REASON'),
      about: text('grade: засчитать опоздавший файл', 'grade: let a late file count'),
    },
    corrected: {
      kind: 'list',
      value: text('ВОПРОС', 'QUESTION'),
      about: text(
        'regrade: взять ключ этих вопросов из нынешнего банка',
        'regrade: take the key of these questions from the bank as it is now',
      ),
    },
    by: {
      kind: 'text',
      value: text('ID', 'ID'),
      about: text('кто это делает; без флага — наставник', "who does it; the trainee's mentor when not given"),
    },
    now: {
      kind: 'text',
      value: text('МОМЕНТ', 'MOMENT'),
      about: text('считать, что сейчас этот момент', 'take this moment for now'),
    },
    'as-of': { kind: 'day', about: text('то же днём: его полдень', 'the same by a day: its noon') },
    json: FLAGS.json,
    lang: {
      ...FLAGS.lang,
      about: text(
        'язык ответов, а у issue и export — и вопросов; без флага — язык агентства и стажёра',
        "language of messages, and with issue and export of questions; the agency's and the trainee's when not given",
      ),
    },
  },
} as const satisfies CommandLine;

type Flags = Given<(typeof line)['flags']>['flags'];

const effects = nodeEffects();

async function run({ flags, rest }: Given<(typeof line)['flags']>): Promise<number> {
  const root = await workspaceFolder(flags.workspace, effects);
  const how = { json: flags.json, locale: (flags.lang as Locale | null) ?? 'en' };
  try {
    const known = await openRoom(root, effects);
    how.locale = (flags.lang as Locale | null) ?? known.agency.locale;
    const room = { ...known, effects: atMoment(flags, known) };
    if (rest[0] === 'check') return await check(room, rest, how);
    const telling = { locale: how.locale, zone: room.agency.timeZone };
    const answer = await answerTo(rest, { room, flags, telling });
    if (flags.json) effects.out(JSON.stringify(answer.json, null, 2));
    else for (const one of answer.lines) effects.out(one);
    if (!flags.json && isAhead(flags, room)) effects.err(aheadNote(flags)[how.locale]);
    return answer.code;
  } catch (error) {
    return sayExamRefusal(error, how, effects);
  }
}

/** The clock of the command; `--now` and `--as-of` set it. */
function atMoment(flags: Flags, room: ExamRoom): Effects {
  const zone = room.agency.timeZone;
  const given = flags.now ?? flags['as-of'];
  if (given === null) return effects;
  const moment = readMoment(flags.now === null ? 'as-of' : 'now', given, zone);
  return { ...effects, now: () => moment };
}

/** True when the command was told a moment, or a day, that has not come yet. */
function isAhead(flags: Flags, room: ExamRoom): boolean {
  if (flags.now !== null) return room.effects.now() > effects.now();
  const today = timeIn(room.agency.timeZone, effects.now()).day;
  return flags['as-of'] !== null && flags['as-of'] > today;
}

/** What is recorded stays: a slip of the hand is better seen at once. */
function aheadNote({ now }: Flags): Record<Locale, string> {
  const flag = now === null ? '--as-of' : '--now';
  return {
    ru: `Внимание: это время ещё не наступило; проверьте ${flag}`,
    en: `Note: that moment is still to come; check ${flag}`,
  };
}

async function check(room: ExamRoom, rest: string[], how: { json: boolean; locale: Locale }): Promise<number> {
  if (rest.length > 1) throw USAGE;
  const { exams, problems } = await checkExams(room);
  if (!how.json) effects.out(`${room.folder.told('')}: ${exams.join(', ') || '—'}`);
  return reportProblems(problems, how, effects).errors > 0 ? 1 : 0;
}

process.exitCode = await runCommand(line, process.argv.slice(2), run, effects);
