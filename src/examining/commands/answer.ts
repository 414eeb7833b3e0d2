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

/** Commands that are told an exam alone. */
const OF_EXAM: Record<string, (exam: string, errand: Errand) => Promise<Answer>> = { issue, stats, release, regrade };

/** Commands that are told an exam and one word more: a question or a file. */
const WITH_WORD: Record<string, (exam: string, word: string, errand: Errand) => Promise<Answer>> = {
  void: voidOne,
  import: importFile,
  export: exportFile,
};

/** Everything `npm run exam` can be told to do, in the order of its help; `check` is answered by the script itself. */
const KNOWN = ['issue', 'grade', 'void', 'regrade', 'stats', 'release', 'import', 'export', 'check'];

/**
 * Does what `npm run exam` was told, but for `check`.
 * @param words the command's name and what was typed after it
 */
export async function answerTo(words: string[], errand: Errand): Promise<Answer> {
  const [command, exam, word, ...more] = words;
  if (command !== undefined && !KNOWN.includes(command)) throw unknownCommand(command, KNOWN);
  if (errand.flags.by !== null) refuseStranger(errand.room, errand.flags.by);
  if (command === undefined || exam === undefined) throw USAGE;
  if (command === 'grade') return grade(words.slice(1), errand);
  if (!isId(exam)) throw new UsageError({ ru: `«${exam}»: ${ID_EXPECTED.ru}`, en: `“${exam}”: ${ID_EXPECTED.en}` });
  if (word === undefined && Object.hasOwn(OF_EXAM, command)) return OF_EXAM[command]!(exam, errand);
  if (word === undefined || more.length > 0 || !Object.hasOwn(WITH_WORD, command)) throw USAGE;
  return WITH_WORD[command]!(exam, word, errand);
}

function refuseStranger(room: ExamRoom, by: string): void {
  const known = room.people.map(({ id }) => id);
  if (known.includes(by)) return;
  throw new ExamRefused('unknown-person', {
    ru: `--by: «${by}» нет в data/people.json. Есть: ${known.join(', ')}`,
    en: `--by: “${by}” is not in data/people.json. Known: ${known.join(', ')}`,
  });
}
