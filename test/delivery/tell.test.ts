import { describe, expect, it } from 'vitest';
import { brokenText } from '../../src/delivery/broken.ts';
import { sendLetter, type Sent } from '../../src/delivery/send-letter.ts';
import { tellSent, tellWaiting } from '../../src/delivery/tell.ts';
import { runCommand } from '../support/command.ts';
import { scratchFolder } from '../support/folders.ts';
import { patientEffects, testAgency } from './agency.ts';
import { sending } from './letters.ts';
import { agreeable, brokenServer } from './mail-server.ts';

const ZONE = 'Europe/Moscow';

const ended = (over: Partial<Sent>): Sent => ({
  status: 'failed',
  messageId: '<x@y>',
  accepted: [],
  refused: [],
  unknown: [],
  outdated: [],
  attempts: 1,
  reply: '',
  sentAt: null,
  ...over,
});

describe('what broke', () => {
  it.each([
    ['ENOTFOUND: getaddrinfo ENOTFOUND mail.nowhere.invalid', /не найдено.*\(ENOTFOUND\)/],
    ['ECONNREFUSED: connect ECONNREFUSED 127.0.0.1:1', /не принимает соединений/],
    ['ETIMEDOUT: Greeting never received', /не ответил вовремя/],
    ['ECONNECTION: Connection closed unexpectedly', /оборвалось/],
    ['ECONNRESET: read ECONNRESET', /оборвалось/],
    ['ENETUNREACH: connect ENETUNREACH 203.0.113.1:465', /проверьте сеть/],
    [
      "ERR_TLS_CERT_ALTNAME_INVALID: Hostname/IP does not match certificate's altnames: Host: localhost.",
      /на другое имя/,
    ],
    ['CERT_HAS_EXPIRED: certificate has expired', /просрочен/],
    ['DEPTH_ZERO_SELF_SIGNED_CERT: self-signed certificate; if the root CA', /NODE_EXTRA_CA_CERTS/],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE: unable to verify the first certificate', /NODE_EXTRA_CA_CERTS/],
    ['ERR_SSL_WRONG_VERSION_NUMBER: 40ED:error:0A00010B:SSL routines::wrong version number', /без TLS/],
    ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 40ED:error:0A00042E:SSL routines', /о шифровании/],
    ['ETLS: 502 5.5.1 not implemented', /STARTTLS.*\(502 5\.5\.1 not implemented\)/],
    ['EMESSAGE: Message size larger than allowed 5242880', /не больше 5.МБ/],
    ['EPROTOCOL: Server response exceeds maximum allowed size', /не понять/],
    ['535 5.7.8 authentication failed', /имя и пароль.*\(535 5\.7\.8 authentication failed\)/],
    ['HTTP/1.1 400 Bad Request', /не так.*\(HTTP\/1\.1 400 Bad Request\)/],
  ])('%s is told in the language of whoever runs the command', (reply, words) => {
    const [ru] = tellSent(ended({ reply }), ZONE, 'ru');
    expect(ru).toMatch(words);
    // A code, the server's own words and names of variables are all that is left in Latin letters.
    const rest = ru!.replace(/\([^)]*\)/g, '').replace(/SMTP_URL|NODE_EXTRA_CA_CERTS|smtps?:\/\/|TLS/g, '');
    expect(rest).not.toMatch(/[A-Za-z]{2}/);
    const [en] = tellSent(ended({ reply }), ZONE, 'en');
    expect(en).toMatch(/^Not sent: /);
    expect(en).not.toMatch(/[а-яё]/i);
    expect(tellWaiting(5, reply, 'ru')).toMatch(words);
  });

  it('is told as such where it may mend itself: no server has refused anything', () => {
    const reply = 'ECONNREFUSED: connect ECONNREFUSED 127.0.0.1:1';
    expect(tellSent(ended({ status: 'deferred', reply }), ZONE, 'en')).toEqual([
      'Not sent: the mail server takes no connections: check the name and the port in SMTP_URL (ECONNREFUSED). Run the command again later',
    ]);
    expect(tellSent(ended({ status: 'deferred', reply: '451 later' }), ZONE, 'en')).toEqual([
      'Not sent: the server did not take the letter now (451 later). Run the command again later',
    ]);
  });

  it('stands in the ledger as it was, and a letter that is too large is told with what the server takes', async () => {
    const root = await scratchFolder('size');
    const url = await brokenServer((line, socket) =>
      line.startsWith('EHLO') ? void socket.write('250-fine\r\n250 SIZE 2048\r\n') : agreeable(line, socket),
    );
    const sent = await sendLetter(sending(root, url), patientEffects());
    expect(sent).toMatchObject({ status: 'failed', reply: expect.stringMatching(/^EMESSAGE: .* 2048$/) as string });
    expect(tellSent(sent, ZONE, 'ru')[0]).toMatch(
      /^Не отправлено: письмо больше, чем берёт этот сервер: не больше 2.КБ/,
    );
  });

  it('is told so by the command', async () => {
    const agency = await testAgency();
    const url = await brokenServer((line, socket) =>
      line.startsWith('EHLO') ? void socket.write('250-fine\r\n250 SIZE 2048\r\n') : agreeable(line, socket),
    );
    const { code, stderr } = await runCommand('send', agency.report, { SMTP_URL: url });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Не отправлено: письмо больше/m);
  });
});

it('a server’s own words stay as they are', () => {
  expect(brokenText('550 5.1.1 no such user')).toBeNull();
  expect(tellSent(ended({ reply: '554 5.7.1 go away' }), ZONE, 'ru')).toEqual([
    'Не отправлено: сервер отказал (554 5.7.1 go away)',
  ]);
});

describe('a letter that may have arrived', () => {
  const unknown = ['olga@hotel.example'];

  it('to one person is sent again by one flag', () => {
    expect(tellSent(ended({ status: 'unknown', unknown }), ZONE, 'en')).toEqual([
      'It is not known whether the letter arrived: olga@hotel.example. Ask the recipient; it is sent again only with --resend',
    ]);
  });

  it('to one of several is sent again to that one: those who have it are named and not written to twice', () => {
    const sent = ended({ status: 'unknown', unknown, accepted: ['petr@hotel.example'] });
    expect(tellSent(sent, ZONE, 'ru')).toEqual([
      'Неизвестно, дошло ли письмо: olga@hotel.example. Спросите получателя; повторно письмо уйдёт только с --to olga@hotel.example --resend',
      'Письмо есть: petr@hotel.example',
    ]);
  });
});
