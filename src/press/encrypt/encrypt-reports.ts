import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build as bundle } from 'esbuild';
import type { Effects } from '../../types/effects.ts';
import type { Locale } from '../../types/locale.ts';
import { whileAlone, type Output } from '../output/output-lock.ts';
import { readText } from '../read-text.ts';
import { lock } from './lock.ts';
import { lockedPage } from './locked-page.ts';
import { newPassphrase } from './passphrase.ts';
import { wholeReport } from './whole-report.ts';

/** A locked report and what opens it; the passphrase is kept nowhere. */
export interface EncryptedReport {
  client: string;
  period: string;
  /** Absolute path. */
  file: string;
  passphrase: string;
}

type Asked = Pick<EncryptedReport, 'client' | 'period'>;

/**
 * Locks published reports, each as one file with a passphrase of its own, in a folder beside the output: never in a
 * folder that is published. Waits for a build that writes to the output.
 */
export async function encryptReports(reports: Asked[], output: Output, effects: Effects): Promise<EncryptedReport[]> {
  return whileAlone(output, effects, () => lockReports(reports, output, effects));
}

async function lockReports(reports: Asked[], { out, project }: Output, effects: Effects): Promise<EncryptedReport[]> {
  const script = await unlockScript(project);
  const encrypted: EncryptedReport[] = [];
  for (const { client, period } of reports) {
    const folder = join(out, 'reports', client, period);
    const html = await readText(join(folder, 'index.html'), effects);
    const passphrase = newPassphrase(randomBytes);
    const locked = lock(
      wholeReport(html, (file) => readFileSync(join(folder, file))),
      passphrase,
      randomBytes,
    );
    const file = join(dirname(out), 'encrypted', `${client}-${period}.html`);
    const locale: Locale = /<html[^>]* lang="ru"/.test(html) ? 'ru' : 'en';
    await effects.fs.write(file, lockedPage(locked, script, locale));
    encrypted.push({ client, period, file, passphrase });
  }
  return encrypted;
}

async function unlockScript(project: string): Promise<string> {
  const result = await bundle({
    absWorkingDir: project,
    entryPoints: ['src/ui/browser/unlock.ts'],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'eof',
    write: false,
    logLevel: 'silent',
  });
  // A string in a script may not end the element it stands in.
  return result.outputFiles[0]!.text.trim().replaceAll('</script', String.raw`<\/script`);
}
