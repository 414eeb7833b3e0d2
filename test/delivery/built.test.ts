import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { builtDocument } from '../../src/delivery/built.ts';
import { LetterRefused } from '../../src/delivery/mailbox.ts';
import { localText } from '../../src/locale/text.ts';
import type { ManifestDocument } from '../../src/press/output/manifest.ts';
import { sha256, writeFiles } from '../support/folders.ts';

const INPUTS = ['data/agency.json', 'data/clients/alder/client.json'];

let home: string;

const documentOf = (site: string, client: string, period: string | null): ManifestDocument => {
  const folder = [site, client, ...(period === null ? [] : [period])].join('/');
  return {
    ...{ site, client, period, status: 'built', asOf: '2026-11-04' },
    inputs: INPUTS.map((file) => ({ file, sha256: sha256(file) })),
    outputs: ['figures.json', 'report.pdf'].map((name) => {
      const file = `${folder}/${name}`;
      return { file, sha256: sha256(file), bytes: file.length };
    }),
  };
};

/** Beside the one that is asked for, every document that might be taken for it stands before and after it. */
const DOCUMENTS = [
  documentOf('reports', 'alder', '2026-09'),
  documentOf('reports', 'alder', null),
  documentOf('reports', 'birch', '2026-10'),
  documentOf('proposals', 'alder', null),
  documentOf('reports', 'alder', '2026-10'),
  documentOf('reports', 'cedar', '2026-10'),
  documentOf('proposals', 'alder', '2026-10'),
];

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'built-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const outputs = DOCUMENTS.flatMap((one) => one.outputs.map(({ file }) => file));
  await writeFiles(
    join(home, 'agency'),
    INPUTS.map((file) => [file, file] as const),
  );
  await writeFiles(
    join(home, 'dist'),
    outputs.map((file) => [file, file] as const),
  );
  await manifest(DOCUMENTS);
});

const manifest = (documents: ManifestDocument[]) =>
  writeFiles(home, [['dist/manifest.json', JSON.stringify({ engine: {}, browser: null, documents })]]);

const asked = (more: { site?: string; client?: string; period?: string | null; pictures?: Map<string, string> } = {}) =>
  builtDocument(
    {
      ...{ root: join(home, 'agency'), out: join(home, 'dist'), command: 'npm run build' },
      ...{ site: 'reports', client: 'alder', period: '2026-10', ...more },
    },
    nodeEffects(),
  );

/** Why a letter may not carry the document, in English. */
async function refusal(more?: Parameters<typeof asked>[0]): Promise<string> {
  const error: unknown = await asked(more).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(LetterRefused);
  return localText((error as LetterRefused).text, 'en');
}

describe('the document that a letter carries', () => {
  it('is the one of this site, client and period, among all there are', async () => {
    for (const { site, client, period } of DOCUMENTS) {
      const { entry, pdf, output } = await asked({ site, client, period });
      expect(entry).toMatchObject({ site, client, period });
      const [figures, report] = entry.outputs.map(({ file }) => file);
      expect(pdf.name).toBe('report.pdf');
      expect(Buffer.from(pdf.content).toString()).toBe(report);
      expect(Buffer.from(await output('figures.json')).toString()).toBe(figures);
    }
  });

  it('is refused when it was never built, and when its last build failed', async () => {
    expect(await refusal({ period: '2026-08' })).toContain('is not built');
    expect(await refusal({ client: 'elm' })).toContain('is not built');
    await manifest(DOCUMENTS.map((one) => ({ ...one, status: one.client === 'alder' ? 'failed' : 'built' })));
    expect(await refusal()).toContain('the last build failed');
  });

  it.each([
    ['changed', 'another'],
    ['lost', null],
  ])('is refused when something it was made of was %s since, by name', async (_, text) => {
    await writeFiles(join(home, 'agency'), [[INPUTS[1]!, text]]);
    expect(await refusal()).toContain(`${INPUTS[1]} has changed since the build`);
  });

  it('is refused when its client has a file that the build has not seen, by name', async () => {
    await writeFiles(join(home, 'agency'), [['data/clients/alder/exports/direct/late.csv', '']]);
    expect(await refusal()).toContain('data/clients/alder/exports/direct/late.csv was added since the build');
    await writeFiles(join(home, 'agency'), [['data/clients/alder/exports', null]]);
    await writeFiles(join(home, 'agency'), [['data/clients/elm/client.json', '{}']]);
    expect((await asked()).pdf.name).toBe('report.pdf');
  });

  it.each([
    ['changed', 'another'],
    ['lost', null],
  ])('is refused when it was %s itself', async (_, text) => {
    await writeFiles(join(home, 'dist'), [['reports/alder/2026-10/report.pdf', text]]);
    expect(await refusal()).toContain('lacks a file that the build');
    expect((await asked({ period: '2026-09' })).pdf.name).toBe('report.pdf');
  });

  it('is refused without its figures as they were built', async () => {
    await writeFiles(join(home, 'dist'), [['reports/alder/2026-10/figures.json', '{}']]);
    const { output } = await asked();
    await expect(output('figures.json')).rejects.toBeInstanceOf(LetterRefused);
    await expect(output('estimate.json')).rejects.toBeInstanceOf(LetterRefused);
  });
});

describe('a report whose pictures', () => {
  const pictures = new Map([['agency-logo.svg', 'data/brand/logo.svg']]);
  const logo = (content: string) => writeFiles(join(home, 'agency'), [['data/brand/logo.svg', content]]);
  beforeEach(async () => {
    const shown = { file: 'reports/alder/assets/agency-logo.svg', sha256: sha256('a red logo'), bytes: 10 };
    const withLogo = ({ outputs, ...one }: ManifestDocument): ManifestDocument => ({
      ...one,
      outputs: one.site === 'reports' && one.period === null ? [...outputs, shown] : outputs,
    });
    await manifest(DOCUMENTS.map(withLogo));
  });

  it('are those it was built with goes out', async () => {
    await logo('a red logo');
    expect((await asked({ pictures })).entry.period).toBe('2026-10');
  });

  it('have changed since waits for a build, as after any other change', async () => {
    await logo('a green logo');
    expect(await refusal({ pictures })).toContain('data/brand/logo.svg has changed since the build');
  });
});
