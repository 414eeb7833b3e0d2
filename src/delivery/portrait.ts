import { createHash } from 'node:crypto';
import { extname, join } from 'node:path';
import { findBrowser } from '../press/printing/browser.ts';
import { launchBrowser } from '../press/printing/launch-browser.ts';
import { browserCache } from '../press/printing/printer.ts';
import type { Effects } from '../types/effects.ts';
import type { LocalText } from '../types/locale.ts';

/** Shown at 56 points; drawn for dense screens. */
const SIZE = 144;

const MEDIA_TYPES: Record<string, string> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
};

export interface PortraitOptions {
  /** Folder of the engine: the browser is unpacked under it. */
  project: string;
  /** Folder for finished portraits, absolute. */
  cache: string;
  warn(text: LocalText): void;
}

/**
 * A portrait as mail programs show it: a round PNG, whatever the picture was; drawn once for each picture, since the
 * browser has to be started for it. Throws `BrowserMissing`.
 * @param path absolute path of an SVG, PNG, JPEG or WebP
 */
export async function portrait(path: string, options: PortraitOptions, effects: Effects): Promise<Uint8Array> {
  const picture = await effects.fs.read(path);
  const name = createHash('sha256').update(`${SIZE} `).update(picture).digest('hex').slice(0, 32);
  const file = join(options.cache, `${name}.png`);
  if (await effects.fs.exists(file)) return effects.fs.read(file);
  const type = MEDIA_TYPES[extname(path).toLowerCase()];
  if (type === undefined) throw new Error(`Not a picture: ${path}`);
  const png = await draw(`data:${type};base64,${Buffer.from(picture).toString('base64')}`, options, effects);
  await effects.fs.write(file, png);
  return png;
}

async function draw(source: string, options: PortraitOptions, { env }: Effects): Promise<Uint8Array> {
  const binary = await findBrowser({ env, cacheFolder: browserCache(options.project) });
  const { browser } = await launchBrowser(binary, { env, root: process.getuid?.() === 0, warn: options.warn });
  try {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.setViewport({ width: SIZE, height: SIZE });
    const style = `display:block;width:${SIZE}px;height:${SIZE}px;object-fit:cover;border-radius:50%`;
    await page.setContent(`<body style="margin:0"><img src="${source}" style="${style}"></body>`, {
      waitUntil: 'load',
    });
    return await page.screenshot({ omitBackground: true, type: 'png' });
  } finally {
    await browser.close();
  }
}
