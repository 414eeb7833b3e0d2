import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { Stopped, systemFault } from '../../src/effects/system-fault.ts';
import { whileAlone } from '../../src/press/output/output-lock.ts';
import { localText } from '../../src/locale/text.ts';
import type { LocalText } from '../../src/types/locale.ts';
import { scratchFolder, writeFiles } from '../support/folders.ts';

const real = nodeEffects();

describe('two builds of one output', () => {
  it('come one after the other, also by two names of the folder; the second is told why it waits', async () => {
    const project = await scratchFolder('lock');
    await writeFiles(project, [['dist/x', '']]);
    await symlink(join(project, 'dist'), join(project, 'link'));
    const events: string[] = [];
    const work = (name: string) => async () => {
      events.push(`${name} begins`);
      await real.sleep(300);
      events.push(`${name} ends`);
    };
    const warn = (text: LocalText) => void events.push(localText(text, 'en').replace(/^.*?; /, ''));
    const first = whileAlone({ out: join(project, 'dist'), project, warn }, real, work('first'));
    await real.sleep(50);
    await Promise.all([first, whileAlone({ out: join(project, 'link'), project, warn }, real, work('second'))]);
    expect(events).toEqual([
      'first begins',
      'this one begins when that one has ended.',
      'first ends',
      'second begins',
      'second ends',
    ]);
  });

  it('do not wait for ever: the second ends with a problem that names the folder', async () => {
    const project = await scratchFolder('busy');
    const out = join(project, 'dist');
    let waited = 0;
    const hasty = { ...real, sleep: async (ms: number) => void (waited += ms) };
    const error: unknown = await whileAlone({ out, project }, real, () =>
      whileAlone({ out, project }, hasty, async () => 'never').catch((reason: unknown) => reason),
    );
    expect(error).toBeInstanceOf(Stopped);
    expect(systemFault(error, '')).toMatchObject({ code: 'output-busy', file: out });
    expect(waited).toBeGreaterThan(60_000);
  });

  it('wait also when the folder is only made by the first, below a link', async () => {
    const project = await scratchFolder('made');
    await writeFiles(project, [['disk/x', '']]);
    await symlink(join(project, 'disk'), join(project, 'link'));
    const out = join(project, 'link', 'dist');
    let waited = 0;
    const hasty = { ...real, sleep: async () => void waited++ };
    const error: unknown = await whileAlone({ out, project }, real, async () => {
      await writeFiles(out, [['manifest.json', '{}']]);
      return whileAlone({ out, project }, hasty, async () => 'at the same time').catch((reason: unknown) => reason);
    });
    expect(error).toBeInstanceOf(Stopped);
    expect(waited).toBeGreaterThan(0);
  });

  it('of two folders do not wait at all', async () => {
    const project = await scratchFolder('two');
    const inner = () => whileAlone({ out: join(project, 'b'), project }, real, async () => 'done');
    expect(await whileAlone({ out: join(project, 'a'), project }, real, inner)).toBe('done');
  });
});
