import { gatherFacts, type Facts } from '../../figures/facts.ts';
import type { Effects } from '../../types/effects.ts';
import type { IntakeFile } from '../../types/intake.ts';
import type { Problem } from '../../types/problem.ts';
import type { Client, Workspace } from '../../types/workspace.ts';
import { openDesk } from '../../workspace/desk.ts';
import type { Stretch } from '../../intake/dates.ts';
import { lacksPeriod, statedBeside } from '../../intake/stated-beside.ts';
import { readPlain, type ReadExport } from './cached-intake.ts';
import { monthsFed, withoutShownPart } from './shown-parts.ts';

type ExportRef = Client['exports'][number];

/** One client's exports, read and put together. */
export interface ClientSurvey {
  client: Client;
  files: IntakeFile[];
  facts: Facts;
  /** Problems of the client's own files, of its exports and of putting them together. */
  problems: Problem[];
  /** An error among the problems: nothing of this client is published. */
  broken: boolean;
}

export async function surveyClient(
  workspace: Workspace,
  client: Client,
  ownProblems: Problem[],
  effects: Effects,
  readExport: ReadExport = readPlain,
): Promise<ClientSurvey> {
  const desk = openDesk(workspace.root, effects, client.id);
  const read = async ({ file, source }: ExportRef, period: Stretch | null): Promise<IntakeFile[]> => {
    const opened = await desk.open(file);
    if (opened === null) return [];
    const rule = client.sources.sources[source];
    const context = { rule, metrics: workspace.metrics, client: client.id, ...(period ? { period } : {}) };
    return (
      (await readExport({ file, source, ...opened }, context).catch((error: unknown) => desk.refuse(file, error))) ?? []
    );
  };
  const alone: { ref: ExportRef; files: IntakeFile[] }[] = [];
  for (const ref of client.exports) alone.push({ ref, files: await read(ref, null) });
  const all = alone.flatMap(({ files }) => files);
  const whole: IntakeFile[] = [];
  for (const { ref, files: own } of alone) {
    const unknown = own.find(lacksPeriod);
    const period = unknown ? statedBeside(unknown, all) : null;
    whole.push(...(period ? await read(ref, period) : own));
  }
  const fed = whole.some(({ tables }) => tables) ? monthsFed(whole) : new Set<string>();
  const files = whole.map((file) => withoutShownPart(file, client, fed));
  const gathered = gatherFacts(client, files, workspace.metrics, workspace.currencyRates);
  const problems = [...ownProblems, ...desk.problems, ...files.flatMap((file) => file.problems), ...gathered.problems];
  return { client, files, facts: gathered.value, problems, broken: problems.some(isError) };
}

export function isError(problem: Problem): boolean {
  return problem.severity === 'error';
}
