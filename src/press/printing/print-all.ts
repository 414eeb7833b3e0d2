import { dirname, join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import type { Locale } from '../../types/locale.ts';
import type { Day } from '../../types/period.ts';
import type { Assets } from '../assets.ts';
import { engineFingerprint } from '../cache.ts';
import { readText } from '../read-text.ts';
import { inParallel } from '../in-parallel.ts';
import type { BuildOptions } from '../options.ts';
import { printPage } from './print-page.ts';
import { printerFor } from './printer.ts';

/** Pages read ahead of the printer: enough to keep its tabs busy, few enough to stay small in memory. */
const IN_FLIGHT = 8;

/** One staged page that becomes a PDF beside itself. */
export interface PrintJob {
  /** Absolute path of the page. */
  page: string;
  assets: Assets;
  locale: Locale;
  /** File name of the PDF. */
  name: string;
  /** Creation date written into the document. */
  date: Day;
  /** The page as it is printed, where that is another. */
  forPaper?(html: string): string;
  /** Told when this page cannot be printed; the others go on. */
  failed(error: unknown): void;
}

const asItIs = (html: string): string => html;

/**
 * Prints every job. Throws `BrowserMissing` when there is nothing to print with.
 * @returns the browser's version, `null` when there was nothing to print
 */
export async function printAll(
  jobs: PrintJob[],
  options: Pick<BuildOptions, 'project' | 'warn' | 'cache' | 'progress' | 'openPrinter'>,
  effects: Effects,
): Promise<string | null> {
  if (jobs.length === 0) return null;
  const { project, cache } = options;
  await using printer = await printerFor(options, effects);
  const engine = await engineFingerprint(project, effects);
  const progress = options.progress({ ru: 'PDF', en: 'PDFs' }, jobs.length);
  await inParallel(jobs, IN_FLIGHT, async ({ page, failed, forPaper = asItIs, ...job }) => {
    try {
      const html = forPaper(await readText(page, effects));
      const pdf = await printPage({ html, ...job, printer, cache, engine });
      await effects.fs.write(join(dirname(page), job.name), pdf);
    } catch (error) {
      failed(error);
    }
    progress.step();
  });
  progress.end();
  return printer.version;
}
