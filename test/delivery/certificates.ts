import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

/** A key and its certificate, PEM. */
export interface Certified {
  key: string;
  cert: string;
}

/**
 * A certificate authority made for one test, and a server certificate of 127.0.0.1 that it signed. Written out in DER
 * here, so that no private key lies in the repository and no other program is needed.
 */
export function certificates(): { authority: Certified; server: Certified } {
  const root = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const leaf = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const critical = bytes(0x01, Buffer.from([0xff]));
  const isAuthority = sequence(oid('551d13'), critical, bytes(0x04, sequence(critical)));
  const loopback = sequence(oid('551d11'), bytes(0x04, sequence(bytes(0x87, Buffer.from([127, 0, 0, 1])))));
  return {
    authority: certified(
      'Test authority',
      'Test authority',
      root.publicKey,
      root.privateKey,
      root.privateKey,
      isAuthority,
    ),
    server: certified('Test server', 'Test authority', leaf.publicKey, leaf.privateKey, root.privateKey, loopback),
  };
}

function certified(
  subject: string,
  issuer: string,
  publicKey: KeyObject,
  own: KeyObject,
  signer: KeyObject,
  extension: Buffer,
): Certified {
  const day = 86_400_000;
  const now = Date.now();
  const body = sequence(
    bytes(0xa0, bytes(0x02, Buffer.from([2]))),
    bytes(0x02, Buffer.from([subject.length])),
    ECDSA_SHA256,
    name(issuer),
    sequence(time(now - day), time(now + day)),
    name(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    bytes(0xa3, sequence(extension)),
  );
  const signature = bytes(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', body, signer)]));
  const der = sequence(body, ECDSA_SHA256, signature).toString('base64').replace(/.{64}/g, '$&\n');
  return {
    key: own.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${der}\n-----END CERTIFICATE-----\n`,
  };
}

function bytes(tag: number, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const size = body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

const sequence = (...content: Buffer[]): Buffer => bytes(0x30, ...content);
const oid = (hex: string): Buffer => bytes(0x06, Buffer.from(hex, 'hex'));
const name = (text: string): Buffer => sequence(bytes(0x31, sequence(oid('550403'), bytes(0x0c, Buffer.from(text)))));
const time = (moment: number): Buffer =>
  bytes(0x17, Buffer.from(`${new Date(moment).toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`));
const ECDSA_SHA256 = sequence(oid('2a8648ce3d040302'));
