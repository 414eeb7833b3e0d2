import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'puppeteer';
import type { Manifest } from '../../src/press/output/manifest.ts';
import type { FiguresFile } from '../../src/types/figures.ts';
import { openBrowser, watchedPage } from '../support/browser.ts';
import { PROJECT } from '../support/command.ts';
import { CLIENTS, clientFolder, DEMO } from '../support/demo.ts';
import { filesOf, hashesOf, readJson, scratchFolder, sha256 } from '../support/folders.ts';
import { deadReferences, textOf } from '../support/html.ts';

const PROPOSAL_FOLDERS = [
  'brief',
  'hotel-vysokiy-bereg-k7vq2m9x4tr8w3hz6pbn',
  'retainer-harbour-and-heath',
  'site-glina-i-ogon',
];
const ids = CLIENTS.map(({ id }) => id);
const PERIOD = /^\d{4}(-(\d{2}|Q[1-4]))?$/;

/** Months, quarters and years with data before November 2026: September 2024 to October 2026. */
const MONTHS = Array.from(
  { length: 26 },
  (_, i) => `${2024 + Math.floor((8 + i) / 12)}-${String(((8 + i) % 12) + 1).padStart(2, '0')}`,
);
const QUARTERS = [
  '2024-Q3',
  '2024-Q4',
  ...['Q1', 'Q2', 'Q3', 'Q4'].map((q) => `2025-${q}`),
  '2026-Q1',
  '2026-Q2',
  '2026-Q3',
];
const YEARS = ['2024', '2025'];

async function periodsOf(id: string): Promise<string[]> {
  const folders = (await filesOf(clientFolder(id))).map((file) => file.split('/')[0]!);
  return [...new Set(folders)].filter((name) => PERIOD.test(name)).sort();
}

describe('the output folder', () => {
  it('holds manifest and seal, a folder per client, per proposal and for the brief, the handbook and the desk, nothing else', async () => {
    const top = (await filesOf(DEMO)).map((file) => {
      const [site, owner] = file.split('/') as [string, string];
      return ['reports', 'proposals'].includes(site) ? `${site}/${owner}` : site;
    });
    const proposals = PROPOSAL_FOLDERS.map((folder) => `proposals/${folder}`);
    expect([...new Set(top)].sort()).toEqual(
      ['desk', 'handbook', 'manifest.json', 'seal.json', ...proposals, ...ids.map((id) => `reports/${id}`)].sort(),
    );
  });

  it.each(ids)(
    '%s: a cabinet, its assets, and for every ended period the page, the PDF and the figures',
    async (id) => {
      const { reports } = await readJson<{ reports: string[] }>(join(PROJECT, 'data', 'clients', id, 'client.json'));
      const expected = [
        ...(reports.includes('monthly') ? MONTHS : []),
        ...(reports.includes('quarterly') ? QUARTERS : []),
        ...(reports.includes('yearly') ? YEARS : []),
      ].sort();
      expect(await periodsOf(id)).toEqual(expected);
      const files = (await filesOf(clientFolder(id))).filter((file) => !file.startsWith('assets/'));
      const promised = expected.flatMap((period) =>
        [`${id}-${period}.pdf`, 'figures.csv', 'figures.json', 'index.html'].map((name) => `${period}/${name}`),
      );
      expect(files).toEqual([...promised, 'index.html'].sort());
    },
  );

  it('has a true manifest: every file once, with its size and hash, and the hashes of what it was made of', async () => {
    const manifest = await readJson<Manifest>(join(DEMO, 'manifest.json'));
    expect(Object.keys(manifest)).toEqual(['engine', 'browser', 'documents']);
    const outputs = manifest.documents.flatMap((document) => document.outputs);
    const real = await hashesOf(DEMO);
    delete real['manifest.json'];
    delete real['seal.json'];
    expect(outputs).toHaveLength(Object.keys(real).length);
    expect(Object.fromEntries(outputs.map(({ file, sha256 }) => [file, sha256]))).toEqual(real);
    for (const { file, bytes } of outputs) expect((await readFile(join(DEMO, file))).length, file).toBe(bytes);

    const inputs = new Map(manifest.documents.flatMap((one) => one.inputs).map(({ file, sha256 }) => [file, sha256]));
    for (const [file, hash] of inputs) expect(sha256(await readFile(join(PROJECT, file))), file).toBe(hash);
    for (const document of manifest.documents) {
      expect([document.status, document.asOf]).toEqual(['built', '2026-11-04']);
      if (document.site !== 'reports') continue;
      const own = document.inputs.map(({ file }) => file);
      expect(own).toContain(`data/clients/${document.client}/client.json`);
      expect(own.filter((file) => ids.some((id) => id !== document.client && file.includes(`/${id}/`)))).toEqual([]);
      if (document.period !== null) expect(own.some((file) => file.startsWith('content/reports/'))).toBe(true);
    }
  });
});

describe.each(CLIENTS)("$id's folder", ({ id }) => {
  const folder = clientFolder(id);

  it('names no other client', async () => {
    const others = CLIENTS.filter((other) => other.id !== id).flatMap((other) => [
      other.id,
      other.name,
      other.legalName,
    ]);
    for (const file of await filesOf(folder)) {
      if (/\.(woff2|pdf|png)$/.test(file)) continue;
      const text = await readFile(join(folder, file), 'utf8');
      expect(
        others.filter((name) => text.includes(name)),
        file,
      ).toEqual([]);
    }
  });

  it('has no link, picture, font or anchor that leads nowhere, and nothing that is fetched from elsewhere', async () => {
    for (const file of await filesOf(folder)) {
      if (/\.(html|css|svg)$/.test(file)) expect(deadReferences(join(folder, file), folder), file).toEqual([]);
    }
  });

  it('shows no value that was never filled in', async () => {
    for (const file of (await filesOf(folder)).filter((one) => one.endsWith('.html'))) {
      const text = textOf(await readFile(join(folder, file), 'utf8'));
      expect(text.match(/\b(undefined|NaN|null|Infinity)\b|\[object|\$\{|\{\{/g), file).toBeNull();
    }
  });

  it('has figures in the promised shape and order', async () => {
    for (const period of await periodsOf(id)) {
      const file = await readJson<FiguresFile>(join(folder, period, 'figures.json'));
      expectPromisedShape(file);
      expect([file.client, file.period, file.asOf]).toEqual([id, period, '2026-11-04']);
    }
  });

  it('has the same figures in figures.csv', async () => {
    for (const period of await periodsOf(id)) {
      const file = await readJson<FiguresFile>(join(folder, period, 'figures.json'));
      const text = await readFile(join(folder, period, 'figures.csv'), 'utf8');
      expect(text.startsWith('\uFEFF')).toBe(true);
      const { data, errors } = Papa.parse<Record<string, string>>(text.slice(1), {
        header: true,
        skipEmptyLines: true,
      });
      expect(errors).toEqual([]);
      const totals = data.filter((row) => row['level'] === 'total');
      const point = (value: string | undefined) => (value ? value.replace(',', '.') : null);
      expect(
        totals.map((row) => [row['metric'], point(row['value']), point(row['previous']), point(row['target'])]),
      ).toEqual(
        Object.entries(file.metrics).map(([metric, figure]) => [metric, figure.value, figure.previous, figure.target]),
      );
      const days = data.filter((row) => row['level'] === 'day');
      expect(new Set(days.map((row) => row['date']))).toEqual(new Set(file.days.map(({ date }) => date)));
    }
  });
});

const DECIMAL = /^-?\d+(\.\d+)?$/;

function expectPromisedShape(file: FiguresFile): void {
  expect(Object.keys(file).join()).toBe(
    'client,period,currency,locale,asOf,metrics,channels,days,coverage,sources,warnings',
  );
  const figures = [file.metrics, ...Object.values(file.channels).map(({ metrics }) => metrics)];
  for (const figure of figures.flatMap((one) => Object.values(one))) {
    expect(Object.keys(figure).join()).toBe('value,previous,yearAgo,target,unit,better');
    for (const value of [figure.value, figure.previous, figure.yearAgo, figure.target]) {
      if (value !== null) expect(value).toMatch(DECIMAL);
    }
  }
  expect(Object.keys(file.metrics).length).toBeGreaterThan(0);
  expect(file.days.length).toBeGreaterThan(27);
  for (const { date, ...values } of file.days) {
    expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    for (const value of Object.values(values)) if (value !== null) expect(value).toMatch(DECIMAL);
  }
  for (const line of file.coverage) {
    expect(Object.keys(line).join()).toBe('source,channel,days,of,lastDay,freshness');
    expect(Object.keys(line.freshness).join()).toBe('lastDay,takenOn,settled');
  }
  expect(file.sources.length).toBeGreaterThan(0);
  for (const source of file.sources) {
    expect(Object.keys(source).join()).toBe('file,sha256,format,rows,controlSums');
    expect(source.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(Object.keys(source.rows).join()).toBe('read,used,totals,outside');
    for (const sum of source.controlSums) expect(Object.keys(sum).join()).toBe('column,ours,theirs,ok');
  }
  for (const warning of file.warnings) expect(Object.keys(warning).join()).toBe('code,message,file,row');
}

describe('one client alone', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it.each(ids)('%s: the folder works when it is moved and opened from disk', async (id) => {
    const moved = join(await scratchFolder('moved'), 'папка для клиента & co #1');
    await cp(clientFolder(id), moved, { recursive: true });
    await using tab = await watchedPage(browser);
    for (const page of ['index.html', '2026-10/index.html', '2026-Q3/index.html']) {
      await tab.open(join(moved, page));
      const drawn = await tab.page.evaluate(() => ({
        styled: getComputedStyle(document.body).fontFamily,
        fonts: [...document.fonts].filter(({ status }) => status === 'error').length,
        pictures: [...document.images].filter((image) => image.naturalWidth === 0).length,
      }));
      expect(drawn).toMatchObject({ fonts: 0, pictures: 0 });
      expect(drawn.styled).not.toMatch(/^("?Times|serif)/);
    }
    expect(tab.trouble).toEqual([]);
    expect(tab.requests.every((address) => address.startsWith('file:') || address.startsWith('data:'))).toBe(true);
  });
});
