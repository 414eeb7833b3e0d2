import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { folderOf, linkSecret, SECRET_FILE, SECRET_VARIABLE } from '../../src/press/proposals/folder.ts';
import { statusOf } from '../../src/press/proposals/list.ts';
import { pdfName } from '../../src/press/proposals/model.ts';
import { acceptLink } from '../../src/ui/proposal/accept-link.ts';
import { amountParts } from '../../src/ui/proposal/amount.ts';
import { proposalWords } from '../../src/ui/proposal/words.ts';

const secretly = { id: 'bakery', publish: { as: 'link', key: null } } as const;

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'accountpress-link-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

describe('the address of a proposal', () => {
  test('is its id when it is open', () => {
    expect(folderOf({ id: 'bakery', publish: { as: 'open' } }, null)).toBe('bakery');
  });

  test('holds the key its author chose', () => {
    const publish = { as: 'link', key: 'abcdefghijklmnop' } as const;
    expect(folderOf({ id: 'bakery', publish }, null)).toBe('bakery-abcdefghijklmnop');
  });

  test('cannot be told without the secret, and is another one under another secret or for another id', () => {
    const folder = folderOf(secretly, 'one');
    expect(folder).toMatch(/^bakery-[0-9a-f]{32}$/);
    expect(folderOf(secretly, 'one')).toBe(folder);
    expect(folderOf(secretly, 'two')).not.toBe(folder);
    expect(folderOf({ ...secretly, id: 'florist' }, 'one').slice(-32)).not.toBe(folder.slice(-32));
  });

  test('takes the secret of the environment, else one that is made once and kept beside the data', async () => {
    const root = await emptyFolder();
    const effects = nodeEffects();
    const given = { ...effects, env: { [SECRET_VARIABLE]: 'from outside' } };
    expect(await linkSecret(root, [secretly], given)).toBe('from outside');
    expect(await effects.fs.exists(join(root, SECRET_FILE))).toBe(false);
    const bare = { ...effects, env: {} };
    const made = await linkSecret(root, [secretly], bare);
    expect(made).toMatch(/^[0-9a-f]{64}$/);
    expect((await readFile(join(root, SECRET_FILE), 'utf8')).trim()).toBe(made);
    expect(await linkSecret(root, [secretly], bare)).toBe(made);
  });

  test('has one secret, whichever of several builds needs it first', async () => {
    const root = await emptyFolder();
    const bare = { ...nodeEffects(), env: {} };
    const told = await Promise.all(Array.from({ length: 5 }, () => linkSecret(root, [secretly], bare)));
    expect(new Set(told).size).toBe(1);
    expect((await readFile(join(root, SECRET_FILE), 'utf8')).trim()).toBe(told[0]);
  });

  test('asks for no secret when every proposal is open', async () => {
    const root = await emptyFolder();
    const effects = nodeEffects();
    expect(await linkSecret(root, [{ publish: { as: 'open' } }], effects)).toBeNull();
    expect(await effects.fs.exists(join(root, SECRET_FILE))).toBe(false);
  });
});

describe('the status of a proposal', () => {
  const until = (status: Parameters<typeof statusOf>[0]['status']) => ({ status, validUntil: '2026-12-04' });

  test.each([
    ['draft', false, false, '2026-12-01', 'draft'],
    ['draft', false, false, '2026-12-05', 'draft'],
    ['ready', false, false, '2026-12-04', 'ready'],
    ['ready', true, false, '2026-12-04', 'sent'],
    ['ready', true, false, '2026-12-05', 'expired'],
    ['viewed', true, false, '2026-12-01', 'viewed'],
    ['ready', true, true, '2026-12-01', 'superseded'],
    ['accepted', true, true, '2027-12-01', 'accepted'],
    ['declined', true, false, '2027-12-01', 'declined'],
  ] as const)('%s, sent %s, replaced %s, on %s: %s', (status, sent, replaced, today, expected) => {
    expect(statusOf(until(status), sent, replaced, today)).toBe(expected);
  });
});

test('the document is named by number and version, whatever the number holds', () => {
  expect(pdfName({ number: '2026-118', version: 2 })).toBe('2026-118-v2.pdf');
  expect(pdfName({ number: 'КП 17/26 «А»', version: 1 })).toBe('КП-17-26-А-v1.pdf');
});

describe('the letter that accepts', () => {
  test('names number, version, total and choice, and nothing of them can leave its field', () => {
    const total = '1 021,50 ₽';
    const choice = ['Печь & огонь?body=x', 'Тексты\r\nBcc: all@example.org'];
    const link = new URL(
      acceptLink({ to: 'a@b.example', number: '2026-1', version: 3, total, choice }, proposalWords('ru')),
    );
    expect(link.protocol).toBe('mailto:');
    expect(link.pathname).toBe('a@b.example');
    expect([...link.searchParams.keys()]).toEqual(['subject', 'body']);
    expect(link.searchParams.get('subject')).toBe('Принимаем предложение № 2026-1, версия 3, 1 021,50 ₽');
    for (const title of choice) expect(link.searchParams.get('body')).toContain(`— ${title.replace('\r\n', ' ')}`);
  });
});

describe('an amount in three pieces', () => {
  const purse = { locale: 'ru', currency: 'RUB', decimals: 2 } as const;

  test('reads as one', () => {
    const { head, minor, tail } = amountParts('-1234567.05', purse, false);
    expect(minor).toBe(',05');
    expect((head + minor + tail).replaceAll('\u00a0', ' ')).toBe('−1 234 567,05 ₽');
  });

  test('has no minor digits where the currency has none', () => {
    expect(amountParts('1021', { locale: 'en', currency: 'JPY', decimals: 0 }, false)).toEqual({
      head: '¥1,021',
      minor: '',
      tail: '',
    });
  });

  test('leaves the currency to the head of its column', () => {
    expect(amountParts('50.00', { locale: 'en', currency: 'USD', decimals: 2 }, true)).toEqual({
      head: '50',
      minor: '.00',
      tail: '',
    });
  });
});
