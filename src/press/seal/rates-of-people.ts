import type { Rate } from '../../types/proposal.ts';

/**
 * What an hour of one person costs, as the agency's table has it and as data made of it would: a proposal prices lines,
 * and the table behind them stays with the agency.
 * @param table `data/rates.csv` as it is written
 */
export function ratesOfPeople(rates: readonly Rate[], table: string): string[] {
  const own = rates.flatMap(({ person, ...rate }) => (person === null ? [] : [{ person, ...rate }]));
  const lines = table
    .split(/\r?\n/)
    .filter((line) => own.some(({ person, rate }) => line.includes(person) && line.includes(rate)));
  const data = own.flatMap(({ person, currency, rate }) => {
    const fields = Object.entries({ person, currency, rate }).map(([name, value]) => [name, JSON.stringify(value)]);
    return [':', ': '].map((colon) => fields.map(([name, value]) => `"${name}"${colon}${value}`));
  });
  return [...lines, ...data.flatMap((fields) => [fields.join(','), fields.join(', ')])];
}
