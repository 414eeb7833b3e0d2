import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterHtml } from '../../src/delivery/html.ts';
import type { Letter } from '../../src/delivery/letter.ts';
import { asciiFileName, mailbox } from '../../src/delivery/mailbox.ts';
import { composeMessage } from '../../src/delivery/message.ts';
import { sendLetter } from '../../src/delivery/send-letter.ts';
import { greet } from '../../src/delivery/sender.ts';
import { letterText } from '../../src/delivery/text.ts';
import { scratchFolder } from '../support/folders.ts';
import { patientEffects } from './agency.ts';
import { letter, sending } from './letters.ts';
import { mailServer, parsed } from './mail-server.ts';

const DATE = { date: new Date('2026-11-04T09:30:00Z'), messageId: null };
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const signature = { ...letter().signature, portrait: PNG };

describe('a letter on the wire', () => {
  it('reads the same to an independent parser: Cyrillic names and subject, two bodies, the picture, the document', async () => {
    const root = await scratchFolder('wire');
    const { url, received } = await mailServer();
    const sent = letter({ signature });
    await sendLetter(sending(root, url, { letter: sent }), patientEffects());
    const email = await parsed(received[0]!.bytes);
    expect(email.subject).toBe('Отель «Синий»: отчёт за октябрь 2026');
    expect(email.from).toMatchObject({ name: 'Анна Ковалёва', address: 'anna@beacon.example' });
    expect(email.to).toMatchObject([{ name: 'Ольга Седова', address: 'olga@hotel.example' }]);
    expect(email.messageId).toBe('<report.hotel.2026-10@beacon.example>');
    expect(new Date(email.date!).toISOString()).toBe('2026-11-04T09:30:00.000Z');
    expect(email.text?.replaceAll('\r\n', '\n').trim()).toBe(letterText(sent).trim());
    expect(email.html?.replaceAll('\r\n', '\n').trim()).toBe(letterHtml(sent).trim());
    const [picture, document] = ['image/png', 'application/pdf'].map((type) =>
      email.attachments.find(({ mimeType }) => mimeType === type),
    );
    expect(picture).toMatchObject({ contentId: '<portrait@letter>', disposition: 'inline' });
    expect(Buffer.from(picture!.content as ArrayBuffer)).toEqual(PNG);
    expect(document).toMatchObject({ filename: 'hotel-2026-10.pdf', disposition: 'attachment' });
    expect(Buffer.from(document!.content as ArrayBuffer)).toEqual(Buffer.from(sent.attachment!.content));
  });

  it('has the bytes of the dry run, every one of them', async () => {
    const root = await scratchFolder('bytes');
    const effects = patientEffects();
    const { url, received } = await mailServer();
    const dry = await composeMessage(letter({ signature }), { date: effects.now(), messageId: null });
    await sendLetter(sending(root, url, { letter: letter({ signature }) }), effects);
    expect(received[0]!.bytes.equals(dry.bytes)).toBe(true);
  });

  it('is 7-bit lines of at most 998 characters ending in CRLF', async () => {
    const text = Buffer.from(
      (await composeMessage(letter({ signature, preview: 'ы'.repeat(3000) }), DATE)).bytes,
    ).toString('latin1');
    expect(text).not.toMatch(/[^\r]\n|\r[^\n]|[^\x01-\x7f]/);
    expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
  });

  it('names the sender’s own address for answers when the server insists on another', async () => {
    const own = { name: 'Анна Ковалёва', address: 'anna@beacon.example' };
    const email = await parsed(
      (await composeMessage(letter({ from: { ...own, address: 'robot@beacon.example' }, replyTo: own }), DATE)).bytes,
    );
    expect(email.from?.address).toBe('robot@beacon.example');
    expect(email.replyTo).toMatchObject([own]);
  });

  it('takes the id of a range of days, which has two dots in a row', async () => {
    const { messageId } = await composeMessage(letter({ key: 'report/hotel/2026-09-15..2026-10-14' }), DATE);
    expect(messageId).toBe('<report.hotel.2026-09-15_2026-10-14@beacon.example>');
  });
});

describe('fields that could begin a header of their own', () => {
  const evil = 'x\r\nBcc: thief@evil.example';
  const box = { name: 'Ольга', address: 'olga@hotel.example' };
  it.each<[string, Partial<Letter>]>([
    ['subject', { subject: evil }],
    ['a recipient’s name', { to: [{ ...box, name: evil }] }],
    ['a recipient’s address', { to: [{ ...box, address: 'olga@hotel.example\r\nRCPT TO:<thief@evil.example>' }] }],
    ['two addresses in one', { to: [{ ...box, address: 'olga@hotel.example, thief@evil.example' }] }],
    ['the sender’s name', { from: { ...box, name: 'A\u2028B' } }],
    ['the address for answers', { replyTo: { ...box, address: 'a b@hotel.example' } }],
    ['the attachment’s name', { attachment: { name: 'a"\r\nX: y.pdf', title: '', content: PNG } }],
  ])('%s is refused', async (_field, over) => {
    await expect(composeMessage(letter(over), DATE)).rejects.toMatchObject({ name: 'LetterRefused' });
  });

  it('whatever a name or subject holds, the message is refused or has exactly the headers it should', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.string({ unit: 'binary', maxLength: 60 }),
        async (name, subject) => {
          let bytes: Uint8Array;
          try {
            ({ bytes } = await composeMessage(letter({ to: [{ ...box, name }], subject }), DATE));
          } catch (error) {
            expect(error).toMatchObject({ name: 'LetterRefused' });
            return;
          }
          const { headers, to } = await parsed(bytes);
          expect(headers.map(({ key }) => key)).toEqual([
            'content-language',
            'from',
            'to',
            ...(subject === '' ? [] : ['subject']),
            'message-id',
            'date',
            'mime-version',
            'content-type',
          ]);
          expect(to?.map(({ address }) => address)).toEqual([box.address]);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('a mailbox', () => {
  it('writes a Cyrillic domain as servers know it', () => {
    expect(mailbox('Ольга', 'olga@гостиница.рф', 'to').address).toBe('olga@xn--80afpayevi3b.xn--p1ai');
  });

  it.each([
    '',
    'olga',
    '@hotel.example',
    'olga@',
    'ольга@hotel.example',
    'olga@hotel..example',
    '"a b"@hotel.example',
    'a@b@c d',
  ])('refuses %j', (address) => {
    expect(() => mailbox('', address, 'to')).toThrow(/to/);
  });
});

describe('a greeting', () => {
  it.each([
    ['Ольга Седова', 'Здравствуйте, Ольга!'],
    ['Седова, Ольга', 'Здравствуйте, Ольга!'],
    ['Седова, Ольга Викторовна', 'Здравствуйте, Ольга!'],
    ['Ольга, бухгалтерия', 'Здравствуйте, Ольга!'],
    ['Ольга Седова, директор', 'Здравствуйте, Ольга!'],
    ['Grant, CEO', 'Здравствуйте, Grant!'],
    ['', 'Здравствуйте!'],
  ])('to %j is %s', (name, words) => {
    expect(greet([{ name, address: 'olga@hotel.example', greeting: null }], 'ru')).toBe(words);
  });
});

describe('the signature', () => {
  it('shows an address as people write it, and links to it as servers know it', () => {
    const email = mailbox('', 'anna@почта.рф', 'from').address;
    const signed = letter({ signature: { ...signature, email } });
    expect(letterText(signed)).toMatch(/^anna@почта\.рф$/m);
    expect(letterHtml(signed)).toMatch(/href="mailto:anna@xn--80a1acny\.xn--p1ai"[^>]*>anna@почта\.рф</);
  });
});

describe('a file name', () => {
  it.each([
    ['КП-14/2026-v2.pdf', 'KP-14-2026-v2.pdf'],
    ['Смета № 7 — «Щука».pdf', 'Smeta-7-Shchuka.pdf'],
    ['Café menu.pdf', 'Cafe-menu.pdf'],
    ['../../etc/passwd', 'etc-passwd'],
  ])('%s becomes %s', (given, ascii) => {
    expect(asciiFileName(given)).toBe(ascii);
  });
});

describe('the HTML body', () => {
  it('escapes what stands in the data', () => {
    const html = letterHtml(letter({ greeting: '<img src=x onerror=alert(1)> & "co"', subject: '</title><script>' }));
    expect(html).not.toContain('<img src=x');
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;co&quot;');
  });

  it('keeps to what mail programs keep: no script, no outside style sheet, font or picture', () => {
    const html = letterHtml(letter({ signature }));
    expect(html).not.toMatch(/<script|<link|@import|@font-face|<svg|src="(?!cid:)|url\(/i);
  });

  it('refuses a button that is no link', () => {
    expect(() => letterHtml(letter({ button: { label: 'x', href: 'javascript:alert(1)' } }))).toThrow(/Not a link/);
  });
});

describe('the text body', () => {
  it('is written for plain text: a table of figures, a list, lines of 72 characters', () => {
    const text = letterText(
      letter({ opening: ['слово '.repeat(40).trim()], asks: { title: 'Ждём', items: ['слово '.repeat(20).trim()] } }),
    );
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(72);
    expect(text).toContain('  Лиды  656  (101 % плана, выполнен)');
    expect(text).toMatch(/\n- слово .*\n {2}слово/);
  });

  it('asks to reply where the page has a button that writes an answer: a link of percent signs is nobody’s reading', () => {
    const mail = letterText(letter({ button: { label: 'Согласовать', href: 'mailto:a@b.example?subject=%D0%A1' } }));
    expect(mail).toContain('Согласовать: просто ответьте на это письмо.');
    expect(mail).not.toContain('mailto:');
    const page = letterText(letter({ button: { label: 'Открыть отчёт', href: 'https://a.example/r' } }));
    expect(page).toContain('Открыть отчёт:\nhttps://a.example/r');
  });
});

describe('the greeting', () => {
  it('says a name with a title whole: nobody is called “Dr.”', () => {
    const to = (...names: string[]) => names.map((name) => ({ name, address: 'a@b.example', greeting: null }));
    expect(greet(to('Dr. Max Weber'), 'en')).toBe('Hello Dr. Max Weber,');
    expect(greet(to('Mr Smith', 'Niamh Kerrigan'), 'en')).toBe('Hello Mr Smith and Niamh,');
    expect(greet(to('г-н Седов'), 'ru')).toBe('Здравствуйте, г-н Седов!');
    expect(greet(to('Mira Sim'), 'en')).toBe('Hello Mira,');
  });
});
