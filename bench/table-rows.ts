import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT, type Agency } from './agency.ts';
import type { Reading } from './figures.ts';
import { measured } from './measured.ts';
import { outputsOf, touched, weightOf } from './outputs.ts';
import { PeerMissing, PEERS, type Peer } from './peers.ts';
import { clientId, exportOf, MONTH, ROWS_PER_CLIENT } from './workload.ts';

/** What is read of one agency for each row of the goals. */
export const ROWS: Record<string, (agency: Agency) => Promise<Reading[]>> = {
  charts,
  peers,
  intake,
  weight,
  memory,
  unchanged,
  changed,
};

/** All names of rows; documents a second do not depend on the agency. */
export const ROW_NAMES = [...Object.keys(ROWS), 'pdf'];

async function charts(agency: Agency): Promise<Reading[]> {
  const [full, bare] = [await agency.full(), await agency.bare()];
  const goal = { is: 'at most', value: 1.4, of: 1000 } as const;
  return [
    { what: 'full build, pages', unit: 's', value: full.seconds },
    { what: 'the same pages without charts', unit: 's', value: bare.seconds },
    { what: 'with charts against without', unit: '×', value: full.seconds / bare.seconds, goal },
  ];
}

async function peers(agency: Agency): Promise<Reading[]> {
  const full = await agency.full();
  const [floor, eleventy] = [await secondsOf(agency, PEERS[0]), await secondsOf(agency, PEERS[1])];
  return [
    { what: PEERS[0], unit: 's', value: floor },
    { what: PEERS[1], unit: 's', value: eleventy },
    {
      ...{ what: 'full build against the Astro floor', unit: '×', value: floor && full.seconds / floor },
      goal: { is: 'at most', value: 1.4, of: 1000 },
    },
    {
      ...{ what: 'Eleventy against full build', unit: '×', value: eleventy && eleventy / full.seconds },
      goal: { is: 'at least', value: 2.5, of: 1000 },
    },
  ];
}

async function secondsOf(agency: Agency, peer: Peer): Promise<number | null> {
  try {
    return (await agency.peer(peer)).seconds;
  } catch (error) {
    if (!(error instanceof PeerMissing)) throw error;
    console.error(`left out: ${error.message}`);
    return null;
  }
}

async function intake(agency: Agency): Promise<Reading[]> {
  const { microseconds, rows, peakMegabytes } = await agency.rows();
  if (rows !== agency.clients * ROWS_PER_CLIENT) throw new Error(`${rows} rows were read`);
  const goal = { is: 'at most', value: 1, of: 1000 } as const;
  return [
    { what: 'intake and figures, processor time a row', unit: 'µs', value: microseconds, goal },
    { what: 'intake and figures, peak memory', unit: 'MB', value: peakMegabytes, flat: true },
  ];
}

async function weight(agency: Agency): Promise<Reading[]> {
  const weights: number[] = [];
  for (const page of await agency.pages()) weights.push(await weightOf(page));
  const goal = { is: 'at most', value: 60 } as const;
  return [{ what: 'heaviest report, compressed without fonts', unit: 'KB', value: Math.max(...weights), goal }];
}

async function memory(agency: Agency): Promise<Reading[]> {
  const { seconds, peakMegabytes } = await agency.filled();
  const goal = { is: 'at most', value: 2000, of: 5000 } as const;
  const kind = agency.pdf ? 'pages and PDFs' : 'pages';
  return [
    { what: `full build with cache, ${kind}`, unit: 's', value: seconds },
    { what: '… peak memory of all processes', unit: 'MB', value: peakMegabytes, goal, flat: true },
  ];
}

async function unchanged(agency: Agency): Promise<Reading[]> {
  const { seconds } = await agency.unchanged();
  return [{ what: 'rebuild, nothing changed', unit: 's', value: seconds, goal: { is: 'at most', value: 4, of: 5000 } }];
}

async function changed(agency: Agency): Promise<Reading[]> {
  const client = Math.ceil(agency.clients / 2);
  const row = `${MONTH}-31,partners,1000,50,10.00,5,400.00\n`;
  await agency.filled();
  const before = await outputsOf(agency.standing);
  const { seconds } = await agency.changed(() => appendFile(join(agency.workspace, exportOf(client)), row));
  const moved = touched(before, await outputsOf(agency.standing));
  const own = moved.filter((file) => file.startsWith(join('reports', clientId(client), '/')));
  if (own.length === 0) throw new Error('the changed export changed nothing');
  const others = moved.filter((file) => !own.includes(file) && !RECORDS.includes(file));
  return [
    {
      what: "rebuild, one client's export changed",
      unit: 's',
      value: seconds,
      goal: { is: 'at most', value: 5, of: 5000 },
    },
    { what: '… files of others written again', unit: 'files', value: others.length, goal: { is: 'at most', value: 0 } },
  ];
}

/** They tell of the whole output, and are written with every build. */
const RECORDS = ['manifest.json', 'seal.json'];

const DOCUMENTS = 60;

/** What `bench/print.ts` prints: the best of the reused tabs against each way of taking a new one for each document. */
export async function pdfRates(): Promise<Reading[]> {
  const { output } = await measured({ args: ['bench/print.ts', String(DOCUMENTS)], cwd: PROJECT });
  const rates = [...output.matchAll(/^(.+): ([\d.]+) documents\/s/gm)].map(([, way, rate]) => ({
    way: way!,
    rate: Number(rate),
  }));
  const fresh = rates.filter(({ way }) => way.startsWith('fresh tab'));
  const best = Math.max(...rates.filter(({ way }) => !way.startsWith('fresh tab')).map(({ rate }) => rate));
  if (fresh.length === 0 || best < 0) throw new Error(`bench/print.ts said\n${output}`);
  const goal = { is: 'at least', value: 5 } as const;
  return [
    { what: 'PDFs as a build prints them', unit: '/s', value: best },
    ...fresh.flatMap(({ way, rate }): Reading[] => [
      { what: way, unit: '/s', value: rate },
      { what: `… a build against it, ${way.split(', ').at(-1)}`, unit: '×', value: best / rate, goal },
    ]),
  ];
}
