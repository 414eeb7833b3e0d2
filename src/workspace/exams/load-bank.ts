import { z } from 'zod';
import type { ExamBank } from '../../types/exam.ts';
import { quoted, type Finding } from '../findings.ts';
import { isId } from '../ids.ts';
import { placeOf } from '../json-file.ts';
import { issueFindings } from '../schema-findings.ts';
import { readYamlFile } from '../yaml-file.ts';
import { bankFindings } from './bank-checks.ts';
import { bankSchema } from './bank-schema.ts';
import { bankFile, frozenFile, type ExamsFolder } from './folder.ts';
import { readQuestions } from './read-questions.ts';

/** A bank as YAML text; `value` is null when anything in it is wrong, for an exam is no place for half a bank. */
export function readBank(text: string, id: string): { value: ExamBank | null; findings: Finding[] } {
  const { document, findings: syntax } = readYamlFile(text, z.unknown());
  if (document === null) return { value: null, findings: syntax };
  const head = bankSchema.safeParse(document.value);
  const { questions, findings } = readQuestions(document);
  if (!head.success) {
    return { value: null, findings: [...issueFindings(head.error, bankSchema, document), ...findings] };
  }
  const bank: ExamBank = { ...head.data, questions };
  const name = bank.id === id ? [] : [{ ...wrongName(id), ...placeOf(document, ['id']), found: quoted(bank.id) }];
  // Questions that could not be read are missing from the counts: shortages would only repeat the real mistakes.
  const crossed = bankFindings(bank, document).filter(
    ({ code }) => findings.length === 0 || code !== 'too-few-questions',
  );
  const all = [...name, ...findings, ...crossed];
  return { value: all.some(({ severity }) => severity === 'error') ? null : bank, findings: all };
}

const wrongName = (id: string) => ({
  code: 'bank-name',
  severity: 'error' as const,
  expected: { ru: `«${id}», как имя файла`, en: `“${id}”, the name of the file` },
  mend: { ru: 'исправьте id или переименуйте файл', en: 'correct the id or rename the file' },
});

/** Ids of the banks in the folder, sorted. */
export async function bankIds({ desk }: ExamsFolder): Promise<string[]> {
  const files = (await desk.entries('')).filter(({ kind, name }) => kind === 'file' && name.endsWith('.yaml'));
  return files.map(({ name }) => name.slice(0, -'.yaml'.length)).filter(isId);
}

/** One bank; null when there is none, or one with errors, which the folder's desk then tells. */
export async function loadBank({ desk }: ExamsFolder, id: string): Promise<ExamBank | null> {
  return read(desk, bankFile(id), id);
}

/** The bank as it was when the first form of a version was issued; null when none was. */
export async function loadFrozen({ desk }: ExamsFolder, id: string, version: string): Promise<ExamBank | null> {
  return read(desk, frozenFile(id, version), id);
}

async function read(desk: ExamsFolder['desk'], file: string, id: string): Promise<ExamBank | null> {
  const text = await desk.text(file);
  if (text === null) return null;
  const { value, findings } = readBank(text, id);
  desk.report(file, ...findings);
  return value;
}
