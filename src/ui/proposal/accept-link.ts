import type { ProposalWords } from './words.ts';

/** A letter that accepts the proposal: its number, version and total in the subject, the choice in the body. */
export interface Acceptance {
  /** Address of the author or the agency. */
  to: string;
  number: string;
  version: number;
  /** Printed total. */
  total: string;
  /** Titles of the package and the options chosen. */
  choice: string[];
}

export function acceptLink({ to, number, version, total, choice }: Acceptance, w: ProposalWords): string {
  const chosen =
    choice.length === 0 ? '' : `\n\n${choice.map((title) => `— ${title.replace(/\s+/g, ' ')}`).join('\n')}`;
  return mailto(to, w.acceptance.subject(number, version, total), w.acceptance.body(total, chosen));
}

export function askLink(to: string, number: string, w: ProposalWords): string {
  return mailto(to, w.acceptance.question(number), '');
}

function mailto(to: string, subject: string, body: string): string {
  const fields = [`subject=${encodeURIComponent(subject)}`];
  // Mail programs want the line ends of mail.
  if (body !== '') fields.push(`body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`);
  return `mailto:${encodeURIComponent(to).replaceAll('%40', '@')}?${fields.join('&')}`;
}
