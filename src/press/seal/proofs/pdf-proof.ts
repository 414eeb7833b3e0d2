import { inspectPdf } from '../../printing/pdf-inspect.ts';
import { verifyPdf } from '../../printing/pdf-verify.ts';
import type { SealBreak } from '../breaks.ts';

/** Every PDF opens and is whole: pages, tags, bookmarks, language, embedded fonts, no blank page. */
export function provePdf(file: string, bytes: Uint8Array): SealBreak[] {
  try {
    const info = inspectPdf(bytes);
    // Title and language were compared with the page's when it was printed; here any will do.
    const faults = verifyPdf(info, { lang: info.lang ?? '??', title: info.title ?? '' });
    return faults.map(({ code, text }) => ({
      code: `seal-pdf-${code.replace(/^pdf-/, '')}`,
      file,
      offset: null,
      found: typeof text === 'string' ? { ru: text, en: text } : text,
    }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const found = { ru: `PDF не открывается: ${reason}`, en: `the PDF does not open: ${reason}` };
    return [{ code: 'seal-pdf-damaged', file, offset: null, found }];
  }
}
