import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { FiguresFile } from '../../src/types/figures.ts';
import { startCommand, type RunningCommand } from '../support/command.ts';
import { makeScratch, writeFiles } from '../support/folders.ts';
import { freePort } from '../support/free-port.ts';
import { unescapeHtml } from '../support/html.ts';
import { AS_OF, writeWorkspace } from '../support/workspaces.ts';

/** A change shows as soon as it is built; on a machine with much else to do that is not soon. */
const SOON = { timeout: 150_000, interval: 200 };

let home: string;
let root: string;
let server: RunningCommand;
let url: string;

beforeAll(async () => {
  home = await makeScratch('dev');
  root = join(home, 'agency');
  await writeWorkspace(root, { alder: 'ru', birch: 'en' });
  await writeFiles(root, [['data/clients/cedar/client.json', '{"name": "Кедр", "colour": "red"}']]);
  const port = await freePort('localhost');
  server = startCommand('dev', ['--workspace', root, '--as-of', AS_OF, '--port', String(port)]);
  url = await addressOf(server);
  expect(url).toBe(`http://localhost:${port}/`);
});
afterAll(async () => {
  server.process.kill('SIGTERM');
  await server.ended;
  await rm(home, { recursive: true, force: true });
});

async function addressOf({ said }: RunningCommand): Promise<string> {
  await vi.waitFor(() => expect(said.stdout, said.stderr).toContain('http://'), SOON);
  return said.stdout.trim();
}

async function page(path: string, from = url): Promise<string> {
  const response = await fetch(new URL(path, from));
  expect(response.status, path).toBe(200);
  return unescapeHtml(await response.text());
}

describe('the development server', { timeout: 600_000 }, () => {
  it('starts with a page of every client, period and problem, with links that work', async () => {
    const start = await page('/');
    for (const words of ['Маяк', 'Мастерская alder', 'Workshop birch', '>Кедр<']) expect(start).toContain(words);
    expect(start).toContain('data/clients/cedar/client.json');
    const links = [...start.matchAll(/href="(\/[^"]*)"/g)]
      .map(([, href]) => href!)
      .filter((href) => !href.startsWith('/@'));
    expect(links).toEqual(
      expect.arrayContaining(['/alder/', '/alder/2026-10/', '/alder/2026-10/alder-2026-10.pdf', '/birch/2026-09/']),
    );
    for (const link of links.filter((one) => !one.endsWith('.pdf'))) await page(link);
  });

  it('shows a report with everything that a build lays beside it', async () => {
    const report = await page('/alder/2026-10/');
    expect(report).toContain('Мастерская alder');
    const addresses = [...report.matchAll(/(?:href|src)="(\.\.\/assets\/[^"]+)"/g)].map(([, address]) => address!);
    expect(addresses.length).toBeGreaterThan(1);
    // Loaded by the page's script when a chart is first pointed at.
    addresses.push('../assets/charts.js');
    for (const address of addresses) await page(new URL(address, `${url}alder/2026-10/`).pathname);
    const figures = JSON.parse(await page('/alder/2026-10/figures.json')) as FiguresFile;
    expect([figures.client, figures.period]).toEqual(['alder', '2026-10']);
    expect(await page('/alder/2026-10/figures.csv')).toContain('2026-10;total;');
    expect(await page('/alder/index.html')).toContain('2026-10/index.html');
  });

  it('prints a PDF when it is asked for', async () => {
    const response = await fetch(new URL('/birch/2026-10/birch-2026-10.pdf', url));
    expect(response.status).toBe(200);
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('shows a changed table, a changed note and a mended client within seconds', async () => {
    const leads = async () => {
      const figures = JSON.parse(await page('/alder/2026-10/figures.json')) as FiguresFile;
      return Number(figures.metrics['leads']?.value);
    };
    const before = await leads();
    await appendFile(join(root, 'data/clients/alder/exports/example/example.csv'), '2026-10-31;Почта;10;5;0;1000\n');
    await vi.waitFor(async () => expect(await leads()).toBe(before + 1000), SOON);
    expect(await page('/alder/2026-10/')).toContain('Почта');

    const note = join(root, 'content/reports/notes/alder/2026-10.mdx');
    await writeFile(note, `${await readFile(note, 'utf8')}\n\nСовсем новые слова.\n`);
    await vi.waitFor(async () => expect(await page('/alder/2026-10/')).toContain('Совсем новые слова.'), SOON);

    await writeFiles(root, [
      ['data/clients/cedar/client.json', '{"name": "Кедр и сосна"}'],
      ['data/clients/cedar/exports/tidy.csv', 'date,channel,cost,leads\n2026-10-05,search,100,2\n'],
    ]);
    await vi.waitFor(async () => {
      const start = await page('/');
      expect(start).toContain('Кедр и сосна');
      expect(start).toContain('/cedar/2026-10/');
    }, SOON);
    expect(await page('/cedar/2026-10/')).toContain('Кедр и сосна');
  });

  it('tells of a client that breaks while it runs, and goes on showing the others', async () => {
    await writeFiles(root, [['data/clients/birch/targets.csv', 'period,metric,channel,target\n2026-10,leads,,many\n']]);
    await vi.waitFor(async () => expect(await page('/')).toContain('data/clients/birch/targets.csv:2'), SOON);
    expect(await page('/alder/2026-10/')).toContain('Мастерская alder');
    expect(server.process.exitCode).toBeNull();
  });

  it('says where a page was why it is gone, and shows it there as soon as that is mended', async () => {
    const note = join(root, 'content/reports/notes/alder/2026-10.mdx');
    const whole = await readFile(note, 'utf8');
    await writeFile(note, `${whole}\n<Broken\n`);
    const gone = async () => {
      const response = await fetch(new URL('/alder/2026-10/', url));
      const text = unescapeHtml(await response.text());
      return { status: response.status, text: text.slice(0, text.indexOf('Клиенты и отчёты')) };
    };
    await vi.waitFor(async () => expect(await gone()).toMatchObject({ status: 404 }), SOON);
    const { text } = await gone();
    expect(text).toContain('Этой страницы сейчас нет');
    expect(text).toContain('content/reports/notes/alder/2026-10.mdx');
    // It hears when it may be the page again.
    expect(text).toContain('/@vite/client');
    await writeFile(note, whole);
    await vi.waitFor(async () => expect(await page('/alder/2026-10/')).toContain('Мастерская alder'), SOON);
  });

  it('shows nothing of another agency whose server was asked for the same port, and speaks as that was asked to', async () => {
    const other = join(home, 'another');
    await writeWorkspace(other, { alder: 'en' });
    const second = startCommand('dev', [
      '--workspace',
      other,
      '--as-of',
      AS_OF,
      '--port',
      new URL(url).port,
      '--lang',
      'en',
    ]);
    const its = await addressOf(second);
    expect(its).not.toBe(url);
    expect(await page('/alder/2026-10/', its)).toContain('Workshop alder');
    expect(await page('/alder/2026-10/')).toContain('Мастерская alder');
    expect(await page('/', its)).toContain('Clients and reports');
    expect(await page('/')).toContain('Клиенты и отчёты');
    second.process.kill('SIGTERM');
    await second.ended;
  });

  it('refuses a bad port and an unknown site', async () => {
    for (const args of [['--port', 'many'], ['handbok']]) {
      const refused = await startCommand('dev', args).ended;
      expect(refused.code).toBe(2);
      expect(refused.stderr).toContain('npm run dev');
    }
  });
});
