import { describe, expect, it } from 'vitest';
import { drawingFault } from '../../src/locale/drawing-fault.ts';
import { finishPage } from '../../src/sites/finish-page.ts';

function messageOf(draw: () => unknown): string {
  try {
    return String(draw());
  } catch (error) {
    return (error as Error).message;
  }
}

describe('a drawn page', () => {
  it('whose links all lead somewhere is published as it is', () => {
    expect(finishPage('<p id="a"></p><a href="#a">x</a>')).toBe('<p id="a"></p><a href="#a">x</a>');
  });

  it('is refused for links that lead nowhere, with the components that would make their places', () => {
    const page = '<a href="#asks">2</a><a href="#src-leads">5</a><a href="#nowhere">x</a>';
    const drawn = () => finishPage(page);
    expect(drawn).toThrow('#asks (<Asks />), #src-leads (<DataAppendix />), #nowhere');
    const told = drawingFault(messageOf(drawn));
    expect(told.ru).toContain('ссылки ведут к #asks (<Asks />), #src-leads (<DataAppendix />), #nowhere, а ни один');
    expect(told.en).toContain('links lead to #asks (<Asks />), #src-leads (<DataAppendix />), #nowhere, which no');
  });

  it('tells what is written in Russian on an English page, below its head', () => {
    const page = (language: string, words: string): string =>
      `<!DOCTYPE html><html lang="${language}"><head><title>Акт</title></head><body>${words}</body></html>`;
    const words = '<p data-label="Акт">Signed: Счёт и акт</p>';
    const told = '<p data-label="Акт">Signed: <span lang="ru">Счёт и акт</span></p>';
    expect(finishPage(page('en', words))).toBe(page('en', told));
    expect(finishPage(page('ru', words))).toBe(page('ru', words));
  });

  it('tells what else it threw in its own words', () => {
    expect(drawingFault('x is not a function')).toEqual({ ru: 'x is not a function', en: 'x is not a function' });
  });
});
