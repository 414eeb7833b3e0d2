import { nodeEffects } from '../../effects/node.ts';
import { readersEnvironment } from '../site.ts';
import { compileTemplates } from './compile-site.ts';
import type { CompileOrder } from './compiler.ts';

/** A process of its own that compiles the site and goes. A failure ends it, and whoever asked does the work. */

// Whoever asked is gone: what is half-done is of no use to anybody.
process.once('disconnect', () => process.exit());
process.once('message', ({ folders, templates }: CompileOrder) => {
  void compileTemplates(folders, templates, nodeEffects()).then((failed) => {
    process.send!(failed, undefined, {}, () => process.exit());
  });
});

// Whoever asks may still be reading the workspace.
readersEnvironment();
void import('astro');
