import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import type { Problem } from '../../types/problem.ts';
import type { Agency } from '../../types/workspace.ts';
import { openDesk, type Desk } from '../desk.ts';

/** The environment's name for the folder of the banks; it wins over `data/agency.json`. */
export const FOLDER_VARIABLE = 'ACCOUNTPRESS_EXAMS';

const USUAL = 'data/exams';

/** The folder of the question banks, wherever it lies. */
export interface ExamsFolder {
  /** Absolute. */
  path: string;
  /** Reads inside the folder; paths of its problems are told as `told` gives them. */
  desk: Desk;
  /** How a file of the folder is named to people: from the workspace, or as the agency wrote it. */
  told(file: string): string;
  problems(): Problem[];
}

/** @param root absolute path of the workspace */
export function openExamsFolder(root: string, agency: Pick<Agency, 'exams'>, effects: Effects): ExamsFolder {
  const given = effects.env[FOLDER_VARIABLE]?.trim() || agency.exams?.folder || USUAL;
  const path = isAbsolute(given) ? given : resolve(root, ...given.split('/'));
  const desk = openDesk(path, effects);
  const inside = relative(root, path);
  // A private folder is not shown with its whole path: problems are pasted into messages.
  const prefix = inside.startsWith('..') || isAbsolute(inside) ? basename(path) : inside.split(sep).join('/');
  const told = (file: string): string => (file === '' ? prefix : `${prefix}/${file}`);
  return {
    path,
    desk,
    told,
    problems: () => desk.problems.map((problem) => ({ ...problem, file: told(problem.file) })),
  };
}

export const bankFile = (exam: string): string => `${exam}.yaml`;

/** The copy a version's forms were issued from. */
export const frozenFile = (exam: string, version: string): string => `issued/${exam}@${version}.yaml`;

export const examsLedger = (folder: Pick<ExamsFolder, 'path'>): string => join(folder.path, 'ledger.jsonl');
