import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';

export interface Received {
  from: string;
  to: string[];
  bytes: Buffer;
}

export interface MailServer {
  port: number;
  /** `smtp://127.0.0.1:<port>`, or `smtps:` for one with TLS from the start. */
  url: string;
  received: Received[];
  /** Hangs up on everybody. */
  drop(): void;
}

/** A real SMTP server on this machine that keeps what it accepts; it ends with the test. */
export async function mailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onData(stream, session, done) {
      collect(stream).then((bytes) => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          bytes,
        });
        done();
      }, done);
    },
    ...options,
  });
  // Clients are killed in the middle here.
  server.on('error', () => undefined);
  const sockets = new Set<Socket>();
  server.server.on('connection', (socket: Socket) => void sockets.add(socket));
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    url: `${options.secure ? 'smtps' : 'smtp'}://127.0.0.1:${port}`,
    received,
    drop: () => sockets.forEach((socket) => socket.destroy()),
  };
}

export async function collect(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The message as a parser that knows nothing of the sender's code reads it. */
export const parsed = (bytes: Uint8Array): Promise<Email> => PostalMime.parse(bytes);

/** An answer other than yes. */
export function refusal(code: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode: code });
}

/** A server that answers line by line as a script says. */
export async function brokenServer(answer: (line: string, socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write('220 ready\r\n');
    let rest = '';
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString('latin1')).split('\r\n');
      rest = lines.pop()!;
      for (const line of lines) answer(line, socket);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Takes everything up to DATA. */
export const agreeable = (line: string, socket: Socket): void => {
  if (/^DATA$/i.test(line)) socket.write('354 go on\r\n');
  else if (/^(EHLO|MAIL|RCPT)/i.test(line)) socket.write('250 fine\r\n');
};
