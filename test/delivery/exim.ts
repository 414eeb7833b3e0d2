import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, readdir, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { scratchFolder, writeFiles } from '../support/folders.ts';
import { freePort } from '../support/free-port.ts';

/** Debian's Exim, where it is installed: `apt-get install exim4-daemon-light`. Nothing of its own set-up is touched. */
export const EXIM = ['/usr/sbin/exim4', '/usr/sbin/exim'].find((path) => existsSync(path)) ?? null;

export interface Exim {
  url: string;
  /** Messages laid into the mailbox so far, with the line ends of the wire. */
  delivered(): Promise<string[]>;
}

/**
 * Runs an Exim of the caller's own: its user, a port of the machine itself, everything it writes in a scratch folder.
 * It refuses `nobody@` for good and `later@` for now, and lays the rest into one mailbox.
 */
export async function exim(): Promise<Exim> {
  const home = await scratchFolder('exim');
  const port = await freePort('127.0.0.1');
  const mail = join(home, 'mail');
  await writeFiles(home, [['exim.conf', configuration(home, port)]]);
  await chmod(home, 0o777);
  const server = spawn(EXIM!, ['-C', join(home, 'exim.conf'), '-bdf'], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = new Promise((resolve) => server.once('close', resolve));
  onTestFinished(async () => {
    server.kill('SIGTERM');
    await ended;
  });
  await vi.waitFor(() => answers(port, () => said), { timeout: 50_000, interval: 100 });
  return {
    url: `smtp://127.0.0.1:${port}`,
    async delivered() {
      const folder = join(mail, 'new');
      const names = existsSync(folder) ? (await readdir(folder)).sort() : [];
      const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')));
      return texts.map((text) => text.replace(/\r?\n/g, '\r\n'));
    },
  };
}

/** Exim accepts and delivers as whoever runs the test; it never delivers as root, so root's is run as nobody. */
const NOBODY = 65_534;
const self = userInfo();
const [uid, gid] = self.uid === 0 ? [NOBODY, NOBODY] : [self.uid, self.gid];

function configuration(home: string, port: number): string {
  return `
primary_hostname = mail.example
spool_directory = ${join(home, 'spool')}
log_file_path = ${join(home, 'log')}/%slog
pid_file_path = ${join(home, 'exim.pid')}
local_interfaces = 127.0.0.1
daemon_smtp_ports = ${port}
exim_user = ${uid}
exim_group = ${gid}
never_users =
deliver_drop_privilege = true
tls_advertise_hosts =
host_lookup =
acl_smtp_rcpt = recipient
acl_smtp_data = accept
begin acl
recipient:
  deny local_parts = nobody
    message = there is nobody here
  defer local_parts = later
    message = come back later
  accept
begin routers
everybody:
  driver = accept
  transport = mailbox
begin transports
mailbox:
  driver = appendfile
  directory = ${join(home, 'mail')}
  maildir_format
  user = ${uid}
  group = ${gid}
`;
}

/** Resolves when a mail server greets. */
function answers(port: number, said: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', (error) => reject(new Error(`${error.message} ${said()}`)));
    socket.once('data', () => {
      socket.end('QUIT\r\n');
      resolve();
    });
  });
}
