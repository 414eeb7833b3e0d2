import { createHash } from 'node:crypto';
import type { Effects } from '../types/effects.ts';
import type { EstimateFile } from '../types/estimate.ts';
import type { Locale, LocalText } from '../types/locale.ts';
import type { Day } from '../types/period.ts';
import type { Proposal, ProposalStatus } from '../types/proposal.ts';
import type { Person, Workspace } from '../types/workspace.ts';
import { timeIn } from '../calendar/zones.ts';
import { builtDocument } from './built.ts';
import { proposalExamplesLeft } from './examples-left.ts';
import { frozen } from './frozen.ts';
import type { LedgerLine } from './ledger.ts';
import type { Letter } from './letter.ts';
import { LetterRefused } from './mailbox.ts';
import { loadLedger } from './outbox.ts';
import { proposalLetter, type EarlierVersion } from './proposal-letter.ts';
import { recipients, type Asked } from './recipients.ts';
import { signer, type Sender } from './sender.ts';

export interface ProposalRequest extends Asked {
  workspace: Workspace;
  proposal: Proposal;
  /** Output folder of the build, absolute. */
  out: string;
  /** Flags with which a build finds the same folders, for the messages; empty for the usual ones. */
  elsewhere: string;
  /** `SMTP_FROM`. */
  from: string | null;
  /** A draft may be looked at and tried out on oneself; the real one has to be ready and valid. */
  rehearsal: boolean;
  today: Day;
  warn(text: LocalText): void;
  portraitOf(person: Person): Promise<Uint8Array | null>;
  /** What the version says by the data as they are: JSON of `VersionContent`. */
  content: string;
}

/** The letter of a built proposal. Throws `LetterRefused` for whatever keeps it from being sent. */
export async function prepareProposal(request: ProposalRequest, effects: Effects): Promise<Letter> {
  const { workspace, proposal, out } = request;
  const { id, number, version, contact, file } = proposal;
  const unready = unreadiness(proposal, request.today);
  if (unready !== null && !request.rehearsal) throw new LetterRefused(unready);
  // A draft is rehearsed as a matter of course; what is over would be tried out for nothing.
  if (unready !== null && proposal.status !== 'draft') request.warn(minded(unready));
  const command = `npm run build -- --proposal ${id}${request.elsewhere}`;
  const place = { root: workspace.root, out, site: 'proposals', client: id, period: null };
  const built = await builtDocument({ ...place, command }, effects);
  const estimate = JSON.parse(new TextDecoder().decode(await built.output('estimate.json'))) as EstimateFile;
  if (estimate.number !== number || estimate.version !== version) throw otherVersion(proposal, estimate, command);
  const examples = proposalExamplesLeft(proposal);
  if (examples !== null) request.warn(examples);
  const { seal } = built.entry;
  if (seal === undefined) throw new Error(`The manifest has no seal for the proposal ${id}`);
  const person = signer(workspace.people, proposal.author, { file, field: 'author' });
  const sender: Sender = { person, portrait: await request.portraitOf(person), address: request.from };
  const known = contact.email === null ? [] : [{ ...contact, email: contact.email }];
  const to = recipients(request, known, { file, field: 'contact.email' });
  const replaces = versionBefore(proposal, await loadLedger(workspace.root, effects));
  // Built by another engine, it may say the same in other fields.
  const content = createHash('sha256').update(request.content).digest('hex') === seal ? request.content : null;
  return proposalLetter({ workspace, proposal, estimate, pdf: built.pdf, to, sender, seal, content, replaces });
}

/** The latest earlier version that the prospect has, or may have. */
function versionBefore({ id, version, contact }: Proposal, lines: readonly LedgerLine[]): EarlierVersion | null {
  for (let before = version - 1; before > 0; before--) {
    const left = frozen(lines, { id, version: before });
    if (left !== null) return { version: before, sent: timeIn(contact.timeZone, new Date(left.sentAt)).day };
  }
  return null;
}

const SENDABLE: readonly ProposalStatus[] = ['ready', 'sent', 'viewed'];

/** Why the real letter would not be sent; `null` when it would. */
function unreadiness({ id, file, status, validUntil }: Proposal, today: Day): Record<Locale, string> | null {
  if (!SENDABLE.includes(status)) {
    return {
      ru: `${file}: у предложения ${id} статус ${status}; отправляют со статусом ready. Попробовать письмо на себе: --test`,
      en: `${file}: proposal ${id} has the status ${status}; send it with the status ready. To try the letter on yourself: --test`,
    };
  }
  if (validUntil >= today) return null;
  return {
    ru: `${file}: предложение ${id} действовало до ${validUntil}; обновите validUntil и соберите новую версию`,
    en: `${file}: proposal ${id} was valid until ${validUntil}; renew validUntil and build a new version`,
  };
}

const minded = ({ ru, en }: Record<Locale, string>): LocalText => ({ ru: `Внимание: ${ru}`, en: `Mind: ${en}` });

function otherVersion({ id, number, version }: Proposal, built: EstimateFile, command: string): LetterRefused {
  const [now, was] = [`${number} v${version}`, `${built.number} v${built.version}`];
  return new LetterRefused({
    ru: `${id}: собрана ${was}, а в данных ${now}; выполните ${command}`,
    en: `${id}: ${was} is built, but the data say ${now}; run ${command}`,
  });
}

/** Why there is nothing to send under that id: what there is instead. */
export function unknownProposal(id: string, known: readonly Proposal[]): LetterRefused {
  const ids = known.map((proposal) => proposal.id).join(', ') || '—';
  return new LetterRefused({
    ru: `предложения ${id} нет; есть: ${ids}`,
    en: `there is no proposal ${id}; there are: ${ids}`,
  });
}
