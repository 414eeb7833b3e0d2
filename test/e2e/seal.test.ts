import { cp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import type { Manifest } from '../../src/press/output/manifest.ts';
import { readPdfObjects } from '../../src/press/printing/pdf-objects.ts';
import { readWorkspace } from '../../src/press/read-workspace.ts';
import { canonical } from '../../src/press/seal/reading/canonical.ts';
import { pdfWords } from '../../src/press/seal/reading/pdf-words.ts';
import type { SealRecord } from '../../src/press/seal/record.ts';
import { seal } from '../../src/press/seal/seal.ts';
import type { FiguresFile } from '../../src/types/figures.ts';
import type { Workspace } from '../../src/types/workspace.ts';
import { build, PROJECT, runCommand } from '../support/command.ts';
import { DEMO, ENGLISH, RUSSIAN, clientFolder } from '../support/demo.ts';
import { hashesOf, makeScratch, readJson, scratchFolder, sha256, writeFiles } from '../support/folders.ts';
import {
  ALDER,
  FIGURE_OF_ANOTHER,
  HASHES_OF,
  INNER,
  OF_ANOTHER,
  PAGE,
  PDF,
  RATES,
  WAYS_OUT,
  type Leak,
} from '../support/leaks.ts';
import { listed } from '../support/listed.ts';
import { openPdf } from '../support/pdf.ts';
import { AS_OF, writeWorkspace } from '../support/workspaces.ts';

const effects = nodeEffects();

let home: string;
let workspace: string;
let dist: string;
let agency: Workspace;

beforeAll(async () => {
  home = await makeScratch('seal');
  workspace = join(home, 'agency');
  dist = join(home, 'dist');
  await writeWorkspace(workspace, { alder: 'ru', birch: 'en' });
  const anna = { id: 'anna', name: 'Анна', role: 'SEO', email: 'anna@beacon.example' };
  await writeFiles(workspace, [
    ['data/people.json', JSON.stringify([anna])],
    ['data/rates.csv', RATES],
  ]);
  const file = join(workspace, 'data/clients/birch/client.json');
  const contacts = [{ name: 'Greta Quill', email: 'greta@birch-works.example' }];
  const own = { name: 'Workshop Birchwood', site: 'https://birch-works.example', contacts };
  await writeFile(file, JSON.stringify({ ...(await readJson<object>(file)), ...own }));
  // The examples of both clients are alike; this one's figures become its own.
  const example = join(workspace, 'data/clients/birch/exports/example/example.csv');
  await writeFile(example, `${await readFile(example, 'utf8')}2026-10-30,Mail,1000,10,7654321.98,1\n`);
  await build(['--workspace', workspace, '--as-of', AS_OF, '--out', dist]);
  agency = (await readWorkspace(workspace, effects)).value;
});
afterAll(() => rm(home, { recursive: true, force: true }));

async function prove(out: string): Promise<SealRecord> {
  return (await seal(agency, { out, project: PROJECT }, effects)).record;
}

/** A copy of the good output to harm. */
async function copy(): Promise<string> {
  const out = join(await scratchFolder('sealed'), 'dist');
  await cp(dist, out, { recursive: true });
  return out;
}

/** Writes `planted` into a file in place of `after`, or at its end, and lists it. */
async function plant(out: string, file: string, planted: string | Uint8Array, before?: string): Promise<void> {
  const path = join(out, file);
  const bytes = await readFile(path).catch(() => Buffer.alloc(0));
  const at = before === undefined ? bytes.length : bytes.indexOf(before);
  expect(at).toBeGreaterThanOrEqual(0);
  await writeFiles(out, [[file, Buffer.concat([bytes.subarray(0, at), Buffer.from(planted), bytes.subarray(at)])]]);
  await listed(out, file);
}

/** Where a leak was planted, and what the seal says of that file. */
interface Planted {
  file: string;
  /** Bytes of the file before it. */
  from: number;
  breaks: SealRecord['breaks'];
}

/** Plants every leak into one copy, each in a file of its own, and proves it once. */
async function plantAll(leaks: readonly Leak[]): Promise<Planted[]> {
  const out = join(await makeScratch('planted'), 'dist');
  await cp(dist, out, { recursive: true });
  const planted: Omit<Planted, 'breaks'>[] = [];
  for (const [number, { file, text }] of leaks.entries()) {
    const original = await readFile(join(dist, file)).catch(() => null);
    const own = file.replace(/[^/]+$/, (name) => `p${number}${original ? '-' : '/'}${name}`);
    await writeFiles(out, [[own, Buffer.concat([original ?? Buffer.alloc(0), Buffer.from(text)])]]);
    await listed(out, own);
    planted.push({ file: own, from: original?.length ?? 0 });
  }
  const { breaks } = await prove(out);
  await rm(join(out, '..'), { recursive: true });
  return planted.map((one) => ({ ...one, breaks: breaks.filter(({ file }) => file === one.file) }));
}

describe('the seal of an output nobody touched', () => {
  it('is whole, says what was looked for, and is the same again', async () => {
    const record = await readJson<SealRecord>(join(dist, 'seal.json'));
    expect(record).toMatchObject({ ok: true, breaks: [] });
    expect(record.folders.map(({ folder }) => folder)).toEqual(['reports/alder', 'reports/birch']);
    expect(record.looked.terms).toBeGreaterThan(8);
    const before = await readFile(join(dist, 'seal.json'));
    expect(await prove(dist)).toEqual(record);
    expect(await readFile(join(dist, 'seal.json'))).toEqual(before);
  });

  it('of the demo is whole, and names the works its proposals show on purpose', async () => {
    const record = await readJson<SealRecord>(join(DEMO, 'seal.json'));
    expect(record).toMatchObject({ ok: true, breaks: [] });
    expect(record.mentions.every(({ folder }) => folder.startsWith('proposals/'))).toBe(true);
    expect(record.mentions).not.toEqual([]);
  });

  it('is the same wherever workspace and output lie', async () => {
    const place = await scratchFolder('elsewhere');
    const [root, out] = [join(place, 'somewhere', 'else'), join(place, 'out')];
    await cp(workspace, root, { recursive: true });
    await cp(dist, out, { recursive: true });
    const { value } = await readWorkspace(root, effects);
    const { record } = await seal(value, { out, project: PROJECT }, effects);
    expect(record).toEqual(await readJson<SealRecord>(join(dist, 'seal.json')));
  });
});

describe('something of another client', () => {
  let planted: Planted[];
  beforeAll(async () => {
    planted = await plantAll(OF_ANOTHER);
  });

  it.each(OF_ANOTHER.map((leak, number) => ({ ...leak, number })))('is found: $what', ({ number, code, text }) => {
    const { file, from, breaks } = planted[number]!;
    const found = breaks.filter((one) => one.code === `seal-leak-${code}`);
    expect(found, JSON.stringify(breaks, null, 1)).not.toEqual([]);
    for (const one of found)
      expect(one).toMatchObject({ found: { en: expect.stringContaining('reports/birch') as string } });
    // A name in the file's own name stands nowhere in its bytes.
    expect(found[0]!.offset).toBeGreaterThanOrEqual(/birchwood/i.test(file) ? 0 : from);
    expect(found[0]!.offset).toBeLessThan(from + text.length);
  });

  it('is found by the hash of a file', async () => {
    const out = await copy();
    const hash = sha256(await readFile(join(workspace, 'data/clients/birch/exports/example/example.csv')));
    await plant(out, `${ALDER}/2026-10/figures.json`, `"x": "${hash}", `, '"client"');
    expect((await prove(out)).breaks).toMatchObject([
      { code: 'seal-leak-hash', file: `${ALDER}/2026-10/figures.json` },
    ]);
  });

  it('is found by a hash of a source as other programs write it, at its byte', async () => {
    const source = await readFile(join(workspace, 'data/clients/birch/exports/example/example.csv'));
    const planted = HASHES_OF(source);
    const leaks = planted.map(({ text }) => ({ file: `${ALDER}/note.txt`, text, code: 'hash' }));
    for (const [number, { file, breaks }] of (await plantAll(leaks)).entries()) {
      const { text, offset } = planted[number]!;
      const found = breaks.filter(({ code }) => code === 'seal-leak-hash');
      expect(found, text).toMatchObject([{ file, offset }]);
      expect(found[0]!.found.en).toContain('hash of a file of reports/birch');
    }
  });

  it('is found by a figure, written as pages write it', async () => {
    const out = await copy();
    const { metrics } = await readJson<FiguresFile>(join(out, 'reports/birch/2026-10/figures.json'));
    const cost = metrics['revenue']?.value ?? metrics['cost']!.value!;
    expect(cost).toMatch(/^\d{7,}\.\d\d$/);
    const shown = `${Number(cost).toLocaleString('ru-RU', { minimumFractionDigits: 2 })} ₽`;
    await plant(out, PAGE, `<p>${shown}</p>`, '</main>');
    const at = (await readFile(join(out, PAGE))).indexOf(shown);
    expect((await prove(out)).breaks).toMatchObject([{ code: 'seal-leak-figure', file: PAGE, offset: at }]);
  });

  it('is found by a figure in scripts, texts of data, notes of pictures, the search index and names of files', async () => {
    const { metrics } = await readJson<FiguresFile>(join(dist, 'reports/birch/2026-10/figures.json'));
    const leaks = FIGURE_OF_ANOTHER(metrics['revenue']?.value ?? metrics['cost']!.value!);
    for (const { file, breaks } of await plantAll(leaks.map((leak) => ({ ...leak, code: 'figure' })))) {
      expect(
        breaks.map(({ code }) => code),
        file,
      ).toContain('seal-leak-figure');
    }
  });

  it('is found on the pages, in the bookmarks and the metadata of a PDF', async () => {
    const out = await copy();
    await cp(join(out, 'reports/birch/2026-10/birch-2026-10.pdf'), join(out, PDF));
    await listed(out, PDF);
    const { breaks } = await prove(out);
    const found = breaks.filter(({ code, file }) => code === 'seal-leak-name' && file === PDF);
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]!.offset).toBeGreaterThan(0);
  });

  it('is no leak where a client’s own exports say it', async () => {
    const out = await copy();
    const words = join(workspace, 'data/clients/alder/exports/example/words.txt');
    await writeFile(words, 'Workshop Birchwood');
    await plant(out, PAGE, 'Workshop Birchwood', '</main>');
    const { ok, mentions } = await prove(out);
    await rm(words);
    expect(ok).toBe(true);
    expect(mentions).toContainEqual({ folder: ALDER, text: 'workshop birchwood' });
  });
});

describe('a way out of the folder', () => {
  let planted: Planted[];
  beforeAll(async () => {
    planted = await plantAll(WAYS_OUT);
  });

  it.each(WAYS_OUT.map((leak, number) => ({ ...leak, number })))('is found: $text', ({ number, code }) => {
    const { from, breaks } = planted[number]!;
    const found = breaks.filter((one) => one.code === `seal-outward-${code}`);
    expect(found).toHaveLength(1);
    expect(found[0]!.offset).toBeGreaterThanOrEqual(from);
  });
});

describe('what is the agency’s alone', () => {
  let planted: Planted[];
  beforeAll(async () => {
    planted = await plantAll(INNER);
  });

  it.each(INNER.map((leak, number) => ({ ...leak, number })))('is found: $what', ({ number, code }) => {
    expect(planted[number]!.breaks.map((one) => one.code)).toContain(`seal-inner-${code}`);
  });

  it('is found: the path of the workspace on this machine', async () => {
    const out = await copy();
    await plant(out, PAGE, workspace);
    const codes = (await prove(out)).breaks.map(({ code, file }) => `${code} ${file}`);
    expect(codes).toContain(`seal-inner-secret ${PAGE}`);
  });
});

describe('the sites that are one folder', () => {
  /** Enters files of a site into the manifest, as its build does. */
  async function site(out: string, name: string, files: Record<string, string>): Promise<void> {
    const manifest = await readJson<Manifest>(join(out, 'manifest.json'));
    const entries = Object.entries(files).map(([file, text]) => [`${name}/${file}`, text] as const);
    await writeFiles(out, entries);
    const outputs = entries.map(([file, text]) => ({ file, sha256: sha256(text), bytes: text.length }));
    const about = { site: name, client: name, period: null, status: 'built' as const, asOf: AS_OF };
    manifest.documents.push({ ...about, inputs: [], outputs });
    await writeFile(join(out, 'manifest.json'), JSON.stringify(manifest));
  }

  it('are proven as every other: the handbook names no client and leads nowhere else', async () => {
    const out = await copy();
    await site(out, 'handbook', { 'index.html': '<p>The code</p>', 'en/index.html': '<a href="../index.html">x</a>' });
    expect(await prove(out)).toMatchObject({ ok: true, breaks: [] });
    await site(out, 'handbook', {
      'a.html': '<p>as for Workshop Birchwood</p>',
      'b.html': '<a href="../reports/birch/index.html">x</a>',
      'c.json': '{"answerKey": 1}',
      'ledger.jsonl': '{}',
    });
    const told = (await prove(out)).breaks.map(({ code, file }) => `${code} ${file}`);
    expect(told).toEqual(
      expect.arrayContaining([
        'seal-leak-name handbook/a.html',
        'seal-outward-folder handbook/b.html',
        'seal-inner-text handbook/c.json',
        'seal-inner-file handbook/ledger.jsonl',
      ]),
    );
  });

  it('and a proposal of someone else names no client either', async () => {
    const out = await copy();
    const files = {
      'index.html': '<p>as for Workshop Birchwood</p>',
      'estimate.json': '{"for": "greta@birch-works.example"}',
    };
    await site(
      out,
      'proposals',
      Object.fromEntries(Object.entries(files).map(([file, text]) => [`site-dew/${file}`, text])),
    );
    const told = (await prove(out)).breaks.map(({ code, file }) => `${code} ${file}`);
    expect(told).toEqual(
      expect.arrayContaining([
        'seal-leak-name proposals/site-dew/index.html',
        'seal-leak-email proposals/site-dew/estimate.json',
      ]),
    );
  });

  it('but the desk, which may say everything and of which nothing may be anywhere else', async () => {
    const out = await copy();
    const page = '<p>Workshop Birchwood, data/clients/birch/, Мастерская alder</p>';
    await site(out, 'desk', { 'index.html': page, 'due.ics': 'BEGIN:VCALENDAR' });
    expect(await prove(out)).toMatchObject({ ok: true, breaks: [] });
    await plant(out, `${ALDER}/assets/dates.ics`, 'BEGIN:VCALENDAR');
    expect((await prove(out)).breaks).toMatchObject([{ code: 'seal-inner-desk', file: `${ALDER}/assets/dates.ics` }]);
  });
});

describe('a PDF that is not whole', () => {
  it.each([
    { what: 'cut short', change: (pdf: string) => pdf.slice(0, -900), code: 'damaged' },
    { what: 'without tags', change: (pdf: string) => pdf.replace('/Marked true', '/Marked fals'), code: 'untagged' },
    { what: 'without bookmarks', change: (pdf: string) => pdf.replace('/Outlines ', '/Outlinex '), code: 'no-outline' },
    { what: 'without a language', change: (pdf: string) => pdf.replaceAll('/Lang ', '/Lank '), code: 'language' },
    { what: 'without its fonts', change: (pdf: string) => pdf.replaceAll('/FontFile2 ', '/FontFilx2 '), code: 'font' },
    {
      what: 'with a blank page',
      change: (pdf: string) => pdf.replace(/\/Contents \d+ 0 R/, (found) => ' '.repeat(found.length)),
      code: 'blank-page',
    },
  ])('is found: $what', async ({ change, code }) => {
    const out = await copy();
    await writeFile(join(out, PDF), change((await readFile(join(out, PDF))).toString('latin1')), 'latin1');
    await listed(out, PDF);
    const found = (await prove(out)).breaks.filter(({ file }) => file === PDF);
    expect(found.map((one) => one.code)).toContain(`seal-pdf-${code}`);
  });

  it('is read by the seal as another reader reads it', async () => {
    for (const client of [RUSSIAN, ENGLISH]) {
      const file = join(clientFolder(client), '2026-10', `${client}-2026-10.pdf`);
      const read = pdfWords(readPdfObjects(await readFile(file)));
      const ours = canonical(read.map(({ text }) => text).join(' ')).replaceAll(' ', '');
      await using pdf = await openPdf(file);
      const lines = pdf.pages.flat().flatMap(({ text }) => text.split(/\s+/));
      const lost = lines.filter((word) => word.length > 3 && !ours.includes(canonical(word).replaceAll(' ', '')));
      expect(lost).toEqual([]);
    }
  });
});

describe('an output that is not what its manifest says', () => {
  it('is told by file: changed, new, gone, stray, linked', async () => {
    const out = await copy();
    await writeFile(join(out, PAGE), 'changed');
    await writeFile(join(out, ALDER, 'extra.txt'), 'x');
    await writeFile(join(out, 'stray.txt'), 'x');
    await rename(join(out, ALDER, '2026-10/figures.csv'), join(out, ALDER, '2026-10/figures2.csv'));
    await symlink(join(out, 'reports/birch'), join(out, ALDER, 'other'));
    const told = (await prove(out)).breaks.filter(({ code }) => code.startsWith('seal-manifest'));
    expect(told.map(({ code, file }) => `${code.slice(14)} ${file}`)).toEqual([
      `missing ${ALDER}/2026-10/figures.csv`,
      `unlisted ${ALDER}/2026-10/figures2.csv`,
      `changed ${PAGE}`,
      `unlisted ${ALDER}/extra.txt`,
      `link ${ALDER}/other`,
      'unlisted stray.txt',
    ]);
  });

  it('is told where its figures cannot be read', async () => {
    const out = await copy();
    await plant(out, `${ALDER}/2026-10/figures.json`, '}');
    expect((await prove(out)).breaks.map(({ code }) => code)).toContain('seal-manifest-damaged');
  });

  it('cannot be proven without a manifest', async () => {
    const out = await copy();
    await rm(join(out, 'manifest.json'));
    expect(await prove(out)).toMatchObject({ ok: false, breaks: [{ code: 'seal-manifest-missing' }] });
  });
});

describe('the command', () => {
  it('exits 1 and names file and byte, in both languages and as JSON', async () => {
    const out = await copy();
    const at = (await readFile(join(out, PAGE))).length;
    await plant(out, PAGE, 'greta@birch-works.example');
    const args = [out, '--workspace', workspace];
    const [ru, en, json] = await Promise.all([
      runCommand('seal', [...args, '--lang', 'ru']),
      runCommand('seal', [...args, '--lang', 'en']),
      runCommand('seal', [...args, '--json']),
    ]);
    expect(ru).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`${PAGE}  байт ${at}: почта из reports/birch`) as string,
    });
    expect(en).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`${PAGE}  byte ${at}: e-mail of reports/birch`) as string,
    });
    expect(json.code).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({
      ok: false,
      breaks: expect.arrayContaining([expect.objectContaining({ file: PAGE, offset: at })]) as unknown,
    });
  });

  it('is run by the build, which lays a folder aside that names another client and leaves the last good one', async () => {
    const root = join(await scratchFolder('slip'), 'agency');
    const out = join(root, '..', 'dist');
    await cp(workspace, root, { recursive: true });
    await cp(dist, out, { recursive: true });
    const before = await hashesOf(join(out, ALDER));
    const note = join(root, 'content/reports/notes/alder/2026-10.mdx');
    const good = await readFile(note, 'utf8');
    await writeFile(note, `${good}\nКак и у Workshop Birchwood, всё хорошо.\n`);
    const args = ['--workspace', root, '--as-of', AS_OF, '--out', out, '--lang', 'en'];
    const { stderr } = await build(args, 1);
    expect(stderr).toMatch(
      /reports\/alder\/2026-10\/index\.html {2}byte \d+: name of reports\/birch: workshop birchwood/,
    );
    const aside = /lies in (\S+);/.exec(stderr)![1]!;
    expect(await readFile(join(PROJECT, aside, '2026-10/index.html'), 'utf8')).toContain('Workshop Birchwood');
    expect(await hashesOf(join(out, ALDER))).toEqual(before);
    const { documents } = await readJson<Manifest>(join(out, 'manifest.json'));
    const statuses = new Set(documents.map(({ client, status }) => `${client} ${status}`));
    expect([...statuses]).toEqual(['alder failed', 'birch built']);
    expect(await readJson<SealRecord>(join(out, 'seal.json'))).toMatchObject({ ok: true });

    // The author names it on purpose.
    const profile = join(root, 'data/clients/alder/client.json');
    const unmentioned = await readFile(profile, 'utf8');
    await writeFile(profile, JSON.stringify({ ...JSON.parse(unmentioned), mentions: ['Workshop Birchwood'] }));
    await build(args);
    const { ok, mentions } = await readJson<SealRecord>(join(out, 'seal.json'));
    expect({ ok, mentions }).toEqual({ ok: true, mentions: [{ folder: ALDER, text: 'workshop birchwood' }] });
    await writeFile(profile, unmentioned);
    await build(args, 1);
    expect(await readJson<SealRecord>(join(out, 'seal.json'))).toMatchObject({ ok: false });

    await writeFile(note, good);
    await build(args);
    expect(await hashesOf(out)).toEqual(await hashesOf(dist));
  });
});
