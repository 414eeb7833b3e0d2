import { describe, expect, it } from 'vitest';
import { foreignWords } from '../../src/sites/foreign-words.ts';
import { namedTables } from '../../src/sites/handbook/named-tables.ts';

const russianWords = (html: string): string => foreignWords(html, 'en');

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

describe('English words of a Russian page', () => {
  const englishWords = (html: string): string => foreignWords(html, 'ru');

  it('are told to be English where they make a phrase', () => {
    expect(englishWords('<td><b>CPL, цена лида</b> · cost per lead, как в Google Ads</td>')).toBe(
      '<td><b>CPL, цена лида</b> · <span lang="en">cost per lead</span>, как в Google Ads</td>',
    );
  });

  it('are left in addresses and in code', () => {
    for (const html of ['<code>npm run build now</code>', '<p>CRM, UTM-метки и https://a.example/b</p>'])
      expect(englishWords(html)).toBe(html);
  });
});

describe('tables of a lesson', () => {
  it('are named by the heading they stand under, those with a caption by it', () => {
    const heading = '<h2 id="formulas">Formulas</h2>';
    expect(namedTables(`<table><tr></tr></table>${heading}<p></p><table><tr></tr></table>`)).toBe(
      `<table><tr></tr></table>${heading}<p></p><table aria-labelledby="formulas"><tr></tr></table>`,
    );
    const own = `${heading}<table><caption>Own</caption></table>`;
    expect(namedTables(own)).toBe(own);
  });
});
