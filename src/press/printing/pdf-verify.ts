import type { LocalText } from '../../types/locale.ts';
import type { PdfInfo } from './pdf-inspect.ts';

/** What a finished document must be. */
export interface PdfExpectations {
  /** Language of the document, e.g. `ru`. */
  lang: string;
  title: string;
  /** Largest size in bytes; no limit when absent. */
  maxBytes?: number;
}

/** One thing a finished PDF lacks. */
export interface PdfFault {
  /** `pdf-untagged`, `pdf-no-outline`, `pdf-language`, `pdf-title`, `pdf-font`, `pdf-blank-page`, `pdf-size`. */
  code: string;
  text: LocalText;
}

/** Everything wrong with a finished PDF: tags, bookmarks, language, title, fonts, empty pages, size. */
export function verifyPdf(info: PdfInfo, expected: PdfExpectations): PdfFault[] {
  const faults: PdfFault[] = [];
  const fault = (code: string, ru: string, en: string): void => void faults.push({ code, text: { ru, en } });
  if (!info.tagged) fault('pdf-untagged', 'в PDF нет тегов', 'the PDF has no tags');
  if (info.outline === 0) fault('pdf-no-outline', 'в PDF нет закладок', 'the PDF has no bookmarks');
  if (info.lang !== expected.lang) {
    fault(
      'pdf-language',
      `язык PDF — ${info.lang ?? 'не указан'}, а должен быть ${expected.lang}`,
      `the PDF’s language is ${info.lang ?? 'not stated'}, not ${expected.lang}`,
    );
  }
  if (info.title !== expected.title) {
    fault(
      'pdf-title',
      `заголовок PDF — «${info.title ?? ''}», а должен быть «${expected.title}»`,
      `the PDF’s title is “${info.title ?? ''}”, not “${expected.title}”`,
    );
  }
  for (const font of info.fonts) {
    if (font.type === 'Type3') {
      fault(
        'pdf-font',
        `шрифт ${font.name || 'без имени'} превратился в Type 3: нужен статический файл этого начертания`,
        `the font ${font.name || 'without a name'} became Type 3: a static file of that cut is needed`,
      );
    } else if (!font.embedded) {
      fault('pdf-font', `шрифт ${font.name} не встроен в PDF`, `the font ${font.name} is not embedded`);
    }
  }
  if (info.pages === 0) fault('pdf-blank-page', 'в PDF нет страниц', 'the PDF has no pages');
  for (const page of info.blankPages) fault('pdf-blank-page', `страница ${page} пуста`, `page ${page} is empty`);
  if (expected.maxBytes !== undefined && info.bytes > expected.maxBytes) {
    fault(
      'pdf-size',
      `PDF занимает ${info.bytes} байт, а должен — не больше ${expected.maxBytes}`,
      `the PDF takes ${info.bytes} bytes, more than ${expected.maxBytes}`,
    );
  }
  return faults;
}
