import { beginRecord } from './begin.ts';
import type { Command } from './command.ts';
import { decide, feedback, score, signoff, withdraw } from './records.ts';
import { due, list, show } from './views.ts';

/** Commands of `npm run trainee` by their names. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  new: beginRecord,
  ...{ signoff, withdraw, score, feedback, decide },
  ...{ show, list, due },
};
