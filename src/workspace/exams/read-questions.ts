import { QUESTION_TYPES, type Question, type QuestionType } from '../../types/exam.ts';
import { didYouMean, oneOf, quoted, type Finding } from '../findings.ts';
import { duplicateId } from '../ids.ts';
import { placeOf } from '../json-file.ts';
import { valueAt, type JsonDocument, type JsonPath } from '../json-reader.ts';
import { issueFindings } from '../schema-findings.ts';
import { questionMistakes } from './question-checks.ts';
import { QUESTION_SCHEMAS } from './question-schema.ts';

/** Questions of a bank or a quiz; those with mistakes are left out, and the findings tell of them. */
export function readQuestions(document: JsonDocument): { questions: Question[]; findings: Finding[] } {
  const items = valueAt(document.value, ['questions']);
  if (!Array.isArray(items)) return { questions: [], findings: [] };
  const read = items.map((_, index) => readQuestion(document, ['questions', index]));
  const ids = items.map((item: { id?: unknown } | null) => item?.id);
  const twice = ids.flatMap((id, index) =>
    id !== undefined && ids.indexOf(id) < index
      ? [duplicateId(String(id), placeOf(document, ['questions', index, 'id']))]
      : [],
  );
  return {
    questions: read.flatMap(({ question }) => (question === null ? [] : [question])),
    findings: [...read.flatMap(({ findings }) => findings), ...twice],
  };
}

function readQuestion(document: JsonDocument, path: JsonPath): { question: Question | null; findings: Finding[] } {
  const type = valueAt(document.value, [...path, 'type']);
  if (!QUESTION_TYPES.includes(type as QuestionType)) return { question: null, findings: [badType(document, path)] };
  const schema = QUESTION_SCHEMAS[type as QuestionType];
  const result = schema.safeParse(valueAt(document.value, path));
  if (!result.success) {
    const own = {
      value: valueAt(document.value, path),
      place: (inside: JsonPath) => document.place([...path, ...inside]),
      placeOfKey: (inside: JsonPath) => document.placeOfKey([...path, ...inside]),
    };
    const findings = issueFindings(result.error, schema, own).map((finding) => ({
      ...(isTornText(finding) ? { ...finding, mend: QUOTE_IT } : finding),
      column: [...path, ...(finding.column === undefined ? [] : [finding.column])].join('.'),
    }));
    return { question: null, findings };
  }
  const question = result.data as Question;
  const findings = questionMistakes(question).map((mistake) => ({
    ...mistake.finding,
    ...placeOf(document, [...path, ...mistake.path]),
  }));
  const wrong = findings.some(({ severity }) => severity === 'error');
  return { question: wrong ? null : question, findings };
}

function badType(document: JsonDocument, path: JsonPath): Finding {
  const type = valueAt(document.value, [...path, 'type']);
  const otherwise = { ru: 'укажите тип вопроса', en: 'name the type of the question' };
  return {
    code: 'unknown-value',
    severity: 'error',
    ...placeOf(document, [...path, 'type']),
    found: quoted(type ?? ''),
    expected: oneOf(QUESTION_TYPES),
    mend: didYouMean(String(type ?? ''), QUESTION_TYPES, otherwise),
  };
}

/** `{ru: Fact, reason, en: …}`: the comma ends the text, and what follows reads as a field. */
const isTornText = ({ code, expected }: Finding): boolean =>
  code === 'unknown-field' && JSON.stringify(expected) === JSON.stringify(oneOf(['ru', 'en']));

const QUOTE_IT = {
  ru: 'если это часть текста, возьмите его в кавычки: внутри {…} запятая его обрывает',
  en: 'if this is part of the text, put it in quotation marks: inside {…} a comma ends it',
};
