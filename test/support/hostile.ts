import { join } from 'node:path';
import type { Locale } from '../../src/types/locale.ts';
import { writeFiles } from './folders.ts';
import { addClient, writeWorkspace } from './workspaces.ts';

/** Texts that would do harm, or break a layout, if anything took them for something else than text. */
export const HOSTILE: Record<string, string> = {
  script: '<script>alert(1)</script>',
  handler: '"><img src=x onerror=alert(1)>',
  formula: '=HYPERLINK("http://evil.example","y")',
  command: '@SUM(1+1)*cmd',
  cdata: ']]>',
  closing: '</script></style></svg>',
  braces: '{{x}} ${x} {x}',
  entity: '&lt;b&gt; &amp;amp;',
  arabic: 'فندق البحر الأسود',
  hebrew: 'מלון הים השחור',
  emoji: '👩‍🚀🏨 Ünïcôdé',
  comment: '--> <!-- */ //',
  prototype: '__proto__',
  constructor: 'constructor',
};

/** Five thousand characters without a place to break a line. */
export const LONG = 'Ы'.repeat(5_000);

/** The part of a text that is looked for: PDFs may lack the glyphs of pictures and change spaces. */
export const ALL = Object.values(HOSTILE);

/** Which client carries what: one name each that no other has, the tables of each carry all. */
export const NAMES: Record<string, { locale: Locale; name: string }> = {
  breaker: { locale: 'ru', name: `${HOSTILE['script']}${HOSTILE['handler']} breaker` },
  formula: { locale: 'en', name: HOSTILE['formula']! },
  long: { locale: 'ru', name: LONG },
  arabic: { locale: 'en', name: `${HOSTILE['arabic']} ${HOSTILE['emoji']} Ltd` },
};

const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

function csv(header: string[], rows: string[][]): string {
  return [header, ...rows].map((cells) => cells.map(quote).join(',')).join('\n') + '\n';
}

/** An agency whose every text is hostile, all of it data that a workspace may hold. */
export async function writeHostileWorkspace(root: string): Promise<void> {
  await writeWorkspace(root, {});
  const agency = {
    name: `${HOSTILE['handler']} agency`,
    legalName: LONG,
    locale: 'ru',
    currency: 'RUB',
    timeZone: 'Europe/Moscow',
  };
  const people = [{ id: 'anna', name: HOSTILE['script'], role: HOSTILE['handler'], email: 'a@example.com' }];
  await writeFiles(root, [
    ['data/agency.json', JSON.stringify({ ...agency, channels: { [HOSTILE['cdata']!]: HOSTILE['closing'] } })],
    ['data/people.json', JSON.stringify(people)],
  ]);
  for (const [id, { locale, name }] of Object.entries(NAMES)) {
    await addClient(root, id, locale);
    await writeFiles(join(root, 'data/clients', id), tables(name, locale));
    await writeFiles(join(root, 'content/reports/notes', id), [['2026-10.mdx', note()]]);
  }
}

function tables(name: string, locale: Locale): [string, string][] {
  const texts = [...ALL, LONG];
  const profile = { name, legalName: `${name} ${HOSTILE['closing']}`, locale, manager: 'anna', services: ALL };
  const days = ['2026-09-10', '2026-10-05', '2026-10-06'];
  return [
    ['client.json', JSON.stringify({ ...profile, kpis: ['leads', 'cost', 'cpl'], reports: ['monthly'] })],
    [
      'exports/example/example.csv',
      csv(
        ['date', 'channel', 'clicks', 'cost', 'leads'],
        days.flatMap((day, d) =>
          texts.map((text, i) => [day, text, String(10 + i), String(100 * (i + d + 1)), String(i + d)]),
        ),
      ),
    ],
    [
      'targets.csv',
      csv(
        ['period', 'metric', 'channel', 'target'],
        texts.map((text) => ['2026-10', 'leads', text, '7']),
      ),
    ],
    [
      'media-plan.csv',
      csv(
        ['period', 'channel', 'budget', 'clicks'],
        texts.map((text) => ['2026-10', text, '900', '11']),
      ),
    ],
    [
      'work.csv',
      csv(
        ['date', 'area', 'title', 'person', 'hours', 'status', 'effect'],
        texts.map((text) => ['2026-10-06', text, text, text, '1', 'done', text]),
      ),
    ],
    [
      'plan.csv',
      csv(
        ['period', 'area', 'title', 'person', 'due'],
        texts.map((text) => ['2026-11', text, text, text, '2026-11-10']),
      ),
    ],
    [
      'events.csv',
      csv(
        ['date', 'title'],
        texts.map((text) => ['2026-10-05', text]),
      ),
    ],
    [
      'initiatives.csv',
      csv(
        ['id', 'title', 'horizon', 'start', 'due', 'progress', 'status', 'note'],
        texts.map((text, i) => [`idea-${i}`, text, 'year', '2026-10-01', '2026-12-30', '40%', 'active', text]),
      ),
    ],
  ];
}

/** Summary and asks are plain text; the body is Markdown, where braces and tags must be escaped by its author. */
function note(): string {
  const summary = ALL.join(' ');
  const asks = ALL.map((text) => `  - ${JSON.stringify(text)}`).join('\n');
  return `---\nauthor: anna\nsummary: ${JSON.stringify(summary)}\nasks:\n${asks}\n---\n\n\`<script>alert(1)</script>\` and \\{x\\} and ${HOSTILE['arabic']}\n`;
}
