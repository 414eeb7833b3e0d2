import { startAssessments } from './assessment.ts';
import { startChecklists } from './checklist.ts';
import { startConditions } from './conditions.ts';
import { startMyDay } from './my-day.ts';
import { startQuizzes } from './quiz.ts';
import { startSearch } from './search.ts';
import { startWideTables } from './wide-tables.ts';

/** Everything the handbook's pages can do beyond being read. */
startSearch();
startQuizzes();
startChecklists();
startAssessments();
startMyDay();
// After the day it has to look through is there.
startConditions();
startWideTables();
