import { attribute, escaped } from '../markup.ts';
import { findLineage } from '../report/lineage.ts';
import { textComponent } from '../text-component.ts';

interface Props {
  metric: string;
  text: string;
}

/** A figure that leads to its lineage in the data appendix. */
export const Num = textComponent(({ metric, text }: Props, { report }) => {
  const anchor = findLineage(report, metric);
  return anchor
    ? `<a class="num"${attribute('href', `#${anchor}`)}>${escaped(text)}</a>`
    : `<span class="num">${escaped(text)}</span>`;
});
