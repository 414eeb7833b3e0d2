import { join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import type { Problem } from '../../types/problem.ts';
import type { Assets } from '../assets.ts';
import type { BuildOptions } from '../options.ts';
import type { PreparedClient } from '../reports/prepare.ts';
import { printAll } from './print-all.ts';
import { reportForPaper } from './print-report.ts';
import { printFailed } from '../problems.ts';

/**
 * Prints every staged report beside its page; a client one of whose PDFs fails is broken from here on.
 * Throws `BrowserMissing` when there is nothing to print with.
 * @returns the browser's version, `null` when there was nothing to print
 */
export async function printClients(
  prepared: PreparedClient[],
  assetsOf: Map<string, Assets>,
  stage: string,
  options: BuildOptions,
  effects: Effects,
): Promise<{ clients: PreparedClient[]; browser: string | null }> {
  const failures = new Map<string, Problem[]>();
  const jobs = prepared
    .filter((one) => !one.broken)
    .flatMap(({ client, reports }) =>
      reports.map(({ period }) => ({
        page: join(stage, client.id, period.id, 'index.html'),
        assets: assetsOf.get(client.id)!,
        locale: client.locale,
        name: `${client.id}-${period.id}.pdf`,
        date: options.asOf,
        forPaper: reportForPaper,
        failed(error: unknown) {
          const problem = printFailed(client, period.id, error);
          failures.set(client.id, [...(failures.get(client.id) ?? []), problem]);
        },
      })),
    );
  const browser = await printAll(jobs, options, effects);
  const clients = prepared.map((one) => {
    const problems = failures.get(one.client.id) ?? [];
    return problems.length === 0 ? one : { ...one, broken: true, problems: [...one.problems, ...problems] };
  });
  return { clients, browser };
}
