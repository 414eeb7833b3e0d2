import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { whileAlone } from '../../src/press/output/output-lock.ts';
import { PROJECT, runCommand, startCommand } from '../support/command.ts';
import { filesOf, writeFiles } from '../support/folders.ts';
import { CLIENT, FIGURES, KEY, testAgency } from './agency.ts';
import { mailServer, parsed } from './mail-server.ts';

describe('npm run send -- report', () => {
  it('writes the letter of a person: greeting, own summary, three figures, what is expected, who signs', async () => {
    const agency = await testAgency();
    const { url, received } = await mailServer();
    const sent = await runCommand('send', agency.report, { SMTP_URL: url });
    expect(sent).toMatchObject({ code: 0, stdout: '' });
    expect(sent.stderr).toContain('Отправлено: olga@hotel.example');
    const email = await parsed(received[0]!.bytes);
    expect(email.subject).toBe('Отель «Синий»: отчёт за октябрь 2026');
    expect(email.text!.replaceAll('\r\n', '\n').replaceAll('\u00a0', ' ')).toMatchInlineSnapshot(`
      "Здравствуйте, Ольга Викторовна!

      Отчёт за октябрь 2026 — во вложении. Главное коротко:

      Октябрь «почти» дотянул до плана.

        Лиды                  656  (101 % плана, выполнен)
        Расход          1,2 млн ₽  (+123 456 650 % к сентябрю 2026)
        Стоимость лида   899,00 ₽  (99,9 % плана, в пределах)

      Что нужно от вас
      - Пришлите доверенность.

      Если по цифрам или планам есть вопросы, ответьте на это письмо —
      или давайте созвонимся.

      Во вложении: hotel-2026-10.pdf, 2 КБ

      С уважением,
      Анна Ковалёва
      аккаунт-менеджер, Маяк
      +7 495 000-00-01
      anna@beacon.example
      "
    `);
    expect(email.attachments.map(({ filename }) => filename)).toEqual([`${CLIENT}-2026-10.pdf`]);
  });

  it('waits for a build that writes to the same output, and says so', async () => {
    const agency = await testAgency();
    const { ended } = await whileAlone({ out: agency.out, project: PROJECT }, nodeEffects(), async () => {
      const running = startCommand('send', [...agency.report, '--dry-run', '--lang', 'en']);
      const waits = () => expect(running.said.stderr).toContain('Another command is at work on');
      await vi.waitFor(waits, { timeout: 120_000 });
      expect(running.said.stdout).toBe('');
      return running;
    });
    expect(await ended).toMatchObject({ code: 0, stdout: expect.stringContaining('.eml') as string });
  });

  it('compares with nothing of which only a part is known, and a running month with the same days', async () => {
    const spendOf = async (figures: object, without = (_: string) => false) => {
      const agency = await testAgency({ figures, without });
      const dry = await runCommand('send', [...agency.report, '--dry-run', '--json']);
      const { eml } = JSON.parse(dry.stdout) as { eml: string };
      const { text } = await parsed(await readFile(eml));
      // What is not judged for its missing days is told so once.
      expect(text).not.toMatch(/неполные.*неполные/);
      return /Расход.*/.exec(text!.replaceAll('\u00a0', ' '))![0];
    };
    const alone = 'Расход          1,2 млн ₽';
    expect(await spendOf({}, (day) => day < '2026-09-10')).toBe(alone);
    expect(await spendOf({}, (day) => '2026-09-10' <= day && day < '2026-09-14')).toBe(alone);
    expect(await spendOf({}, (day) => '2026-10-10' <= day && day < '2026-10-14')).toMatch(/ ₽ +\(неполные данные\)$/);
    expect(await spendOf({ asOf: '2026-10-15' })).toMatch(/650 % к периоду 1–14 сентября 2026/);
  });

  it('calls a figure that is printed as it was almost unchanged, neither better nor worse', async () => {
    const spend = async (value: string, previous: string) => {
      const cost = { ...FIGURES.metrics.cost, value, previous };
      const agency = await testAgency({ figures: { metrics: { cost } } });
      const dry = await runCommand('send', [...agency.report, '--dry-run', '--json']);
      const { eml } = JSON.parse(dry.stdout) as { eml: string };
      const { text } = await parsed(await readFile(eml));
      return /Расход.*/.exec(text!.replaceAll('\u00a0', ' '))![0];
    };
    expect(await spend('234567.49', '234566.51')).toMatch(/\(почти [^%]* к сентябрю 2026\)$/);
    expect(await spend('234567.49', '234567.49')).toContain('(0 % к сентябрю 2026)');
    // Both are 1.2 million in the letter; the report tells them apart.
    expect(await spend('1240000', '1200000')).toContain('(+3,3 % к сентябрю 2026)');
  });

  it('has nothing to say in short without a note and without targets', async () => {
    const { metrics } = JSON.parse(JSON.stringify(FIGURES)) as typeof FIGURES;
    for (const one of Object.values(metrics)) one.target = null;
    const agency = await testAgency({ figures: { metrics }, noted: false });
    const dry = await runCommand('send', [...agency.report, '--dry-run', '--json']);
    const { eml } = JSON.parse(dry.stdout) as { eml: string };
    const { text } = await parsed(await readFile(eml));
    expect(text!.replaceAll('\u00a0', ' ')).toMatch(/^Здравствуйте.*\s+Отчёт за октябрь 2026 — во вложении\.\s+Лиды/);
    expect(text).not.toContain('Целей');
  });

  it('minds the examples a client was made with', async () => {
    const agency = await testAgency();
    const mind =
      /^Внимание: в отчёте остались примеры.*exports\/example, .*work\.csv, .*events\.csv, .*initiatives\.csv$/m;
    expect((await runCommand('send', [...agency.report, '--dry-run'])).stderr).toMatch(mind);
    const folder = join(agency.root, 'data', 'clients', CLIENT);
    for (const file of ['exports', 'work.csv', 'plan.csv', 'events.csv', 'initiatives.csv']) {
      await rm(join(folder, file), { recursive: true });
    }
    expect((await runCommand('send', [...agency.report, '--dry-run'])).stderr).not.toMatch(/Внимание/);
  });

  it('--dry-run needs no server, writes the letter and a page, sends and notes nothing', async () => {
    const agency = await testAgency();
    const dry = await runCommand('send', [...agency.report, '--dry-run', '--json']);
    expect(dry.code).toBe(0);
    const { eml, preview, status, key } = JSON.parse(dry.stdout) as Record<string, string>;
    expect({ status, key }).toEqual({ status: 'draft', key: KEY });
    expect((await parsed(await readFile(eml!))).to).toMatchObject([{ name: 'Ольга Седова' }]);
    const page = await readFile(preview!, 'utf8');
    expect(page.match(/<iframe sandbox /g)).toHaveLength(4);
    expect(page).toContain('Ольга Седова &lt;olga@hotel.example&gt;');
    expect((await filesOf(agency.root)).filter((file) => file.startsWith('data/outbox'))).toEqual([]);
  });

  it('writes to the addresses asked for, by name when they are known', async () => {
    const agency = await testAgency();
    const { url, received } = await mailServer();
    await runCommand('send', [...agency.report, '--to', 'olga@hotel.example,guest@hotel.example'], { SMTP_URL: url });
    const { to, text } = await parsed(received[0]!.bytes);
    expect(to).toMatchObject([
      { name: 'Ольга Седова', address: 'olga@hotel.example' },
      { address: 'guest@hotel.example' },
    ]);
    expect(text).toMatch(/^Здравствуйте!/);
  });

  it('writes to nobody twice, however often somebody stands among the contacts', async () => {
    const agency = await testAgency({ contacts: ['olga@hotel.example', 'Olga@hotel.example', 'olga@hotel.example'] });
    const { url, received } = await mailServer();
    await runCommand('send', agency.report, { SMTP_URL: url });
    expect(received.map(({ to }) => to)).toEqual([['olga@hotel.example']]);
    expect((await parsed(received[0]!.bytes)).to).toHaveLength(1);
  });

  it('names what is no period', async () => {
    const agency = await testAgency();
    const [report, client, , ...flags] = agency.report;
    const told = await runCommand('send', [report!, client!, '2026-13', ...flags, '--lang', 'en', '--dry-run']);
    expect(told.code).toBe(2);
    expect(told.stderr).toContain('“2026-13” is not a period');
  });

  it('SMTP_FROM writes from the one address the server allows, answers go to the manager', async () => {
    const agency = await testAgency();
    const { url, received } = await mailServer();
    await runCommand('send', agency.report, { SMTP_URL: url, SMTP_FROM: 'robot@beacon.example' });
    const { from, replyTo } = await parsed(received[0]!.bytes);
    expect(from).toMatchObject({ name: 'Анна Ковалёва', address: 'robot@beacon.example' });
    expect(replyTo).toMatchObject([{ address: 'anna@beacon.example' }]);
  });

  it.each<[string, (agency: Awaited<ReturnType<typeof testAgency>>) => Promise<unknown>, RegExp]>([
    [
      'that was never built',
      ({ out }) => rm(join(out, 'manifest.json')),
      /документ не собран, в папке \S+ его нет; если он собран в другую, назовите её: --out ПАПКА; если нет, выполните npm run build/,
    ],
    [
      'whose data changed since',
      ({ root }) =>
        writeFiles(root, [
          [`content/reports/notes/${CLIENT}/2026-10.mdx`, '---\nauthor: anna\nsummary: Иначе.\n---\n'],
        ]),
      /2026-10\.mdx изменён после сборки/,
    ],
    [
      'whose PDF is another',
      ({ out }) => writeFiles(out, [[`reports/${CLIENT}/2026-10/${CLIENT}-2026-10.pdf`, 'x']]),
      /\(PDF\)/,
    ],
  ])('a report %s is not sent', async (_name, spoil, words) => {
    const agency = await testAgency();
    const { url, received } = await mailServer();
    await spoil(agency);
    const refused = await runCommand('send', agency.report, { SMTP_URL: url });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(words);
    expect(received).toHaveLength(0);
  });

  it.each(['data/agency.json', 'data/clients/hotel/client.json'])(
    'nothing is sent while %s cannot be read',
    async (file) => {
      const agency = await testAgency();
      const { url, received } = await mailServer();
      await writeFiles(agency.root, [[file, '{"name": ']]);
      const refused = await runCommand('send', [...agency.report, '--json'], { SMTP_URL: url });
      expect(refused.code).toBe(1);
      const { status, error } = JSON.parse(refused.stdout) as Record<string, string>;
      expect(status).toBe('not-tried');
      expect(error).toContain(`${file}:1`);
      expect(received).toHaveLength(0);
    },
  );

  it('what the machine refuses is told in the agency’s language, with the file, and to programs too', async () => {
    const agency = await testAgency();
    const { url, received } = await mailServer();
    await writeFiles(agency.root, [['data/outbox/ledger.jsonl/in-the-way', '']]);
    const refused = await runCommand('send', [...agency.report, '--json'], { SMTP_URL: url, LANG: 'C' });
    expect(refused.code).toBe(1);
    const { status, error } = JSON.parse(refused.stdout) as Record<string, string>;
    expect(status).toBe('not-tried');
    expect(error).toMatch(/ledger\.jsonl.*на месте файла лежит папка/);
    expect(received).toHaveLength(0);
  });

  it('without anybody to send to, says where to write them', async () => {
    const agency = await testAgency({ contacts: [] });
    const refused = await runCommand('send', [...agency.report, '--lang', 'en'], { SMTP_URL: 'smtp://127.0.0.1:1' });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('give --to, or write contacts into data/clients/hotel/client.json');
  });

  it('a trial goes to the address given, though nobody is known to send to', async () => {
    const agency = await testAgency({ contacts: [] });
    const { url, received } = await mailServer();
    const tried = await runCommand('send', [...agency.report, '--test', 'anna@beacon.example'], { SMTP_URL: url });
    expect(tried.code).toBe(0);
    expect(received.map(({ to }) => to)).toEqual([['anna@beacon.example']]);
    expect((await parsed(received[0]!.bytes)).text).toMatch(/^Здравствуйте!/);
  });

  it.each([
    [['report'], {}],
    [['report', CLIENT], {}],
    [['report', CLIENT, 'october'], {}],
    [['letter', CLIENT, '2026-10'], {}],
    [['report', CLIENT, '2026-10', '--link', 'javascript:alert(1)'], {}],
    [['proposal', 'promo', '--link', 'https://agency.example/'], {}],
    [['report', CLIENT, '2026-10'], { SMTP_URL: 'mail.example' }],
    [['report', CLIENT, '2026-10'], { SMTP_URL: undefined }],
  ])('answers 2 to %j with %j', async (args, env) => {
    const agency = await testAgency();
    const outcome = await runCommand('send', [...args, '--workspace', agency.root], {
      SMTP_URL: 'smtp://127.0.0.1:1',
      ...env,
    });
    expect(outcome.code).toBe(2);
  });
});
