import { describe, expect, it } from 'vitest';
import { finishPage } from '../../src/sites/finish-page.ts';

describe('a drawn page', () => {
  it('whose links all lead somewhere is published as it is', () => {
    expect(finishPage('<p id="a"></p><a href="#a">x</a>')).toBe('<p id="a"></p><a href="#a">x</a>');
  });

  it('is refused for links that lead nowhere, with the components that would make their places', () => {
    const page = '<a href="#asks">2</a><a href="#src-leads">5</a><a href="#nowhere">x</a>';
    expect(() => finishPage(page)).toThrow(
      '#asks (<Asks />), #src-leads (<DataAppendix />), #nowhere, which no component',
    );
  });
});
