import { checkLedger } from '../delivery/outbox.ts';
import type { Effects } from '../types/effects.ts';
import type { Locale } from '../types/locale.ts';
import type { Day } from '../types/period.ts';
import type { Checked, Problem } from '../types/problem.ts';
import type { Proposals } from '../types/proposal.ts';
import type { Workspace } from '../types/workspace.ts';
import { PROPOSAL_COMPONENTS } from '../ui/proposal/names.ts';
import { loadProposals } from '../workspace/proposals/load-proposals.ts';
import { hasHandbook } from '../workspace/handbook/load-handbook.ts';
import { deskProblems, trains } from './desk.ts';
import { readHandbook } from './handbook.ts';
import { readWorkspace } from './read-workspace.ts';
import { noClients, strangersProblems, toldOnce } from './problems.ts';
import { sealProposal } from './proposals/prepare.ts';
import { exportsOf, exportsOfTwo } from './reports/exports-of-two.ts';
import { prepareClient } from './reports/prepare.ts';

/** Every problem a build would meet before it draws a page: data, content, figures, numbers in notes, proposals, the handbook, the desk. */
export async function check(
  root: string,
  asOf: Day,
  effects: Effects,
): Promise<{ problems: Problem[]; locale: Locale }> {
  const { value: workspace, problems } = await readWorkspace(root, effects);
  const all = [...problems.filter((one) => one.client === undefined), ...strangersProblems(workspace, problems)];
  const options = { asOf, periods: null, pdf: true, published: new Map() };
  for (const client of workspace.clients) {
    const own = problems.filter((one) => one.client === client.id);
    all.push(...(await prepareClient(workspace, client, own, options, effects)).problems);
  }
  all.push(...(await exportsOfTwo(workspace, await exportsOf(workspace.clients, root, effects), effects)));
  const proposals = await loadProposals(workspace, effects, PROPOSAL_COMPONENTS);
  all.push(...(await proposalProblems(workspace, proposals, asOf, effects)));
  const handbook = await hasHandbook(root, effects);
  if (handbook) all.push(...(await readHandbook(workspace, { asOf, pdf: true }, effects)).problems);
  all.push(...(await deskProblems(workspace, asOf, effects)));
  const made = [...workspace.clients, ...proposals.value.proposals].length > 0 || handbook;
  if (!made && all.length === 0 && !(await trains(root, effects))) all.push(noClients());
  // The programme is the handbook's as well as the desk's.
  return { problems: toldOnce(all), locale: workspace.agency.locale };
}

/** Those of their files, and of versions that were sent and have changed since. */
async function proposalProblems(
  workspace: Workspace,
  { value, problems }: Checked<Proposals>,
  asOf: Day,
  effects: Effects,
): Promise<Problem[]> {
  if (value.proposals.length === 0) return problems;
  const ledger = await checkLedger(workspace.root, effects);
  const kit = { workspace, movedDays: value.movedDays, ledger: ledger.value, pdf: true, asOf };
  const read = new Set(value.proposals.map(({ id }) => id));
  const all = ledger.problems.concat(problems).filter(({ proposal }) => proposal === undefined || !read.has(proposal));
  for (const proposal of value.proposals) {
    const own = problems.filter((one) => one.proposal === proposal.id);
    all.push(...(await sealProposal(proposal, own, kit, effects)).problems);
  }
  return all;
}
