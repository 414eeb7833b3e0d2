import { comparedPeriods } from '../figures/compared.ts';
import { knownWhole } from '../figures/silence.ts';
import { clientPictures } from '../press/cards.ts';
import { surveyClient } from '../press/reports/client-survey.ts';
import type { Effects } from '../types/effects.ts';
import type { FiguresFile } from '../types/figures.ts';
import type { LocalText } from '../types/locale.ts';
import type { Period } from '../types/period.ts';
import type { Client, Person, Workspace } from '../types/workspace.ts';
import { builtDocument } from './built.ts';
import { examplesLeft } from './examples-left.ts';
import type { Letter } from './letter.ts';
import { LetterRefused } from './mailbox.ts';
import { recipients, type Asked } from './recipients.ts';
import { whatPageSays } from './page-says.ts';
import { reportLetter } from './report-letter.ts';
import { signer, type Sender } from './sender.ts';

export interface ReportRequest extends Asked {
  workspace: Workspace;
  /** Output folder of the build, absolute. */
  out: string;
  client: string;
  period: Period;
  /** Where the report's page is published. */
  link: string | null;
  warn(text: LocalText): void;
  /** Flags with which a build finds the same folders, for the messages; empty for the usual ones. */
  elsewhere: string;
  /** `SMTP_FROM`. */
  from: string | null;
  portraitOf(person: Person): Promise<Uint8Array | null>;
}

/** The letter of a built report. Throws `LetterRefused` for whatever keeps it from being sent. */
export async function prepareReport(request: ReportRequest, effects: Effects): Promise<Letter> {
  const { workspace, period, out } = request;
  const client = workspace.clients.find(({ id }) => id === request.client);
  if (client === undefined) throw unknownClient(request.client, workspace.clients);
  const pictures = clientPictures(workspace, client);
  const place = { root: workspace.root, out, site: 'reports', client: client.id, period: period.id, pictures };
  const command = `npm run build -- --client ${client.id} --period ${period.id}${request.elsewhere}`;
  const built = await builtDocument({ ...place, command }, effects);
  const figures = JSON.parse(new TextDecoder().decode(await built.output('figures.json'))) as FiguresFile;
  const examples = examplesLeft(client, period.id);
  if (examples !== null) request.warn(examples);
  const file = `data/clients/${client.id}/client.json`;
  const person = signer(workspace.people, client.notes[period.id]?.author ?? client.manager, {
    file,
    field: 'manager',
  });
  const sender: Sender = { person, portrait: await request.portraitOf(person), address: request.from };
  const to = recipients(request, client.contacts ?? [], { file, field: 'contacts' });
  // The exports are those the report was built from, else it would not have been found built.
  const { facts } = await surveyClient(workspace, client, [], effects);
  const wholeness = knownWhole(facts, comparedPeriods(period, figures.asOf));
  const page = new TextDecoder().decode(await built.output('index.html'));
  const says = whatPageSays(page, client, figures);
  const { link } = request;
  return reportLetter({ workspace, client, period, figures, wholeness, pdf: built.pdf, says, to, sender, link });
}

function unknownClient(id: string, clients: Client[]): LetterRefused {
  const known = clients.map((client) => client.id).join(', ') || '—';
  return new LetterRefused({
    ru: `клиента ${id} нет; есть: ${known}`,
    en: `there is no client ${id}; there are: ${known}`,
  });
}
