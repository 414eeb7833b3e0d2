import { describe, expect, it } from 'vitest';
import { russianWords } from '../../src/sites/handbook/russian-words.ts';

describe('Russian words of an English page', () => {
  it('are told to be Russian, words that follow one another together', () => {
    expect(russianWords('<p>spend in revenue (ДРР); agency commission · агентская комиссия (АК)</p>')).toBe(
      '<p>spend in revenue (<span lang="ru">ДРР</span>); agency commission · ' +
        '<span lang="ru">агентская комиссия</span> (<span lang="ru">АК</span>)</p>',
    );
    expect(russianWords('<b>счёт-фактура</b>, ДРР, доля\u00a0расходов')).toBe(
      '<b><span lang="ru">счёт-фактура</span></b>, <span lang="ru">ДРР, доля\u00a0расходов</span>',
    );
  });

  it('are left where an element has said it, in attributes and where no element may stand', () => {
    const left = [
      '<a lang="ru" href="../ru/">Русский</a>',
      '<a title="Русский">Russian</a>',
      '<script>const a = "<p>акт</p>";</script>',
      '<svg><text>акт</text></svg>',
      '<select><option>акт</option></select>',
      '<p>Plain words</p>',
    ];
    for (const html of left) expect(russianWords(html)).toBe(html);
  });
});
