import { pathToFileURL } from 'node:url';
import type { CompiledSite } from './compile-site.ts';
import type { CabinetModel, ReportModel } from '../../types/report.ts';
import type { ClientModels, PreparedClient } from './prepare.ts';
import { pageFailed, templateFailed } from '../problems.ts';
import { readersEnvironment } from '../site.ts';

/** What a page of the reports site is given; see `App.Locals` of the site. */
type Shown = { report: ReportModel; template: string } | { cabinet: CabinetModel };

type DrawPage = (shown: Shown) => Promise<string>;

/** A client's pages: `null` is the period of the cabinet. */
export type DrawnPages = Map<string | null, string>;

/** The compiled site, loaded into this process. */
export class Drawing {
  readonly #drawPage: DrawPage;
  readonly #failed: Record<string, string>;

  private constructor(drawPage: DrawPage, failed: Record<string, string>) {
    this.#drawPage = drawPage;
    this.#failed = failed;
  }

  static async open({ entry, failed }: CompiledSite): Promise<Drawing> {
    readersEnvironment();
    const { drawPage } = (await import(pathToFileURL(entry).href)) as { drawPage: DrawPage };
    return new Drawing(drawPage, failed);
  }

  /**
   * Draws every page of a client. One of whose pages throws, or whose template does not compile, is broken from here
   * on.
   */
  async draw(prepared: PreparedClient, models: ClientModels): Promise<{ prepared: PreparedClient; pages: DrawnPages }> {
    const pages: DrawnPages = new Map();
    const uncompiled = prepared.reports.find(({ template }) => template in this.#failed)?.template;
    if (uncompiled !== undefined) {
      const problem = templateFailed(prepared.client, uncompiled, this.#failed[uncompiled]!);
      return { prepared: broken(prepared, [problem]), pages };
    }
    const { client, reports } = prepared;
    const failures = new Map<string, (string | null)[]>();
    const draw = async (period: string | null, shown: Shown) => {
      try {
        pages.set(period, await this.#drawPage(shown));
      } catch (error) {
        const found = error instanceof Error ? error.message : String(error);
        failures.set(found, [...(failures.get(found) ?? []), period]);
      }
    };
    await draw(null, { cabinet: models.cabinet });
    for (const [place, { period, template }] of reports.entries()) {
      await draw(period.id, { report: models.reports[place]!, template });
    }
    // One fault of a template fails every page alike: it is told once, with the pages it fails.
    const problems = [...failures].map(([error, periods]) => pageFailed(client, periods, error));
    return { prepared: problems.length > 0 ? broken(prepared, problems) : prepared, pages };
  }
}

function broken(prepared: PreparedClient, problems: PreparedClient['problems']): PreparedClient {
  return { ...prepared, broken: true, problems: [...prepared.problems, ...problems] };
}
