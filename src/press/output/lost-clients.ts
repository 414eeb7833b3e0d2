import type { Effects } from '../../types/effects.ts';
import type { Problem } from '../../types/problem.ts';
import type { Workspace } from '../../types/workspace.ts';
import { listed } from '../../workspace/findings.ts';
import { CLIENTS_FOLDER } from '../../workspace/places.ts';
import { earlierDocuments } from './manifest.ts';
import { SITE } from './manifest-documents.ts';

/**
 * What keeps a build from taking all reports out of the output: they are published, and the workspace has no client at
 * all. A client may leave; when all are gone at once their folder was lost, or another workspace was meant.
 */
export async function lostClients(
  { clients }: Pick<Workspace, 'clients'>,
  { out, sites }: { out: string; sites: readonly string[] },
  effects: Effects,
): Promise<Problem[]> {
  if (clients.length > 0 || !sites.includes(SITE)) return [];
  const reports = (await earlierDocuments(out, effects)).filter(
    ({ site, outputs }) => site === SITE && outputs.length > 0,
  );
  const published = [...new Set(reports.map(({ client }) => client))];
  return published.length === 0 ? [] : [clientsLost(published, out)];
}

function clientsLost(published: readonly string[], out: string): Problem {
  const names = listed(published);
  return {
    code: 'clients-lost',
    severity: 'error',
    file: CLIENTS_FOLDER,
    found: {
      ru: `ни одного клиента, а отчёты опубликованы: ${names}`,
      en: `no client at all, though reports are published of ${names}`,
    },
    expected: {
      ru: 'папки data/clients/<id> тех, чьи отчёты опубликованы',
      en: 'folders data/clients/<id> of those whose reports are published',
    },
    mend: {
      ru: `верните папку data/clients или укажите верный --workspace; если клиентов больше нет, удалите ${out} и соберите заново; опубликованное на месте`,
      en: `bring the folder data/clients back or name the right --workspace; if there are to be no clients any more, remove ${out} and build anew; what is published stands`,
    },
  };
}
