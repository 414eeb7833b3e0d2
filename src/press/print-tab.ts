import type { Page } from 'puppeteer';
import type { LocalText } from '../types/locale.ts';

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
  return { fonts, images, fetched: [...new Set(fetched)] };
})()`;

/**
 * Prints one self-contained page in a tab that may have printed others before: tagged, with bookmarks from its
 * headings, on the paper its own style sheet asks for. Throws `UnprintablePage`, or whatever the browser throws
 * when it breaks.
 */
export async function printInTab(tab: Page, html: string, timeoutMs: number): Promise<Uint8Array> {
  await tab.setContent(html, { waitUntil: 'load', timeout: timeoutMs });
  const { fonts, images, fetched } = (await tab.evaluate(READY)) as Readiness;
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
  return tab.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    waitForFonts: false,
    timeout: timeoutMs,
  });
}
