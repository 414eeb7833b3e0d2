import type { ChartTable } from '../../charts/types.ts';
import { escaped } from '../markup.ts';

/** The body of a chart's data table. */
export const tableRows = ({ rows }: ChartTable): string => rows.map(rowText).join('');

function rowText([name = '', ...cells]: string[]): string {
  let text = `<tr><th scope="row">${escaped(name)}</th>`;
  for (const cell of cells) text += `<td class="n">${escaped(cell)}</td>`;
  return `${text}</tr>`;
}
