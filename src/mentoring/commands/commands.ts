import { unknownCommand } from '../../cli/unknown-command.ts';
import { assign, leave, pause, resume } from './absence.ts';
import { beginRecord } from './begin.ts';
import { USAGE, type Command } from './command.ts';
import { decide, feedback, score, signoff, withdraw } from './records.ts';
import { due, list, show } from './views.ts';

/** Commands of `npm run trainee` by their names. */
const COMMANDS: Readonly<Record<string, Command>> = {
  new: beginRecord,
  ...{ signoff, withdraw, score, feedback, decide },
  ...{ pause, resume, leave, assign },
  ...{ show, list, due },
};

/** The command of this name. Throws a UsageError when nothing was typed, or there is no such command. */
export function commandNamed(name: string | undefined): Command {
  if (name === undefined) throw USAGE;
  if (Object.hasOwn(COMMANDS, name)) return COMMANDS[name]!;
  throw unknownCommand(name, Object.keys(COMMANDS));
}
