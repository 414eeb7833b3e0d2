/** The locked page: asks for the passphrase, opens what is sealed and becomes it. Nothing leaves the page. */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { argon2idAsync } from '@noble/hashes/argon2.js';
import type { Locked } from '../../types/locked.ts';

const form = document.querySelector('form')!;
const field = form.querySelector('input')!;
const button = form.querySelector('button')!;
const status = document.querySelector<HTMLElement>('[role="status"]')!;
const locked = JSON.parse(document.getElementById('locked')!.textContent) as Locked;

const bytes = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));

/**
 * What was copied from a letter or read from paper may have spaces, hyphens and capitals; a messenger and a keyboard that
 * helps add dots, quotation marks, dashes, accents and signs nobody sees. A passphrase has Latin letters and digits only.
 */
const plain = (typed: string): string =>
  typed
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

async function open(passphrase: string): Promise<string | null> {
  const key = await argon2idAsync(passphrase, bytes(locked.salt), { ...locked.argon2id, dkLen: 32, asyncTick: 20 });
  let zipped: Uint8Array<ArrayBuffer>;
  try {
    zipped = new Uint8Array(xchacha20poly1305(key, bytes(locked.nonce)).decrypt(bytes(locked.sealed)));
  } catch {
    // The tag does not agree: another passphrase, or a file that was damaged.
    return null;
  }
  return new Response(new Blob([zipped]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

async function unlock(): Promise<void> {
  button.disabled = true;
  status.textContent = form.dataset['opening']!;
  const html = await open(plain(field.value));
  if (html === null) {
    button.disabled = false;
    status.textContent = form.dataset['wrong']!;
    field.ariaInvalid = 'true';
    field.select();
    return;
  }
  document.open();
  document.write(html);
  document.close();
  // The field that had the focus is gone: who hears the page goes on at its beginning.
  const report = document.querySelector('main');
  if (report === null) return;
  report.tabIndex = -1;
  report.style.outline = 'none';
  report.focus({ preventScroll: true });
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void unlock();
});
// What is being typed has not been tried yet.
field.addEventListener('input', () => (field.ariaInvalid = null));
button.disabled = false;
status.textContent = '';
