import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../src/press/output/manifest.ts';
import { build, PROJECT } from '../support/command.ts';
import { hashesOf, makeScratch, readJson, sha256 } from '../support/folders.ts';

const SITE = 'site-glina-i-ogon';
const RETAINER = 'retainer-harbour-and-heath';

let home: string;
let workspace: string;
let out: string;
let good: Record<string, string>;

const text = (id: string): string => join(workspace, 'content', 'proposals', `${id}.mdx`);
const run = (expected = 0, ...flags: string[]) =>
  build(['--workspace', workspace, '--out', out, '--as-of', '2026-11-21', '--site', 'proposals', ...flags], expected);
const entryOf = async (id: string) =>
  (await readJson<Manifest>(join(out, 'manifest.json'))).documents.find(({ client }) => client === id)!;
const pages = async () =>
  Object.fromEntries(Object.entries(await hashesOf(out)).filter(([file]) => file.startsWith('proposals/')));

beforeAll(async () => {
  home = await makeScratch('proposals-failing');
  workspace = join(home, 'agency');
  out = join(home, 'dist');
  await mkdir(join(workspace, 'data'), { recursive: true });
  for (const name of ['agency.json', 'people.json', 'rates.csv', 'people', 'brand', 'proposals']) {
    await cp(join(PROJECT, 'data', name), join(workspace, 'data', name), { recursive: true });
  }
  const one = 'data/clients/hotel-sosnovaya-bukhta/client.json';
  await cp(join(PROJECT, one), join(workspace, one));
  await cp(join(PROJECT, 'content', 'proposals'), join(workspace, 'content', 'proposals'), { recursive: true });
  for (const folder of ['content/proposals/hotel-vysokiy-bereg.mdx', 'data/proposals/hotel-vysokiy-bereg']) {
    await rm(join(workspace, folder), { recursive: true });
  }
  await run();
  good = await pages();
});
afterAll(() => rm(home, { recursive: true, force: true }));

/** Runs with a proposal's text changed, and puts it back. */
async function withText(id: string, change: (text: string) => string, work: () => Promise<void>): Promise<void> {
  const original = await readFile(text(id), 'utf8');
  await writeFile(text(id), change(original));
  try {
    await work();
  } finally {
    await writeFile(text(id), original);
  }
}

describe('the same proposals', () => {
  it('give the same bytes again, with and without the cache, manifest included', async () => {
    const before = await hashesOf(out);
    await rm(out, { recursive: true });
    await run(0, '--no-cache');
    expect(await hashesOf(out)).toEqual(before);
  });

  it('one by one give the same as all at once', async () => {
    const before = await hashesOf(out);
    await rm(out, { recursive: true });
    await run(0, '--proposal', SITE);
    expect(Object.keys(await pages()).some((file) => file.includes(RETAINER))).toBe(false);
    await run(0, '--proposal', RETAINER);
    expect(await hashesOf(out)).toEqual(before);
  });
});

describe('a proposal with an error', () => {
  it.each([
    ['that cannot be read', (mdx: string) => mdx.replace('version: 2', 'version: two')],
    [
      'whose text does not compile',
      (mdx: string) => mdx.replace('<Team', "import nothing from './nowhere.ts';\n\n<Team"),
    ],
    ['whose page throws', (mdx: string) => mdx.replace('<Team', '{nowhere.known}\n\n<Team')],
  ])('%s is named, keeps its last good output and stops no other', async (_what, change) => {
    await withText(RETAINER, change, async () => {
      const { stdout, stderr } = await run(1);
      expect(stdout + stderr).toContain(`content/proposals/${RETAINER}.mdx`);
      expect(await pages()).toEqual(good);
      expect((await entryOf(RETAINER)).status).toBe('failed');
      expect((await entryOf(SITE)).status).toBe('built');
    });
  });
});

describe('a version that was sent', () => {
  const outbox = () => join(workspace, 'data', 'outbox');
  const kept = 'data/outbox/2026-124-v2.pdf';

  beforeAll(async () => {
    await run();
    const { seal } = await entryOf(RETAINER);
    const pdf = await readFile(join(out, 'proposals', RETAINER, '2026-124-v2.pdf'));
    const attempt = { at: '2026-11-17T09:00:00.000Z', attempt: `proposal/${RETAINER}/v2#1` };
    const intent = {
      ...{ kind: 'intent', ...attempt, key: `proposal/${RETAINER}/v2`, to: ['niamh@harbourandheath.example'] },
      ...{ subject: 'Proposal', messageId: '<one@example.org>', message: sha256('letter'), seal },
      pdf: { name: '2026-124-v2.pdf', sha256: sha256(pdf), archived: kept },
      ...{ deal: null, test: false, resend: false },
    };
    const outcome = { kind: 'outcome', ...attempt, result: 'sent', accepted: intent.to, refused: [], reply: '250 ok' };
    const lines = [intent, { kind: 'data', ...attempt }, outcome].map((line) => JSON.stringify(line));
    await mkdir(outbox(), { recursive: true });
    await writeFile(join(workspace, kept), pdf);
    await writeFile(join(outbox(), 'ledger.jsonl'), `${lines.join('\n')}\n`);
  });
  afterAll(() => rm(outbox(), { recursive: true }));

  it('builds as before while nothing it says has changed, and when it is accepted its page alone says so', async () => {
    const page = `proposals/${RETAINER}/index.html`;
    await withText(
      RETAINER,
      (mdx) => mdx.replace('status: ready', 'status: accepted'),
      async () => {
        await run();
        const { [page]: accepted, ...others } = await pages();
        expect(accepted).not.toBe(good[page]);
        expect({ ...others, [page]: good[page] }).toEqual(good);
      },
    );
    await run();
    expect(await pages()).toEqual(good);
  });

  it.each([
    ['a date', (mdx: string) => mdx.replace('validUntil: 2026-12-11', 'validUntil: 2026-12-12')],
    ['a payment', (mdx: string) => mdx.replace('part: 35%', 'part: 30%')],
    ['the colour', (mdx: string) => mdx.replace(/accent: "#\w+"/, 'accent: "#402010"')],
    ['a word', (mdx: string) => mdx.replace('Twelve thousand mornings', 'Thirteen thousand mornings')],
  ])('stops its build when %s changes', async (_what, change) => {
    await withText(RETAINER, change, async () => {
      const { stdout, stderr } = await run(1);
      expect(stdout + stderr).toContain('version: 3');
      expect(await pages()).toEqual(good);
    });
  });

  it('publishes the very document that left, and says so when the archive lost it', async () => {
    await writeFile(join(workspace, kept), 'not what was sent');
    const { stdout, stderr } = await run(1);
    expect(stdout + stderr).toContain(kept);
    expect(await pages()).toEqual(good);
  });

  it('builds no proposal while the ledger cannot tell what was sent, and names its line', async () => {
    const file = join(outbox(), 'ledger.jsonl');
    const whole = await readFile(file, 'utf8');
    await writeFile(file, `${whole}=======\n`);
    const { stdout, stderr } = await run(1);
    await writeFile(file, whole);
    expect(stdout + stderr).toContain('data/outbox/ledger.jsonl:4');
    expect(await pages()).toEqual(good);
  });

  it('leaves the next version free to say something else', async () => {
    const next = (mdx: string) =>
      mdx.replace('version: 2', 'version: 3').replace('Twelve thousand', 'Thirteen thousand');
    await withText(RETAINER, next, async () => {
      await run();
      expect(Object.keys(await pages())).toContain(`proposals/${RETAINER}/2026-124-v3.pdf`);
    });
  });
});
