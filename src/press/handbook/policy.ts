import { createHash } from 'node:crypto';

const SCRIPT = /<script\b((?:[^>"']|"[^"]*"|'[^']*')*)>([\s\S]*?)<\/script\s*>/gi;
const POLICY = /(<meta http-equiv="Content-Security-Policy" content=)"[^"]*"/;

/**
 * The page with a policy of its own: scripts come from its folder, or are those that stand in it, by their hashes. The
 * search index is fetched from beside it and read by WebAssembly; nothing else is fetched, framed or sent.
 */
export function withPolicy(html: string): string {
  const hashes = [...html.matchAll(SCRIPT)]
    .filter(([, attributes = '']) => !/\ssrc\s*=/.test(attributes) && !/type="application\/json"/.test(attributes))
    .map(([, , code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`);
  const policy = [
    "default-src 'none'",
    `script-src ${["'self'", 'file:', "'wasm-unsafe-eval'", ...new Set(hashes)].join(' ')}`,
    "style-src 'self' file: 'unsafe-inline'",
    "img-src 'self' file: data:",
    "font-src 'self' file: data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return html.replace(POLICY, `$1"${policy}"`);
}
