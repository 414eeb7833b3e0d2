import { z } from 'zod';
import type { Quiz } from '../../types/exam.ts';
import type { Desk } from '../desk.ts';
import { oneOf, quoted, type Finding } from '../findings.ts';
import { placeOf } from '../json-file.ts';
import type { JsonDocument } from '../json-reader.ts';
import { issueFindings } from '../schema-findings.ts';
import { readYamlFile } from '../yaml-file.ts';
import { quizSchema } from './bank-schema.ts';
import { readQuestions } from './read-questions.ts';

/** A practice quiz as YAML text; `value` is null when its head is wrong, wrong questions are left out and told of. */
function readQuiz(text: string): { value: Quiz | null; findings: Finding[] } {
  const { document, findings: syntax } = readYamlFile(text, z.unknown());
  if (document === null) return { value: null, findings: syntax };
  const head = quizSchema.safeParse(document.value);
  const { questions, findings } = readQuestions(document);
  const all = [...(head.success ? [] : issueFindings(head.error, quizSchema, document)), ...findings];
  const cases = head.success ? head.data.cases : [];
  const known = new Set(cases.map(({ id }) => id));
  const found = [
    ...all,
    ...questions.flatMap((question) => unknownCase(question, known, document)),
    ...questions.flatMap((question) => unexplained(question, document)),
  ];
  return { value: head.success ? { cases, questions } : null, findings: found };
}

/**
 * Reads the practice quiz of a lesson and reports on the desk whatever is wrong with it.
 * @param file path from the workspace, e.g. `content/handbook/quizzes/digital/seo.yaml`
 * @returns null when there is no such file, or its head cannot be read
 */
export async function loadQuiz(desk: Desk, file: string): Promise<Quiz | null> {
  const text = await desk.text(file);
  if (text === null) return null;
  const { value, findings } = readQuiz(text);
  desk.report(file, ...findings);
  return value;
}

type Asked = Quiz['questions'][number];

/** Practice shows why: a question without an explanation teaches nobody. */
function unexplained(question: Asked, document: JsonDocument): Finding[] {
  if (question.explanation !== undefined) return [];
  return [
    {
      code: 'no-explanation',
      severity: 'error',
      ...placeOf(document, pathOf(question, document)),
      found: { ru: `${question.id}: нет explanation`, en: `${question.id}: no explanation` },
      expected: { ru: 'explanation на обоих языках', en: 'an explanation in both languages' },
      mend: { ru: 'напишите, почему ответ верен', en: 'write why the answer is right' },
    },
  ];
}

/** A question that names a case the file does not have. */
export function unknownCase(question: Asked, known: ReadonlySet<string>, document: JsonDocument): Finding[] {
  if (question.case === undefined || known.has(question.case)) return [];
  return [
    {
      code: 'unknown-value',
      severity: 'error',
      ...placeOf(document, [...pathOf(question, document), 'case']),
      found: quoted(question.case),
      expected: oneOf([...known]),
      mend: { ru: 'добавьте ситуацию в cases или уберите поле', en: 'add the case to cases or remove the field' },
    },
  ];
}

/** Where a question stands in its file. */
export function pathOf(question: { id: string }, document: JsonDocument): (string | number)[] {
  const items = (document.value as { questions: { id?: unknown }[] }).questions;
  return ['questions', items.findIndex(({ id }) => String(id) === question.id)];
}
