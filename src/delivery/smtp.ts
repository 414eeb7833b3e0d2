import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { OutcomeLine, Refusal } from './ledger.ts';
import type { SmtpServer } from './smtp-server.ts';

/** One conversation with a mail server. */
export interface Handover {
  server: SmtpServer;
  from: string;
  to: readonly string[];
  message: Uint8Array;
  /** Awaited when the server asked for the message, before its first byte leaves. */
  beforeData(): Promise<void>;
}

/**
 * How long a server may take, from the first packet, to ask for the message. Some make strangers wait for every answer on
 * purpose, which takes a minute or two; one that takes longer hangs, and somebody sits before the terminal.
 */
const PATIENCE_MS = 3 * 60_000;
/** How long it may think over the message before it answers: as long as RFC 5321 (4.5.3.2.6) tells a sender to wait. */
const SILENCE_MS = 10 * 60_000;

/** How long a server may take to answer the good-bye. */
const FAREWELL_MS = 5_000;

export type Answer = Pick<OutcomeLine, 'result' | 'accepted' | 'refused' | 'reply'>;

interface Envelope {
  from: string;
  to: string[];
  size: number;
  rejectedErrors?: RefusedRecipient[];
}

type RefusedRecipient = SmtpError & { recipient?: string };

interface SmtpError extends Error {
  code?: string;
  originalCode?: string;
  command?: string;
  response?: string;
  responseCode?: number;
}

/** Hands one message over and tells how it went; never throws for what a server or a network may do. */
export function handOver(handover: Handover): Promise<Answer> {
  const { server, from, to, message } = handover;
  const words = wordsOf(secretsOf(server));
  // The connection notes here whom the server refused: when it is broken off later, nothing else tells.
  const envelope: Envelope = { from, to: [...to], size: message.byteLength };
  const connection = new SMTPConnection({
    host: server.host,
    port: server.port,
    secure: server.tls === 'always',
    requireTLS: server.tls === 'starttls',
    ignoreTLS: server.tls === 'none',
    // Said aloud, so that NODE_TLS_REJECT_UNAUTHORIZED cannot switch it off.
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    connectionTimeout: 30_000,
    greetingTimeout: 30_000,
    socketTimeout: SILENCE_MS,
  });
  let handed = false;
  let patience: NodeJS.Timeout | undefined;
  const content = async function* (): AsyncGenerator<Uint8Array> {
    clearTimeout(patience);
    await handover.beforeData().catch((cause: unknown) => {
      // The connection writes a code of its own on the error it gets.
      throw new Error('the message was not let go', { cause });
    });
    handed = true;
    yield message;
  };
  return new Promise<Answer>((resolve) => {
    const broken = (error: SmtpError): void => {
      clearTimeout(patience);
      connection.close();
      // After a refused sender, a server that was told all at once refuses the recipients for want of one.
      const named = error.command === 'MAIL FROM' ? [] : envelope.rejectedErrors;
      resolve(answerOf(error, { to, handed, refused: refusalsOf(named, words), words }));
    };
    const send = (): void => {
      const body = Readable.from(content(), { objectMode: false });
      connection.send(envelope, body, (error, info) => {
        if (error) return broken(error as SmtpError);
        leave(connection);
        const refused = refusalsOf(envelope.rejectedErrors, words);
        const result = refused.length === 0 ? 'sent' : 'partial';
        resolve({ result, accepted: info.accepted, refused, reply: words({ response: info.response }) });
      });
    };
    patience = setTimeout(() => broken(silent()), PATIENCE_MS);
    connection.on('error', broken);
    connection.connect((error) => {
      if (error) return broken(error as SmtpError);
      if (server.auth === null) return send();
      connection.login(server.auth, (refusal) => (refusal ? broken(refusal as SmtpError) : send()));
    });
  });
}

const silent = (): SmtpError =>
  Object.assign(new Error(`the server has not asked for the message in ${PATIENCE_MS / 60_000} minutes`), {
    code: 'ETIMEDOUT',
  });

/** Names of broken networks, as the system calls them; anything else before the message is not for waiting to mend. */
const NETWORK =
  /^(?:ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN)$/;

interface Broken {
  to: readonly string[];
  /** The message had begun to leave. */
  handed: boolean;
  /** Those whom the server refused by name before. */
  refused: Refusal[];
  words: Words;
}

function answerOf(error: SmtpError, { to, handed, refused, words }: Broken): Answer {
  const nobody = { accepted: [], reply: words(error), refused };
  if (refused.length === to.length) {
    return { ...nobody, result: refused.some(({ code }) => code < 500) ? 'deferred' : 'refused' };
  }
  const code = error.responseCode ?? 0;
  // After the message began to leave, only the server's own "no" to it says that it was not taken.
  const no = error.command === 'DATA' && code >= 400 && code < 600;
  if (handed && !no) return { ...nobody, result: 'unknown' };
  if (code >= 400 && code < 500) return { ...nobody, result: 'deferred' };
  if (code >= 500) {
    // To the login or the greeting nobody was refused yet, later everybody was.
    if (!['MAIL FROM', 'DATA'].includes(error.command ?? '')) return { ...nobody, result: 'failed' };
    const rest = to.filter((one) => !refused.some((refusal) => refusal.to === one));
    return {
      ...nobody,
      result: 'refused',
      refused: [...refused, ...rest.map((one) => ({ to: one, code, reply: nobody.reply }))],
    };
  }
  const waits =
    ['EDNS', 'ETIMEDOUT', 'ECONNECTION'].includes(error.code ?? '') || NETWORK.test(error.originalCode ?? '');
  return { ...nobody, result: waits ? 'deferred' : 'failed' };
}

function refusalsOf(errors: readonly RefusedRecipient[] | undefined, words: Words): Refusal[] {
  return (errors ?? []).map((error) => ({ to: error.recipient!, code: error.responseCode ?? 0, reply: words(error) }));
}

/** Says good-bye; a server that has nothing to say to it is not waited for long. */
function leave(connection: SMTPConnection): void {
  connection.quit();
  setTimeout(() => connection.close(), FAREWELL_MS).unref();
}

type Words = (error: Pick<SmtpError, 'code' | 'originalCode' | 'response'> & { message?: string }) => string;

/**
 * The server's own words when there are any, else what broke; one line, not endless, without what steers a terminal.
 * Some servers repeat a command they do not know: nothing secret stays in what is told and kept.
 */
const wordsOf =
  (secrets: readonly string[]): Words =>
  ({ code, originalCode, message, response }) => {
    const own = [originalCode ?? code, message].filter(Boolean).join(': ');
    // To a refused STARTTLS the server's words alone do not tell that it was about TLS.
    const said = response === undefined ? own : code === 'ETLS' ? `ETLS: ${response}` : response;
    const safe = secrets.reduce((text, secret) => text.replaceAll(secret, '***'), said);
    return safe
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, 500);
  };

/** The password as it goes over the wire. */
function secretsOf({ auth }: SmtpServer): string[] {
  if (auth === null) return [];
  const coded = [`\0${auth.user}\0${auth.pass}`, auth.pass].map((text) => Buffer.from(text).toString('base64'));
  return [...coded, auth.pass];
}
