import type { Finding } from '../workspace/findings.ts';
import type { LedgerLine } from './ledger.ts';

/**
 * Lines that stand where no sender writes them: the data or outcome of an attempt that is not under way, an attempt
 * that begins again before it has ended. Two attempts of one number, one after the other, are what remains when two
 * branches that both sent are joined; each counts.
 */
export function brokenOrder(lines: readonly LedgerLine[]): Finding[] {
  const underWay = new Set<string>();
  return lines.flatMap((line, index): Finding[] => {
    if (line.kind === 'follow-up' || line.kind === 'follow-up-withdrawn') return [];
    const { kind, attempt } = line;
    const begun = underWay.has(attempt);
    if (kind === 'intent') underWay.add(attempt);
    if (kind === 'outcome') underWay.delete(attempt);
    if (begun === (kind !== 'intent')) return [];
    return [
      {
        ...{ code: 'ledger-order-broken', severity: 'error', row: index + 1, column: 'attempt', mend: MEND },
        found: { ru: `${kind} попытки ${attempt}`, en: `${kind} of the attempt ${attempt}` },
        expected:
          kind === 'intent'
            ? { ru: 'сначала outcome этой же попытки выше', en: 'its outcome above first' }
            : { ru: 'выше — intent этой попытки, ещё без outcome', en: 'above it, its intent without an outcome yet' },
      },
    ];
  });
}

const MEND = {
  ru: 'расставьте строки каждой попытки подряд: intent, data, outcome — или верните файл из git; ни одной не удаляйте',
  en: 'set the lines of every attempt one after another: intent, data, outcome, or restore the file from git; delete none',
};
