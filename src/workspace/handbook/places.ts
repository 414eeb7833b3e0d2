/** Where the handbook's files stand in the workspace. */
export const HANDBOOK_FOLDER = 'content/handbook';
export const PARTS_FILE = `${HANDBOOK_FOLDER}/parts.json`;
export const ASSESSMENTS_FOLDER = `${HANDBOOK_FOLDER}/assessments`;
export const QUIZZES_FOLDER = `${HANDBOOK_FOLDER}/quizzes`;

export const lessonFile = (locale: string, id: string): string => `${HANDBOOK_FOLDER}/${locale}/${id}.mdx`;
export const quizFile = (id: string): string => `${QUIZZES_FOLDER}/${id}.yaml`;
