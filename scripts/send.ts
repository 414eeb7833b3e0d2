import { join, resolve } from 'node:path';
import { timeIn } from '../src/calendar/zones.ts';
import { operatorLocale, runCommand, type Given } from '../src/cli/options.ts';
import { UsageError, type CommandLine } from '../src/cli/usage.ts';
import { writeDraft } from '../src/delivery/draft.ts';
import type { Letter } from '../src/delivery/letter.ts';
import { mailbox } from '../src/delivery/mailbox.ts';
import { loadLedger } from '../src/delivery/outbox.ts';
import { portrait } from '../src/delivery/portrait.ts';
import { refuseErrors, sayRefusal } from '../src/delivery/refusals.ts';
import { sendLetter, type Sent } from '../src/delivery/send-letter.ts';
import { prepareProposal, unknownProposal, type ProposalRequest } from '../src/delivery/send-proposal.ts';
import { prepareReport } from '../src/delivery/send-report.ts';
import { smtpServer } from '../src/delivery/smtp-server.ts';
import { succeeded, tellSent, tellWaiting } from '../src/delivery/tell.ts';
import { nodeEffects } from '../src/effects/node.ts';
import { parsePeriod } from '../src/figures/period.ts';
import { localText } from '../src/locale/text.ts';
import { whileAlone } from '../src/press/output/output-lock.ts';
import { sealProposal } from '../src/press/proposals/prepare.ts';
import { readWorkspace } from '../src/press/read-workspace.ts';
import type { Locale, LocalText } from '../src/types/locale.ts';
import type { Person, Workspace } from '../src/types/workspace.ts';
import { loadProposals } from '../src/workspace/proposals/load-proposals.ts';
import { FLAGS, FOLDER, PROJECT, workspaceFolder } from './common.ts';

const ADDRESS = { ru: 'адрес', en: 'address' };

const line = {
  command: 'npm run send',
  about: {
    ru: 'Отправляет письмо с собранным документом; каждому адресату — не больше одного раза.',
    en: 'Sends a letter with a built document, at most once to each recipient.',
  },
  rest: { ru: 'proposal <id> | report <клиент> <период>', en: 'proposal <id> | report <client> <period>' },
  flags: {
    workspace: FLAGS.workspace,
    out: {
      kind: 'text',
      value: FOLDER,
      about: {
        ru: 'где собранные документы; без флага — dist',
        en: 'where the built documents are; dist when not given',
      },
    },
    to: {
      kind: 'list',
      value: ADDRESS,
      about: { ru: 'кому, вместо контактов из данных', en: 'to whom, instead of the contacts in the data' },
    },
    test: {
      kind: 'text',
      value: ADDRESS,
      about: {
        ru: 'проба: письмо только на этот адрес, не в счёт',
        en: 'a trial: to this address only, counts for nothing',
      },
    },
    link: {
      kind: 'text',
      value: 'URL',
      about: {
        ru: 'с report: адрес страницы отчёта, кнопка в письме',
        en: "with report: address of the report's page, the letter's button",
      },
    },
    'dry-run': {
      kind: 'switch',
      about: { ru: 'только показать: .eml и страница просмотра', en: 'show only: the .eml and a preview page' },
    },
    resend: {
      kind: 'switch',
      about: { ru: 'отправить ещё раз то, что могло дойти', en: 'send again what may have arrived' },
    },
    json: FLAGS.json,
    lang: FLAGS.lang,
  },
} as const satisfies CommandLine;

type Flags = Given<(typeof line)['flags']>['flags'];

const effects = nodeEffects();

async function run({ flags, rest }: Given<(typeof line)['flags']>): Promise<number> {
  const root = await workspaceFolder(flags.workspace, effects);
  // Asked before anything else: a wrong variable is better known before minutes of preparation.
  const server = flags['dry-run'] ? null : smtpServer(effects.env['SMTP_URL']);
  // The agency's language is known once its file is read; until then the machine's has to do.
  let locale = (flags.lang as Locale | null) ?? operatorLocale(effects.env);
  let timeZone = 'UTC';
  const read = async (): Promise<Letter> => {
    const { value: workspace, problems } = await readWorkspace(root, effects);
    if (flags.lang === null) locale = workspace.agency.locale;
    ({ timeZone } = workspace.agency);
    refuseErrors(problems, rest[0] === 'report' && rest[1] !== undefined ? { client: rest[1] } : {});
    return addressed(await prepare(rest, workspace, flags, locale), flags.test);
  };
  try {
    const warn = (text: LocalText): void => effects.err(localText(text, locale));
    const letter = await whileAlone({ out: resolve(flags.out ?? 'dist'), project: PROJECT, warn }, effects, read);
    if (server === null) return await draft(root, letter, flags, locale);
    const sent = await sendLetter(
      {
        root,
        letter,
        server,
        trial: flags.test !== null,
        resend: flags.resend,
        waiting: (seconds, reply) => effects.err(tellWaiting(seconds, reply, locale)),
      },
      effects,
    );
    return tell(letter, sent, flags.json, { locale, timeZone });
  } catch (error) {
    return sayRefusal(error, { json: flags.json, locale }, effects);
  }
}

function prepare(words: string[], workspace: Workspace, flags: Flags, locale: Locale): Promise<Letter> {
  const [what, id, periodId, ...more] = words;
  const warn = (text: LocalText): void => effects.err(localText(text, locale));
  const common = {
    workspace,
    out: resolve(flags.out ?? 'dist'),
    to: flags.to,
    trial: flags.test,
    elsewhere: flag('workspace', flags.workspace) + flag('out', flags.out),
    from: effects.env['SMTP_FROM'] || null,
    warn,
    portraitOf: (person: Person) => portraitOf(workspace.root, person, warn),
  };
  if (what === 'proposal' && id !== undefined && periodId === undefined) {
    if (flags.link !== null) throw LINK_OF_A_PROPOSAL;
    return proposal(id, common, flags);
  }
  if (what !== 'report' || id === undefined || periodId === undefined || more.length > 0) throw USAGE;
  const period = parsePeriod(periodId);
  if (period === null) throw notPeriod(periodId);
  const link = flags.link === null ? null : webLink(flags.link);
  return prepareReport({ ...common, client: id, period, link }, effects);
}

/** A flag as it was typed; nothing when it was not. */
const flag = (name: string, value: string | null): string =>
  value === null ? '' : ` --${name} ${/^[\w./~-]+$/.test(value) ? value : JSON.stringify(value)}`;

async function proposal(
  id: string,
  common: Omit<ProposalRequest, 'proposal' | 'rehearsal' | 'today' | 'content'>,
  flags: Flags,
): Promise<Letter> {
  const { value, problems } = await loadProposals(common.workspace, effects);
  refuseErrors(problems, { proposal: id });
  const found = value.proposals.find((one) => one.id === id);
  if (found === undefined) throw unknownProposal(id, value.proposals);
  const today = timeIn(found.validZone, effects.now()).day;
  const rehearsal = flags['dry-run'] || flags.test !== null;
  const ledger = await loadLedger(common.workspace.root, effects);
  const kit = { workspace: common.workspace, movedDays: value.movedDays, ledger, pdf: true, asOf: today };
  const { content } = await sealProposal(found, [], kit, effects);
  return prepareProposal({ ...common, proposal: found, rehearsal, today, content }, effects);
}

/** A trial goes to one address and to nobody else. */
function addressed(letter: Letter, trial: string | null): Letter {
  return trial === null ? letter : { ...letter, to: [mailbox('', trial, '--test')] };
}

async function portraitOf(root: string, person: Person, warn: (text: LocalText) => void): Promise<Uint8Array | null> {
  if (person.photo === undefined) return null;
  const cache = join(PROJECT, '.accountpress', 'cache', 'portraits');
  return portrait(join(root, 'data', ...person.photo.split('/')), { project: PROJECT, cache, warn }, effects);
}

async function draft(root: string, letter: Letter, flags: Flags, locale: Locale): Promise<number> {
  const { message, eml, preview } = await writeDraft({ root, letter, resend: flags.resend, locale }, effects);
  if (flags.json) {
    const { messageId, sha256, to } = message;
    effects.out(JSON.stringify({ status: 'draft', key: letter.key, messageId, sha256, to, eml, preview }, null, 2));
    return 0;
  }
  effects.err(
    {
      ru: 'Ничего не отправлено. Письмо и страница просмотра:',
      en: 'Nothing was sent. The letter and its preview page:',
    }[locale],
  );
  for (const path of [eml, preview]) effects.out(path);
  return 0;
}

function tell(
  letter: Letter,
  sent: Sent,
  json: boolean,
  { locale, timeZone }: { locale: Locale; timeZone: string },
): number {
  if (json) effects.out(JSON.stringify({ key: letter.key, ...sent }, null, 2));
  else for (const text of tellSent(sent, timeZone, locale)) effects.err(text);
  return succeeded(sent) ? 0 : 1;
}

function webLink(text: string): string {
  if (/^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text)) return text;
  throw new UsageError({
    ru: `--link: «${text}» — не адрес страницы; нужен вид https://…`,
    en: `--link: “${text}” is not the address of a page; use https://…`,
  });
}

const notPeriod = (text: string): UsageError =>
  new UsageError({
    ru: `«${text}» — не период; нужен 2026-10, 2026-Q4, 2026 или 2026-09-15..2026-10-14`,
    en: `“${text}” is not a period; give 2026-10, 2026-Q4, 2026 or 2026-09-15..2026-10-14`,
  });

const LINK_OF_A_PROPOSAL = new UsageError({
  ru: '--link — только для отчётов: кнопка в письме с предложением открывает согласие',
  en: '--link is for reports only: the button of a proposal’s letter opens the acceptance',
});

const USAGE = new UsageError({
  ru: 'Что отправить: proposal и id предложения либо report, id клиента и период',
  en: "Say what to send: proposal and the proposal's id, or report, the client's id and the period",
});

process.exitCode = await runCommand(line, process.argv.slice(2), run, effects);
