import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Loss } from '../exams/gift/losses.ts';
import { GiftBroken, readGift, type GiftTopic } from '../exams/gift/read.ts';
import { writeGift } from '../exams/gift/write.ts';
import type { Choice, Question } from '../types/exam.ts';
import type { Locale } from '../types/locale.ts';
import { bankFile } from '../workspace/exams/folder.ts';
import { ExamRefused } from './refused.ts';
import type { ExamRoom } from './room.ts';
import { typedFile } from './typed-file.ts';
import { currentBank } from './versions.ts';

export interface GiftOutcome {
  /** What was written, told from the workspace; for an export as it was asked. */
  file: string;
  questions: number;
  losses: Loss[];
}

/** Writes a bank as GIFT in one language, keys and all: the file is as secret as the bank. */
export async function exportGift(room: ExamRoom, exam: string, file: string, locale: Locale): Promise<GiftOutcome> {
  const bank = await currentBank(room, exam);
  const { text, losses } = writeGift(bank, locale);
  await room.effects.fs.write(file, text);
  const left = losses.find(({ code }) => code === 'several-gaps')?.questions.length ?? 0;
  return { file, questions: bank.questions.length - left, losses };
}

/**
 * Reads a GIFT file into the exams' folder: a bank of its own with usual rules, or, beside a bank there is already,
 * `<exam>.imported.yaml` with questions to be taken over by hand. Throws `ExamRefused` for a file that breaks the
 * grammar, or has no question.
 */
export async function importGift(room: ExamRoom, exam: string, file: string): Promise<GiftOutcome> {
  const text = utf8OrRefuse(await typedFile(room, file), file);
  const { topics, questions, losses } = readOrRefuse(text, file);
  if (questions.length === 0) {
    throw new ExamRefused('no-questions', {
      ru: `${file}: ни одного вопроса, который можно взять`,
      en: `${file}: not one question that could be taken`,
    });
  }
  const beside = await room.effects.fs.exists(join(room.folder.path, bankFile(exam)));
  const name = beside ? `${exam}.imported.yaml` : bankFile(exam);
  const written = questions.map(tidy);
  const whole = beside
    ? { topics: topicsWritten(topics), questions: written }
    : { ...newBank(exam, topics, questions), questions: written };
  await room.effects.fs.write(
    join(room.folder.path, name),
    stringify(whole, { lineWidth: 110, aliasDuplicateObjects: false }),
  );
  return {
    file: room.folder.told(name),
    questions: questions.length,
    losses: beside ? losses : [...losses, { code: 'default-policy', questions: [] }],
  };
}

/** Letters of another encoding would become signs nobody can answer with, in every question at once. */
function utf8OrRefuse(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ExamRefused('not-utf8', {
      ru: `${file}: текст не в UTF-8 → файл GIFT в UTF-8 → откройте его в редакторе и сохраните в кодировке UTF-8`,
      en: `${file}: the text is not in UTF-8 → a GIFT file in UTF-8 → open it in an editor and save it with the encoding UTF-8`,
    });
  }
}

const topicsWritten = (topics: readonly GiftTopic[]): object[] =>
  topics.map(({ id, title }) => ({ id, title: { ru: title, en: title } }));

function readOrRefuse(text: string, file: string): ReturnType<typeof readGift> {
  try {
    return readGift(text);
  } catch (error) {
    if (!(error instanceof GiftBroken)) throw error;
    const place = `${file}:${error.row}:${error.column}`;
    const sign = error.found === null ? null : JSON.stringify(error.found);
    throw new ExamRefused('gift-broken', {
      ru: `${place}  ${sign === null ? 'конец файла' : `знак ${sign}`} → вопрос в формате GIFT → проверьте фигурные скобки и знаки = ~ # : { } в тексте (перед ними ставят \\); между вопросами — пустая строка`,
      en: `${place}  ${sign === null ? 'the end of the file' : `the sign ${sign}`} → a question in GIFT → look at the curly brackets and at = ~ # : { } in texts (they take a \\ before them); a blank line parts questions`,
    });
  }
}

/** Fields that say nothing are left out: people read the file. */
function tidy(question: Question): object {
  const kept = Object.entries(question).filter(([field]) => field !== 'points');
  return Object.fromEntries(kept.map(([field, value]) => [field, field === 'options' ? plainOptions(value) : value]));
}

const plainOptions = (options: Choice[]): object[] =>
  options.map(({ id, text, correct, why }) => ({ id, text, ...(correct ? { correct } : {}), ...(why ? { why } : {}) }));

function newBank(exam: string, topics: readonly GiftTopic[], questions: readonly Question[]): object {
  const title = { ru: exam, en: exam };
  return {
    id: exam,
    version: '1',
    title,
    about: { ru: 'Загружено из GIFT', en: 'Imported from GIFT' },
    topics: topicsWritten(topics),
    policy: {
      // Half of every topic, so that a second attempt has questions nobody has seen.
      blueprint: topics.map(({ id }) => ({
        topic: id,
        count: Math.max(1, Math.ceil(questions.filter(({ topic }) => topic === id).length / 2)),
      })),
      passMark: '0.7',
      passMarkReason: {
        ru: 'Порог взят по умолчанию и пока ничем не обоснован',
        en: 'The usual mark, not yet founded on anything',
      },
      minutes: 45,
    },
  };
}
