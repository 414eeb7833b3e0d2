import { createHash } from 'node:crypto';
import { deflateSync, gzipSync } from 'node:zlib';
import { zip } from '../intake/containers/archives.ts';

export const ALDER = 'reports/alder';
export const PAGE = `${ALDER}/2026-10/index.html`;
export const PDF = `${ALDER}/2026-10/alder-2026-10.pdf`;

/** A leak to plant. A file that exists gets it at its end. */
export interface Leak {
  file: string;
  text: string | Uint8Array;
  code: string;
}

/** A PNG with one note, packed as `zTXt` packs it. */
function pictureSaying(text: string): Buffer {
  const chunk = (type: string, body: Buffer) => {
    const size = Buffer.alloc(4);
    size.writeUInt32BE(body.length);
    return Buffer.concat([size, Buffer.from(type), body, Buffer.alloc(4)]);
  };
  const head = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const note = Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(Buffer.from(text))]);
  return Buffer.concat([head, chunk('zTXt', note), chunk('IEND', Buffer.alloc(0))]);
}

/** What is of Workshop Birchwood, planted into another client's folder. */
export const OF_ANOTHER: (Leak & { what: string })[] = [
  { what: 'name in a page', file: PAGE, text: 'Workshop Birchwood', code: 'name' },
  { what: 'name with an unbreakable space', file: PAGE, text: 'WORKSHOP&nbsp;birchwood', code: 'name' },
  { what: 'name cut by markup', file: PAGE, text: 'Workshop <b>Birch</b>wood', code: 'name' },
  { what: 'name in a comment', file: PAGE, text: '<!--Workshop Birchwood-->', code: 'name' },
  { what: 'name in a script', file: `${ALDER}/assets/report.js`, text: '//Workshop Birchwood', code: 'name' },
  {
    what: 'name escaped in a script',
    file: `${ALDER}/assets/report.js`,
    text: '"Workshop\\u0020Birchwood"',
    code: 'name',
  },
  { what: 'contact in a table', file: `${ALDER}/2026-10/figures.csv`, text: 'Greta Quill;1', code: 'name' },
  { what: 'contact as lists have people', file: PAGE, text: '<td>Quill, Greta</td>', code: 'name' },
  { what: 'id in data', file: `${ALDER}/2026-10/figures.json`, text: '{"client": "birch"}', code: 'path' },
  { what: 'id as a word', file: PAGE, text: '<p>birch</p>', code: 'name' },
  {
    what: 'domain in a picture',
    file: `${ALDER}/assets/mark.svg`,
    text: '<svg><desc>birch-works.example</desc></svg>',
    code: 'domain',
  },
  {
    what: 'e-mail in a style sheet',
    file: `${ALDER}/assets/style.css`,
    text: '/* greta@birch-works.example */',
    code: 'email',
  },
  {
    what: 'name packed in a picture',
    file: `${ALDER}/assets/mark.png`,
    text: pictureSaying('Workshop Birchwood'),
    code: 'name',
  },
  {
    what: 'name in wide letters of a picture',
    file: `${ALDER}/assets/mark.jpg`,
    text: Buffer.from('Workshop Birchwood', 'utf16le'),
    code: 'name',
  },
  {
    what: 'name packed in a search index',
    file: `${ALDER}/pagefind/fragment/ru_1.pf_fragment`,
    text: gzipSync('pagefind_dcd{"content":"as for Workshop Birchwood"}'),
    code: 'name',
  },
  { what: 'name in a file name', file: `${ALDER}/assets/workshop birchwood.txt`, text: '-', code: 'name' },
  {
    what: 'name in a file name, as slugs have it',
    file: `${ALDER}/assets/Workshop_BirchWood-logo.txt`,
    text: '-',
    code: 'name',
  },
  { what: 'name after the end of a PDF', file: PDF, text: '\n% Workshop Birchwood', code: 'name' },
  {
    what: 'name embedded as data',
    file: PAGE,
    text: `<img alt="" src="data:text/plain;base64,${Buffer.from('by Workshop Birchwood').toString('base64')}">`,
    code: 'name',
  },
  {
    what: 'e-mail in base64 in data',
    file: `${ALDER}/2026-10/figures.json`,
    text: `{"state": "${Buffer.from('{"to":"greta@birch-works.example"}').toString('base64')}"}`,
    code: 'email',
  },
  {
    what: 'name in a table of two-byte letters',
    file: `${ALDER}/work.csv`,
    text: Buffer.from('client\nWorkshop Birchwood\n', 'utf16le'),
    code: 'name',
  },
  {
    what: 'name in a table of another encoding',
    file: `${ALDER}/work.csv`,
    // «Кто;», as Windows-1251 writes it: no UTF-8.
    text: Buffer.from([0xca, 0xf2, 0xee, 0x3b, ...Buffer.from('Workshop Birchwood')]),
    code: 'name',
  },
  {
    what: 'name in an archive',
    file: `${ALDER}/work.xlsx`,
    text: zip([
      {
        name: 'xl/sharedStrings.xml',
        content: `<si><t>Workshop Birch</t></si> `.repeat(9) + '<t>Workshop <b>Birch</b>wood</t>',
      },
    ]),
    code: 'name',
  },
  {
    what: 'name in escapes of a style sheet',
    file: `${ALDER}/assets/style.css`,
    text: 'p::after{content:"Workshop \\42 irchwood"}',
    code: 'name',
  },
  {
    what: 'name in escapes of a script',
    file: `${ALDER}/assets/report.js`,
    text: '"Workshop \\x42irch\\u{77}ood"',
    code: 'name',
  },
  { what: 'name as an address has it', file: PAGE, text: '<p data-x="?of=Workshop+Birchwood">', code: 'name' },
];

/** A figure of Workshop Birchwood, which no page of it has been seen to show in this way. */
export const FIGURE_OF_ANOTHER = (figure: string): Omit<Leak, 'code'>[] => [
  { file: `${ALDER}/assets/report.js`, text: `const cost=${figure}` },
  { file: `${ALDER}/assets/points.js`, text: `const costs=[1234567,${figure},89]` },
  { file: `${ALDER}/2026-10/figures.json`, text: `{"text": "${Number(figure).toLocaleString('ru-RU')} ₽"}` },
  { file: `${ALDER}/assets/mark.png`, text: pictureSaying(`cost: ${figure}`) },
  { file: `${ALDER}/pagefind/fragment/ru_2.pf_fragment`, text: gzipSync(`{"content":"${figure}"}`) },
  { file: `${ALDER}/assets/cost-${figure}.txt`, text: '-' },
];

/** Hashes of a file as other programs write them, and the byte each stands at. */
export function HASHES_OF(source: Uint8Array): { text: string; offset: number }[] {
  const digest = (name: string) => createHash(name).update(source).digest();
  const whole = digest('sha256');
  return [
    { before: 'integrity="sha256-', hash: whole.toString('base64'), after: '"' },
    { before: '<a href="x/', hash: whole.toString('base64url'), after: '/y">' },
    { before: 'Content-MD5: ', hash: digest('md5').toString('hex'), after: '\n' },
    { before: 'sha1=', hash: digest('sha1').toString('hex').toUpperCase(), after: ';' },
  ].map(({ before, hash, after }) => ({ text: before + hash + after, offset: before.length }));
}

/** Addresses a folder must not have. */
export const WAYS_OUT: Leak[] = [
  { file: PAGE, text: '<script src="https://cdn.example/a.js"></script>', code: 'request' },
  { file: PAGE, text: '<img alt="" src="//cdn.example/a.png">', code: 'request' },
  { file: PAGE, text: '<p style="background:url(https://cdn.example/a.png)">', code: 'request' },
  { file: PAGE, text: '<meta http-equiv="refresh" content="0; url=https://cdn.example">', code: 'request' },
  { file: PAGE, text: '<script>fetch("https://cdn.example/x")</script>', code: 'request' },
  { file: PAGE, text: '<a href="https://stranger.example/">x</a>', code: 'link' },
  { file: PAGE, text: '<a href="/reports/">x</a>', code: 'folder' },
  { file: PAGE, text: '<a href="../../birch/index.html">x</a>', code: 'folder' },
  { file: PAGE, text: '<a href="..%2f..%2fbirch/index.html">x</a>', code: 'folder' },
  { file: PAGE, text: '<a href="gone.html">x</a>', code: 'missing' },
  { file: `${ALDER}/assets/style.css`, text: '@import "https://cdn.example/a.css";', code: 'request' },
  { file: `${ALDER}/assets/style.css`, text: 'p{background:url(../../birch/assets/x.svg)}', code: 'folder' },
  { file: `${ALDER}/assets/report.js`, text: ';new WebSocket("wss://cdn.example")', code: 'request' },
  { file: `${ALDER}/assets/mark.svg`, text: '<svg><image href="https://cdn.example/a.png"/></svg>', code: 'request' },
  { file: PAGE, text: '<img/alt=""src="//cdn.example/a.png">', code: 'request' },
  { file: PAGE, text: '<svg><rect fill="url(https://cdn.example/a.svg#x)"/></svg>', code: 'request' },
  { file: PAGE, text: '<iframe srcdoc="&lt;img src=https://cdn.example/a.png&gt;"></iframe>', code: 'request' },
  {
    file: `${ALDER}/assets/style.css`,
    text: 'p{background:image-set("https://cdn.example/a.png" 1x)}',
    code: 'request',
  },
  {
    file: PAGE,
    text: '<iframe src="data:text/html,<script src=//cdn.example/a.js></script>"></iframe>',
    code: 'request',
  },
  { file: PAGE, text: '<img alt="" src="https&colon;&sol;&sol;cdn.example/a.png">', code: 'request' },
  { file: `${ALDER}/old.HTM`, text: '<script src="https://cdn.example/a.js"></script>', code: 'request' },
];

/** What an hour of the agency's people costs, in `data/rates.csv`; no proposal asks for it. */
export const RATES = 'role,person,currency,rate,from\n,anna,EUR,42.15,2026-01-01\n';

/** What no reader is given. */
export const INNER: (Leak & { what: string })[] = [
  { what: 'a manifest', file: `${ALDER}/manifest.json`, text: '{}', code: 'file' },
  {
    what: 'a manifest under another name',
    file: `${ALDER}/x.json`,
    text: '{"documents": [{"site": 1}]}',
    code: 'text',
  },
  { what: 'a ledger', file: `${ALDER}/ledger.jsonl`, text: '{}', code: 'file' },
  { what: 'a bank of questions', file: `${ALDER}/assets/seo.yaml`, text: 'questions: []', code: 'file' },
  { what: 'an answer key', file: `${ALDER}/x.json`, text: '{"answerKey": 3}', code: 'text' },
  {
    what: 'the rate of a person, as the agency’s table has it',
    file: `${ALDER}/rates.csv`,
    text: RATES,
    code: 'rate',
  },
  {
    what: 'the rate of a person, as data',
    file: `${ALDER}/2026-10/figures.json`,
    text: '{"role": null, "person": "anna", "currency": "EUR", "rate": "42.15"}',
    code: 'rate',
  },
  {
    what: 'the same in a script',
    file: `${ALDER}/assets/report.js`,
    text: '[{"person":"anna","currency":"EUR","rate":"42.15"}]',
    code: 'rate',
  },
  {
    what: 'the rate of a person beside the name',
    file: PAGE,
    text: '<td>Анна</td><td>42,15&nbsp;€</td>',
    code: 'rate',
  },
  { what: 'a source of others', file: PAGE, text: 'data/people/anna.svg', code: 'path' },
  { what: 'a text of the agency', file: PAGE, text: 'content/reports/monthly.ru.mdx', code: 'path' },
];
