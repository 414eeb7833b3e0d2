import type { SourceList } from '../types/figures.ts';
import type { Period } from '../types/period.ts';
import type { Facts } from './facts.ts';
import { byText } from './order.ts';

/**
 * The lists that the client's files hold for a period: queries, search terms, placements, pages. A list counts when
 * all its days lie in the period; one without a period belongs to none. The same file twice gives its lists once.
 */
export function partLists(facts: Facts, period: Period): SourceList[] {
  const seen = new Set<string>();
  const lists: SourceList[] = [];
  for (const { file } of facts.files) {
    if (seen.has(file.sha256)) continue;
    seen.add(file.sha256);
    for (const list of file.tables ?? []) {
      const days = list.period;
      if (days && days.from >= period.from && days.to <= period.to) {
        lists.push({ source: file.source, file: file.file, ...list });
      }
    }
  }
  const keyOf = (list: SourceList): string => [list.source, list.kind, list.period?.from, list.file].join('\n');
  return lists.sort((a, b) => byText(keyOf(a), keyOf(b)));
}
