import { drawingFault } from '../locale/drawing-fault.ts';
import { localText } from '../locale/text.ts';
import type { LocalText } from '../types/locale.ts';
import type { Problem } from '../types/problem.ts';
import type { Client, Workspace } from '../types/workspace.ts';
import type { BrowserMissing } from './printing/browser.ts';
import { FaultyPdf } from './printing/print-page.ts';
import { UnprintablePage } from './printing/print-tab.ts';
import { PrintFailed } from './printing/printer.ts';

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

/** Reports were asked for and there is nobody to report to, or the workspace holds nothing for any site. */
export const noClients = (): Problem => ({
  code: 'no-clients',
  severity: 'error',
  file: 'data/clients',
  found: { ru: 'ни одного клиента', en: 'no client at all' },
  expected: { ru: 'папка data/clients/<id> на каждого клиента', en: 'a folder data/clients/<id> for each client' },
  mend: { ru: 'создайте первого: npm run new -- client <id>', en: 'make the first: npm run new -- client <id>' },
});

/** The process that built these clients died, and so did the next one: one thing happened, so one thing is told. */
export function crewMembersLost(clients: readonly string[]): Problem {
  const names = clients.join(', ');
  const one = clients.length === 1;
  return {
    code: 'worker-lost',
    severity: 'error',
    ...(one ? { client: names } : {}),
    file: one ? `data/clients/${names}` : 'data/clients',
    found: {
      ru: `процесс, собиравший ${one ? 'клиента' : 'клиентов'} ${names}, дважды прервался`,
      en: `the process that built the ${one ? 'client' : 'clients'} ${names} died twice`,
    },
    expected: { ru: 'сборка до конца', en: 'a build to its end' },
    mend: {
      ru: 'посмотрите сообщение выше; если не хватило памяти, соберите с --workers 1; прежние документы на месте',
      en: 'see the message above; if memory ran out, build with --workers 1; the earlier documents stand',
    },
  };
}

/** Problems of folders that are no client: a name that is no id, a link that leads elsewhere. */
export function strangersProblems(workspace: Workspace, problems: Problem[]): Problem[] {
  const known = new Set(workspace.clients.map((client) => client.id));
  return problems.filter(({ client }) => client !== undefined && !known.has(client));
}

/** @param periods of the pages that failed alike; `null` is the cabinet */
export function pageFailed(client: Client, periods: (string | null)[], error: string): Problem {
  const named = (cabinet: string) => periods.map((period) => period ?? cabinet).join(', ');
  const fault = drawingFault(error);
  return {
    code: 'page-failed',
    severity: 'error',
    client: client.id,
    file: `data/clients/${client.id}`,
    found: {
      ru: `не построилось (${named('кабинет')}): ${fault.ru}`,
      en: `could not be drawn (${named('cabinet')}): ${fault.en}`,
    },
    expected: { ru: 'страница без ошибок', en: 'a page without errors' },
    mend: {
      ru: 'проверьте шаблон отчёта и выражения в нём; остальные клиенты построены',
      en: 'look at the report template and the expressions in it; the other clients are built',
    },
  };
}

/** Where and why an MDX text does not compile, out of the bundler's message. */
export function mdxReason(error: string): { place: { row: number; column: number } | null; reason: string } {
  const place = /\.mdx:(\d+):(\d+)/.exec(error);
  // The bundler draws the place and names its own files around the one line that tells the matter.
  const noise = /^Build failed|^\[plugin|^\s*at |^\s*$|[╭╰╯│]/;
  const reason = error
    .split('\n')
    .filter((line) => !noise.test(line))
    .join(' ');
  return { place: place && { row: Number(place[1]), column: Number(place[2]) }, reason };
}

/** A template that reads well but does not compile: an import that leads nowhere, an expression with a mistake. */
export function templateFailed(client: Client, template: string, error: string): Problem {
  const { place, reason } = mdxReason(error);
  return {
    code: 'template-failed',
    severity: 'error',
    client: client.id,
    file: `content/reports/${template}.mdx`,
    ...place,
    found: { ru: `шаблон не собирается: ${reason}`, en: `the template does not compile: ${reason}` },
    expected: { ru: 'шаблон без ошибок', en: 'a template without errors' },
    mend: {
      ru: 'исправьте указанное место; клиенты с другими шаблонами построены',
      en: 'correct the place named; clients with other templates are built',
    },
  };
}

export function printFailed(client: Client, period: string, error: unknown): Problem {
  const reason = reasonOf(error);
  return {
    code: 'print-failed',
    severity: 'error',
    client: client.id,
    file: `data/clients/${client.id}`,
    found: {
      ru: `PDF за ${period} не получился: ${localText(reason, 'ru')}`,
      en: `the PDF of ${period} failed: ${localText(reason, 'en')}`,
    },
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

/** No document can be printed: pages wait for a browser, nothing is published. */
export function browserMissing(error: BrowserMissing): Problem {
  const { code, found, expected, mend } = error;
  return { code, severity: 'error', file: 'PDF', found, expected, mend };
}

/** What several sites or parts of a build say alike is said once, where it was said first. */
export function toldOnce(problems: readonly Problem[]): Problem[] {
  const told = new Map<string, Problem>();
  for (const one of problems) {
    const key = JSON.stringify(one);
    if (!told.has(key)) told.set(key, one);
  }
  return [...told.values()];
}

export function reasonOf(error: unknown): LocalText {
  if (error instanceof PrintFailed || error instanceof UnprintablePage || error instanceof FaultyPdf) return error.text;
  return error instanceof Error ? error.message : String(error);
}
