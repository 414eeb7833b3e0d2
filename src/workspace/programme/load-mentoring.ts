import type { Effects } from '../../types/effects.ts';
import type { Checked } from '../../types/problem.ts';
import type { Duties, OralQuestions } from '../../types/programme.ts';
import { danglingNames, personReference } from '../cross-checks.ts';
import { openDesk } from '../desk.ts';
import { readJsonFile, withoutSchema } from '../json-file.ts';
import { readYamlFile } from '../yaml-file.ts';
import { oralSchema } from './content-schemas.ts';
import { file } from './load-programme.ts';
import { dutiesSchema } from './schema.ts';

export const ONBOARDING_FOLDER = 'data/onboarding';
const DUTIES_FILE = `${ONBOARDING_FOLDER}/duties.json`;
const ORAL_FILE = `${ONBOARDING_FOLDER}/oral-questions.yaml`;

/** The mentors' side: never published to trainees. */
export interface Mentoring {
  duties: Duties;
  oral: OralQuestions | null;
}

/**
 * Reads who signs for what and the questions for the oral part. Without `duties.json` nobody signs for IT and for
 * departments but the manager.
 * @param people ids of `data/people.json`
 * @param departments ids of the programme's departments; `null` when the programme cannot be read
 */
export async function loadMentoring(
  root: string,
  known: { people: readonly string[]; departments: readonly string[] | null },
  effects: Effects,
): Promise<Checked<Mentoring>> {
  const desk = openDesk(root, effects);
  const duties = await file(desk, DUTIES_FILE, (text) => readJsonFile(text, dutiesSchema));
  if (duties?.document) {
    const { document } = duties;
    desk.report(
      DUTIES_FILE,
      ...danglingNames(document, ['it', '*'], personReference(known.people)),
      ...danglingNames(document, ['heads', '*'], personReference(known.people)),
    );
    if (known.departments !== null) {
      const departments = { ...personReference(known.departments), code: 'unknown-department', mend: NAME_DEPARTMENT };
      desk.report(DUTIES_FILE, ...danglingNames(document, ['heads', '*'], departments, true));
    }
  }
  const oral = await file(desk, ORAL_FILE, (text) => readYamlFile(text, oralSchema));
  return {
    value: {
      duties: duties?.value ? withoutSchema(duties.value) : { it: [], heads: {} },
      oral: oral?.value ?? null,
    },
    problems: desk.problems,
  };
}

const NAME_DEPARTMENT = {
  ru: 'назовите отдел из departments в programme.json',
  en: 'name a department of programme.json',
};
