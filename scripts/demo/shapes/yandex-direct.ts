import type { ExportFile, Part } from '../export-file.ts';
import { total } from '../export-file.ts';
import type { Result } from '../market.ts';
import { delimited, money, percent } from '../table.ts';

const dotted = (day: string): string => day.split('-').reverse().join('.');

const figures = (results: Result[]): string[] => {
  const [impressions, clicks] = [total(results, 'impressions'), total(results, 'clicks')];
  return [
    String(impressions),
    String(clicks),
    percent(clicks, impressions, ','),
    money(total(results, 'cost'), ','),
    String(total(results, 'leads')),
  ];
};

/** Report of campaigns by day: two lines of preamble, `;`, decimal comma, `Итого` last, Windows-1251. */
export function yandexDirect(part: Part): ExportFile {
  const rows = [
    ['Отчет по кампаниям'],
    [`Период: ${dotted(part.from)} - ${dotted(part.to)}`],
    ['Дата', 'ID кампании', 'Название кампании', 'Показы', 'Клики', 'CTR (%)', 'Расход (руб., с НДС)', 'Конверсии'],
    ...part.results.map((result) => [
      dotted(result.day),
      result.campaign.id,
      result.campaign.name,
      ...figures([result]),
    ]),
    ['Итого', '', '—', ...figures(part.results)],
  ];
  const name = `direct_${part.from.replaceAll('-', '')}_${part.to.replaceAll('-', '')}.csv`;
  return { name, text: delimited(rows, ';', '\r\n'), encoding: 'windows-1251' };
}
