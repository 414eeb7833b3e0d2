import { runCommand, type Given } from '../src/cli/options.ts';
import { reportProblems } from '../src/cli/report-problems.ts';
import type { CommandLine } from '../src/cli/usage.ts';
import { sayRefusal } from '../src/delivery/refusals.ts';
import { nodeEffects } from '../src/effects/node.ts';
import { formatter } from '../src/locale/format.ts';
import { listProposals, type ListedProposal } from '../src/press/proposals/list.ts';
import { readWorkspace } from '../src/press/read-workspace.ts';
import type { Locale } from '../src/types/locale.ts';
import type { ProposalStatus } from '../src/types/proposal.ts';
import { FLAGS, workspaceFolder } from './common.ts';

const line = {
  command: 'npm run proposals',
  about: {
    ru: 'Показывает все предложения: статус, сумму, возраст, следующее напоминание и срок.',
    en: 'Lists all proposals: status, value, age, next follow-up and expiry.',
  },
  flags: { workspace: FLAGS.workspace, 'as-of': FLAGS['as-of'], json: FLAGS.json, lang: FLAGS.lang },
} as const satisfies CommandLine;

const effects = nodeEffects();

const STATUS: Record<Locale, Record<ProposalStatus, string>> = {
  ru: {
    draft: 'черновик',
    ready: 'готово',
    sent: 'отправлено',
    viewed: 'просмотрено',
    accepted: 'принято',
    declined: 'отклонено',
    expired: 'истекло',
    superseded: 'заменено',
  },
  en: {
    draft: 'draft',
    ready: 'ready',
    sent: 'sent',
    viewed: 'viewed',
    accepted: 'accepted',
    declined: 'declined',
    expired: 'expired',
    superseded: 'superseded',
  },
};

const DAYS = {
  ru: { one: 'день', few: 'дня', many: 'дней', other: 'дня' },
  en: { one: 'day', other: 'days' },
};

const LAST_DAY = { ru: 'последний день', en: 'the last day' };

const NONE = {
  ru: 'Предложений нет; начать первое: npm run new -- proposal <id>',
  en: 'There are no proposals; begin the first: npm run new -- proposal <id>',
};

async function run({ flags }: Given<(typeof line)['flags']>): Promise<number> {
  const { value: workspace, problems } = await readWorkspace(await workspaceFolder(flags.workspace, effects), effects);
  const locale = (flags.lang as Locale | null) ?? workspace.agency.locale;
  try {
    const listed = await listProposals(workspace, flags['as-of'], effects);
    const all = [...problems.filter(({ client }) => client === undefined), ...listed.problems];
    const ok = !all.some(({ severity }) => severity === 'error');
    if (flags.json) {
      effects.out(JSON.stringify({ ok, proposals: listed.value, problems: all }, null, 2));
      return ok ? 0 : 1;
    }
    for (const proposal of listed.value) effects.out(told(proposal, locale));
    if (listed.value.length === 0 && ok) effects.err(NONE[locale]);
    if (all.length > 0) reportProblems(all, { json: false, locale }, effects);
    return ok ? 0 : 1;
  } catch (error) {
    return sayRefusal(error, { json: flags.json, locale }, effects);
  }
}

/** Two lines for a terminal: what it is, and where it stands. */
function told(one: ListedProposal, locale: Locale): string {
  const f = formatter(locale, one.currency);
  const days = (count: number) => f.plural(count, DAYS[locale]);
  const ru = locale === 'ru';
  const left =
    one.daysLeft < 0
      ? `${ru ? 'срок вышел' : 'over since'} ${f.day(one.validUntil, 'long')}`
      : `${ru ? 'действует до' : 'valid until'} ${f.day(one.validUntil, 'long')} (${one.daysLeft === 0 ? LAST_DAY[locale] : days(one.daysLeft)})`;
  const next = one.nextFollowUp;
  const facts = [
    STATUS[locale][one.status],
    f.money(one.total, 'exact'),
    `${ru ? 'возраст' : 'age'} ${days(one.age)}`,
    ...(one.doubtful.length > 0
      ? [`${ru ? 'могло дойти, спросите' : 'may have arrived, ask'}: ${one.doubtful.join(', ')}`]
      : []),
    ...(next
      ? [
          `${ru ? 'напомнить' : 'follow up'}${next.version === one.version ? '' : ` v${next.version}`} ${f.day(next.day, 'long')}`,
        ]
      : []),
    left,
  ];
  return `${one.id}  ${one.number} v${one.version}  ${one.prospect}\n  ${facts.join(' · ')}\n`.replaceAll(
    '\u00a0',
    ' ',
  );
}

process.exitCode = await runCommand(line, process.argv.slice(2), run, effects);
