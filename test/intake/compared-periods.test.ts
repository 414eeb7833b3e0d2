import { describe, expect, test } from 'vitest';
import { codes, english, read } from './helpers.ts';

const two = (one: string, other: string, metrics: readonly string[]): string =>
  metrics.flatMap((metric) => [`${one} ${metric}`, `${other} ${metric}`]).join(',');
const METRICS = ['Clicks', 'Impressions', 'CTR', 'Position'];

describe('a table of two periods side by side', () => {
  test.each([
    ['Last 3 months', 'Previous 3 months'],
    ['10/1/26 - 12/31/26', '10/1/25 - 12/31/25'],
    ['Last 28 days', 'Same period last year'],
  ])('%s and %s is asked for without the comparison', (one, other) => {
    const head = two(one, other, METRICS);
    const list = read(`Top queries,${head}\nroof,5,4,50,40,10%,10%,3,4\n`);
    expect(list.feeds).toEqual([]);
    expect(codes(list)).toEqual(['warning compared-periods']);
    const table = read(`Country,${head}\nMalta,5,4,50,40,10%,10%,3,4\n`);
    expect(codes(table)).toEqual(['warning compared-periods']);
    expect(english(table.problems[0]!.found)).toBe(`two periods side by side: “${one}”, “${other}”`);
  });

  test('is told in Russian too', () => {
    const head = two('Последние 3 месяца:', 'Предыдущие 3 месяца:', ['Клики', 'Показы', 'Позиция']);
    expect(codes(read(`Страна,${head}\nМальта,5,4,50,40,3,4\n`))).toEqual(['warning compared-periods']);
  });

  test('is not made of two systems side by side, nor of a single column', () => {
    for (const head of [two('Google', 'Bing', METRICS), 'Last 3 months Clicks,Previous 3 months Clicks,a,b,c,d,e,f']) {
      expect(codes(read(`Country,${head}\nMalta,5,4,50,40,10%,10%,3,4\n`))).toEqual(['error unknown-format']);
    }
  });
});
