import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { engineFolder, placeOfWorkspace, PROJECT, workspaceFolder } from '../../scripts/common.ts';
import { UsageError } from '../../src/cli/usage.ts';
import { nodeEffects } from '../../src/effects/node.ts';
import { scratchFolder } from '../support/folders.ts';

describe('the folders a command works with', () => {
  it.each(['a b', 'Агентство «Маяк»', 'a%20b', 'a&b', "a'b", 'a"b', 'a[1]b', 'a{b,c}', '-dash', '..dots'])(
    'an agency may lie in a folder named %s',
    (name) => {
      expect(placeOfWorkspace(join('/agencies', name))).toContain(name);
    },
  );

  it.each(['C#', 'why?', ...(sep === '/' ? ['a\\b'] : [])])(
    'an agency in a folder named %s is refused before anything of it is blamed',
    async (name) => {
      const place = await scratchFolder(name);
      const refused = {
        text: { ru: expect.stringContaining(place), en: expect.stringContaining('rename the folder') },
      };
      await expect(workspaceFolder(place, nodeEffects())).rejects.toMatchObject(refused);
    },
  );

  it.each(['C#', 'why?', 'it’s', "it's"])('an engine in a folder named %s builds only where it can', (name) => {
    const project = join('/tools', name);
    if (name === 'it’s') expect(engineFolder(project)).toBe(project);
    else expect(() => engineFolder(project)).toThrow(UsageError);
  });

  it('the engine these tests are of can draw', () => {
    expect(engineFolder()).toBe(PROJECT);
  });
});
