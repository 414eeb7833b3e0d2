/**
 * Intake and figures of a whole agency, one client after another in one process: `node bench/rows.ts <workspace>`.
 * Prints JSON: rows read and processor microseconds a row, from the file on disk to the figures of the month.
 */
import { nodeEffects } from '../src/effects/node.ts';
import { parsePeriod } from '../src/figures/period.ts';
import { periodFigures } from '../src/figures/period-figures.ts';
import { surveyClient } from '../src/press/reports/client-survey.ts';
import { readWorkspace } from '../src/press/read-workspace.ts';
import { AS_OF, clientId, MONTH } from './workload.ts';

/** Profiles and plans are read so many clients at a time, as by a process of the crew; they are not what is measured. */
const BATCH = 16;

export interface RowCost {
  rows: number;
  microseconds: number;
}

async function rowCost(workspace: string): Promise<RowCost> {
  const effects = nodeEffects();
  const clients = (await effects.fs.list(`${workspace}/data/clients`)).length;
  const period = parsePeriod(MONTH)!;
  let [rows, microseconds] = [0, 0];
  for (let first = 1; first <= clients; first += BATCH) {
    const ids = new Set(Array.from({ length: BATCH }, (_, index) => clientId(first + index)));
    const { value: agency } = await readWorkspace(workspace, effects, { clients: (id) => ids.has(id) });
    const before = process.cpuUsage();
    for (const client of agency.clients) {
      const { facts, files, broken, problems } = await surveyClient(agency, client, [], effects);
      if (broken) throw new Error(JSON.stringify(problems[0]));
      periodFigures(facts, client, agency.metrics, period, AS_OF);
      for (const file of files) rows += file.rows.read;
    }
    const { user, system } = process.cpuUsage(before);
    microseconds += user + system;
  }
  return { rows, microseconds: microseconds / rows };
}

if (import.meta.main) console.log(JSON.stringify(await rowCost(process.argv[2]!)));
