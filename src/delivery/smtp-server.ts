import { domainToASCII } from 'node:url';
import { UsageError } from '../cli/usage.ts';

/** The mail server letters are handed to, from `SMTP_URL`. */
export interface SmtpServer {
  host: string;
  port: number;
  /** `always`: TLS from the first byte; `starttls`: before anything is told; `none`: only on this machine itself. */
  tls: 'always' | 'starttls' | 'none';
  auth: { user: string; pass: string } | null;
}

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/;

/**
 * Reads `smtps://user:password@host[:465]` or `smtp://user:password@host[:587]`. `smtp:` asks for STARTTLS and gives up
 * without it, except on this machine. Throws `UsageError`, whose words never hold the password.
 */
export function smtpServer(url: string | undefined): SmtpServer {
  if (url === undefined || url === '') throw noServer();
  if (!URL.canParse(url)) throw notServer();
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(url);
  const secure = protocol === 'smtps:';
  if (!secure && protocol !== 'smtp:') throw notServer();
  // An option nobody reads, such as one that switches the check of certificates off, must not look as if it worked.
  if (hostname === '' || search !== '' || hash !== '' || !['', '/'].includes(pathname)) throw notServer();
  // A user without a password would be turned away by no server, only by the connection, and after the preparation.
  if ((username === '') !== (password === '')) throw notServer();
  const host = hostOf(hostname);
  return {
    host,
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    tls: secure ? 'always' : LOOPBACK.test(host) ? 'none' : 'starttls',
    auth: username === '' ? null : { user: decoded(username), pass: decoded(password) },
  };
}

/** As the network knows it: in small letters, a Cyrillic name by its ASCII form; IPv6 without brackets. */
function hostOf(hostname: string): string {
  if (hostname.startsWith('[')) return hostname.slice(1, -1);
  const host = domainToASCII(decoded(hostname));
  if (host === '') throw notServer();
  return host;
}

/** A per cent sign of the password that begins no `%40` cannot be told from one that does. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw notServer();
  }
}

const noServer = (): UsageError =>
  new UsageError({
    ru: 'Не задан почтовый сервер: поместите его адрес в переменную SMTP_URL, например smtps://user:password@mail.example.com',
    en: 'No mail server: put its address into SMTP_URL, such as smtps://user:password@mail.example.com',
  });

const notServer = (): UsageError =>
  new UsageError({
    ru: 'SMTP_URL не похож на адрес почтового сервера: нужен вид smtps://user:password@host:465 или smtp://user:password@host:587, без параметров; особые знаки в пароле пишутся в процентной записи (@ — %40, % — %25)',
    en: 'SMTP_URL is not the address of a mail server: use smtps://user:password@host:465 or smtp://user:password@host:587 without parameters; write special characters of the password percent-encoded (@ as %40, % as %25)',
  });
