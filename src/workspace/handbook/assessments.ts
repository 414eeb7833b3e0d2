import type { Assessment } from '../../types/handbook.ts';
import { danglingNames, repeatedNames } from '../cross-checks.ts';
import type { Desk } from '../desk.ts';
import { isId } from '../ids.ts';
import type { Finding } from '../findings.ts';
import { placeOf } from '../json-file.ts';
import type { JsonDocument } from '../json-reader.ts';
import { readYamlFile } from '../yaml-file.ts';
import * as mistake from './mistakes.ts';
import { ASSESSMENTS_FOLDER } from './places.ts';
import { assessmentSchema } from './schemas.ts';

/** Every self-assessment of the handbook, by id; mistakes are told to the desk. */
export async function readAssessments(desk: Desk): Promise<Assessment[]> {
  const found: Assessment[] = [];
  for (const { name, kind } of await desk.entries(ASSESSMENTS_FOLDER)) {
    const id = name.replace(/\.yaml$/, '');
    const file = `${ASSESSMENTS_FOLDER}/${name}`;
    if (kind === 'folder' || id === name || !isId(id)) {
      desk.report(file, mistake.badYamlName(name));
      continue;
    }
    const text = await desk.text(file);
    if (text === null) continue;
    const { value, document, findings } = readYamlFile(text, assessmentSchema);
    desk.report(file, ...findings);
    if (document !== null) {
      const profiles = (document.value as Partial<Assessment>).profiles;
      const known = Array.isArray(profiles) ? profiles.map((one) => String(one?.id)) : [];
      desk.report(file, ...danglingNames(document, ['statements', '*', 'profile'], mistake.profileReference(known)));
      desk.report(file, ...repeatedNames(document, ['statements', '*', 'id']));
      desk.report(file, ...repeatedNames(document, ['profiles', '*', 'id']));
    }
    if (value === null || document === null) continue;
    desk.report(file, ...equalAnswers(value, document));
    if (value.id !== id) desk.report(file, mistake.otherId(value.id, id, placeOf(document, ['id'])));
    // Lessons name it as its file is named; the mistake is told once.
    found.push({ ...value, id });
  }
  return found;
}

/** Two answers of the same worth are one answer to whoever reckons, and the reader is asked to choose between them. */
function equalAnswers({ scale }: Assessment, document: JsonDocument): Finding[] {
  return scale.flatMap(({ value }, index) => {
    const first = scale.findIndex((one) => one.value === value);
    return first === index ? [] : [mistake.equalAnswer(value, first, placeOf(document, ['scale', index, 'value']))];
  });
}
