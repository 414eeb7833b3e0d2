import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../src/press/seal/reading/canonical.ts';
import { literalBytes } from '../../src/press/printing/pdf-text.ts';
import { drawnText } from '../../src/press/seal/reading/pdf-drawn.ts';
import { readPdfObjects } from '../../src/press/printing/pdf-objects.ts';
import { pdfWords } from '../../src/press/seal/reading/pdf-words.ts';
import { proveInner } from '../../src/press/seal/proofs/inner-proof.ts';
import { isOdd } from '../../src/press/seal/reading/letters.ts';
import { withoutGeometry, withoutMarks } from '../../src/press/seal/reading/markup.ts';
import { spelt } from '../../src/press/seal/reading/spelling.ts';
import { termProof } from '../../src/press/seal/words/term-proof.ts';
import { textOf } from '../../src/press/seal/reading/units.ts';
import { view, viewsOf, type View } from '../../src/press/seal/reading/views.ts';
import { pdfOf } from './small-pdf.ts';

/** Whatever is read in one pass and by hand is what these slower definitions say. */

const ODD_LETTERS = [
  'Ё',
  'İ',
  'Σ',
  'ΟΔΟΣ',
  '𐐀',
  '😀',
  'K',
  '\u00ad',
  '\u200b',
  '\ufeff',
  '\u00a0',
  '\u202f',
  '\u2028',
  '𝐁',
  '𝟗',
  '\u{e0061}',
  '\u{e0100}',
  'Ｂ',
  '９',
  '٣',
  '٫',
  '६',
  '。',
  '\u3164',
];
const ESCAPES = [
  '&nbsp;',
  '&#1058;',
  '&#x20;',
  '&bad;',
  '&amp;nbsp;',
  '&',
  '\\u0422',
  '\\n',
  '\\"',
  '\\',
  '%D0%A2',
  '%d0',
  '%',
  '%zz',
  '&#x110000;',
  '&#x000000000430;',
  '&Rcy;',
  '&rcy;',
  '&eacute;',
  '&NewLine;',
  '&ZeroWidthSpace;',
  '&fjlig;',
  '&Afr;',
  '&nbsp',
  '&constructor;',
  '\\ud835\\udc00',
  '\\uD83D\\uDE00',
  '\\ud835',
  '\\udc00',
  '&#xd835;',
  '&#56320;',
  '&#x1d7d7;',
];
const QUOTES = ['«', '»', '“', '’', '"', "'"];
const LETTERS = ['a', 'Z', 'ж', ' ', '  ', '\n', '\t', '=', '1', '.', ',', 'd', '/', ';', '-', '\0', '\uffff'];
const written = (...more: string[]) =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...ODD_LETTERS, ...ESCAPES, ...QUOTES, ...LETTERS, ...more),
        fc.string({ unit: 'binary', maxLength: 3 }),
      ),
      { maxLength: 30 },
    )
    .map((pieces) => pieces.join('').toWellFormed());

const MARKS = [
  '<b>',
  '</b>',
  '<p>',
  '</p>',
  '<br/>',
  '<',
  '>',
  '<a href="x">',
  '<B\n',
  '<b-x>',
  '<bx>',
  '<!--',
  '-->',
  '<!-',
  '<strong',
  '<tspan x="1">',
  '</',
  '<span',
  '<i>',
];
const GEOMETRY = [
  ' d="',
  '\nd="',
  '\u00a0d="',
  '\ufeffd="',
  'd="',
  ' points="1 2"',
  ' viewBox="',
  ' style="',
  ' sizes="',
  '"',
  '="',
  ' data="',
  'M0 1',
];

const page = (text: string): View[] => viewsOf('page.html', Buffer.from(text));

describe('the spelling of a text', () => {
  it('is the canonical one', () => {
    fc.assert(
      fc.property(written(), (text) => {
        expect(textOf(spelt(Buffer.from(text)))).toBe(canonical(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('knows all letters that have a capital', () => {
    for (let point = 0x10000; point <= 0x10ffff; point++) {
      const letter = String.fromCodePoint(point);
      if (letter.toLowerCase() !== letter && !isOdd(letter.charCodeAt(0))) expect.fail(`U+${point.toString(16)}`);
    }
  });

  it('of a page is that of its text, of its words and of its figures', () => {
    fc.assert(
      fc.property(written(...MARKS, ...GEOMETRY), (text) => {
        const [all, figures, words] = page(text).map(({ plain }) => textOf(plain));
        expect(all).toBe(canonical(text));
        // Only its numbers are read: a sigma may end a word here and not there.
        const alike = (one: string) => one.replaceAll('ς', 'σ');
        expect(alike(figures!)).toBe(alike(canonical(withoutGeometry(text))));
        expect(words).toBe(canonical(withoutMarks(text)));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('letters of a PDF', () => {
  const DRAWING =
    /\/(\S+) [\d.]+ Tf|((?:[-\d.]+ ){6})Tm|<([0-9A-Fa-f\s]*)>(?!>)|\(((?:[^\\()]|\\[\s\S])*)\)|\bT\*|(?:^|\s)['"](?=\s)/g;
  const FONT = new Map([
    [0x0041, 'ж'],
    [0x4142, 'fi'],
  ]);

  const defined = (stream: string) => {
    let [map, place, text] = [new Map<number, string>(), '', ''];
    const shown = (bytes: Buffer) =>
      map.size === 0
        ? bytes.toString('latin1')
        : Array.from({ length: bytes.length >> 1 }, (_, at) => map.get(bytes.readUInt16BE(at * 2)) ?? '').join('');
    for (const [, font, matrix, hex, literal] of stream.matchAll(DRAWING)) {
      if (font !== undefined) map = font === 'F1' ? FONT : new Map();
      else if (matrix !== undefined) {
        if (matrix !== place) text += ' ';
        place = matrix;
      } else if (hex !== undefined) text += shown(Buffer.from(hex.replace(/\s/g, ''), 'hex'));
      else if (literal !== undefined) text += shown(literalBytes(literal));
      else text += ' ';
    }
    return text;
  };

  it('are strings of dictionaries too, the last one of a dictionary among them', () => {
    const wide = (text: string) => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
    const said = [`<</Title ${wide('Итоги')} /Alt ${wide('Тихий дом')}>>`, '<</A <</Author (Birch\\167ood)>>>>'];
    expect(pdfWords(readPdfObjects(pdfOf(said))).map(({ text }) => text)).toEqual(['Итоги Тихий дом', 'Birchwood']);
  });

  it('are read sign by sign as the operators that show them say', () => {
    const pieces = [
      '/F1 12.5 Tf',
      '/F2 1 Tf',
      '/F1',
      ' 9 Tf',
      '1 0 0 -1 4 5.5 Tm',
      '2 ',
      'Tm',
      'T*',
      'xT*',
      ' ',
      '\n',
      '\u00a0',
      '<0041>',
      '<41 42\n>',
      '<004',
      '>',
      '<<',
      '>>',
      '(AB)',
      '(',
      ')',
      '\\',
      '\\)',
      '"',
      "'",
      ' Tj',
      'A',
      '-',
      '.',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 16 }), (parts) => {
        const stream = parts.join('');
        expect(drawnText(stream, new Map([['F1', FONT]]))).toBe(defined(stream));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('what is the agency’s alone', () => {
  const PATTERNS = [
    /"documents":\s*\[\s*\{\s*"site"/,
    /"(?:answer[-_]?keys?|correct[-_]?answers?)"|\b(?:answer[-_]?keys?|correct[-_]?answers?)'?[:=]/i,
    /\bdata\/outbox\b|\bledger\.jsonl\b/,
    /(?<![\w.-])(?:data\/(?:clients|proposals|brand|people|outbox|exams|trainees|onboarding)\/[\w.-]+|content\/(?:reports|proposals|handbook|exams)\/[\w./-]+)/,
  ];
  const SAID = [
    '"documents":',
    '[',
    '{',
    '"site"',
    '"answerKey"',
    '"ANSWER-key"',
    '"correctAnswers"',
    'correctAnswer:',
    ' answer-key=',
    'data/outbox',
    'ledger.jsonl',
    'data/people/',
    'data/exams/',
    'content/exams/',
    'a',
    '%',
    '\\',
    '\\u12',
    '%d',
    ' ',
  ];

  it('is found in every way to read a file, though looked for by its signs only', () => {
    const proof = termProof([]);
    fc.assert(
      fc.property(written(...SAID, ...SAID, '<p>', '<b>'), (text) => {
        // Two escaped bytes in a row are letters, also where the second was to begin a word: of “%d0%data”, “da”.
        fc.pre(!/%[0-9a-f]{2}%data/i.test(text));
        const views = page(text).filter(({ numbersOnly }) => !numbersOnly);
        const { signs } = proof.told(views, 'reports/alder');
        const expected = PATTERNS.filter((pattern) => views.some((one) => pattern.test(one.text))).length;
        const codes = proveInner('page.html', signs, 'reports/alder').map(({ found }) => found.en.split(':')[0]);
        expect(new Set(codes).size).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['a.json', '{"answer_keys" : [3]}'],
    ['a.js', 'x={answerKey:3}'],
    ['a.js', "x={'correctAnswers':[3]}"],
    ['a.html', '<li data-answer-key="3">'],
  ])('is an answer key, in %s: %s', (file, text) => {
    const views = viewsOf(file, Buffer.from(text));
    const { signs } = termProof([]).told(views, 'handbook');
    expect(proveInner(`handbook/${file}`, signs, 'handbook')).toMatchObject([{ code: 'seal-inner-text' }]);
  });

  it('is no answer key where people speak of one', () => {
    const views = viewsOf('a.html', Buffer.from('<p>The answer key: mentors have it. No answer-key is published.</p>'));
    expect(proveInner('a.html', termProof([]).told(views, 'handbook').signs, 'handbook')).toEqual([]);
  });

  it('is no path of others where a line ends behind a hyphen of the own one', () => {
    const proof = termProof([]);
    const codes = (text: string): string[] => {
      const { signs } = proof.told([view(text, () => 0)], 'reports/north-star');
      return proveInner('report.pdf', signs, 'reports/north-star').map(({ code }) => code);
    };
    expect(codes('data/clients/north-star/targets.csv')).toEqual([]);
    expect(codes('data/clients/north-\nstar/targets.csv')).toEqual([]);
    expect(codes('data/clients/north-\nsea/targets.csv')).toEqual(['seal-inner-path']);
    expect(codes('data/clients/north-\nstars/targets.csv')).toEqual(['seal-inner-path']);
    expect(codes('data/clients/south-\nstar/targets.csv')).toEqual(['seal-inner-path']);
  });
});
