import { Document } from 'yaml';
import { z } from 'zod';
import { isEmpty, type RubricPoints } from '../exams/mark.ts';
import { compare, exact } from '../figures/exact.ts';
import type { Answer, ExamBank, OpenQuestion, FileQuestion } from '../types/exam.ts';
import type { Locale } from '../types/locale.ts';
import { quoted, type Finding } from '../workspace/findings.ts';
import { placeOf } from '../workspace/json-file.ts';
import { readYamlFile } from '../workspace/yaml-file.ts';

type Written = OpenQuestion | FileQuestion;

/** Beside the answers file. */
export const sheetFile = (answersFile: string): string => `${answersFile.replace(/\.json$/i, '')}.rubric.yaml`;

/** Questions a person has to mark: open ones with an answer that are not void. */
export function toMark(
  bank: ExamBank,
  questions: readonly string[],
  answers: Record<string, Answer>,
  voided: ReadonlySet<string>,
): Written[] {
  return bank.questions.filter(
    (question): question is Written =>
      (question.type === 'open' || question.type === 'file') &&
      questions.includes(question.id) &&
      !voided.has(question.id) &&
      !isEmpty(answers[question.id]),
  );
}

const WORDS = {
  ru: {
    head: (who: string) =>
      ` Оценка открытых ответов: ${who}\n Впишите баллы вместо null (от 0 до max) и снова запустите grade с тем же файлом ответов.\n Внутри ключи экзамена: стажёру не пересылайте.`,
  },
  en: {
    head: (who: string) =>
      ` Marks for open answers: ${who}\n Write points in place of null (from 0 to max) and run grade on the same answers file again.\n Keys of the exam are in here: do not pass it to the trainee.`,
  },
};

/** The sheet a mentor fills in, as YAML: question, answer, model, criteria with their levels, points to be written. */
export function rubricSheet(
  written: readonly Written[],
  answers: Record<string, Answer>,
  about: { who: string; form: string; locale: Locale },
): string {
  const { locale } = about;
  const sheet = new Document({
    form: about.form,
    questions: written.map((question) => ({
      id: question.id,
      question: question.stem[locale],
      answer: String(answers[question.id]),
      ...(question.model ? { model: question.model[locale] } : {}),
      criteria: question.rubric.map((criterion) => ({
        id: criterion.id,
        title: criterion.title[locale],
        max: criterion.points,
        levels: criterion.levels.map(({ points, text }) => `${points} — ${text[locale]}`),
        points: null,
      })),
    })),
    note: '',
  });
  sheet.commentBefore = WORDS[locale].head(about.who);
  return sheet.toString({ lineWidth: 110 });
}

const loose = z.looseObject({
  form: z.string(),
  questions: z.array(
    z.looseObject({
      id: z.string(),
      criteria: z.array(z.looseObject({ id: z.string(), points: z.union([z.string(), z.number(), z.null()]) })),
    }),
  ),
});

/** Points of a filled sheet by question and criterion; findings for points that are none, or too many. */
export function readRubricSheet(
  text: string,
  written: readonly Written[],
  form: string,
): { points: Record<string, RubricPoints>; findings: Finding[] } {
  const { value, document, findings } = readYamlFile(text, loose);
  if (value === null || document === null) return { points: {}, findings };
  if (value.form !== form) {
    return { points: {}, findings: [{ ...OTHER_FORM, ...placeOf(document, ['form']), found: quoted(value.form) }] };
  }
  const points: Record<string, RubricPoints> = {};
  const wrong: Finding[] = [];
  for (const question of written) {
    const at = value.questions.findIndex(({ id }) => id === question.id);
    const own: RubricPoints = {};
    for (const { id, points: most } of question.rubric) {
      const index = value.questions[at]?.criteria.findIndex((one) => one.id === id) ?? -1;
      const given = value.questions[at]?.criteria[index]?.points ?? null;
      const place = placeOf(document, ['questions', at, 'criteria', index, 'points']);
      own[id] = pointsOf(given, most);
      if (given !== null && own[id] === null) wrong.push({ ...badPoints(most), ...place, found: quoted(given) });
    }
    points[question.id] = own;
  }
  return { points, findings: wrong };
}

/** Exact points from 0 to the most; null when not filled in, or not to be taken. */
function pointsOf(given: string | number | null, most: string): string | null {
  const text = given === null ? '' : String(given).trim().replace(',', '.');
  if (!/^\d{1,6}(\.\d{1,6})?$/.test(text)) return null;
  return compare(exact(text), exact(most)) <= 0 ? text : null;
}

const badPoints = (most: string) => ({
  code: 'rubric-points',
  severity: 'error' as const,
  expected: { ru: `число от 0 до ${most}`, en: `a number from 0 to ${most}` },
  mend: { ru: 'исправьте баллы', en: 'correct the points' },
});

const OTHER_FORM = {
  code: 'rubric-form',
  severity: 'error' as const,
  expected: { ru: 'лист этого бланка', en: 'the sheet of this form' },
  mend: {
    ru: 'уберите лист: grade запишет новый',
    en: 'remove the sheet: grade writes a new one',
  },
};
