import { cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { gradeFile } from '../../src/examining/grade.ts';
import { issueExam, type Issued } from '../../src/examining/issue.ts';
import { releaseExam } from '../../src/examining/release.ts';
import type { Manifest } from '../../src/press/output/manifest.ts';
import { readWorkspace } from '../../src/press/read-workspace.ts';
import { seal } from '../../src/press/seal/seal.ts';
import { seedOf } from '../../src/exams/random.ts';
import { answersFor, roomAt, SECRET } from '../exams/workspace.ts';
import { AGENCY_FILES, sampleHandbook } from '../handbook/sample.ts';
import { CANARY_BANK, DRAWN, KEY, MENTORS, ORAL, PHRASES, RECORDS, UNDRAWN } from '../support/canaries.ts';
import { build, PROJECT } from '../support/command.ts';
import { everyText } from '../support/every-text.ts';
import { filesOf, hashesOf, makeScratch, readJson, sha256, writeFiles } from '../support/folders.ts';
import { writeWorkspace } from '../support/workspaces.ts';

const AS_OF = '2026-11-24';
const FIRST = '2026-11-20T07:00:00.000Z';
const SECOND = '2026-11-24T07:00:00.000Z';

const PROPOSAL = `---
number: "1"
date: 2026-11-20
validUntil: 2026-12-20
author: maksim-orlov
prospect: { name: Prospect }
contact: { name: Mr Smith, timeZone: Europe/London }
estimate: { taxMode: exempt, lines: [{ section: Work, item: Research, price: "100" }] }
payments: [{ title: All, due: 2026-12-01, part: 100% }]
---

<Cover />

<Estimate />

<Payments />

<Acceptance />
`;

let home: string;
let began: number;
let form: Issued;
let open: Issued;
const root = (): string => join(home, 'agency');
const dist = (...path: string[]): string => join(home, 'dist', ...path);

beforeAll(async () => {
  began = Date.now();
  home = await makeScratch('canaries');
  await writeAgency();
  form = await issue(FIRST);
  await handIn(form);
  open = await issue(SECOND);
  // The cache is the one a pipeline would keep.
  await build(['--workspace', root(), '--out', dist(), '--as-of', AS_OF]);
}, 240_000);
afterAll(() => rm(home, { recursive: true, force: true }));

/** An agency with a client, a proposal, a handbook, a trainee with a record, and keys outside the workspace. */
async function writeAgency(): Promise<void> {
  await writeWorkspace(root(), { alder: 'en' });
  await cp(join(PROJECT, 'data/people'), join(root(), 'data/people'), { recursive: true });
  await cp(join(PROJECT, 'data/people.json'), join(root(), 'data/people.json'));
  const defence = 'content/handbook/defence.yaml';
  const [[, agency], logo] = AGENCY_FILES as [[string, string], [string, string]];
  const trainee = {
    name: { ru: 'Вера', en: 'Vera' },
    locale: 'en',
    track: 'manager',
    start: '2026-11-02',
    mentor: 'anna-lebedeva',
    manager: 'maksim-orlov',
  };
  await writeFiles(root(), [
    ...sampleHandbook(),
    logo,
    ['data/agency.json', JSON.stringify({ ...(JSON.parse(agency) as object), exams: { folder: '../keys' } })],
    ['content/proposals/prospect.mdx', PROPOSAL],
    [defence, await readFile(join(PROJECT, defence))],
    ['data/onboarding/oral-questions.yaml', ORAL],
    ['data/trainees/vera/trainee.json', JSON.stringify(trainee)],
    ['data/trainees/vera/ledger.jsonl', RECORDS.map((one) => `${JSON.stringify(one)}\n`).join('')],
    ['../keys/demo.yaml', CANARY_BANK],
  ]);
}

async function issue(opens: string): Promise<Issued> {
  const own = {
    locale: null,
    opens: null,
    extension: 20,
    extensionReason: 'goldfinch: asked for it',
    override: null,
    by: null,
  };
  return issueExam(await roomAt(root(), opens), { exam: 'demo', trainee: 'vera', ...own });
}

/** Hands the first form in, has its open answers marked, and releases what may be told. */
async function handIn(issued: Issued): Promise<void> {
  const file = join(root(), 'data/trainees/vera/answers/1.json');
  const seed = seedOf(SECRET, issued.form);
  const answers = { text: 'goldfinch', open: 'goldfinch of a letter', number: '1' };
  await writeFiles(home, [['agency/data/trainees/vera/answers/1.json', answersFor(issued.form, seed, answers, FIRST)]]);
  const request = { file, received: null, acceptLate: null, by: null };
  const room = await roomAt(root(), FIRST);
  expect(await gradeFile(room, request)).toMatchObject({ status: 'pending' });
  const sheet = file.replace('.json', '.rubric.yaml');
  await writeFile(sheet, (await readFile(sheet, 'utf8')).replace('points: null', 'points: 1'));
  expect(await gradeFile(room, request)).toMatchObject({ graded: { result: { passed: false } } });
  expect(await releaseExam(await roomAt(root(), '2026-11-23T07:00:00.000Z'), 'demo', null)).toMatchObject([
    { status: 'released' },
  ]);
}

/** Where a text stands in files, path first. */
async function traces(folder: string, files: readonly string[], wanted: RegExp): Promise<string[]> {
  const found: string[] = [];
  for (const file of files) {
    if (wanted.test(file.toLowerCase())) found.push(`${file}: its name`);
    for (const { how, text } of await everyText(await readFile(join(folder, file)))) {
      const at = text.search(wanted);
      if (at >= 0) found.push(`${file}: ${how}: ${text.slice(Math.max(0, at - 30), at + 60)}`);
    }
  }
  return found;
}

const published = async (): Promise<string[]> =>
  (await filesOf(dist())).filter((file) => /^(reports|proposals|handbook)\//.test(file));

/** Files that were written since the test began. */
async function fresh(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const stats = await Promise.all(files.map((file) => stat(file).catch(() => null)));
  return files.filter((_, index) => (stats[index]?.mtimeMs ?? 0) >= began).map((file) => file.slice(folder.length + 1));
}

describe('the search itself', () => {
  const note = 'a canary';
  const picture = (): Buffer => {
    const body = Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(note)]);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(body.length);
    return Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      size,
      Buffer.from('zTXt'),
      body,
      Buffer.alloc(4),
    ]);
  };
  const stream = Buffer.concat([Buffer.from('x'), gzipSync(note)]).subarray(1);
  const wide = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();

  it.each([
    ['in a page', Buffer.from('<p>A Can\u00adary</p>')],
    ['in an escape', Buffer.from('"\\u0063anary"')],
    ['in entities', Buffer.from('&#99;anary')],
    ['in an address', Buffer.from('%D0%BA%D0%B0%D0%BD%D0%B0%D1%80%D0%B5%D0%B9%D0%BA%D0%B0')],
    ['packed as the search index is', stream],
    ['packed in a picture', picture()],
    ['in letters of two bytes', Buffer.concat([Buffer.from('x'), wide(note)])],
    ['embedded as data', Buffer.from(`<img src="data:text/plain;base64,${Buffer.from(note).toString('base64')}">`)],
    ['as a number with a space', Buffer.from('48\u00a0151,62')],
  ])('finds what is %s', async (_where, bytes) => {
    expect((await everyText(bytes)).some(({ text }) => KEY.test(text))).toBe(true);
  });

  it('finds what a PDF says on its pages, and what the page of a form may say', async () => {
    const pdf = await readFile(dist('handbook/en/handbook.pdf'));
    const texts = await everyText(pdf);
    for (const word of [/promises/, /a customer that is not there/]) {
      expect(texts.some(({ text }) => word.test(text))).toBe(word.source === 'promises');
    }
    const page = `handbook/exams/${open.form.token}/index.html`;
    expect(await traces(dist(), [page], DRAWN)).not.toEqual([]);
  });
});

describe('what is published', () => {
  it('has no key, weight, explanation, rubric or model answer, and nothing of a record', async () => {
    const files = await published();
    for (const one of [
      /^reports\/alder\/.*\.pdf$/,
      /^proposals\/prospect\//,
      /^handbook\/pagefind\/.*\.pf_index$/,
      /^handbook\/en\/handbook\.pdf$/,
    ]) {
      expect(
        files.some((file) => one.test(file)),
        String(one),
      ).toBe(true);
    }
    expect(await traces(dist(), files, new RegExp(`${KEY.source}|${MENTORS.source}`))).toEqual([]);
  });

  it('has the questions of a form on its own page only, and others nowhere', async () => {
    const own = `handbook/exams/${open.form.token}/index.html`;
    const files = await published();
    expect(files.filter((file) => file.includes(form.form.token))).toEqual([]);
    expect(
      await traces(
        dist(),
        files.filter((file) => file !== own),
        DRAWN,
      ),
    ).toEqual([]);
    expect(await traces(dist(), files, UNDRAWN)).toEqual([]);
    const page = await readFile(dist(own), 'utf8');
    for (const name of ['"correct"', 'pinned', '"points"', '"difficulty"', '"topic"', '"accept"', '"tolerance"']) {
      expect(page, name).not.toContain(name);
    }
  });

  it('has no source map', async () => {
    const files = await published();
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
    expect(
      await traces(
        dist(),
        files.filter((file) => /\.(js|css)$/.test(file)),
        /sourcemappingurl=/,
      ),
    ).toEqual([]);
  });
});

describe('what stays with the agency', () => {
  it('the desk shows records, and still no key', async () => {
    const files = (await filesOf(dist())).filter((file) => file.startsWith('desk/'));
    expect(await traces(dist(), files, KEY)).toEqual([]);
    for (const word of [
      /goldfinch of a reason/,
      /goldfinch of an illness/,
      /the two did not get on/,
      /answers of another/,
    ])
      expect(await traces(dist(), ['desk/trainees/vera/index.html'], word), String(word)).not.toEqual([]);
  });

  it('manifest, seal and what a pipeline keeps between builds have neither', async () => {
    expect(await traces(dist(), ['manifest.json', 'seal.json'], new RegExp(`${KEY.source}|${MENTORS.source}`))).toEqual(
      [],
    );
    for (const folder of ['.accountpress/cache', '.astro', 'node_modules/.astro', 'node_modules/.vite']) {
      const path = join(PROJECT, folder);
      const files = await fresh(path);
      if (folder === '.accountpress/cache') expect(files.length).toBeGreaterThan(3);
      expect(await traces(path, files, /canary|канарейк|goldfinch|щегол|linnet|коноплянк/)).toEqual([]);
    }
  });
});

describe('the seal breaks, by file and byte, when there stands', () => {
  const PAGE = 'reports/alder/2026-10/index.html';
  const FRAGMENT = 'handbook/pagefind/planted.pf_fragment';

  it.each([
    ['an explanation in a page', PAGE, `<p>${PHRASES.explanation}</p>`, 'keys/demo.yaml'],
    [
      'a model answer, bold and with unbreakable spaces',
      PAGE,
      `<p>${PHRASES.model.replace('model answer', 'model&nbsp;<b>answer</b>')}</p>`,
      'keys/demo.yaml',
    ],
    [
      'why an option is wrong, in a script',
      'handbook/_astro/planted.js',
      JSON.stringify(PHRASES.why),
      'keys/demo.yaml',
    ],
    [
      'a level of a rubric in the search index',
      FRAGMENT,
      gzipSync(JSON.stringify({ content: PHRASES.rubric })),
      'keys/demo.yaml',
    ],
    [
      'what to listen for in the oral part',
      'proposals/prospect/index.html',
      PHRASES.listen,
      'data/onboarding/oral-questions.yaml',
    ],
    [
      'the reason of a decision',
      'handbook/en/index.html',
      `<!-- ${PHRASES.reason} -->`,
      'data/trainees/vera/ledger.jsonl',
    ],
    [
      'the reason of a pause',
      'handbook/en/index.html',
      'goldfinch of an illness that is nobody’s business but ours',
      'data/trainees/vera/ledger.jsonl',
    ],
    ['a line of a record', 'handbook/lines.txt', JSON.stringify(RECORDS[1]), 'data/trainees/vera/ledger.jsonl'],
  ])('%s', async (_what, file, text, source) => {
    const out = join(home, 'planted');
    await rm(out, { recursive: true, force: true });
    await cp(dist(), out, { recursive: true });
    const before = await readFile(join(out, file)).catch(() => Buffer.alloc(0));
    const bytes = Buffer.concat([before, Buffer.from(text)]);
    await writeFiles(out, [[file, bytes]]);
    await listed(out, file, bytes);
    const { value } = await readWorkspace(root(), nodeEffects());
    const { record } = await seal(value, { out, project: PROJECT }, nodeEffects());
    const found = record.breaks.filter((one) => one.code === 'seal-inner-mentors');
    expect(
      found.map((one) => [one.file, one.found.en]),
      JSON.stringify(record.breaks),
    ).toEqual([[file, `words for mentors only, of ${source}`]]);
    expect(found[0]!.offset).toBeGreaterThanOrEqual(before.length);
    expect(found[0]!.offset).toBeLessThan(bytes.length);
  });

  /** Enters a file into the manifest, as a build that leaks would have done. */
  async function listed(out: string, file: string, bytes: Buffer): Promise<void> {
    const manifest = await readJson<Manifest>(join(out, 'manifest.json'));
    const entry = { file, sha256: sha256(bytes), bytes: bytes.length };
    const outputs = manifest.documents.map((one) => one.outputs);
    const known = outputs.flat().find((one) => one.file === file);
    if (known) Object.assign(known, entry);
    else outputs.find((all) => all.some((one) => one.file.startsWith(`${file.split('/')[0]}/`)))!.push(entry);
    await writeFile(join(out, 'manifest.json'), JSON.stringify(manifest));
  }
});

describe('a lesson of the agency’s own that names a client, in small letters too,', () => {
  it('holds the handbook back, and the last good one stays', async () => {
    const lesson = join(root(), 'content/handbook/en/role/code.mdx');
    const good = await readFile(lesson, 'utf8');
    const before = await hashesOf(dist('handbook'));
    await writeFile(lesson, `${good}\nFor alder we once did the like.\n`);
    const args = ['--workspace', root(), '--out', dist(), '--site', 'handbook', '--as-of', AS_OF, '--lang', 'en'];
    const { stderr } = await build(args, 1);
    expect(stderr).toMatch(/handbook\/en\/role\/code\/index\.html {2}byte \d+: name of reports\/alder: alder/);
    expect(stderr).toContain('(say an ordinary word or a namesake otherwise;');
    expect(await hashesOf(dist('handbook'))).toEqual(before);
    await writeFile(lesson, good);
  });
});
