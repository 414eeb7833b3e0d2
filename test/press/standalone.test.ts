import { describe, expect, it } from 'vitest';
import { standalone } from '../../src/press/printing/standalone.ts';

const FILES: Record<string, string> = {
  '../assets/style.css': `@font-face{src:url(inter.woff2) format("woff2")} .a{background:url('pics/dot one.png?v=1')} .b::after{content:"</style>"} .c{mask:url(#m);background:url(data:image/gif;base64,AA==)}`,
  '../assets/inter.woff2': 'font',
  '../assets/pics/dot one.png': 'dot',
  '../assets/logo.svg': '<svg/>',
  'photo.jpg': 'photo',
  'a&b.png': 'both',
};

const read = (path: string): Uint8Array => {
  const text = FILES[path];
  if (text === undefined) throw new Error(`no ${path}`);
  return new TextEncoder().encode(text);
};

const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('a page made self-contained', () => {
  it('carries its style sheet, with fonts and pictures named relative to the sheet', () => {
    const html = standalone('<link rel="stylesheet" media="print" href="../assets/style.css?x=1">', read);
    expect(html).toMatch(/^<style media="print">/);
    expect(html).toContain(`url("data:font/woff2;base64,${base64('font')}") format("woff2")`);
    expect(html).toContain(`url("data:image/png;base64,${base64('dot')}")`);
    expect(html).toContain('url(#m)');
    expect(html).toContain('url(data:image/gif;base64,AA==)');
    expect(html.match(/<\/style>/g)).toHaveLength(1);
  });

  it('carries its pictures and forgets smaller versions of them', () => {
    const html = standalone(
      '<picture><source srcset="x.webp"><img alt="a > b" loading="lazy" srcset="y.png 2x" src=\'photo.jpg\'></picture>' +
        '<svg><image href="../assets/logo.svg"/></svg><img src="a&amp;b.png">',
      read,
    );
    expect(html).toContain(`alt="a > b"   src="data:image/jpeg;base64,${base64('photo')}"`);
    expect(html).toContain(`<image href="data:image/svg+xml;base64,${base64('<svg/>')}"/>`);
    expect(html).toContain(base64('both'));
    expect(html).not.toMatch(/srcset|source|lazy/);
  });

  it('carries pictures named by its own style elements', () => {
    expect(standalone('<style>p{background:url(photo.jpg)}</style>', read)).toContain(base64('photo'));
  });

  it('has no scripts and no hints to the browser', () => {
    const html = standalone(
      '<link rel="icon" href="no.ico"><link rel=preload href=no.css><script type="module" src="a>b.js"></script>' +
        '<script>if (1 < 2) document.write("<img src=no.png>")</script><p>text</p>',
      read,
    );
    expect(html).toBe('<p>text</p>');
  });

  it('leaves text, comments and other hosts as they are', () => {
    const html =
      '<!-- <img src="no.png"> --><p>&lt;img src="no.png"&gt; url(no.png)</p>' +
      '<img src="https://example.com/a.png"><link rel="stylesheet" href="//example.com/a.css"><a href="photo.jpg">p</a>';
    expect(standalone(html, read)).toBe(html);
  });

  it('names a missing file and a file of unknown kind', () => {
    expect(() => standalone('<img src="gone.png">', read)).toThrow('no gone.png');
    expect(() => standalone('<img src="a.exe">', read)).toThrow('a.exe: no known kind of picture or font');
  });
});
