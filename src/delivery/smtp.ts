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

export type Answer = Pick<OutcomeLine, 'result' | 'accepted' | 'refused' | 'reply'>;

interface SmtpError extends Error {
  code?: string;
  originalCode?: string;
  command?: string;
  response?: string;
  responseCode?: number;
  rejectedErrors?: (SmtpError & { recipient?: string })[];
}

/** Hands one message over and tells how it went; never throws for what a server or a network may do. */
export function handOver(handover: Handover): Promise<Answer> {
  const { server, from, to, message } = handover;
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
  });
  let handed = false;
  const content = async function* (): AsyncGenerator<Uint8Array> {
    await handover.beforeData();
    handed = true;
    yield message;
  };
  return new Promise<Answer>((resolve) => {
    const broken = (error: SmtpError): void => {
      connection.close();
      resolve(answerOf(error, to, handed));
    };
    const send = (): void => {
      const body = Readable.from(content(), { objectMode: false });
      connection.send({ from, to: [...to], size: message.byteLength }, body, (error, info) => {
        if (error) return broken(error as SmtpError);
        connection.quit();
        const refused = refusalsOf(info.rejectedErrors as SmtpError['rejectedErrors']);
        const result = refused.length === 0 ? 'sent' : 'partial';
        resolve({ result, accepted: info.accepted, refused, reply: info.response });
      });
    };
    connection.on('error', broken);
    connection.connect((error) => {
      if (error) return broken(error as SmtpError);
      if (server.auth === null) return send();
      connection.login(server.auth, (refusal) => (refusal ? broken(refusal as SmtpError) : send()));
    });
  });
}

/** Names of broken networks, as the system calls them; anything else before the message is not for waiting to mend. */
const NETWORK =
  /^(?:ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN)$/;

function answerOf(error: SmtpError, to: readonly string[], handed: boolean): Answer {
  const nobody = { accepted: [], reply: wordsOf(error) };
  const own = refusalsOf(error.rejectedErrors);
  if (own.length > 0) {
    return { ...nobody, result: own.some(({ code }) => code < 500) ? 'deferred' : 'refused', refused: own };
  }
  const code = error.responseCode ?? 0;
  // After the message began to leave, only the server's own "no" to it says that it was not taken.
  const no = error.command === 'DATA' && code >= 400 && code < 600;
  if (handed && !no) return { ...nobody, result: 'unknown', refused: [] };
  if (code >= 400 && code < 500) return { ...nobody, result: 'deferred', refused: [] };
  if (code >= 500) return { ...nobody, ...refusal(error, to) };
  const waits =
    ['EDNS', 'ETIMEDOUT', 'ECONNECTION'].includes(error.code ?? '') || NETWORK.test(error.originalCode ?? '');
  return { ...nobody, result: waits ? 'deferred' : 'failed', refused: [] };
}

/** A final no: to the login or the greeting nobody was refused yet, later everybody was. */
function refusal(error: SmtpError, to: readonly string[]): Pick<Answer, 'result' | 'refused'> {
  const early = !['MAIL FROM', 'DATA'].includes(error.command ?? '');
  if (early) return { result: 'failed', refused: [] };
  return {
    result: 'refused',
    refused: to.map((one) => ({ to: one, code: error.responseCode!, reply: wordsOf(error) })),
  };
}

function refusalsOf(errors: SmtpError['rejectedErrors']): Refusal[] {
  return (errors ?? []).map((error) => ({
    to: error.recipient!,
    code: error.responseCode ?? 0,
    reply: wordsOf(error),
  }));
}

/** The server's own words when there are any; one line, not endless. */
function wordsOf(error: SmtpError): string {
  const words = error.response ?? [error.originalCode ?? error.code, error.message].filter(Boolean).join(': ');
  return words.replace(/\s+/gu, ' ').trim().slice(0, 500);
}
