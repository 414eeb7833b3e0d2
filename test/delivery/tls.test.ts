import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { handOver } from '../../src/delivery/smtp.ts';
import { runCommand } from '../support/command.ts';
import { scratchFolder } from '../support/folders.ts';
import { testAgency } from './agency.ts';
import { certificates, type Certified } from './certificates.ts';
import { mailServer } from './mail-server.ts';

let authority: Certified;
let server: Certified;

beforeAll(() => {
  ({ authority, server } = certificates());
});

describe('a server with TLS', () => {
  it('whose certificate nobody trusts gets nothing, whatever the environment allows; one vouched for gets the letter', async () => {
    const agency = await testAgency();
    const { url, received } = await mailServer({ secure: true, ...server });
    const careless = { SMTP_URL: url, NODE_TLS_REJECT_UNAUTHORIZED: '0' };
    const refused = await runCommand('send', agency.report, careless);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/certificate|CERT|SIGNATURE/i);
    expect(received).toHaveLength(0);

    const trusted = join(await scratchFolder('authority'), 'ca.pem');
    await writeFile(trusted, authority.cert);
    const sent = await runCommand('send', agency.report, { SMTP_URL: url, NODE_EXTRA_CA_CERTS: trusted });
    expect(sent.stderr).not.toMatch(/Not sent|Не отправлено/);
    expect(sent.code).toBe(0);
    expect(received).toHaveLength(1);
  });

  it('is left without a word of the letter when it offers no TLS where TLS was asked for', async () => {
    const { port, received } = await mailServer({ authOptional: true });
    const answer = await handOver({
      server: { host: '127.0.0.1', port, tls: 'starttls', auth: { user: 'anna', pass: 'secret' } },
      from: 'anna@beacon.example',
      to: ['olga@hotel.example'],
      message: Buffer.from('Subject: x\r\n\r\nx\r\n'),
      beforeData: () => Promise.reject(new Error('the message must not leave')),
    });
    expect(answer.result).toBe('failed');
    expect(received).toHaveLength(0);
  });
});
