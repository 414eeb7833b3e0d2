import { AGENCY, METRICS } from './agency.ts';
import { encode } from './bytes.ts';
import type { DemoClient } from './client-files.ts';
import { dental } from './dental/client.ts';
import { logos } from './drawings/logos.ts';
import { portraits } from './drawings/portraits.ts';
import { furniture } from './furniture/client.ts';
import { hotel } from './hotel/client.ts';
import { PEOPLE } from './people.ts';
import { software } from './software/client.ts';
import { proposalFiles } from './proposals/files.ts';
import { delimited } from './table.ts';

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

function clientFiles(client: DemoClient): [path: string, content: Uint8Array][] {
  const folder = `clients/${client.id}`;
  const text = (name: string, content: string): [string, Uint8Array] => [`${folder}/${name}`, encode(content, 'utf-8')];
  const table = (name: string, rows: string[][]) => text(name, delimited(rows, ','));
  return [
    text('client.json', json(client.profile)),
    text('sources.json', json(client.sources)),
    table('targets.csv', client.targets),
    table('media-plan.csv', client.mediaPlan),
    table('work.csv', client.work),
    table('plan.csv', client.plan),
    table('events.csv', client.events),
    table('initiatives.csv', client.initiatives),
    ...Object.entries(client.exports).flatMap(([source, files]) =>
      files.map((file): [string, Uint8Array] => [
        `${folder}/exports/${source}/${file.name}`,
        encode(file.text, file.encoding),
      ]),
    ),
  ];
}

/** Every file of the demo's `data/`, by path relative to it. The same bytes on every machine. */
export function demoFiles(): Map<string, Uint8Array> {
  const text = (path: string, content: string): [string, Uint8Array] => [path, encode(content, 'utf-8')];
  return new Map([
    text('agency.json', json(AGENCY)),
    text('people.json', json(PEOPLE)),
    text('metrics.json', json(METRICS)),
    ...logos().map(([path, drawing]) => text(path, drawing)),
    ...portraits().map(([id, drawing]) => text(`people/${id}.svg`, drawing)),
    ...[dental(), furniture(), hotel(), software()].flatMap(clientFiles),
    ...proposalFiles(),
    // Exports keep the line ends and encodings of the systems that wrote them.
    text('.gitattributes', '* -text\n'),
  ]);
}
