import { drawingFault } from '../../locale/drawing-fault.ts';
import { localText } from '../../locale/text.ts';
import type { Problem } from '../../types/problem.ts';
import type { Proposal } from '../../types/proposal.ts';
import { mdxReason, reasonOf } from '../problems.ts';

/** Problems of proposals that only show while their documents are being made. */

export function unknownProposals(known: readonly string[], asked: readonly string[] | null): Problem[] {
  return (asked ?? [])
    .filter((id) => !known.includes(id))
    .map((id) => ({
      code: 'unknown-proposal',
      severity: 'error',
      file: 'content/proposals',
      found: { ru: `--proposal ${id}: такого предложения нет`, en: `--proposal ${id}: there is no such proposal` },
      expected: { ru: `одно из: ${known.join(', ')}`, en: `one of: ${known.join(', ')}` },
      mend: { ru: 'проверьте написание', en: 'check the spelling' },
    }));
}

/** The brief form lives where this proposal would. */
export function nameTaken({ id, file }: Proposal): Problem {
  return {
    code: 'bad-id',
    severity: 'error',
    ...{ proposal: id, file },
    found: { ru: `id предложения «${id}»`, en: `a proposal with the id “${id}”` },
    expected: {
      ru: 'любой другой id: по этому адресу лежит форма брифа',
      en: 'any other id: the brief form has this address',
    },
    mend: { ru: 'переименуйте файл', en: 'rename the file' },
  };
}

export function proposalNotDrawn({ id, file }: Proposal, error: string): Problem {
  const fault = drawingFault(error);
  return {
    code: 'page-failed',
    severity: 'error',
    ...{ proposal: id, file },
    found: { ru: `страница не построилась: ${fault.ru}`, en: `the page could not be drawn: ${fault.en}` },
    expected: { ru: 'страница без ошибок', en: 'a page without errors' },
    mend: {
      ru: 'проверьте компоненты и выражения в тексте; остальные предложения построены',
      en: 'look at the components and expressions of the text; the other proposals are built',
    },
  };
}

export function proposalNotCompiled({ id, file }: Proposal, error: string): Problem {
  const { place, reason } = mdxReason(error);
  return {
    code: 'template-failed',
    severity: 'error',
    ...{ proposal: id, file, ...place },
    found: { ru: `текст не собирается: ${reason}`, en: `the text does not compile: ${reason}` },
    expected: { ru: 'текст без ошибок', en: 'a text without errors' },
    mend: {
      ru: 'исправьте указанное место; остальные предложения построены',
      en: 'correct the place named; the other proposals are built',
    },
  };
}

export function proposalNotPrinted({ id, file }: Proposal, error: unknown): Problem {
  const reason = reasonOf(error);
  return {
    code: 'print-failed',
    severity: 'error',
    ...{ proposal: id, file },
    found: { ru: `PDF не получился: ${localText(reason, 'ru')}`, en: `the PDF failed: ${localText(reason, 'en')}` },
    expected: {
      ru: 'PDF с тегами, закладками, встроенными шрифтами и без пустых страниц',
      en: 'a PDF with tags, bookmarks, embedded fonts and no empty page',
    },
    mend: {
      ru: 'соберите ещё раз; если не поможет, проверьте текст или соберите с --no-pdf',
      en: 'build again; if it stays, look at the text or build with --no-pdf',
    },
  };
}

export function archiveDamaged({ id, file, version }: Proposal, pdf: string): Problem {
  return {
    code: 'archive-damaged',
    severity: 'error',
    ...{ proposal: id, file, column: 'version' },
    found: { ru: `${pdf}: файла нет или он изменён`, en: `${pdf}: the file is gone or was changed` },
    expected: {
      ru: `документ версии ${version}, каким он ушёл`,
      en: `the document of version ${version} as it left`,
    },
    mend: { ru: 'верните файл из истории git', en: 'bring the file back from the history of git' },
  };
}
