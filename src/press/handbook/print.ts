import { join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import { LOCALES, type Locale } from '../../types/locale.ts';
import type { Problem } from '../../types/problem.ts';
import type { Assets } from '../assets.ts';
import { engineFingerprint } from '../cache.ts';
import { readText } from '../read-text.ts';
import { filesUnder, sha256 } from '../inputs.ts';
import type { BuildOptions } from '../options.ts';
import { pdfDestinations } from '../printing/pdf-destinations.ts';
import { inspectPdf } from '../printing/pdf-inspect.ts';
import { verifyPdf } from '../printing/pdf-verify.ts';
import { FaultyPdf, titleOf } from '../printing/print-page.ts';
import { UnprintablePage } from '../printing/print-tab.ts';
import { openPrinter, type Printer } from '../printing/printer.ts';
import { standalone } from '../printing/standalone.ts';
import { handbookNotPrinted } from './problems.ts';
import { linksInside } from './print-links.ts';
import { relativePage } from './relative.ts';

/** Long documents take their time; this is for the whole handbook on a slow machine. */
const TIMEOUT_MS = 300_000;

/** The folder of the pages that are only printed, in the stage and in the site's addresses. */
const PRINT_FOLDER = 'print';

/** Prints `<locale>/handbook.pdf` beside the pages and takes the printed pages away. */
export async function printHandbook(
  stage: string,
  assets: Assets,
  options: Pick<BuildOptions, 'project' | 'warn' | 'cache' | 'progress' | 'asOf'>,
  effects: Effects,
): Promise<{ browser: string; problems: Problem[] }> {
  const { project, warn, cache, asOf } = options;
  await using printer = await openPrinter({ project, warn, timeoutMs: TIMEOUT_MS }, effects);
  const engine = await engineFingerprint(project, effects);
  const progress = options.progress({ ru: 'PDF справочника', en: 'PDFs of the handbook' }, LOCALES.length);
  const files = await filesOf(stage, assets, effects);
  const problems: Problem[] = [];
  await Promise.all(
    LOCALES.map(async (locale) => {
      try {
        const page = `${PRINT_FOLDER}/${locale}/index.html`;
        const html = linksInside(await readText(join(stage, page), effects), locale);
        const whole = standalone(relativePage(html, page), (path) => fileAt(files, path));
        const key = sha256(['handbook', engine, printer.version, asOf, whole].join('\n'));
        const pdf = (await cache.get(key)) ?? (await printed(whole, locale, asOf, printer));
        await cache.put(key, pdf);
        await effects.fs.write(join(stage, locale, 'handbook.pdf'), pdf);
      } catch (error) {
        problems.push(handbookNotPrinted(locale, error));
      }
      progress.step();
    }),
  );
  progress.end();
  await effects.fs.remove(join(stage, PRINT_FOLDER));
  return { browser: printer.version, problems };
}

/** What a printed page may refer to, by its path from the root. */
async function filesOf(stage: string, assets: Assets, effects: Effects): Promise<Map<string, Uint8Array>> {
  const files = new Map([...assets].map(([name, content]) => [`assets/${name}`, content]));
  for (const file of await filesUnder(stage, '_astro', effects)) {
    files.set(file, await effects.fs.read(join(stage, file)));
  }
  return files;
}

/** @param path relative to the printed page, which lies two folders deep */
function fileAt(files: ReadonlyMap<string, Uint8Array>, path: string): Uint8Array {
  const content = files.get(path.replace(/^(\.\.\/)+/, ''));
  if (!content) throw new Error(`${path}: no such file`);
  return content;
}

/** Printings after which the numbers of the contents must agree with the pages. */
const ROUNDS = 3;

/**
 * Prints until the contents name the pages things stand on: the first printing tells where they stand, the next has
 * the numbers. Throws when they never agree, or the document is not what a document must be.
 */
async function printed(html: string, locale: Locale, date: string, printer: Printer): Promise<Uint8Array> {
  let pages = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    const pdf = await printer.print({ html: withPageNumbers(html, pages), name: `${locale}/handbook.pdf`, date });
    const found = pdfDestinations(pdf);
    if (isSame(found, pages)) {
      const faults = verifyPdf(inspectPdf(pdf), { lang: locale, title: titleOf(html) });
      if (faults.length > 0) throw new FaultyPdf(faults);
      return pdf;
    }
    pages = found;
  }
  throw new UnprintablePage({
    ru: `за ${ROUNDS} прохода номера в содержании не сошлись со страницами`,
    en: `after ${ROUNDS} printings the contents do not agree with the pages`,
  });
}

const PAGE_OF = /(<span\b[^>]*\sdata-page-of="([^"]*)"[^>]*>)[^<]*(<\/span>)/g;

/** Numbers stand in `<span data-page-of="id">`; while none are known their room is kept. */
function withPageNumbers(html: string, pages: ReadonlyMap<string, number>): string {
  return html.replace(
    PAGE_OF,
    (_, open: string, id: string, close: string) => `${open}${pages.get(id) ?? '000'}${close}`,
  );
}

function isSame(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean {
  return one.size === other.size && [...one].every(([id, page]) => other.get(id) === page);
}
