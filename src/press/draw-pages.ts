import type { Effects } from '../types/effects.ts';
import { writePages } from './pages.ts';
import type { PreparedClient } from './prepare.ts';
import { pageFailed, templateFailed } from './problems.ts';
import { buildSite, TemplateFailed, type PageFailure, type SiteFolders, type SiteTemplates } from './site.ts';

const SITE = 'reports';

/**
 * Runs Astro over the clients that are whole; a client one of whose pages throws, or whose template does not compile,
 * is broken from here on.
 * @param templates all there are; only those that some page needs are compiled
 */
export async function drawPages(
  prepared: PreparedClient[],
  templates: SiteTemplates,
  folders: SiteFolders,
  effects: Effects,
): Promise<PreparedClient[]> {
  const whole = prepared.filter((one) => !one.broken);
  if (whole.length === 0) return prepared;
  const needed = new Set(whole.flatMap(({ reports }) => reports.map(({ template }) => template)));
  const compiled = Object.fromEntries(Object.entries(templates).filter(([key]) => needed.has(key)));
  await writePages(whole, folders.models, effects);
  try {
    const failures = await buildSite(SITE, folders, compiled, effects);
    return prepared.map((one) => withFailures(one, failures));
  } catch (error) {
    if (!(error instanceof TemplateFailed)) throw error;
    // Each round breaks the clients of one template, so the rounds come to an end.
    const rest = prepared.map((one) => withoutTemplate(one, error));
    return drawPages(rest, templates, folders, effects);
  }
}

function withFailures(prepared: PreparedClient, failures: PageFailure[]): PreparedClient {
  const own = failures.filter((failure) => failure.client === prepared.client.id);
  if (own.length === 0) return prepared;
  // One fault of a template fails every page alike: it is told once, with the pages it fails.
  const errors = [...new Set(own.map(({ error }) => error))];
  const problems = errors.map((error) => {
    const periods = own.filter((failure) => failure.error === error).map(({ period }) => period);
    return pageFailed(prepared.client, periods, error);
  });
  return { ...prepared, broken: true, problems: [...prepared.problems, ...problems] };
}

function withoutTemplate(prepared: PreparedClient, error: TemplateFailed): PreparedClient {
  if (prepared.broken || !prepared.reports.some(({ template }) => template === error.template)) return prepared;
  const problem = templateFailed(prepared.client, error.template, error.message);
  return { ...prepared, broken: true, problems: [...prepared.problems, problem] };
}
