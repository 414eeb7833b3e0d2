import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { recompute } from './recompute.ts';

/**
 * What the managers' notes say, in the words of the note, and where the figure comes from. `value` is the month's own,
 * `month` and `year` the relative change to the month before and the same period a year ago, `was` and `ago` those
 * periods' values. Channels stand before the metric.
 */
type Claim = [words: string, kind: 'value' | 'month' | 'year' | 'was' | 'ago', figure: string];

const CLAIMS: Record<string, Claim[]> = {
  'hotel-sosnovaya-bukhta/2026-08': [
    ['20,2 млн ₽', 'value', 'revenue'],
    ['399 броней', 'value', 'sales'],
    ['10,0 %', 'year', 'revenue'],
    ['19,8 %', 'month', 'revenue'],
    ['345 броней', 'ago', 'sales'],
    ['842 ₽', 'value', 'cpl'],
    ['75 броней', 'value', 'seo sales'],
    ['15,1 %', 'was', 'vk-ads drr'],
    ['13,8 %', 'value', 'vk-ads drr'],
  ],
  'hotel-sosnovaya-bukhta/2026-09': [
    ['303 брони', 'value', 'sales'],
    ['13,9 %', 'year', 'revenue'],
    ['49 553 ₽', 'value', 'aov'],
    ['161 бронь', 'value', 'yandex-direct sales'],
    ['123 год назад', 'ago', 'yandex-direct sales'],
    ['14,6 %', 'year', 'vk-ads cost'],
  ],
  'hotel-sosnovaya-bukhta/2026-10': [
    ['249 броней', 'value', 'sales'],
    ['12,3 млн ₽', 'value', 'revenue'],
    ['24,6 %', 'year', 'revenue'],
    ['656 лидов', 'value', 'leads'],
    ['31,2 %', 'year', 'leads'],
    ['33,3 %', 'year', 'organic-clicks'],
    ['1 569 ₽', 'value', 'vk-ads cpl'],
    ['16,8 %', 'value', 'vk-ads drr'],
    ['899 ₽', 'value', 'cpl'],
  ],
  'hotel-sosnovaya-bukhta/2026-Q3': [
    ['60,3 млн ₽', 'value', 'revenue'],
    ['11,3 %', 'year', 'revenue'],
    ['1 179', 'value', 'sales'],
    ['20,1 %', 'year', 'cost'],
    ['6,6 %', 'year', 'cpc'],
    ['3,5 %', 'year', 'aov'],
  ],
  'furniture-tikhiy-dom/2026-08': [
    ['644 продажи', 'value', 'sales'],
    ['26,1 млн ₽', 'value', 'revenue'],
    ['20,4 %', 'month', 'revenue'],
    ['12,2 %', 'value', 'drr'],
    ['355 продаж', 'value', 'marketplace sales'],
    ['76,4 %', 'value', 'telegram-ads drr'],
    ['40 500 ₽', 'value', 'aov'],
  ],
  'furniture-tikhiy-dom/2026-09': [
    ['701 продажа', 'value', 'sales'],
    ['19,2 %', 'year', 'revenue'],
    ['11,9 %', 'value', 'drr'],
    ['198 продаж', 'value', 'yandex-direct sales'],
    ['21,0 %', 'value', 'yandex-direct close-rate'],
    ['15,2 %', 'month', 'google-ads cpl'],
    ['184,5 тыс. ₽', 'value', 'telegram-ads cost'],
    ['148,1 тыс. ₽', 'value', 'telegram-ads revenue'],
  ],
  'furniture-tikhiy-dom/2026-10': [
    ['925 продаж', 'value', 'sales'],
    ['36,0 млн ₽', 'value', 'revenue'],
    ['11,8 %', 'value', 'drr'],
    ['2 962 лида', 'value', 'leads'],
    ['38 927 ₽', 'value', 'aov'],
    ['6,0 % меньше', 'month', 'aov'],
    ['67,4 % больше', 'month', 'vk-ads leads'],
    ['134,8 тыс. ₽', 'value', 'telegram-ads cost'],
    ['47,4 %', 'month', 'marketplace cost'],
  ],
  'dental-belaya-vetka/2026-08': [
    ['228 лидов', 'value', 'leads'],
    ['1 221 ₽', 'value', 'cpl'],
    ['1,57 млн ₽', 'value', 'revenue'],
    ['42,5 %', 'month', 'leads'],
    ['18,9 %', 'month', 'aov'],
    ['416 ₽', 'value', 'maps cpl'],
  ],
  'dental-belaya-vetka/2026-09': [
    ['233 лида', 'value', 'leads'],
    ['16,5 %', 'month', 'revenue'],
    ['15 018 ₽', 'value', 'aov'],
    ['84 ₽', 'value', 'yandex-direct cpc'],
    ['110 лидов', 'value', 'maps leads'],
    ['18,2 %', 'month', 'maps cost'],
  ],
  'dental-belaya-vetka/2026-10': [
    ['179 лидов', 'value', 'leads'],
    ['1,56 млн ₽', 'value', 'revenue'],
    ['14,8 %', 'month', 'revenue'],
    ['1 624 ₽', 'value', 'cpl'],
    ['18,6 %', 'value', 'drr'],
    ['889 ₽', 'value', 'maps cpa'],
    ['6 055 ₽', 'value', 'yandex-direct cpa'],
  ],
  'software-ledgerlark/2026-08': [
    ['1,068 leads', 'value', 'leads'],
    ['138 sales', 'value', 'sales'],
    ['$224,350', 'value', 'revenue'],
    ['12.9%', 'value', 'close-rate'],
    ['8.4%', 'month', 'google-ads leads'],
    ['$81.78', 'value', 'google-ads cpl'],
  ],
  'software-ledgerlark/2026-09': [
    ['165 sales', 'value', 'sales'],
    ['26.0%', 'year', 'sales'],
    ['$256,910', 'value', 'revenue'],
    ['$517', 'value', 'google-ads cpa'],
    ['$31,800', 'value', 'linkedin-ads revenue'],
    ['31.9%', 'year', 'seo leads'],
  ],
  'software-ledgerlark/2026-10': [
    ['192 sales', 'value', 'sales'],
    ['$333,090', 'value', 'revenue'],
    ['4.44', 'value', 'roas'],
    ['11.4%', 'month', 'aov'],
    ['21.3%', 'month', 'google-ads clicks'],
    ['87 leads', 'value', 'linkedin-ads leads'],
    ['$1,083', 'value', 'linkedin-ads cpa'],
    ['2.22', 'value', 'meta-ads roas'],
  ],
};

/** The first number of some words: its value, and half a unit of its last digit. */
function quoted(words: string, isRussian: boolean): { value: number; half: number } {
  const text = isRussian ? words.replaceAll(' ', '').replace(',', '.') : words.replaceAll(',', '');
  const digits = /\d+(?:\.\d+)?/.exec(text)![0];
  const scale = words.includes('млн') ? 1e6 : words.includes('тыс') ? 1e3 : words.includes('%') ? 0.01 : 1;
  return { value: Number(digits) * scale, half: 0.5 * 10 ** -(digits.split('.')[1]?.length ?? 0) * scale };
}

function earlier(period: string, kind: Claim[1]): string {
  const year = Number(period.slice(0, 4));
  if (kind === 'year' || kind === 'ago') return `${year - 1}${period.slice(4)}`;
  return `${year}-${String(Number(period.slice(5)) - 1).padStart(2, '0')}`;
}

function figureOf(client: string, period: string, figure: string): number {
  const [metric = '', channel] = figure.split(' ').reverse();
  const { totals, channels } = recompute(client, period);
  return Number((channel === undefined ? totals : channels[channel]!)[metric]);
}

/** Size of the figure a claim is about; the direction of a change stands in the note's words. */
function truth(client: string, period: string, [, kind, figure]: Claim): number {
  const value = figureOf(client, period, figure);
  if (kind === 'value') return value;
  const before = figureOf(client, earlier(period, kind), figure);
  return kind === 'was' || kind === 'ago' ? before : Math.abs(value / before - 1);
}

describe.each(Object.entries(CLAIMS))('the note %s', (note, claims) => {
  const [client = '', period = ''] = note.split('/');
  const file = join(import.meta.dirname, '../../content/reports/notes', `${note}.mdx`);
  const text = readFileSync(file, 'utf8').replace(/\s+/g, ' ');

  test.each(claims)('says «%s» and it is so', (words, kind, figure) => {
    expect(text).toContain(words);
    const { value, half } = quoted(words, !client.startsWith('software'));
    expect(Math.abs(truth(client, period, [words, kind, figure]) - value)).toBeLessThanOrEqual(half * 1.0001);
  });
});
