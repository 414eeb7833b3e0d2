import type { ChartTable } from '../../charts/types.ts';

/**
 * The body of a chart's data table. Written as text: as components, the cells of a report's charts would cost Astro
 * more than drawing the charts does.
 */
export const tableRows = ({ rows }: ChartTable): string => rows.map(rowText).join('');

function rowText([name = '', ...cells]: string[]): string {
  let text = `<tr><th scope="row">${escape(name)}</th>`;
  for (const cell of cells) text += `<td class="n">${escape(cell)}</td>`;
  return `${text}</tr>`;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', "'": '&#39;', '"': '&quot;' };

/** As Astro does. */
const escape = (text: string): string => text.replace(/[&<>'"]/g, (sign) => ESCAPES[sign]!);
