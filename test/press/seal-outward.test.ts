import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressesOf } from '../../src/press/seal/proofs/addresses.ts';
import { proveLetters, proveOutward, provePdfOutward } from '../../src/press/seal/proofs/outward-proof.ts';
import { pdfOf } from './small-pdf.ts';

describe('addresses', () => {
  const NAME = /<[a-z][a-z0-9:-]*/gi;
  const GAP = /[\s/]*/y;
  const ATTRIBUTE = /([^\s>/][^\s=>/]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|(?!\s*["'])([^\s>]*)))?/y;

  /** Attributes of the tag whose name ends at `from`, as a browser reads them; `null` when the text ends before it. */
  const attributesOf = (text: string, from: number): { found: RegExpExecArray[]; end: number } | null => {
    const found: RegExpExecArray[] = [];
    for (let at = from; ;) {
      GAP.lastIndex = at;
      at += GAP.exec(text)![0].length;
      if (at >= text.length) return null;
      if (text[at] === '>') return { found, end: at + 1 };
      ATTRIBUTE.lastIndex = at;
      const attribute = ATTRIBUTE.exec(text)!;
      at += attribute[0].length;
      // A value in quotation marks that end nowhere swallows the rest; behind a value a sign of equality begins a name.
      const valued = attribute.slice(2).some((value) => value !== undefined);
      if (!valued && /^\s*=\s*["']/.test(text.slice(at))) return null;
      found.push(attribute);
    }
  };

  const defined = (text: string) => {
    const all: { address: string; at: number }[] = [];
    for (let tag = NAME.exec(text); tag; tag = NAME.exec(text)) {
      const read = attributesOf(text, NAME.lastIndex);
      NAME.lastIndex = read?.end ?? tag.index + 1;
      for (const { 1: name = '', 2: double, 3: single, 4: bare, index: at } of read?.found ?? [])
        if (/^(?:href|src)$/i.test(name) && (double ?? single ?? bare) !== undefined)
          all.push({ address: (double ?? single ?? bare)!.trim(), at });
    }
    return all;
  };

  it('are those of attributes of tags, by byte', () => {
    const pieces = [
      '<a',
      '<IMG',
      '<x:y-1',
      '<',
      '>',
      '/>',
      '/',
      ' ',
      '\n',
      '\u00a0',
      '=',
      '"',
      "'",
      'href',
      'SRC',
      ' href="u"',
      " src='v'",
      ' href=w/',
      'é',
      ' x',
      '1',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (parts) => {
        const text = parts.join('');
        const found = addressesOf('page.html', Buffer.from(text)).map(({ address, at }) => ({ address, at }));
        const bytes = defined(text).map((one) => ({ ...one, at: Buffer.byteLength(text.slice(0, one.at)) }));
        expect(found).toEqual(bytes);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['page.html', '<img/src="//cdn.example/a.png"/>'],
    ['page.html', '<img alt=""src=//cdn.example/a.png>'],
    ['page.HTM', '<img src=//cdn.example/a.png>'],
    ['mark.svg', '<rect stroke-width="2" fill=\'URL("//cdn.example/a.png")\'/>'],
    ['page.html', '<svg><path mask="url(//cdn.example/a.png)"/></svg>'],
    ['page.html', '<iframe srcdoc="&lt;img src=&quot;//cdn.example/a.png&quot;&gt;"></iframe>'],
    ['page.html', '<meta content="0;//cdn.example/a.png" http-equiv=refresh>'],
    ['style.css', 'a{background:image-set("//cdn.example/a.png" 1x)}'],
    ['page.html', '<img src="&#47/cdn.example/a.png">'],
    ['style.css', '@import"//cdn.example/a.png";'],
    ['mark.svg', '<?xml-stylesheet href="//cdn.example/a.png"?><svg/>'],
    ['work.mjs', 'import "//cdn.example/a.png"'],
  ])('are found however they are written in %s: %s', (file, text) => {
    expect(addressesOf(file, Buffer.from(text)).map(({ address, fetched }) => ({ address, fetched }))).toEqual([
      { address: '//cdn.example/a.png', fetched: true },
    ]);
  });

  it('of other style sheets are found without a space before them too', () => {
    expect(addressesOf('style.css', Buffer.from('@import"a.css";@import\'b.css\''))).toMatchObject([
      { address: 'a.css', at: 0 },
      { address: 'b.css', at: '@import"a.css";'.length },
    ]);
  });

  it('that are data themselves are pictures and fonts: whatever else stands in them might load anything', () => {
    const folder = { path: 'reports/alder', owner: 'reports/alder', files: [] };
    const reach = { folder, files: new Set<string>(), hosts: new Set<string>() };
    const codes = (address: string) =>
      proveOutward('reports/alder/page.html', [{ address, fetched: true, at: 7 }], reach).map((one) => one.code);
    for (const kind of ['image/svg+xml', 'image/png;base64', 'font/woff2;base64', 'IMAGE/gif'])
      expect(codes(`data:${kind},x`), kind).toEqual([]);
    for (const kind of ['text/html', 'text/javascript', 'text/css', 'application/xhtml+xml', 'text/xml', 'x-a/b'])
      expect(codes(`data:${kind},x`), kind).toEqual(['seal-outward-request']);
  });

  it('lead to a host the workspace names, and to no other that only begins like it', () => {
    const folder = { path: 'reports/alder', owner: 'reports/alder', files: [] };
    const reach = { folder, files: new Set<string>(), hosts: new Set(['alder.example']) };
    const codes = (address: string) =>
      proveOutward('reports/alder/page.html', [{ address, fetched: false, at: 7 }], reach).map((one) => one.code);
    for (const address of ['https://alder.example', 'http://www.alder.example:8080/a', 'https://ALDER.example/@us'])
      expect(codes(address), address).toEqual([]);
    for (const address of [
      'https://alder.example@stranger.example/',
      'https://alder.example:x@stranger.example/',
      'https://alder.example.stranger.example/',
      'https:alder.example',
      '//alder.example',
    ])
      expect(codes(address), address).toEqual(['seal-outward-link']);
  });

  it('cannot be told in other letters than UTF-8, which no page, style sheet or script may have', () => {
    const page = '<script src="//cdn.example/a.js"></script>';
    for (const file of ['page.html', 'mark.svg', 'style.css', 'work.js']) {
      expect(proveLetters(file, Buffer.from(page))).toEqual([]);
      expect(proveLetters(file, Buffer.from(page, 'utf16le'))).toMatchObject([{ code: 'seal-outward-letters', file }]);
      expect(proveLetters(file, Buffer.from(`${page}é`, 'latin1'))).toHaveLength(1);
    }
  });

  it('are none in words, nor in entities that stand for no sign', () => {
    expect(addressesOf('page.html', Buffer.from('<p>a = url(//cdn.example/a.png)</p>'))).toEqual([]);
    expect(
      addressesOf('page.html', Buffer.from('<meta name="description" content="5 ways"><a href="&#9999999;">')),
    ).toMatchObject([{ address: '&#9999999;' }]);
  });

  it('of style sheets and scripts are those of every block, wherever it stands', () => {
    const BLOCK = /<(style|script)\b([^>]*)>([\s\S]*?)<\/\1>/gi;
    const pieces = [
      '<style',
      '<SCRIPT',
      '<strong>',
      '<script type="application/json"',
      '>',
      '</style>',
      '</Script>',
      '</',
      ' title="',
      '"',
      '@import "u";',
      '"https://b.example/"',
      'é',
      '<',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 16 }), (parts) => {
        const text = parts.join('');
        const expected = [...text.matchAll(BLOCK)].flatMap(({ 0: whole, 1: kind, 2: about, 3: inside, index }) => {
          const from = index + whole.length - inside!.length - kind!.length - '</>'.length;
          const file = /style/i.test(kind!) ? 'a.css' : /json/i.test(about!) ? 'a.json' : 'a.js';
          const first = Buffer.byteLength(text.slice(0, from));
          return addressesOf(file, Buffer.from(inside!)).map((one) => ({ ...one, at: first + one.at }));
        });
        expect(addressesOf('page.html', Buffer.from(text))).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('are those of style sheets and scripts in a page, by byte', () => {
    const text = 'é<STYLE media=x>é{background:url(a.png)}</style><script>é;fetch("https://b.example/")</script>';
    const place = (part: string) => Buffer.byteLength(text.slice(0, text.indexOf(part)));
    expect(addressesOf('page.html', Buffer.from(text))).toEqual([
      { address: 'a.png', fetched: true, at: place('url(') },
      { address: 'https://b.example/', fetched: true, at: place('"https') },
    ]);
  });
});

describe('what a PDF does', () => {
  const folder = { path: 'reports/alder', owner: 'reports/alder', files: ['reports/alder/a.pdf'] };
  const reach = { folder, files: new Set(folder.files), hosts: new Set(['alder.example']) };
  const link = (address: string) => `/A <</Type /Action\n/S /URI\n/URI (${address})>>`.replaceAll('\n/', ' /');
  const codes = (object: string) =>
    provePdfOutward('reports/alder/a.pdf', pdfOf([`<<${object}>>`]), reach).map(({ code, found }) => [code, found.en]);

  it('is told by every action, however many an object has', () => {
    expect(codes(link('https://alder.example/a'))).toEqual([]);
    expect(codes(link('https://stranger.example/'))).toMatchObject([['seal-outward-link', expect.any(String)]]);
    const script = '/AA <</S /JavaScript /JS (x)>>';
    expect(codes(`${link('https://alder.example/a')} ${script}`)).toMatchObject([
      ['seal-outward-request', expect.stringContaining('JavaScript') as string],
    ]);
    expect(codes(`${script} ${link('https://stranger.example/')}`)).toHaveLength(2);
  });
});
