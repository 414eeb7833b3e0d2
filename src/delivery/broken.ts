import type { Locale } from '../types/locale.ts';
import { sizeText } from './sender.ts';

/** The same in both languages. */
export type Said = Record<Locale, string>;

/**
 * What the ledger's `reply` means to the person at the command where it is not the server's own words: the connection
 * tells what broke by a code and in English. The code stays, for whoever looks after the server. `null` for the
 * words of a server, which stand as they are.
 */
export function brokenText(reply: string): Said | null {
  const login = /^53[0458]\b/.test(reply);
  if (login) return noted(LOGIN, reply);
  const code = /^(E[A-Z_]+|CERT_[A-Z_]+|[A-Z]+(?:_[A-Z0-9]+)+)(?=: |$)/.exec(reply)?.[1];
  if (code === undefined) return /^[2-5]\d\d\b/.test(reply) ? null : noted(STRANGE, reply);
  const allowed = /^EMESSAGE: .*?(\d+)$/.exec(reply)?.[1];
  if (allowed !== undefined) return tooLarge(Number(allowed));
  // What a server said to STARTTLS stands behind the code.
  if (code === 'ETLS') return noted(NO_TLS, reply.slice('ETLS: '.length));
  const words = BROKEN.find(([codes]) => codes.test(code))?.[1];
  return words === undefined ? { ru: reply, en: reply } : noted(words, code);
}

const noted = ({ ru, en }: Said, note: string): Said => ({ ru: `${ru} (${note})`, en: `${en} (${note})` });

const LOGIN: Said = {
  ru: 'сервер не пустил: проверьте имя и пароль в SMTP_URL',
  en: 'the server did not let you in: check the user and the password in SMTP_URL',
};

const STRANGE: Said = {
  ru: 'сервер ответил не так, как отвечают почтовые серверы: проверьте имя и порт в SMTP_URL',
  en: 'the server answered as no mail server does: check the name and the port in SMTP_URL',
};

const NO_TLS: Said = {
  ru: 'сервер не стал шифровать соединение (STARTTLS), а без этого письмо не уходит',
  en: 'the server did not encrypt the connection (STARTTLS), and no letter leaves without that',
};

const tooLarge = (bytes: number): Said => ({
  ru: `письмо больше, чем берёт этот сервер: не больше ${sizeText(bytes, 'ru')}. Вложение занимает в письме на треть больше, чем на диске`,
  en: `the letter is larger than this server takes: ${sizeText(bytes, 'en')} at most. An attachment takes a third more in a letter than on the disk`,
});

/** By the codes of the system, of TLS and of the connection; the first that fits. */
const BROKEN: readonly [RegExp, Said][] = [
  [
    /^(?:EDNS|ENOTFOUND|ENODATA|ESERVFAIL|EAI_[A-Z]+)$/,
    {
      ru: 'имя почтового сервера не найдено: проверьте SMTP_URL и сеть',
      en: 'the name of the mail server was not found: check SMTP_URL and the network',
    },
  ],
  [
    /^ECONNREFUSED$/,
    {
      ru: 'почтовый сервер не принимает соединений: проверьте имя и порт в SMTP_URL',
      en: 'the mail server takes no connections: check the name and the port in SMTP_URL',
    },
  ],
  [/^ETIMEDOUT$/, { ru: 'почтовый сервер не ответил вовремя', en: 'the mail server did not answer in time' }],
  [
    /^(?:ECONNECTION|ECONNRESET|ECONNABORTED|EPIPE)$/,
    { ru: 'соединение с почтовым сервером оборвалось', en: 'the connection to the mail server broke off' },
  ],
  [
    /^E(?:HOST|NET)[A-Z]+$/,
    {
      ru: 'до почтового сервера не достучаться: проверьте сеть',
      en: 'the mail server cannot be reached: check the network',
    },
  ],
  [
    /^ERR_TLS_CERT_ALTNAME_INVALID$/,
    {
      ru: 'сертификат почтового сервера выдан на другое имя: проверьте имя в SMTP_URL',
      en: 'the certificate of the mail server is for another name: check the name in SMTP_URL',
    },
  ],
  [
    /^CERT_(?:HAS_EXPIRED|NOT_YET_VALID)$/,
    {
      ru: 'сертификат почтового сервера просрочен или ещё не действует: сообщите тому, кто ведёт сервер',
      en: 'the certificate of the mail server is out of date: tell whoever looks after the server',
    },
  ],
  [
    /CERT|SIGNATURE|ISSUER/,
    {
      ru: 'сертификату почтового сервера никто не верит; свой удостоверяющий центр называют в NODE_EXTRA_CA_CERTS',
      en: 'nobody vouches for the certificate of the mail server; name an authority of your own in NODE_EXTRA_CA_CERTS',
    },
  ],
  [
    /^ERR_SSL_WRONG_VERSION_NUMBER$/,
    {
      ru: 'на этом порту почтовый сервер начинает без TLS: попробуйте smtp:// вместо smtps://',
      en: 'on this port the mail server begins without TLS: try smtp:// instead of smtps://',
    },
  ],
  [
    /^(?:ERR_SSL|ERR_TLS|EPROTO$)/,
    { ru: 'не удалось договориться с сервером о шифровании', en: 'no encryption was agreed on with the server' },
  ],
  [
    /^EPROTOCOL$/,
    {
      ru: 'ответ почтового сервера не понять: проверьте имя и порт в SMTP_URL',
      en: 'the answer of the mail server makes no sense: check the name and the port in SMTP_URL',
    },
  ],
];
