import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { whileHolding } from '../../src/effects/lock.ts';
import { systemFault } from '../../src/effects/system-fault.ts';
import { PROJECT } from '../support/command.ts';
import { scratchFolder } from '../support/folders.ts';

const effects = { sleep: async () => undefined };

describe('a lock', () => {
  it('gives back what its holder has made', async () => {
    const path = join(await scratchFolder('lock'), 'one');
    expect(await whileHolding(path, effects, async () => 'made')).toBe('made');
  });

  it('leaves alone what its holder throws', async () => {
    const path = join(await scratchFolder('lock'), 'one');
    const broken = Object.assign(new Error('no'), { code: 'ERR_SQLITE_ERROR', errcode: 13 });
    await expect(whileHolding(path, effects, () => Promise.reject(broken))).rejects.toBe(broken);
  });

  it('that cannot be written is told as the fault of the machine it is, with its file', async () => {
    const path = join(await scratchFolder('lock'), 'one');
    await mkdir(path);
    const error = await whileHolding(path, effects, async () => undefined).catch((reason: unknown) => reason);
    expect(systemFault(error, '/out')).toMatchObject({ code: 'not-writable', file: path });
  });

  // Where a user may mount a disk of their own.
  it.runIf(spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0)(
    'on a full disk is told so',
    async () => {
      const folder = await scratchFolder('lock');
      const told = `
        import { whileHolding } from '${PROJECT}/src/effects/lock.ts';
        import { systemFault } from '${PROJECT}/src/effects/system-fault.ts';
        await whileHolding('${folder}/one', {}, async () => undefined)
          .catch((error) => console.log(systemFault(error, '/out')?.code));`;
      const script = `mount -t tmpfs -o size=4k tmpfs ${folder} && head -c 4096 /dev/zero >${folder}/full; exec ${process.execPath} --input-type=module -e "$1"`;
      const { stdout, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', script, 'sh', told]);
      expect(stdout.toString().trim(), stderr.toString()).toBe('disk-full');
    },
  );
});
