import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../src/press/seal/reading/canonical.ts';
import { termProof } from '../../src/press/seal/words/term-proof.ts';
import { viewsOf } from '../../src/press/seal/reading/views.ts';
import type { Term } from '../../src/press/seal/words/terms.ts';
import { zip } from '../intake/containers/archives.ts';

const HOUSE = 'Тихий дом';
const terms: Term[] = [HOUSE, 'Workshop Birchwood', 'greta@birch-works.example', 'café noir', 'ООО «ВТК»'].map(
  (text) => ({
    ...{ text: canonical(text), kind: 'name', owners: new Set(['reports/birch']) },
  }),
);
const proof = termProof(terms);

/** What of others a file of `reports/alder` is seen to say, and at which byte. */
function told(file: string, bytes: Uint8Array | string): { text: string; offset: number }[] {
  const { traces } = proof.told(viewsOf(file, Buffer.from(bytes)), 'reports/alder');
  return traces.map(({ term, offset }) => ({ text: term.text, offset }));
}

const CODES: Record<string, number> = { Ё: 0xa8, ё: 0xb8, '«': 0xab, '»': 0xbb };
const windows1251 = (text: string): Buffer =>
  Buffer.from(
    [...text].map(
      (sign) => CODES[sign] ?? (sign >= 'А' && sign <= 'я' ? sign.charCodeAt(0) - 0x350 : sign.charCodeAt(0)),
    ),
  );
/** A text in an encoding of one byte a letter. */
function narrow(text: string, encoding: string): Buffer {
  const decoder = new TextDecoder(encoding);
  const letters = Array.from({ length: 0x100 }, (_, byte) => decoder.decode(Uint8Array.of(byte)));
  return Buffer.from([...text].map((letter) => letters.indexOf(letter)));
}
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');
const wideTurned = (text: string): Buffer => wide(text).swap16();
const base64 = (text: string): string => Buffer.from(text).toString('base64');
/** A gzip file with everything that may stand in its head, and bytes of something else behind it. */
function namedGzip(text: string): Buffer {
  const packed = gzipSync(text);
  const head = Buffer.concat([packed.subarray(0, 3), Buffer.from([4 + 8 + 16 + 2]), packed.subarray(4, 10)]);
  const extra = Buffer.from('\x03\0AP\0note.txt\0by hand\0\xff\xff', 'latin1');
  return Buffer.concat([head, extra, packed.subarray(10), Buffer.from('PK')]);
}
/** A PNG with one packed note. @param head what stands in it before the packed part */
function pictureWith(type: string, head: string, text: string): Buffer {
  const body = Buffer.concat([Buffer.from(head, 'latin1'), deflateSync(text)]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(body.length);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), size, Buffer.from(type), body, Buffer.alloc(4)]);
}
/** Digits in lines, behind a head. */
function hexLines(head: string, text: string): string {
  const digits = Buffer.from(text, 'latin1').toString('hex');
  return `${head}${digits.replace(/.{72}/g, '$&\n')}\n`;
}
/** A note of a JPEG too long for one segment, cut into two that stand the wrong way round. */
function cutNote(text: string, at: number): Buffer {
  const note = Buffer.from(text);
  const segment = (from: number, to: number): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(note.length, 0);
    head.writeUInt32BE(from, 4);
    const sign = Buffer.from(`http://ns.adobe.com/xmp/extension/\0${'0123456789ABCDEF'.repeat(2)}`, 'latin1');
    const body = Buffer.concat([sign, head, note.subarray(from, to)]);
    return Buffer.concat([Buffer.from([0xff, 0xe1, 0, body.length + 2]), body]);
  };
  const parts = [segment(at, note.length), segment(0, at)];
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...parts, Buffer.from([0xff, 0xda, 0, 2, 1, 0xff, 0xd9])]);
}
/** A GIF with a note in blocks of so many bytes. */
function gifWith(text: string, width: number): Buffer {
  const pieces = text
    .match(new RegExp(`.{1,${width}}`, 'g'))!
    .flatMap((piece) => [piece.length, ...Buffer.from(piece)]);
  return Buffer.from([...Buffer.from('GIF89a\x01\0\x01\0\0\0\0'), 0x21, 0xfe, ...pieces, 0, 0xf0, 0x3b]);
}
const codes = (text: string): number[] => [...text].map((sign) => sign.charCodeAt(0));
const octal = (bytes: Iterable<number>): string => [...bytes].map((byte) => `\\${byte.toString(8)}`).join('');
const printable = (text: string): string =>
  Buffer.from(text).toString('hex').toUpperCase().replace(/../g, '=$&').replace(/.{15}/, '$&=\r\n');
/** Pictures of an icon stand behind a list of them. */
const iconOf = (picture: Buffer): Buffer =>
  Buffer.concat([Buffer.from('000001000100101000000100200090000000160000', 'hex'), Buffer.from([0]), picture]);
const said = `Как и у «${HOUSE}», всё хорошо`;
/** Long enough for nothing of it to stand as it is once it is packed. */
const long = `${said}. `.repeat(9);

describe('what another client is named by is found, however it is written:', () => {
  it.each([
    ['a table in Windows-1251', 'a.csv', windows1251(said)],
    ['a page in Windows-1251', 'a.html', windows1251(`<p>Тихий <b>до</b>м</p>`)],
    ['a table in UTF-16 with a byte order mark', 'a.csv', wide(`\ufeff${said}`)],
    ['a table in UTF-16 without one', 'a.csv', wide(said)],
    ['the same, the other way round', 'a.csv', wideTurned(said)],
    ['a page in UTF-16', 'a.html', wide('<p>Тихий <b>до</b>м</p>')],
    ['letters of two bytes and nothing else', 'a.txt', wide('Тихий\u00a0дом')],
    ['data in UTF-16', 'a.json', wideTurned(JSON.stringify({ said }))],
    ['a calendar in Windows-1251', 'a.ics', windows1251(`SUMMARY:${HOUSE}`)],
    [
      'a note of a picture in UTF-16, the other way round',
      'a.jpg',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), wideTurned(HOUSE)]),
    ],
    [
      'a note of a picture in Windows-1251',
      'a.jpg',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0]), windows1251(HOUSE)]),
    ],
    [
      'notes of a picture among other bytes',
      'a.png',
      Buffer.concat([
        Buffer.from('\x89PNG\0\x07\x90\xff\xfe', 'latin1'),
        wide(`\u20bd ${HOUSE}`),
        Buffer.from([0x90, 0x91]),
      ]),
    ],
    [
      'the same, the other way round',
      'a.png',
      Buffer.concat([
        Buffer.from([0x89, 0x90, 0xfe, 0xff, 0x81]),
        wideTurned(`Как ${HOUSE}`),
        Buffer.from([0x90, 0x91]),
      ]),
    ],
    ['deflated', 'a.bin', deflateRawSync(long)],
    ['deflated, in a file that calls itself data', 'a.json', deflateSync(long)],
    ['packed, in a file that calls itself a page', 'a.html', gzipSync(long)],
    ['packed behind something else', 'a.bin', Buffer.concat([Buffer.from('MAGIC\0'), gzipSync(long)])],
    ['packed before something else', 'a.bin', Buffer.concat([gzipSync(long), Buffer.from('MAGIC')])],
    ['packed with a name and a comment, before something else', 'a.bin', namedGzip(long)],
    ['packed twice', 'a.gz', gzipSync(gzipSync(long))],
    [
      'in an archive',
      'a.docx',
      zip([{ name: 'word/document.xml', content: `<w:t>Тихий</w:t> <b>до</b>м ${' '.repeat(99)}` }]),
    ],
    ['the name of a file in an archive', 'a.zip', zip([{ name: `${HOUSE}.txt`, content: '-' }])],
    ['base64 in data', 'a.json', JSON.stringify({ payload: base64(said) })],
    ['base64 in a page', 'a.html', `<div data-state="${base64(said)}"></div>`],
    ['base64 without its end, in an address', 'a.html', `<a href="x/${base64(said).replace(/=+$/, '')}">x</a>`],
    ['base64 behind another part of an address', 'a.html', `<a href="about-us/state_${base64(said)}">x</a>`],
    ['base64 in lines', 'a.txt', (base64(`${'ж'.repeat(30)}. ${said}`).match(/.{1,76}/g) ?? []).join('\r\n')],
    ['base64 of addresses', 'a.js', `atob("${Buffer.from('??>Workshop Birchwood<??').toString('base64url')}")`],
    ['base64 in a table', 'a.csv', `id;note\n1;${base64('Workshop Birchwood')}\n`],
    [
      'a packed file in base64',
      'a.css',
      `a{background:url(data:image/svgz;base64,${gzipSync(long).toString('base64')})}`,
    ],
    [
      'what zlib has packed in base64, as drawing programs keep it in a picture',
      'a.svg',
      `<i:pgf><![CDATA[\n${deflateSync(long).toString('base64').replace(/.{76}/g, '$&\n')}]]></i:pgf>`,
    ],
    ['hexadecimal digits', 'a.json', `{"note": "${Buffer.from(said).toString('hex')}"}`],
    [
      'notes of a camera in hexadecimal digits, as ImageMagick packs them',
      'a.png',
      pictureWith(
        'zTXt',
        'Raw profile type exif\0\0',
        hexLines(`\nexif\n  90\n`, `Exif\0\0II*\0\x08\0${'Workshop Birchwood'}`),
      ),
    ],
    ['a packed note of a picture within an icon', 'a.ico', iconOf(pictureWith('zTXt', 'Author\0\0', long))],
    [
      'wide letters a byte behind a table of numbers',
      'a.ttf',
      Buffer.concat([Buffer.from('000100010001000100', 'hex'), wideTurned(HOUSE)]),
    ],
    ['escapes of a style sheet', 'a.css', 'a::after{content:"\\422\\438\\445\\438\\439  \\434\\43e\\43c"}'],
    ['long escapes of a style sheet', 'a.css', 'a::after{content:"W\\00006frkshop Birchwood"}'],
    ['the same in a page', 'a.html', '<style>a::after{content:"Workshop \\42irchwood"}</style>'],
    ['escapes of a script', 'a.js', '"Workshop \\x42irchwood"'],
    ['escapes of a script in braces', 'a.js', '"\\u{422}ихий\\u{00020}дом"'],
    ['numbered entities without their end', 'a.html', '<p>&#1058ихий дом</p>'],
    ['numbered entities with zeros', 'a.html', '<p>&#0001058;ихий дом</p>'],
    ['named entities', 'a.html', '<p>greta&commat;birch-works&period;example</p>'],
    ['named entities of Russian letters', 'a.html', '<p>&Tcy;&icy;&khcy;&icy;&jcy; &dcy;&ocy;&mcy;</p>'],
    ['named entities of a letter with an accent', 'a.html', '<p>Caf&eacute; Noir</p>'],
    ['named entities of spaces and of nothing', 'a.html', '<p>Work&NoBreak;shop&numsp;Birchwood</p>'],
    ['an entity without its end', 'a.html', '<p>Workshop&nbspBirchwood</p>'],
    ['numbered entities with many zeros', 'a.html', '<p>&#x0000000422;ихий дом</p>'],
    ['wide letters', 'a.txt', 'Ｗｏｒｋｓｈｏｐ　Ｂｉｒｃｈｗｏｏｄ'],
    ['a wide address of mail', 'a.html', '<p>ｇｒｅｔａ＠birch-works。example</p>'],
    ['letters of formulas', 'a.txt', '𝐖𝐨𝐫𝐤𝐬𝐡𝐨𝐩 𝘉𝘪𝘳𝘤𝘩𝘸𝘰𝘰𝘥'],
    ['the same, in escapes of data', 'a.json', '{"a": "\\ud835\\udc16orkshop Birchwood"}'],
    ['a mark of stress', 'a.html', '<p>Ти\u0301хий дом</p>'],
    ['a stroke through it', 'a.html', '<p>Т\u0336и\u0336х\u0336и\u0336й\u0336 дом</p>'],
    ['marks nobody sees', 'a.html', '<p>Work\u{e0061}shop\u3164 Birch\u180bwood\u{e0100}</p>'],
    ['an address in Windows-1251', 'a.html', '<a href="?q=%D2%E8%F5%E8%E9%20%E4%EE%EC">x</a>'],
    ['letters put together', 'a.html', '<p>Тихий дом</p>'.normalize('NFD')],
    ['letters put together, Latin', 'a.json', '{"x": "Cafe\u0301 noir"}'],
    ['a word cut by what is written as code', 'a.html', '<p>Ти<code>хий</code> дом</p>'],
    ['a word cut by what is struck out', 'a.html', '<p>Ти<del>хи</del><ins>й</ins> дом</p>'],
    ['a word cut by a comment', 'a.html', '<p>Ти<!-- about -->хий<!----> дом</p>'],
    ['quotation marks of a cell', 'a.csv', 'id;note\n1;"ООО ""ВТК"""\n'],
    ['a long line of a calendar', 'a.ics', 'SUMMARY:встреча с Тихи\r\n й дом\r\n'],
    ['a long line of a card', 'a.vcf', 'EMAIL:greta@birch-w\n\torks.example\n'],
    ['a packed note of a picture', 'a.png', pictureWith('zTXt', 'Author\0\0', long)],
    ['a packed note of a picture in a language', 'a.png', pictureWith('iTXt', 'xmp\0\x01\0x-default\0x\0', long)],
    ['a note of a picture cut amid a word', 'a.jpg', cutNote(`<dc:title>Workshop Birchwood</dc:title>`, 23)],
    ['a note of an older picture, cut into blocks', 'a.gif', gifWith('Workshop Birchwood', 12)],
    [
      'a text of a picture in two lines',
      'a.svg',
      '<text><tspan x="0">Тихий</tspan><tspan x="0" y="9">дом</tspan></text>',
    ],
    ['codes of letters', 'a.js', `String.fromCharCode(${codes('Workshop Birchwood').join(',')})`],
    ['the same in a page, Russian', 'a.html', `<script>f([${codes(HOUSE).join(', ')}])</script>`],
    [
      'the same in hexadecimal digits',
      'a.js',
      `f(${codes('Workshop Birchwood')
        .map((code) => `0x${code.toString(16)}`)
        .join(', ')})`,
    ],
    ['a list of bytes', 'a.json', JSON.stringify([...Buffer.from(HOUSE)], null, 2)],
    ['octal escapes of letters', 'a.js', `"${octal(codes('Workshop Birchwood'))}"`],
    ['octal escapes of bytes, as git writes them', 'a.txt', `rename "logo/${octal(Buffer.from(HOUSE))}.svg"`],
    ['bytes of mail', 'a.vcf', `FN;ENCODING=QUOTED-PRINTABLE:${printable(HOUSE)}`],
    ['a page in an attribute', 'a.html', '<iframe srcdoc="&lt;p&gt;Ти&lt;b&gt;хи&lt;/b&gt;й дом"></iframe>'],
    ['entities in a page in an attribute', 'a.html', '<iframe srcdoc="&amp;#1058;ихий&amp;nbsp;дом"></iframe>'],
    ['a page in a script', 'a.js', 'box.innerHTML = "Ти<b>хий</b> дом"'],
    ['a page in data', 'a.json', '{"a": "Ти\\u003cb\\u003eхий\\u003c/b\\u003e дом"}'],
    ['data in data', 'a.json', JSON.stringify(JSON.stringify({ a: HOUSE }).replace('Т', '\\u0422'))],
    ['a picture in an address', 'a.css', 'a{background:url(data:image/svg+xml,Ти%3Ctspan%3Eхий%3C/tspan%3E%20дом)}'],
    ['bytes of an address, escaped two times', 'a.html', encodeURIComponent(encodeURIComponent(HOUSE))],
    ['a word cut by an old mark', 'a.html', '<p>Ти<strike>хий</strike> дом</p>'],
    ['another hyphen', 'a.html', 'greta@birch\u2011works.example'],
    ['signs that turn the direction of writing', 'a.html', 'Workshop\u200e \u202aBirchwood\u202c'],
  ])('%s', (_what, file, bytes) => {
    expect(told(file, bytes)).toHaveLength(1);
  });

  it.each(['koi8-r', 'ibm866', 'x-mac-cyrillic'])('in %s, at its byte', (encoding) => {
    const before = 'Отчёт; № 1; как и у ';
    const at = before.length - 4;
    const text = narrow(`${before.replace('№ ', '')}${HOUSE}, всё хорошо`, encoding);
    expect(told('a.csv', text)).toEqual([{ text: canonical(HOUSE), offset: at + 2 }]);
    expect(told('a.html', narrow('<p>Тихий <b>до</b>м</p>', encoding))).toHaveLength(1);
    const picture = Buffer.from([0xff, 0xd8, 0xff, 0x00]);
    const note = Buffer.concat([picture, narrow(HOUSE, encoding), Buffer.from([0x00, 0x03])]);
    expect(told('a.jpg', note)).toEqual([{ text: canonical(HOUSE), offset: picture.length }]);
  });

  it('but no short name by letters that chance may have put together', () => {
    const short = termProof([{ text: 'ромашка', kind: 'name', owners: new Set(['reports/birch']) }]);
    const found = (encoding: string) => short.told(viewsOf('a.csv', narrow('для ромашка', encoding)), 'reports/alder');
    expect(found('windows-1251').traces).toHaveLength(1);
    expect(found('koi8-r').traces).toEqual([]);
  });

  it('but no short name by figures that may be letters', () => {
    const short = termProof([{ text: 'annabel', kind: 'name', owners: new Set(['reports/birch']) }]);
    const clicks = JSON.stringify({ clicks: [...codes('annabel'), 97, 98] });
    expect(short.told(viewsOf('a.json', Buffer.from(clicks)), 'reports/alder').traces).toEqual([]);
  });

  it('at its byte', () => {
    expect(told('a.js', `f(${codes('Workshop Birchwood').join(',')})`)[0]!.offset).toBe('f('.length);
    expect(told('a.html', '<a b="&lt;p&gt;Тихий&lt;i&gt; дом">')[0]!.offset).toBe('<a b="&lt;p&gt;'.length);
    expect(told('a.svg', '<tspan x="0">Тихий</tspan><tspan>дом</tspan>')[0]!.offset).toBe('<tspan x="0">'.length);
    const before = 'Отчёт; ';
    expect(told('a.csv', windows1251(before + HOUSE))[0]!.offset).toBe(before.length);
    expect(told('a.csv', wideTurned(before + HOUSE))[0]!.offset).toBe(2 * before.length);
    const picture = Buffer.from([0x89, 0x50, 0x01, 0x02, 0x90]);
    expect(told('a.png', Buffer.concat([picture, windows1251(HOUSE)]))[0]!.offset).toBe(picture.length);
    expect(told('a.png', Buffer.concat([picture, wide(HOUSE)]))[0]!.offset).toBe(picture.length);
    expect(told('a.png', Buffer.concat([picture, Buffer.from([0, 0]), wideTurned(HOUSE)]))[0]!.offset).toBe(
      picture.length + 2,
    );
    expect(told('a.json', `{"a": "${base64(said)}"}`)[0]!.offset).toBe('{"a": "'.length);
    expect(told('a.css', '/*ж*/a{content:"\\57orkshop Birchwood"}')[0]!.offset).toBe(
      Buffer.byteLength('/*ж*/a{content:"'),
    );
    expect(told('a.csv', 'ж;"ООО ""ВТК"""')[0]!.offset).toBe('жж;"'.length);
    expect(told('a.ics', 'SUMMARY:Тих\r\n ий дом')[0]!.offset).toBe('SUMMARY:'.length);
    expect(told('a.html', `ж ${'Тихий дом'.normalize('NFD')}`)[0]!.offset).toBe(3);
    expect(told('a.bin', Buffer.concat([Buffer.alloc(5), gzipSync(long)]))[0]!.offset).toBe(5);
  });
});
