import { join } from 'node:path';
import { canonical, hashOf } from '../exams/canonical.ts';
import { keyFree, plainNaming } from '../exams/key-free.ts';
import type { ExamBank, Question } from '../types/exam.ts';
import { LOCALES, type Locale } from '../types/locale.ts';
import { bankFile, frozenFile, openExamsFolder } from '../workspace/exams/folder.ts';
import { bankIds, loadBank, loadFrozen } from '../workspace/exams/load-bank.ts';
import { ExamRefused, refuseBroken } from './refused.ts';
import { addExamLine, examLines, whileChangingExams, type ExamRoom } from './room.ts';

/** The bank as its author has it now; throws `ExamRefused` when there is none, or one with errors. */
export async function currentBank(room: ExamRoom, exam: string): Promise<ExamBank> {
  const bank = await loadBank(room.folder, exam);
  refuseBroken(room.folder.problems());
  if (bank) return bank;
  const known = (await bankIds(room.folder)).join(', ') || '—';
  throw new ExamRefused('unknown-exam', {
    ru: `Экзамена «${exam}» нет в ${room.folder.told('')}. Есть: ${known}`,
    en: `There is no exam “${exam}” in ${room.folder.told('')}. Known: ${known}`,
  });
}

/** Titles of an exam's topics, by the bank as it is now; an id nobody knows any more stands for itself. */
export async function topicTitles(room: ExamRoom, exam: string): Promise<(topic: string, locale: Locale) => string> {
  // Read apart: what is wrong with a bank its author works on does not keep files of older versions from being marked.
  const bank = await loadBank(openExamsFolder(room.root, room.agency, room.effects), exam);
  return (topic, locale) => bank?.topics.find(({ id }) => id === topic)?.title[locale] ?? topic;
}

/**
 * Keeps the bank's version as it is now, so that forms issued from it can be marked whatever becomes of the file.
 * Throws `ExamRefused` when the same version was kept with other content.
 * @returns the hash of the version
 */
export async function freeze(room: ExamRoom, bank: ExamBank, by: string, at: string): Promise<string> {
  const hash = hashOf(bank);
  if (await isFrozen(room, bank, hash)) return hash;
  // Of two forms issued at once one keeps the version and says so.
  return whileChangingExams(room, async () => {
    if (await isFrozen(room, bank, hash)) return hash;
    const text = await room.effects.fs.read(join(room.folder.path, bankFile(bank.id)));
    await room.effects.fs.write(join(room.folder.path, ...frozenFile(bank.id, bank.version).split('/')), text);
    await addExamLine(room, { at, by, type: 'version-frozen', exam: bank.id, version: bank.version, hash });
    return hash;
  });
}

async function isFrozen(room: ExamRoom, bank: ExamBank, hash: string): Promise<boolean> {
  const frozen = await loadFrozen(room.folder, bank.id, bank.version);
  refuseBroken(room.folder.problems());
  if (!frozen) return false;
  if (hashOf(frozen) === hash) return true;
  throw new ExamRefused('version-changed', {
    ru: `${room.folder.told(bankFile(bank.id))}: по версии ${bank.version} уже выданы бланки, а файл с тех пор изменён. Поднимите version`,
    en: `${room.folder.told(bankFile(bank.id))}: forms of version ${bank.version} were issued, and the file has changed since. Raise version`,
  });
}

/**
 * The bank an attempt is marked by: its frozen version, with the keys that were corrected since.
 * @param hash as the ledger has it; a copy that was changed since is refused
 */
export async function markingBank(room: ExamRoom, exam: string, version: string, hash: string): Promise<ExamBank> {
  const frozen = await loadFrozen(room.folder, exam, version);
  refuseBroken(room.folder.problems());
  const file = room.folder.told(frozenFile(exam, version));
  if (!frozen) {
    throw new ExamRefused('frozen-missing', {
      ru: `${file}: файла нет, а по нему выданы бланки. Верните его из git`,
      en: `${file}: there is no such file, and forms were issued from it. Restore it from git`,
    });
  }
  if (hashOf(frozen) !== hash) {
    throw new ExamRefused('frozen-changed', {
      ru: `${file}: копия версии изменена после выдачи бланков. Верните её из git; ошибки ключа исправляет regrade --corrected`,
      en: `${file}: the version's copy was changed after forms were issued. Restore it from git; wrong keys are mended by regrade --corrected`,
    });
  }
  return corrected(room, frozen);
}

async function corrected(room: ExamRoom, bank: ExamBank): Promise<ExamBank> {
  const keys = new Map<string, Question>();
  for (const line of await examLines(room)) {
    if (line.type !== 'key-corrected' || line.exam !== bank.id) continue;
    const from = await loadFrozen(room.folder, bank.id, line.version);
    const key = from?.questions.find(({ id }) => id === line.question);
    if (key) keys.set(line.question, key);
  }
  const questions = bank.questions.map((question) => {
    const key = keys.get(question.id);
    return key && asksTheSame(question, key) ? { ...key, points: question.points } : question;
  });
  return { ...bank, questions };
}

/** Records that the key of a question is to be taken from the bank's present version for every attempt. */
export async function correctKey(
  room: ExamRoom,
  bank: ExamBank,
  { question, by, at, reason }: { question: string; by: string; at: string; reason: string },
): Promise<void> {
  await freeze(room, bank, by, at);
  await addExamLine(room, { at, by, type: 'key-corrected', exam: bank.id, question, version: bank.version, reason });
}

/** True when two versions of a question read the same to the person who sits the exam: only the key may differ. */
export function asksTheSame(a: Question, b: Question): boolean {
  const read = (question: Question): string =>
    canonical(LOCALES.map((locale) => sorted(keyFree(question, locale, '', plainNaming))));
  return read(a) === read(b);
}

/** Orders are left out: they are chance in a form, and the key itself in an ordering. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => canonical(sorted(item))).sort();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, sorted(inner)]));
}
