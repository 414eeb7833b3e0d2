import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { frozen, versionChanged } from '../../src/delivery/frozen.ts';
import { LEDGER } from '../../src/delivery/outbox.ts';
import { runCommand } from '../support/command.ts';
import { writeFiles } from '../support/folders.ts';
import { told } from './agency.ts';
import { collect, mailServer, parsed, refusal } from './mail-server.ts';
import { FILE, PDF, PROPOSAL, proposalAgency, writeBuilt, type ProposalAgency } from './proposal-agency.ts';

const SEAL = 'a'.repeat(64);
const VERSION = { id: PROPOSAL, version: 2 };

const send = (agency: ProposalAgency, url: string, ...flags: string[]) =>
  runCommand('send', [...agency.proposal, '--json', ...flags], { SMTP_URL: url });

describe('sending a proposal', () => {
  it('carries the document, the total, the first payment and a letter that accepts it', async () => {
    const agency = await proposalAgency();
    const { url, received } = await mailServer();
    expect((await send(agency, url)).code).toBe(0);
    const email = await parsed(received[0]!.bytes);
    expect(email.to).toMatchObject([{ name: 'Ирина Соколова', address: 'irina@hotel.example' }]);
    expect(email.subject).toBe('Бухта: предложение № КП-2026-014');
    expect(email.messageId).toBe('<proposal.promo.v2@beacon.example>');
    const text = email.text!.replace(/\s/gu, ' ');
    for (const said of [
      'Здравствуйте, Ирина Павловна!',
      '294 047,59 ₽',
      '100 000,00 ₽',
      'Анна Ковалёва и Олег Рябов',
    ]) {
      expect(text).toContain(said);
    }
    const href = /href="(mailto:anna@beacon[^"]*)"/.exec(email.html!)![1]!.replaceAll('&amp;', '&');
    const accept = new URL(href);
    expect(accept.searchParams.get('subject')).toBe('Согласовано: предложение № КП-2026-014, версия 2');
    expect(accept.searchParams.get('body')?.replace(/\s/gu, ' ')).toContain('на сумму 294 047,59 ₽');
    expect(email.attachments.map(({ filename }) => filename)).toContain(PDF);
  });

  it('minds the examples a proposal was made with', async () => {
    const left = await proposalAgency({ head: (text) => text.replace('Аудит', '"Пример: работа с твёрдой ценой"') });
    const mind =
      /^Внимание: в предложении остались примеры, с которыми оно создано: «Пример: работа с твёрдой ценой»$/m;
    expect((await runCommand('send', [...left.proposal, '--dry-run'])).stderr).toMatch(mind);
    const own = await proposalAgency();
    expect((await runCommand('send', [...own.proposal, '--dry-run'])).stderr).not.toMatch(/Внимание/);
  });

  it('minds in a rehearsal that the real letter would not leave, but of a draft, which is rehearsed as such', async () => {
    const rehearsed = async (status: string) => {
      const agency = await proposalAgency({ head: (text) => text.replace('status: ready', `status: ${status}`) });
      return (await runCommand('send', [...agency.proposal, '--dry-run'])).stderr;
    };
    expect(await rehearsed('declined')).toMatch(/^Внимание: .*у предложения promo статус declined; отправляют со/m);
    expect(await rehearsed('draft')).not.toMatch(/Внимание/);
  });

  it('makes check tell of a sent version that has changed, as the build will', async () => {
    const agency = await proposalAgency();
    const { url } = await mailServer();
    const check = () => runCommand('check', ['--workspace', agency.root, '--json']);
    const codes = ({ stdout }: { stdout: string }) =>
      (JSON.parse(stdout) as { problems: { code: string; file?: string }[] }).problems
        .filter(({ code }) => code === 'sent-version-changed')
        .map(({ file }) => file);
    expect(codes(await check())).toEqual([]);
    // The stand-in for what was built has another seal than the texts of the workspace.
    expect((await send(agency, url)).code).toBe(0);
    const told = await check();
    expect(codes(told)).toEqual([FILE]);
    expect(told.code).toBe(1);
  });

  it('a damaged ledger is a problem of check and of the list of proposals, and nothing leaves', async () => {
    const agency = await proposalAgency();
    const { url, received } = await mailServer();
    await send(agency, url);
    const ledger = join(agency.root, LEDGER);
    await writeFile(ledger, `<<<<<<< HEAD\n${await readFile(ledger, 'utf8')}`);
    const place = { code: 'ledger-line-broken', file: LEDGER, row: 1 };
    for (const command of ['check', 'proposals']) {
      const { code, stdout } = await runCommand(command, ['--workspace', agency.root, '--json']);
      expect(code).toBe(1);
      const { problems } = JSON.parse(stdout) as { problems: object[] };
      expect(problems).toContainEqual(expect.objectContaining(place));
    }
    const again = await send(agency, url, '--resend');
    expect(again.code).toBe(1);
    expect(again.stdout).toContain(`${LEDGER}:1  «<<<<<<< HEAD»`);
    expect(received).toHaveLength(1);
  });

  it('freezes the version: the document is kept, a changed one neither leaves nor builds under its number', async () => {
    const agency = await proposalAgency();
    const { url, received } = await mailServer();
    expect(frozen(await agency.ledger(), VERSION)).toBeNull();
    await send(agency, url);
    const lines = await agency.ledger();
    const kept = frozen(lines, VERSION);
    expect(kept).toMatchObject({ seal: SEAL, pdf: `data/outbox/proposal/${PROPOSAL}/v2/${PDF}` });
    expect(await readFile(join(agency.root, kept!.pdf), 'utf8')).toBe('%PDF-1.7\nproposal\n');

    expect(frozen(lines, { id: PROPOSAL, version: 3 })).toBeNull();

    const changed = { code: 'sent-version-changed', severity: 'error', file: FILE };
    const next = { mend: { en: expect.stringContaining('version: 3') as string } };
    expect(versionChanged(kept!, { ...VERSION, file: FILE }, null, 'UTC')).toMatchObject({ ...changed, ...next });

    // Told by the clocks of the agency, which are past midnight when those of London are not.
    const midnight = { ...kept!, sentAt: '2026-11-03T21:30:00.000Z' };
    expect(versionChanged(midnight, { ...VERSION, file: FILE }, null, 'Europe/Moscow')).toMatchObject({
      found: { en: expect.stringContaining('sent on 2026-11-04,') as string },
    });

    await writeBuilt(agency.root, agency.out, 'b'.repeat(64), '%PDF-1.7\nanother\n');
    const again = await send(agency, url, '--resend');
    expect(again.code).toBe(1);
    expect(again.stdout).toMatch(/новой версией/);
    expect(received).toHaveLength(1);
    expect(await readFile(join(agency.root, kept!.pdf), 'utf8')).toBe('%PDF-1.7\nproposal\n');
  });

  it('a version that replaces one that was sent says so; of a version nobody has nothing is said', async () => {
    const agency = await proposalAgency();
    const { url, received } = await mailServer();
    const next = async (version: number) => {
      const file = join(agency.root, FILE);
      await writeFiles(agency.root, [
        [FILE, (await readFile(file, 'utf8')).replace(/version: \d/, `version: ${version}`)],
      ]);
      await writeBuilt(agency.root, agency.out, String(version).repeat(64), `%PDF-1.7\n${version}\n`, version);
    };
    await send(agency, url);
    await next(4);
    expect((await send(agency, url)).code).toBe(0);
    const [first, second] = await Promise.all(received.map(({ bytes }) => parsed(bytes)));
    expect(first!.text).not.toContain('заменяет');
    expect(second!.subject).toBe('Бухта: предложение № КП-2026-014, версия 4');
    expect(second!.text!.replace(/\s+/gu, ' ')).toMatch(
      /Отправляю версию 4 предложения: она заменяет версию 2, отправленную \d+ [а-я]+ \d{4}\./,
    );
  });

  it('a refused letter freezes nothing; one that may have arrived does', async () => {
    const agency = await proposalAgency();
    const refusing = await mailServer({ onMailFrom: (_from, _session, done) => done(refusal(550, 'no')) });
    await send(agency, refusing.url);
    expect(frozen(await agency.ledger(), VERSION)).toBeNull();

    const dropping = await mailServer({
      onData: (stream) => void collect(stream).then(() => dropping.drop()),
    });
    await send(agency, dropping.url);
    expect(told(await agency.ledger()).at(-1)).toBe('unknown');
    expect(frozen(await agency.ledger(), VERSION)).toMatchObject({ seal: SEAL });
  });

  it.each([
    ['a draft', (head: string) => head.replace('status: ready', 'status: draft'), /статус draft/],
    [
      'an expired offer',
      (head: string) => head.replace('2099-12-20', '2020-02-01').replace('2026-11-20', '2020-01-01'),
      /действовало до 2020-02-01/,
    ],
  ])('%s is not sent, but may be tried on oneself', async (_name, head, words) => {
    const agency = await proposalAgency({ head });
    const { url, received } = await mailServer();
    const refused = await send(agency, url);
    expect(refused.code).toBe(1);
    expect(refused.stdout).toMatch(words);
    expect(received).toHaveLength(0);
    expect((await send(agency, url, '--test', 'anna@beacon.example')).code).toBe(0);
    expect(received.map(({ to }) => to)).toEqual([['anna@beacon.example']]);
    expect(frozen(await agency.ledger(), VERSION)).toBeNull();
  });

  it('what has changed since the build is not sent', async () => {
    const agency = await proposalAgency();
    const { url, received } = await mailServer();
    await writeFiles(agency.root, [[FILE, `${await readFile(join(agency.root, FILE), 'utf8')}\nЕщё.\n`]]);
    const refused = await send(agency, url);
    expect(refused.code).toBe(1);
    expect(refused.stdout).toContain('npm run build');
    expect(received).toHaveLength(0);
  });
});
