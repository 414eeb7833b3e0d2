import { basename, resolve } from 'node:path';
import { reportProblems } from '../src/cli/report-problems.ts';
import { runCommand, type Given } from '../src/cli/options.ts';
import { UsageError, type CommandLine } from '../src/cli/usage.ts';
import { LockBusy } from '../src/effects/lock.ts';
import { nodeEffects } from '../src/effects/node.ts';
import { checkExams } from '../src/examining/check.ts';
import { exportGift, importGift } from '../src/examining/gift-files.ts';
import { gradeFile, type GradeOutcome } from '../src/examining/grade.ts';
import { issueExam } from '../src/examining/issue.ts';
import { readMinutes, readMoment } from '../src/examining/moments.ts';
import { ExamRefused } from '../src/examining/refused.ts';
import { regradeExam, voidQuestion } from '../src/examining/regrade.ts';
import { releaseExam } from '../src/examining/release.ts';
import { openRoom, type ExamRoom } from '../src/examining/room.ts';
import { statisticsOfExam } from '../src/examining/statistics.ts';
import * as tell from '../src/examining/tell.ts';
import { toldGrade } from '../src/examining/tell-grade.ts';
import type { Telling } from '../src/examining/telling.ts';
import { topicTitles } from '../src/examining/versions.ts';
import type { Effects } from '../src/types/effects.ts';
import type { Locale } from '../src/types/locale.ts';
import { printProblem } from '../src/locale/problem.ts';
import { isId, ID_EXPECTED } from '../src/workspace/ids.ts';
import { TraineeLedgerBroken } from '../src/workspace/trainees/ledger.ts';
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
    lang: FLAGS.lang,
  },
} as const satisfies CommandLine;

type Flags = Given<(typeof line)['flags']>['flags'];

const effects = nodeEffects();

/** What a command gave: an exit code, the same for programs and for people. */
interface Answer {
  code: number;
  json: unknown;
  lines: string[];
}

async function run({ flags, rest }: Given<(typeof line)['flags']>): Promise<number> {
  const root = await workspaceFolder(flags.workspace, effects);
  let locale = (flags.lang as Locale | null) ?? 'en';
  try {
    const room = await openRoom(root, effects);
    locale = (flags.lang as Locale | null) ?? room.agency.locale;
    const clocked = { ...room, effects: atMoment(flags, room) };
    if (rest[0] === 'check') return await check(clocked, flags, rest, locale);
    const answer = await answerTo(clocked, flags, rest, locale);
    if (flags.json) effects.out(JSON.stringify(answer.json, null, 2));
    else for (const one of answer.lines) effects.out(one);
    return answer.code;
  } catch (error) {
    return refuse(error, flags.json, locale);
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

async function answerTo(room: ExamRoom, flags: Flags, rest: string[], locale: Locale): Promise<Answer> {
  const [command, exam, ...more] = rest;
  const telling = { locale, zone: room.agency.timeZone };
  const by = flags.by;
  if (by !== null) refuseStranger(room, by);
  if (command === 'grade' && exam !== undefined) return grade(room, flags, [exam, ...more], telling);
  if (exam === undefined) throw USAGE;
  if (!isId(exam)) throw new UsageError({ ru: `«${exam}»: ${ID_EXPECTED.ru}`, en: `“${exam}”: ${ID_EXPECTED.en}` });
  const [second, extra] = more;
  if (command === 'issue' && second === undefined) return issue(room, flags, exam, telling);
  if (command === 'stats' && second === undefined) {
    const statistics = await statisticsOfExam(room, exam);
    return { code: 0, json: statistics, lines: tell.toldStatistics(statistics, telling) };
  }
  if (command === 'release' && second === undefined) {
    const released = await releaseExam(room, exam, by);
    return { code: 0, json: { exam, attempts: released }, lines: tell.toldRelease(released, telling) };
  }
  if (command === 'regrade' && second === undefined) return regrade(room, flags, exam, telling);
  if (second === undefined || extra !== undefined) throw USAGE;
  if (command === 'void') return voidOne(room, flags, exam, second, locale);
  if (command === 'import' || command === 'export') {
    const file = resolve(second);
    const outcome = await (command === 'import' ? importGift(room, exam, file) : exportGift(room, exam, file, locale));
    return { code: 0, json: outcome, lines: tell.toldGift(outcome, telling) };
  }
  throw USAGE;
}

async function issue(room: ExamRoom, flags: Flags, exam: string, telling: Telling): Promise<Answer> {
  if (flags.trainee === null) throw USAGE;
  const extension = flags.minutes === null ? 0 : readMinutes(flags.minutes);
  const issued = await issueExam(room, {
    exam,
    trainee: flags.trainee,
    locale: flags.lang as Locale | null,
    opens: flags.at === null ? null : readMoment('at', flags.at, room.agency.timeZone),
    extension,
    extensionReason: flags.reason ?? flags['attempt-override'] ?? '—',
    override: flags['attempt-override'],
    by: flags.by,
  });
  const { form, file, event } = issued;
  const { token, version, attempt, trainee, opens, closes, minutes, hash } = form;
  const json = {
    exam,
    trainee,
    attempt,
    version,
    token,
    file,
    opens,
    closes,
    minutes,
    hash,
    overrides: event.overrides,
  };
  return { code: 0, json, lines: tell.toldIssued(issued, telling) };
}

async function grade(room: ExamRoom, flags: Flags, files: string[], telling: Telling): Promise<Answer> {
  const received = flags.received === null ? null : readMoment('received', flags.received, room.agency.timeZone);
  const told: { file: string; status: string; [more: string]: unknown }[] = [];
  const lines: string[] = [];
  let code = 0;
  for (const file of files) {
    try {
      const request = { file: resolve(file), received, acceptLate: flags['accept-late'], by: flags.by };
      const outcome: GradeOutcome = await gradeFile(room, request);
      told.push({ file, ...outcome });
      const titles = await topicTitles(room, outcome.submitted.exam);
      const own = (topic: string): string => titles(topic, telling.locale);
      lines.push(...toldGrade(basename(file), outcome, own, telling), '');
    } catch (error) {
      if (!(error instanceof ExamRefused)) throw error;
      // One bad file does not keep the others from being marked.
      code = 1;
      told.push({ file, status: 'refused', code: error.code, error: error.text[telling.locale] });
      lines.push(error.text[telling.locale], '');
    }
  }
  return { code, json: { files: told }, lines: lines.slice(0, -1) };
}

async function regrade(room: ExamRoom, flags: Flags, exam: string, telling: Telling): Promise<Answer> {
  const corrected = flags.corrected ?? [];
  if (corrected.length > 0 && flags.reason === null) throw NO_REASON;
  const reason = flags.reason ?? (telling.locale === 'ru' ? 'пересчёт' : 'regrade');
  const all = await regradeExam(room, { exam, corrected, reason, by: flags.by });
  const json = {
    exam,
    attempts: all.map(({ before, after, ...one }) => ({ ...one, before: before.result, after: after.result })),
  };
  return { code: 0, json, lines: tell.toldRegrade(all, telling) };
}

async function voidOne(room: ExamRoom, flags: Flags, exam: string, question: string, locale: Locale): Promise<Answer> {
  const reason = flags.reason ?? '—';
  const status = await voidQuestion(room, { exam, question, reason, by: flags.by ?? 'mentor' });
  const ru = locale === 'ru';
  const said =
    status === 'voided'
      ? ru
        ? `Вопрос ${question} исключён; результаты изменит npm run exam -- regrade ${exam}`
        : `The question ${question} is void; npm run exam -- regrade ${exam} changes the results`
      : ru
        ? `Вопрос ${question} уже исключён`
        : `The question ${question} was void already`;
  return { code: 0, json: { exam, question, status, reason }, lines: [said] };
}

async function check(room: ExamRoom, flags: Flags, rest: string[], locale: Locale): Promise<number> {
  if (rest.length > 1) throw USAGE;
  const { exams, problems } = await checkExams(room);
  if (!flags.json) effects.out(`${room.folder.told('')}: ${exams.join(', ') || '—'}`);
  return reportProblems(problems, { json: flags.json, locale }, effects).errors > 0 ? 1 : 0;
}

function refuseStranger(room: ExamRoom, by: string): void {
  const known = room.people.map(({ id }) => id);
  if (known.includes(by)) return;
  throw new ExamRefused('unknown-person', {
    ru: `--by: «${by}» нет в data/people.json. Есть: ${known.join(', ')}`,
    en: `--by: “${by}” is not in data/people.json. Known: ${known.join(', ')}`,
  });
}

function refuse(error: unknown, json: boolean, locale: Locale): number {
  const refused = refusalOf(error);
  if (json)
    effects.out(JSON.stringify({ status: 'refused', code: refused.code, error: refused.text[locale] }, null, 2));
  else effects.err(refused.text[locale]);
  return 1;
}

function refusalOf(error: unknown): { code: string; text: { ru: string; en: string } } {
  if (error instanceof ExamRefused) return error;
  if (error instanceof TraineeLedgerBroken) {
    const said = (locale: Locale): string => error.problems.map((problem) => printProblem(problem, locale)).join('\n');
    return { code: 'ledger-broken', text: { ru: said('ru'), en: said('en') } };
  }
  if (error instanceof LockBusy) {
    return {
      code: 'busy',
      text: text('Журнал занят другой командой; повторите позже', 'Another command holds the ledger; try again later'),
    };
  }
  throw error;
}

const USAGE = new UsageError({
  ru: 'Не хватает слов или они лишние',
  en: 'Words are missing or there are too many',
});

const NO_REASON = new UsageError({
  ru: 'К --corrected нужна --reason "причина": она остаётся в журнале',
  en: 'With --corrected give --reason "…": it stays in the ledger',
});

process.exitCode = await runCommand(line, process.argv.slice(2), run, effects);
