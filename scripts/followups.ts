import { join, resolve } from 'node:path';
import { timeIn } from '../src/calendar/zones.ts';
import { runCommand, type Given } from '../src/cli/options.ts';
import { UsageError, type CommandLine } from '../src/cli/usage.ts';
import { earlierEvents, isOurs } from '../src/calendar/earlier-calendar.ts';
import { followUpCalendar } from '../src/delivery/followup-calendar.ts';
import { followUpDone, loadOpenDeals, withdrawFollowUp } from '../src/delivery/followup-desk.ts';
import { followUpLetter } from '../src/delivery/followup-letter.ts';
import { dueFollowUps, type OpenDeal } from '../src/delivery/followups.ts';
import type { FollowUpOutcome } from '../src/delivery/ledger.ts';
import type { Letter } from '../src/delivery/letter.ts';
import { LetterRefused } from '../src/delivery/mailbox.ts';
import { composeMessage } from '../src/delivery/message.ts';
import { DRAFTS } from '../src/delivery/outbox.ts';
import { refuseErrors, sayRefusal } from '../src/delivery/refusals.ts';
import type { ScheduledStep } from '../src/delivery/schedule.ts';
import { signer } from '../src/delivery/sender.ts';
import { dueText, jsonDue } from '../src/delivery/tell-followups.ts';
import { letterText } from '../src/delivery/text.ts';
import { nodeEffects } from '../src/effects/node.ts';
import { printProblem } from '../src/locale/problem.ts';
import { readWorkspace } from '../src/press/read-workspace.ts';
import { LOCALES, type Locale } from '../src/types/locale.ts';
import type { Day } from '../src/types/period.ts';
import type { Workspace } from '../src/types/workspace.ts';
import { FLAGS, workspaceFolder } from './common.ts';

const line = {
  command: 'npm run followups',
  about: {
    ru: 'Показывает, кому сегодня напомнить об отправленном предложении, с готовыми письмами.',
    en: 'Lists who is to be asked today about a proposal that was sent, with letters ready.',
  },
  rest: { ru: '[done | withdraw <предложение>]', en: '[done | withdraw <proposal>]' },
  flags: {
    workspace: FLAGS.workspace,
    'as-of': {
      kind: 'day',
      about: {
        ru: 'на какой день; без флага — сегодня у адресата',
        en: "for which day; the recipient's today when not given",
      },
    },
    draft: { kind: 'switch', about: { ru: 'записать письма файлами .eml', en: 'write the letters as .eml files' } },
    ics: {
      kind: 'text',
      value: { ru: 'ФАЙЛ', en: 'FILE' },
      about: { ru: 'записать календарь всех шагов', en: 'write a calendar of all steps' },
    },
    outcome: {
      kind: 'text',
      value: '',
      oneOf: ['replied', 'called', 'none'],
      about: { ru: 'с done: ответили, дозвонились или тишина', en: 'with done: they replied, we called, or silence' },
    },
    note: {
      kind: 'text',
      value: { ru: 'ТЕКСТ', en: 'TEXT' },
      about: { ru: 'с done: что сказали; с withdraw: почему', en: 'with done: what was said; with withdraw: why' },
    },
    json: FLAGS.json,
    lang: FLAGS.lang,
  },
} as const satisfies CommandLine;

type Flags = Given<(typeof line)['flags']>['flags'];

const effects = nodeEffects();

async function run({ flags, rest }: Given<(typeof line)['flags']>): Promise<number> {
  const { value: workspace, problems } = await readWorkspace(await workspaceFolder(flags.workspace, effects), effects);
  const locale = (flags.lang as Locale | null) ?? workspace.agency.locale;
  try {
    refuseErrors(problems, {});
    if (rest[0] === 'withdraw') return await withdraw(rest, workspace, flags, locale);
    if (rest.length > 0) return await done(rest, workspace, flags, locale);
    if (flags.outcome !== null || flags.note !== null) throw USAGE;
    return await list(workspace, flags, locale);
  } catch (error) {
    return sayRefusal(error, { json: flags.json, locale }, effects);
  }
}

async function list(workspace: Workspace, flags: Flags, locale: Locale): Promise<number> {
  const today = (timeZone: string): Day => flags['as-of'] ?? timeIn(timeZone, effects.now()).day;
  const { value: open, problems } = await loadOpenDeals(workspace, effects);
  for (const problem of problems) effects.err(printProblem(problem, locale));
  const due = dueFollowUps(open, today).map((one) => ({ due: one, letters: letters(workspace, one, one.step, today) }));
  const drafts = flags.draft ? await Promise.all(due.map(({ letters }) => writeDrafts(workspace.root, letters))) : [];
  // A calendar without those that cannot be read would take their events back.
  const unread = problems.some(({ severity }) => severity === 'error');
  if (flags.ics !== null && !unread) {
    await writeCalendar(resolve(flags.ics), workspace, open, today, locale);
  }
  if (flags.json)
    effects.out(
      JSON.stringify(
        due.map(({ due, letters }, i) => jsonDue(due, letters, drafts[i] ?? [])),
        null,
        2,
      ),
    );
  else if (due.length > 0 || !unread) for (const text of dueText(due, drafts, locale)) effects.out(text);
  return unread ? 1 : 0;
}

type Letters = Record<Locale, Letter>;

function letters(workspace: Workspace, open: OpenDeal, step: ScheduledStep, today: (timeZone: string) => Day): Letters {
  const person = signer(workspace.people, open.deal.author, {
    file: `content/proposals/${open.deal.id}.mdx`,
    field: 'author',
  });
  // The answer is written in the person's own mail program, which has their portrait or does not.
  const sender = { person, portrait: null, address: null };
  const day = today(open.deal.timeZone);
  const letter = (locale: Locale): Letter => followUpLetter({ workspace, open, step, sender, locale, today: day });
  return { ru: letter('ru'), en: letter('en') };
}

async function writeDrafts(root: string, letters: Letters): Promise<string[]> {
  return Promise.all(
    LOCALES.map(async (locale) => {
      const letter = letters[locale];
      const { bytes } = await composeMessage(letter, { date: effects.now(), messageId: null, unsent: true });
      const file = join(root, ...DRAFTS.split('/'), letter.key.replaceAll('/', '.'), `letter.${locale}.eml`);
      await effects.fs.write(file, bytes);
      return file;
    }),
  );
}

/** Over a calendar written before, so that programs that have it see what has moved and what is done. */
async function writeCalendar(
  file: string,
  workspace: Workspace,
  open: OpenDeal[],
  today: (timeZone: string) => Day,
  locale: Locale,
): Promise<void> {
  const before = (await effects.fs.exists(file)) ? new TextDecoder().decode(await effects.fs.read(file)) : '';
  if (!isOurs(before, 'followups')) throw notOurs(file);
  const domain = workspace.agency.email?.split('@')[1] ?? 'accountpress.invalid';
  const calendar = followUpCalendar(open, {
    ...{ locale, earlier: earlierEvents(before, 'followups') },
    now: effects.now(),
    domain,
    notes: (deal, step) => {
      // It will be read on the step's day, by when the offer may have ended.
      const then = (zone: string): Day => (today(zone) > step.day ? today(zone) : step.day);
      const letter = letters(workspace, deal, step, then)[deal.deal.locale];
      return [`${deal.deal.contact} <${deal.to.join(', ')}>`, letter.subject, letterText(letter)].join('\n\n');
    },
  });
  await effects.fs.write(file, calendar);
}

async function done(
  [what, id, ...more]: string[],
  workspace: Workspace,
  flags: Flags,
  locale: Locale,
): Promise<number> {
  const outcome = flags.outcome as FollowUpOutcome | null;
  if (what !== 'done' || id === undefined || more.length > 0 || outcome === null || lists(flags)) throw USAGE;
  const noted = await followUpDone(workspace, { id, outcome, note: flags.note ?? '' }, effects);
  if (flags.json) effects.out(JSON.stringify(noted, null, 2));
  else
    effects.err(
      locale === 'ru' ? `Записано: ${id}, ${noted.step}, ${outcome}` : `Noted: ${id}, ${noted.step}, ${outcome}`,
    );
  return 0;
}

/** Flags of the list, which say nothing to what notes. */
const lists = (flags: Flags): boolean => flags['as-of'] !== null || flags.draft || flags.ics !== null;

async function withdraw(
  [, id, ...more]: string[],
  workspace: Workspace,
  flags: Flags,
  locale: Locale,
): Promise<number> {
  if (id === undefined || more.length > 0 || flags.outcome !== null || lists(flags)) throw USAGE;
  const line = await withdrawFollowUp(workspace, { id, note: flags.note ?? '' }, effects);
  if (flags.json) effects.out(JSON.stringify(line, null, 2));
  else
    effects.err(
      locale === 'ru'
        ? `Отметка снята: ${id}, ${line.step || 'ответ'}`
        : `Taken back: ${id}, ${line.step || 'the reply'}`,
    );
  return 0;
}

const notOurs = (file: string): LetterRefused =>
  new LetterRefused({
    ru: `${file}: здесь лежит не календарь, который записала эта команда; он не тронут, укажите после --ics другой файл`,
    en: `${file}: this is no calendar that this command has written; it stands untouched, name another file after --ics`,
  });

const USAGE = new UsageError({
  ru: 'Чтобы отметить сделанное: done <предложение> --outcome replied|called|none [--note ТЕКСТ]; чтобы снять последнюю отметку: withdraw <предложение>',
  en: 'To note what was done: done <proposal> --outcome replied|called|none [--note TEXT]; to take the last note back: withdraw <proposal>',
});

process.exitCode = await runCommand(line, process.argv.slice(2), run, effects);
