/** What a calendar of this program is about, as its PRODID says. */
export type CalendarProduct = 'followups' | 'trainees';

/** An event of a calendar that this program wrote before. */
export interface EarlierEvent {
  /** Of a whole day: its midnight in UTC. */
  start: Date;
  sequence: number;
  summary: string;
  description: string;
  cancelled: boolean;
}

/** Whether a file holds a calendar of ours about this, or nothing. */
export const isOurs = (text: string, product: CalendarProduct): boolean =>
  text.trim() === '' || new RegExp(`^PRODID:-//accountpress//${product}\\b`, 'm').test(text);

/**
 * Events of an earlier calendar of ours by their identifier. Anything else, such as a file of another program, has
 * none of them.
 */
export function earlierEvents(text: string, product: CalendarProduct): Map<string, EarlierEvent> {
  if (!isOurs(text, product)) return new Map();
  const lines = text
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)] as const);
  const events = new Map<string, EarlierEvent>();
  let fields: Map<string, string> | null = null;
  let inside = 0;
  for (const [name, value] of lines) {
    if (name === 'BEGIN') inside = fields === null ? 0 : inside + 1;
    if (name === 'BEGIN' && value === 'VEVENT') fields = new Map();
    else if (name === 'END' && value === 'VEVENT') {
      const [uid, event] = [fields?.get('UID'), eventOf(fields)];
      if (uid !== undefined && event !== null) events.set(uid, event);
      fields = null;
    } else if (name === 'END') inside -= 1;
    // An alarm inside the event has fields of its own.
    else if (inside === 0) fields?.set(name.split(';')[0]!, value);
  }
  return events;
}

function eventOf(fields: Map<string, string> | null): EarlierEvent | null {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z)?$/.exec(fields?.get('DTSTART') ?? '') ?? [];
  if (fields === null || parts.length === 0) return null;
  const [year, month, ...rest] = parts.map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return {
    start: new Date(Date.UTC(year, month - 1, ...rest)),
    sequence: Number(fields.get('SEQUENCE') ?? '0'),
    ...{ summary: plain(fields.get('SUMMARY')), description: plain(fields.get('DESCRIPTION')) },
    cancelled: fields.get('STATUS') === 'CANCELLED',
  };
}

/** A text as it was before its signs were escaped. */
const plain = (value = ''): string =>
  value.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));
