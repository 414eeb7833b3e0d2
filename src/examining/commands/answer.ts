import { unknownCommand } from '../../cli/unknown-command.ts';
import { UsageError } from '../../cli/usage.ts';
import { ID_EXPECTED, isId } from '../../workspace/ids.ts';
import { ExamRefused } from '../refused.ts';
import type { ExamRoom } from '../room.ts';
import { USAGE, type Answer, type Errand } from './command.ts';
import { grade } from './grade.ts';
import { issue } from './issue.ts';
import { regrade } from './regrade.ts';
import { voidOne } from './void-question.ts';
import { exportFile, importFile, release, stats } from './whole-exam.ts';

/** Does one command. @param words typed after its name, one at least */
type Command = (words: string[], errand: Errand) => Promise<Answer>;

/** Commands by their names, in the order of the help. */
const COMMANDS: Readonly<Record<string, Command>> = {
  issue: ofExam(issue),
  grade,
  void: withWord(voidOne),
  regrade: ofExam(regrade),
  stats: ofExam(stats),
  release: ofExam(release),
  import: withWord(importFile),
  export: withWord(exportFile),
};

/** Everything `npm run exam` can be told to do; `check` is answered by the script itself. */
const KNOWN = [...Object.keys(COMMANDS), 'check'];

/**
 * Does what `npm run exam` was told, but for `check`.
 * @param words the command's name and what was typed after it
 */
export async function answerTo([name, ...words]: string[], errand: Errand): Promise<Answer> {
  if (name !== undefined && !KNOWN.includes(name)) throw unknownCommand(name, KNOWN);
  if (errand.flags.by !== null) refuseStranger(errand.room, errand.flags.by);
  const command = name === undefined || words.length === 0 ? undefined : COMMANDS[name];
  if (command === undefined) throw USAGE;
  return command(words, errand);
}

/** A command that is told an exam alone. */
function ofExam(run: (exam: string, errand: Errand) => Promise<Answer>): Command {
  return async ([exam, ...more], errand) => {
    refuseBadId(exam!);
    if (more.length > 0) throw USAGE;
    return run(exam!, errand);
  };
}

/** A command that is told an exam and one word more: a question or a file. */
function withWord(run: (exam: string, word: string, errand: Errand) => Promise<Answer>): Command {
  return async ([exam, word, ...more], errand) => {
    refuseBadId(exam!);
    if (word === undefined || more.length > 0) throw USAGE;
    return run(exam!, word, errand);
  };
}

function refuseBadId(exam: string): void {
  if (!isId(exam)) throw new UsageError({ ru: `«${exam}»: ${ID_EXPECTED.ru}`, en: `“${exam}”: ${ID_EXPECTED.en}` });
}

function refuseStranger(room: ExamRoom, by: string): void {
  const known = room.people.map(({ id }) => id);
  if (known.includes(by)) return;
  throw new ExamRefused('unknown-person', {
    ru: `--by: «${by}» нет в data/people.json. Есть: ${known.join(', ')}`,
    en: `--by: “${by}” is not in data/people.json. Known: ${known.join(', ')}`,
  });
}
