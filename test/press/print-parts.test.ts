import { describe, expect, it } from 'vitest';
import { pageParts } from '../../src/press/printing/print-parts.ts';

const face = (name: string): string => `@font-face { font-family: ${name}; src: url("data:font/woff2;base64,AAAA") }`;

const styled = (css: string): string => `<html><head><style>${css}</style></head><body>text</body></html>`;

describe('a page taken apart for printing', () => {
  it('gives away its fonts in order, and keeps everything else', () => {
    const parts = pageParts(
      styled(`${face('One')} h1 { color: red } ${face('Two')}`) + `<style>${face('Three')}</style>`,
    );
    expect(parts.faces).toEqual([face('One'), face('Two'), face('Three')]);
    expect(parts.html).toBe(`${styled(' h1 { color: red } ')}<style></style>`);
  });

  it('keeps fonts under a condition, in comments, in strings, in text and those that are not inside of it', () => {
    const kept = [
      `@media print { ${face('Paper')} }`,
      `@supports (color: red) { @media print { ${face('Deep')} } }`,
      `/* } ${face('Comment')} */`,
      `a::after { content: '} ${face('String').replaceAll('"', '')}' }`,
      '@font-face { font-family: Far; src: url("far.woff2") }',
      '@font-face { font-family: Own; src: local("Own") }',
    ];
    for (const css of kept) expect(pageParts(styled(css))).toMatchObject({ html: styled(css), faces: [] });
    const text = `<p>${face('Text')}</p><style media="screen">${face('Screen')}</style>`;
    expect(pageParts(text)).toMatchObject({ html: text, faces: [] });
    const after = pageParts(styled(`a::after { content: "}" } @media print { p { color: red } } ${face('Last')}`));
    expect(after.faces).toEqual([face('Last')]);
  });

  it('leaves the policy of its readers behind', () => {
    const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:">`;
    expect(pageParts(`<head><meta charset="utf-8">${policy}<title>x</title></head>`).html).toBe(
      '<head><meta charset="utf-8"><title>x</title></head>',
    );
  });

  it.each([
    '<p style="background:url(http://example.com/a.png)">x</p>',
    '<p style="background:URL( &quot;a.png&quot; )">x</p>',
    String.raw`<p style="background:\75 rl(http://example.com/a.png)">x</p>`,
    String.raw`<p style="background:u\rl(http://example.com/a.png)">x</p>`,
    '<style>@import "a.css"</style>',
    '<style>p { background: image-set("a.png" 1x) }</style>',
    '<style>p { background: src("a.png") }</style>',
    '<table background="a.png"></table>',
    '<object data="a.svg"></object>',
    '<iframe src="a.html"></iframe>',
    '<input type="image" src="a.png">',
    '<video poster="a.png"></video>',
  ])('may ask for something when it is drawn: %s', (html) => {
    expect(pageParts(html).asksLate).toBe(true);
  });

  it('asks for nothing when it is drawn with pictures of its own, places on the page and fonts', () => {
    const body = `<svg><g clip-path="url(#a)" style="fill:url('#b');mask:url(&quot;#c&quot;)"/></svg><img src="data:,">`;
    expect(pageParts(styled(`${face('One')} p::before { content: "\\2014" }`) + body).asksLate).toBe(false);
  });
});
