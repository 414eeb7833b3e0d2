import { eachDay, periodOf } from '../../figures/period.ts';
import type { FactSeries, IntakeFile } from '../../types/intake.ts';
import type { Problem } from '../../types/problem.ts';
import type { Client } from '../../types/workspace.ts';
import { exampleRows } from '../../workspace/skeleton/example-rows.ts';
import { exampleExport, filesWithExamples } from '../../workspace/skeleton/examples-left.ts';
import { EXAMPLES } from '../../workspace/skeleton/examples.ts';

/**
 * Of a client who has exports of its own: an error when the example's rows would be counted with them, and a warning for
 * each file in which the client would read an example. One who has nothing but examples is being tried out.
 */
export function examplesAmongData(client: Client, files: readonly IntakeFile[]): Problem[] {
  const example = exampleExport(client);
  const own = files.filter(({ file }) => file !== example);
  if (own.length === 0) return [];
  const problems: Problem[] = [];
  if (files.some((one) => one.file === example && isAsWritten(one)))
    problems.push(exampleCounted(client, example, [...new Set(own.map(({ source }) => source))]));
  for (const file of filesWithExamples(client, Object.keys(client.notes))) problems.push(exampleLeft(client, file));
  return problems;
}

/** Whether a file has the sums of the example's rows, whatever a spreadsheet has made of the file. */
function isAsWritten({ days, series }: IntakeFile): boolean {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return false;
  const months = [periodOf(first, 'month'), periodOf(last, 'month')];
  const { channels } = EXAMPLES.en;
  const [, ...rows] = exampleRows('en', months.flatMap(eachDay), channels);
  return METRICS.every(([metric, column]) => {
    const theirs = rows.reduce((sum, row) => sum + Number(row[column]), 0);
    return theirs === series.reduce((sum, one) => sum + (one.metric === metric ? sumOf(one) : 0), 0);
  });
}

/** Columns of the example's rows, by metric. */
const METRICS: readonly [metric: string, column: number][] = [
  ['impressions', 2],
  ['clicks', 3],
  ['cost', 4],
  ['leads', 5],
];

const sumOf = ({ units, scale }: FactSeries): number => units.reduce((sum, value) => sum + value, 0) / 10 ** scale;

function exampleCounted({ id }: Client, file: string, sources: string[]): Problem {
  const names = sources.join(', ');
  return {
    ...{ code: 'example-among-data', severity: 'error', client: id, file },
    found: {
      ru: `строки примера лежат рядом с настоящими выгрузками (${names}) и вошли бы в итоги`,
      en: `the rows of the example lie beside real exports (${names}) and would be counted with them`,
    },
    expected: { ru: 'только выгрузки клиента', en: 'nothing but the client’s exports' },
    mend: { ru: 'удалите папку exports/example', en: 'delete the folder exports/example' },
  };
}

function exampleLeft({ id }: Client, file: string): Problem {
  return {
    ...{ code: 'example-left', severity: 'warning', client: id, file },
    found: {
      ru: 'остался пример, с которым создан клиент: он прочтёт его в отчёте',
      en: 'an example that the client was made with is left: it will be read in the report',
    },
    expected: { ru: 'слова и строки самого клиента', en: 'words and rows of the client’s own' },
    mend: {
      ru: 'замените пример своим или удалите его; файл, который не нужен, удалите целиком',
      en: 'put your own in its place or delete it; a file that is not needed may go as a whole',
    },
  };
}
