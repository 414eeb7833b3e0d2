import { timeIn } from '../calendar/zones.ts';
import type { LocalText } from '../types/locale.ts';
import type { Problem } from '../types/problem.ts';
import { standing, type LedgerLine } from './ledger.ts';
import { proposalKey } from './letter.ts';
import { tellChanges } from './tell-changes.ts';
import { CONTENT, type Change } from './version-content.ts';

/** What is kept of a version that went out. */
export interface FrozenVersion {
  sentAt: string;
  /** Hash of the inputs it was made of, as the build computed it. */
  seal: string;
  /** The archived document, relative to the workspace. */
  pdf: string;
  sha256: string;
  /** Where everything it says and shows is kept, relative to the workspace; what left before that was kept has none. */
  content: string;
}

/** The proposal's version as far as the ledger needs to know it. */
export interface ProposalVersion {
  id: string;
  version: number;
}

/**
 * What was sent of a version; `null` while nobody can have it. A letter that may have arrived freezes its version too.
 */
export function frozen(lines: readonly LedgerLine[], { id, version }: ProposalVersion): FrozenVersion | null {
  const { accepted, unknown, attempts } = standing(lines, proposalKey(id, version));
  if (accepted.length === 0 && unknown.length === 0) return null;
  const left = attempts.find(({ handed, outcome }) =>
    outcome === null ? handed : outcome.result === 'unknown' || outcome.accepted.length > 0,
  );
  if (left === undefined) return null;
  const { at, seal, pdf } = left.intent;
  if (seal === null || pdf?.archived == null) throw new Error(`The ledger keeps no document of ${left.intent.key}`);
  const content = contentBeside(pdf.archived);
  return { sentAt: left.outcome?.at ?? at, seal, pdf: pdf.archived, sha256: pdf.sha256, content };
}

/** Path of what a version says, beside its document. */
export const contentBeside = (pdf: string): string => `${pdf.slice(0, pdf.lastIndexOf('/'))}/${CONTENT}`;

/**
 * The problem that stops the build when the inputs of a version that went out have changed.
 * @param changes `null` when it is not known what the version said
 * @param timeZone of the agency, by which the day of sending is told
 */
export function versionChanged(
  kept: FrozenVersion,
  { version, file }: { version: number; file: string },
  changes: readonly Change[] | null,
  timeZone: string,
): Problem {
  const day = timeIn(timeZone, new Date(kept.sentAt)).day;
  const found: LocalText = {
    ru: `версия ${version}, отправленная ${day}, изменилась`,
    en: `version ${version}, sent on ${day}, has changed`,
  };
  return {
    code: 'sent-version-changed',
    severity: 'error',
    file,
    column: 'version',
    found:
      changes === null
        ? found
        : { ru: `${found.ru}: ${tellChanges(changes, 'ru')}`, en: `${found.en}: ${tellChanges(changes, 'en')}` },
    expected: {
      ru: `отправленная версия остаётся такой, какой ушла: ${kept.pdf}`,
      en: `a sent version stays as it left: ${kept.pdf}`,
    },
    mend: {
      ru: `поставьте version: ${version + 1} или верните прежние данные`,
      en: `set version: ${version + 1}, or restore the earlier data`,
    },
  };
}
