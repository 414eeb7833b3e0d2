import type { CDPSession, Page } from 'puppeteer';
import type { LocalText } from '../../types/locale.ts';
import type { PageParts } from './print-parts.ts';

/** A page the browser cannot draw as written: an image or font that fails, something fetched from outside. */
export class UnprintablePage extends Error {
  readonly text: { ru: string; en: string };

  constructor(text: { ru: string; en: string }) {
    super(text.en);
    this.name = 'UnprintablePage';
    this.text = text satisfies LocalText;
  }
}

/** What the page says of itself once everything in it is decoded. */
interface Readiness {
  /** Style sheets that stay in the tab. */
  sheets: number;
  fonts: string[];
  images: string[];
  fetched: string[];
}

/**
 * Loads every declared face, also those only the margins of a printed page use: Chrome would otherwise print those
 * in another font. Runs inside the page, as text, so that no compiler touches it.
 */
const READY = `(async () => {
  const fonts = [];
  const images = [];
  await Promise.all([...document.fonts].map((face) => face.load().catch(() => fonts.push(face.family + ' ' + face.weight))));
  await document.fonts.ready;
  for (const image of document.images) image.loading = 'eager';
  await Promise.all([...document.images].map((image) => image.decode().catch(() => images.push(image.src.slice(0, 200)))));
  const fetched = performance.getEntriesByType('resource').map((entry) => entry.name.slice(0, 200));
  return { sheets: document.adoptedStyleSheets.length, fonts, images, fetched: [...new Set(fetched)] };
})()`;

/** Style sheets of the tab itself, which outlive its documents: texts of new ones, places of those already worn. */
const wear = (sheets: (string | number)[]): string => `{
  const worn = document.adoptedStyleSheets;
  document.adoptedStyleSheets = ${JSON.stringify(sheets)}.map((sheet) => {
    if (typeof sheet === 'number') return worn[sheet];
    const fresh = new CSSStyleSheet();
    fresh.replaceSync(sheet);
    return fresh;
  });
}`;

/**
 * Nothing is styled, laid out and painted but on paper: neither for a screen that nobody looks at, nor where Chrome
 * looks, as wide as the screen, for what printing might still have to load.
 */
const ONLY_PAPER = '@media screen, (max-width: 100px) { :root { display: none !important } }';

/** Narrower than any paper. */
const SCREEN = { width: 10, height: 10 };

/** Documents after which what they left behind is cleared away; else a tab grows to three times its size. */
const CLEAR_AFTER = 2;

/**
 * A tab that prints one document after another. Fonts stay in it for the next document that declares the same;
 * nothing else does. After an `UnprintablePage` it must be closed: it remembers for ever what was asked of the network.
 */
export class PrintTab {
  readonly page: Page;
  readonly #session: CDPSession;
  readonly #always: string[];
  #worn: string[] = [];
  #documents = 0;

  private constructor(page: Page, session: CDPSession, always: string[]) {
    this.page = page;
    this.#session = session;
    this.#always = always;
  }

  /**
   * @param page one that nothing was drawn on yet
   * @param seen draw documents as on a screen first, so that everything they may ask for is asked before they print
   */
  static async open(page: Page, { seen }: { seen: boolean }): Promise<PrintTab> {
    // Documents are complete without scripts; one that slipped in must not run.
    await page.setJavaScriptEnabled(false);
    if (seen) await page.emulateMediaType('print');
    else await page.setViewport(SCREEN);
    return new PrintTab(page, await page.createCDPSession(), seen ? [] : [ONLY_PAPER]);
  }

  /**
   * Prints one self-contained page: tagged, with bookmarks from its headings, on the paper its own style sheet asks
   * for. Throws `UnprintablePage`, or whatever the browser throws when it breaks.
   */
  async print({ html, faces }: PageParts, timeoutMs: number): Promise<Uint8Array> {
    await this.#wear([...this.#always, ...faces]);
    await this.page.setContent(html, { waitUntil: 'load', timeout: timeoutMs });
    if (++this.#documents % CLEAR_AFTER === 0) await this.#session.send('HeapProfiler.collectGarbage');
    const ready = (await this.page.evaluate(READY)) as Readiness;
    if (ready.sheets !== this.#worn.length) throw new Error('the browser lost style sheets of the tab');
    refuseUnready(ready);
    return this.#pdf(timeoutMs);
  }

  async #wear(sheets: string[]): Promise<void> {
    const worn = this.#worn;
    if (sheets.length === worn.length && sheets.every((sheet, at) => sheet === worn[at])) return;
    await this.page.evaluate(wear(sheets.map((sheet) => (worn.includes(sheet) ? worn.indexOf(sheet) : sheet))));
    this.#worn = sheets;
  }

  /** In one piece; the size of the paper is for pages whose style sheet asks for none. */
  async #pdf(timeout: number): Promise<Uint8Array> {
    const { data } = await this.#session.send(
      'Page.printToPDF',
      {
        ...{ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true },
        ...{ paperWidth: 8.5, paperHeight: 11, marginTop: 0, marginBottom: 0, marginLeft: 0, marginRight: 0 },
      },
      { timeout },
    );
    return Buffer.from(data, 'base64');
  }
}

function refuseUnready({ fonts, images, fetched }: Readiness): void {
  if (fetched.length > 0) {
    throw new UnprintablePage({
      ru: `страница обращается наружу: ${fetched.join(', ')}`,
      en: `the page fetches from outside: ${fetched.join(', ')}`,
    });
  }
  if (fonts.length > 0) {
    throw new UnprintablePage({
      ru: `шрифты не читаются: ${fonts.join(', ')}`,
      en: `fonts that cannot be read: ${fonts.join(', ')}`,
    });
  }
  if (images.length > 0) {
    throw new UnprintablePage({
      ru: `картинки не читаются: ${images.join(', ')}`,
      en: `pictures that cannot be read: ${images.join(', ')}`,
    });
  }
}
