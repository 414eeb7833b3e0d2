import type { Effects } from '../../types/effects.ts';
import type { Checked, Problem } from '../../types/problem.ts';
import type { Proposals } from '../../types/proposal.ts';
import type { Workspace } from '../../types/workspace.ts';
import { openDesk, type Desk } from '../desk.ts';
import { problemsOf, type Read } from '../findings.ts';
import { isId } from '../ids.ts';
import { ESTIMATES_FOLDER, PROPOSALS_FOLDER } from '../places.ts';
import { warnOfStrangers } from '../strangers.ts';
import { readHolidays } from '../tables/holidays.ts';
import { readRates } from '../tables/rates.ts';
import * as mistake from './mistakes.ts';
import type { PaperName, ProposalHouse } from './proposal.ts';

export const RATES_FILE = 'data/rates.csv';
const HOLIDAYS_FILE = 'data/holidays.csv';

/**
 * Reads every proposal of the agency's folder and tells everything wrong with them in one run. Problems of one
 * proposal carry its id; those of the rates and holidays touch all.
 * @param components names a proposal's text may use; texts are checked for syntax only when absent
 */
export async function loadProposals(
  { root, agency, people, clients }: Pick<Workspace, 'root' | 'agency' | 'people' | 'clients'>,
  effects: Effects,
  components?: readonly string[],
): Promise<Checked<Proposals>> {
  const desk = openDesk(root, effects);
  const rates = await table(desk, RATES_FILE, (text) => readRates(text, people));
  const movedDays = await table(desk, HOLIDAYS_FILE, readHolidays);
  const ids = await proposalIds(desk);
  await warnOfStrayEstimates(ids, desk);
  const house: ProposalHouse = { agency, people, clients, rates, components };
  const read = await Promise.all(
    ids.map(async (id) => {
      const own = openDesk(root, effects);
      // YAML and MDX take long to load, and most builds are of agencies without proposals.
      const { readProposal } = await import('./proposal.ts');
      const { proposal, name } = await readProposal(id, house, own);
      return { proposal, name, problems: own.problems.map((problem): Problem => ({ ...problem, proposal: id })) };
    }),
  );
  const sound = read.flatMap(({ proposal }) => proposal ?? []);
  const repeated = repeatedNumbers(read.flatMap(({ name }) => name ?? []));
  return {
    value: { proposals: sound.filter(({ id }) => !repeated.some(({ proposal }) => proposal === id)), rates, movedDays },
    problems: [...desk.problems, ...read.flatMap(({ problems }) => problems), ...repeated],
  };
}

async function table<R>(desk: Desk, file: string, read: (text: string) => Read<R[]>): Promise<R[]> {
  const text = await desk.text(file);
  if (text === null) return [];
  const { value, findings } = read(text);
  desk.report(file, ...findings);
  return value;
}

/** Ids of the files in content/proposals, sorted. */
async function proposalIds(desk: Desk): Promise<string[]> {
  const ids: string[] = [];
  for (const { name, kind } of await desk.entries(PROPOSALS_FOLDER)) {
    const id = name.replace(/\.mdx$/, '');
    if (kind !== 'folder' && id !== name && isId(id)) ids.push(id);
    else if (kind !== 'folder') desk.report(`${PROPOSALS_FOLDER}/${name}`, mistake.badName(name));
  }
  return ids;
}

async function warnOfStrayEstimates(ids: readonly string[], desk: Desk): Promise<void> {
  for (const { name, kind } of await desk.entries(ESTIMATES_FOLDER)) {
    if (kind !== 'folder') continue;
    if (ids.includes(name)) await warnOfStrangers(desk, `${ESTIMATES_FOLDER}/${name}`, ['estimate.csv', 'brief.json']);
    else desk.report(`${ESTIMATES_FOLDER}/${name}`, mistake.strayEstimate(name));
  }
}

/** Two documents with one number and version would overwrite one another in a client's mailbox. */
function repeatedNumbers(names: readonly PaperName[]): Problem[] {
  return names.flatMap(({ id, file, number, version, at }) => {
    const twin = names.find((one) => one.id !== id && one.number === number && one.version === version);
    if (twin === undefined) return [];
    const [problem] = problemsOf(file, undefined, [{ ...mistake.sameNumber(number, version, twin.file), ...at }]);
    return [{ ...problem!, proposal: id }];
  });
}
