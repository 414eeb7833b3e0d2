import { localText } from '../locale/text.ts';
import type { Day, Period } from '../types/period.ts';
import type { Client } from '../types/workspace.ts';
import type { Assets } from './assets.ts';
import { inspectPdf } from './pdf-inspect.ts';
import { verifyPdf } from './pdf-verify.ts';
import type { Printer } from './printer.ts';
import { standalone } from './standalone.ts';

export interface ReportToPrint {
  /** The built page, referring to `../assets/<name>`. */
  html: string;
  assets: Assets;
  client: Client;
  period: Period;
  asOf: Day;
  printer: Printer;
}

/**
 * Prints one built page and reads the result back. Throws with what is wrong when the document lacks tags,
 * bookmarks, its language or title, an embedded font, or has an empty page.
 */
export async function printReport({ html, assets, client, period, asOf, printer }: ReportToPrint): Promise<Uint8Array> {
  const page = standalone(html, (path) => assetAt(assets, path));
  const pdf = await printer.print({ html: page, name: `${client.id}-${period.id}.pdf`, date: asOf });
  const faults = verifyPdf(inspectPdf(pdf), { lang: client.locale, title: titleOf(html) });
  if (faults.length > 0) throw new Error(faults.map((fault) => localText(fault.text, client.locale)).join('; '));
  return pdf;
}

function assetAt(assets: Assets, path: string): Uint8Array {
  const content = assets.get(path.split('/').at(-1)!);
  if (!content) throw new Error(`${path}: no such asset`);
  return content;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#34': '"', '#38': '&' };

function titleOf(html: string): string {
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
  return title.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole).trim();
}
