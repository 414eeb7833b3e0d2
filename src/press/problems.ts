import type { Problem } from '../types/problem.ts';
import type { Client, Workspace } from '../types/workspace.ts';

/** Problems that only show while documents are being made. */

export function unknownClients(workspace: Workspace, asked: string[] | null): Problem[] {
  const known = workspace.clients.map((client) => client.id);
  return (asked ?? [])
    .filter((id) => !known.includes(id))
    .map((id) => ({
      code: 'unknown-client',
      severity: 'error',
      file: 'data/clients',
      found: { ru: `--client ${id}: такого клиента нет`, en: `--client ${id}: there is no such client` },
      expected: { ru: `один из: ${known.join(', ')}`, en: `one of: ${known.join(', ')}` },
      mend: { ru: 'проверьте написание', en: 'check the spelling' },
    }));
}

export function pageFailed(client: Client, period: string | null, error: string): Problem {
  return {
    code: 'page-failed',
    severity: 'error',
    client: client.id,
    file: `data/clients/${client.id}`,
    found: {
      ru: `страница ${period ?? 'кабинета'} не построилась: ${error}`,
      en: `the page of ${period ?? 'the cabinet'} could not be drawn: ${error}`,
    },
    expected: { ru: 'страница без ошибок', en: 'a page without errors' },
    mend: {
      ru: 'проверьте шаблон отчёта и выражения в нём; остальные клиенты построены',
      en: 'look at the report template and the expressions in it; the other clients are built',
    },
  };
}

export function printFailed(client: Client, period: string, error: string): Problem {
  return {
    code: 'print-failed',
    severity: 'error',
    client: client.id,
    file: `data/clients/${client.id}`,
    found: { ru: `PDF за ${period} не получился: ${error}`, en: `the PDF of ${period} failed: ${error}` },
    expected: {
      ru: 'PDF с тегами, закладками, встроенными шрифтами и без пустых страниц',
      en: 'a PDF with tags, bookmarks, embedded fonts and no empty page',
    },
    mend: {
      ru: 'соберите ещё раз; если не поможет, проверьте шаблон или соберите с --no-pdf',
      en: 'build again; if it stays, look at the template or build with --no-pdf',
    },
  };
}
