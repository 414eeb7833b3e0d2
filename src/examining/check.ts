import { hashOf } from '../exams/canonical.ts';
import type { Problem } from '../types/problem.ts';
import { named } from '../workspace/findings.ts';
import { isId } from '../workspace/ids.ts';
import { bankFile } from '../workspace/exams/folder.ts';
import { bankIds, loadBank, loadFrozen } from '../workspace/exams/load-bank.ts';
import type { ExamRoom } from './room.ts';

/** Everything wrong with the banks, in one run. */
export async function checkExams(room: ExamRoom): Promise<{ exams: string[]; problems: Problem[] }> {
  const exams = await bankIds(room.folder);
  const changed: Problem[] = [];
  for (const exam of exams) {
    const bank = await loadBank(room.folder, exam);
    if (!bank) continue;
    const frozen = await loadFrozen(room.folder, exam, bank.version);
    if (frozen && hashOf(frozen) !== hashOf(bank))
      changed.push(versionChanged(room.folder.told(bankFile(exam)), bank.version));
  }
  return { exams, problems: [...room.folder.problems(), ...changed, ...(await misnamed(room))] };
}

/** Files that look like banks and are read by nobody, for their names are no ids. */
async function misnamed({ folder }: ExamRoom): Promise<Problem[]> {
  const files = (await folder.desk.entries('')).filter(({ kind, name }) => kind === 'file' && /\.ya?ml$/i.test(name));
  // What an import wrote beside a bank waits for its reader.
  const strange = files.filter(({ name }) => !isId(name.replace(/(\.imported)?\.yaml$/, '')));
  return strange.map(({ name }) => ({
    code: 'bad-name',
    severity: 'warning',
    file: folder.told(name),
    found: named('файл', 'the file', name),
    expected: {
      ru: 'имя из строчных латинских букв, цифр и дефиса с окончанием .yaml',
      en: 'a name of lower-case Latin letters, digits and hyphens, ending in .yaml',
    },
    mend: { ru: 'переименуйте: под этим именем банк не читается', en: 'rename it: under this name it is not read' },
  }));
}

const versionChanged = (file: string, version: string): Problem => ({
  code: 'version-changed',
  severity: 'error',
  file,
  column: 'version',
  found: {
    ru: `версия ${version}: по ней уже выданы бланки, а вопросы или правила с тех пор изменены`,
    en: `version ${version}: forms of it were issued, and questions or rules have changed since`,
  },
  expected: { ru: 'новая версия', en: 'a new version' },
  mend: { ru: 'поднимите version', en: 'raise version' },
});
