import { drawQuestions } from '../../exams/draw.ts';
import type { ExamBank } from '../../types/exam.ts';
import { oneOf, quoted, type Finding } from '../findings.ts';
import { duplicateId } from '../ids.ts';
import { placeOf } from '../json-file.ts';
import type { JsonDocument, JsonPath } from '../json-reader.ts';
import { pathOf, unknownCase } from './load-quiz.ts';

/** What the parts of a bank say of each other: topics, cases, the blueprint against the questions there are. */
export function bankFindings(bank: ExamBank, document: JsonDocument): Finding[] {
  const topics = bank.topics.map(({ id }) => id);
  const cases = new Set(bank.cases.map(({ id }) => id));
  const topic = (id: string | undefined, path: JsonPath): Finding[] =>
    id !== undefined && topics.includes(id) ? [] : [unknownTopic(id ?? '', topics, document, path)];
  return [
    ...repeated(bank.topics, 'topics', document),
    ...repeated(bank.cases, 'cases', document),
    ...bank.policy.blueprint.flatMap((row, index) => topic(row.topic, ['policy', 'blueprint', index, 'topic'])),
    ...Object.keys(bank.policy.sectionPassMarks).flatMap((id) => topic(id, ['policy', 'sectionPassMarks', id])),
    ...bank.questions.flatMap((question) => topic(question.topic, [...pathOf(question, document), 'topic'])),
    ...bank.questions.flatMap((question) => unknownCase(question, cases, document)),
    ...bank.questions.flatMap((question) => (question.explanation ? [] : [unexplained(question.id, document)])),
    ...shortages(bank, document),
  ];
}

function repeated(all: readonly { id: string }[], list: string, document: JsonDocument): Finding[] {
  return all.flatMap(({ id }, index) =>
    all.findIndex((one) => one.id === id) < index ? [duplicateId(id, placeOf(document, [list, index, 'id']))] : [],
  );
}

const unknownTopic = (id: string, topics: string[], document: JsonDocument, path: JsonPath): Finding => ({
  code: 'unknown-topic',
  severity: 'error',
  ...placeOf(document, path),
  found: quoted(id),
  expected: oneOf(topics),
  mend: { ru: 'укажите тему из topics', en: 'name a topic of topics' },
});

const unexplained = (id: string, document: JsonDocument): Finding => ({
  code: 'no-explanation',
  severity: 'warning',
  ...placeOf(document, pathOf({ id }, document)),
  found: { ru: `${id}: нет explanation`, en: `${id}: no explanation` },
  expected: { ru: 'почему ответ верен', en: 'why the answer is right' },
  mend: {
    ru: 'напишите: без него не на что ответить на апелляции',
    en: 'write it: an appeal needs something to stand on',
  },
});

/** Rows of the blueprint no form could be filled by. */
function shortages(bank: ExamBank, document: JsonDocument): Finding[] {
  return drawQuestions(bank, '', [], new Set()).shortages.map(({ row, index, there }) => ({
    code: 'too-few-questions',
    severity: 'error',
    ...placeOf(document, ['policy', 'blueprint', index, 'count']),
    found: { ru: `вопросов на эту строку: ${there}`, en: `questions for this row: ${there}` },
    expected: { ru: `${row.count}: ${aboutRow(row)}`, en: `${row.count}: ${aboutRow(row)}` },
    mend: { ru: 'допишите вопросы или уменьшите count', en: 'add questions or lower count' },
  }));
}

export const aboutRow = ({ topic, difficulty }: ExamBank['policy']['blueprint'][number]): string =>
  difficulty === undefined ? topic : `${topic}, difficulty ${difficulty}`;
