import { expect, it } from 'vitest';
import { anchorWords } from '../../src/sites/handbook/anchor-words.ts';

const heading = (label: string) =>
  `<h2 id="a">A</h2><a class="sl-anchor-link" href="#a"><span aria-hidden="true"><svg></svg></span><span class="sr-only">${label}</span></a>`;

it('links of headings are told in the language of the page, whichever was taken for it', () => {
  const russian = heading('Ссылка на раздел «Words of an “ad”»');
  const english = heading('Section titled “Слова «объявления»”');
  expect(anchorWords(russian + russian, 'en')).toBe(
    heading('Link to the section “Words of an “ad””') + heading('Link to the section “Words of an “ad””'),
  );
  expect(anchorWords(english, 'ru')).toBe(heading('Ссылка на раздел «Слова «объявления»»'));
  expect(anchorWords('<p>«A»</p>', 'en')).toBe('<p>«A»</p>');
});
