import { circle, line, oval, path, svg } from '../drawings/svg.ts';

const WIDTH = 960;
const HEIGHT = 640;

/** Colours of one picture: the table it lies on, the paper of the thing, its ink, its accent. */
interface Palette {
  ground: string;
  paper: string;
  ink: string;
  accent: string;
  soft: string;
}

const box = (x: number, y: number, width: number, height: number, fill: string, round = 0): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}" fill="${fill}"/>`;

const lines = (x: number, y: number, widths: number[], step: number, thick: number, fill: string): string[] =>
  widths.map((width, i) => box(x, y + i * step, width, thick, fill, thick / 2));

/** A site in a browser's window; `scene` is drawn in the large picture (600 × 230 from 180, 150). */
function site(title: string, { ground, paper, ink, accent, soft }: Palette, scene: string[]): string {
  const cards = [0, 1, 2].flatMap((i) => [
    box(180 + i * 205, 468, 190, 92, soft, 4),
    ...lines(194 + i * 205, 576, [130, 96], 16, 7, ink),
  ]);
  return svg(WIDTH, HEIGHT, title, [
    box(0, 0, WIDTH, HEIGHT, ground),
    `<clipPath id="window"><rect x="140" y="70" width="680" height="600" rx="14"/></clipPath>`,
    `<clipPath id="scene"><rect x="180" y="150" width="600" height="230" rx="4"/></clipPath>`,
    '<g clip-path="url(#window)">',
    box(140, 70, 680, 600, paper),
    box(140, 70, 680, 34, ink),
    ...['#e8a33d', '#7fb7a3', '#d9d4c7'].map((fill, i) => circle(164 + i * 22, 87, 6, fill)),
    box(180, 120, 92, 12, accent, 6),
    ...[0, 1, 2, 3].map((i) => box(560 + i * 58, 122, 40, 8, ink, 4)),
    `<g clip-path="url(#scene)">${box(180, 150, 600, 230, soft)}${scene.join('')}</g>`,
    ...lines(180, 402, [330, 250], 24, 14, ink),
    box(660, 402, 120, 36, accent, 18),
    ...cards,
    '</g>',
  ]);
}

/** A telephone in the hand's angle with a list on it. */
function phone(title: string, { ground, paper, ink, accent, soft }: Palette): string {
  const rows = [0, 1, 2, 3].flatMap((i) => [
    box(398, 300 + i * 74, 56, 56, i % 2 ? soft : accent, 8),
    ...lines(468, 308 + i * 74, [88, 62], 20, 9, ink),
  ]);
  return svg(WIDTH, HEIGHT, title, [
    box(0, 0, WIDTH, HEIGHT, ground),
    circle(700, 190, 150, soft),
    '<g transform="rotate(-8 480 360)">',
    box(358, 40, 244, 560, ink, 34),
    box(370, 54, 220, 532, paper, 24),
    box(440, 66, 80, 12, ink, 6),
    box(386, 100, 188, 176, soft, 10),
    path('M386 276 V222 Q430 180 474 222 T574 206 V276 Z', accent),
    circle(534, 144, 20, accent),
    ...rows,
    '</g>',
  ]);
}

/** A sheet with a rising curve and bars. */
function sheet(title: string, { ground, paper, ink, accent, soft }: Palette): string {
  const bars = [70, 96, 88, 132, 150, 190, 214].map((height, i) =>
    box(250 + i * 68, 500 - height, 38, height, i === 6 ? accent : soft, 2),
  );
  return svg(WIDTH, HEIGHT, title, [
    box(0, 0, WIDTH, HEIGHT, ground),
    '<g transform="rotate(3 480 320)">',
    box(190, 60, 580, 520, paper, 4),
    ...lines(250, 112, [260, 180], 30, 16, ink),
    box(250, 178, 84, 10, accent, 5),
    ...bars,
    line('M269 408 L337 386 L405 392 L473 342 L541 318 L609 268 L677 232', ink, 5),
    circle(677, 232, 11, ink),
    line('M250 500 H720', ink, 3),
    '</g>',
  ]);
}

/** A letter half out of its envelope. */
function letter(title: string, { ground, paper, ink, accent, soft }: Palette): string {
  return svg(WIDTH, HEIGHT, title, [
    box(0, 0, WIDTH, HEIGHT, ground),
    path('M240 300 L480 140 L720 300 V560 H240 Z', accent),
    box(290, 84, 380, 400, paper, 4),
    box(330, 124, 300, 120, soft, 4),
    oval(480, 196, 70, 30, accent),
    ...lines(330, 272, [220, 300, 280], 26, 10, ink),
    path('M240 300 L480 450 L720 300 V560 H240 Z', soft),
    path('M240 560 L450 430 Q480 412 510 430 L720 560 Z', ground),
    line('M240 300 V560 H720 V300', ink, 4),
  ]);
}

const BALTIC: Palette = { ground: '#cfdcd6', paper: '#fdfbf5', ink: '#17384a', accent: '#d9822b', soft: '#9fc3c6' };
const CLAY: Palette = { ground: '#eadccb', paper: '#fffaf3', ink: '#4a1f14', accent: '#a8452c', soft: '#d9b79a' };
const HEATH: Palette = { ground: '#dcd9c4', paper: '#fffdf6', ink: '#1d3b30', accent: '#cf6b3a', soft: '#a9bda6' };

const hills = (one: string, two: string, sun: string): string[] => [
  circle(620, 220, 46, sun),
  path('M180 380 V300 Q280 220 380 300 T600 280 T780 260 V380 Z', one),
  path('M180 380 V340 Q320 290 460 340 T780 320 V380 Z', two),
];

const pots = (a: string, b: string): string[] => [
  path('M250 380 C220 330 236 270 270 250 V210 H320 V250 C354 270 370 330 340 380 Z', a),
  path('M420 300 H560 C556 350 530 380 510 380 H470 C450 380 424 350 420 300 Z', b),
  path('M640 380 C616 340 626 290 652 270 V190 H688 V270 C714 290 724 340 700 380 Z', a),
];

const beans = (a: string, b: string): string[] => [
  ...[0, 1, 2, 3, 4, 5].flatMap((i) => [
    `<g transform="rotate(${i * 31 - 40} ${240 + i * 98} ${230 + (i % 2) * 70})">${oval(240 + i * 98, 230 + (i % 2) * 70, 46, 30, i % 2 ? a : b)}${line(`M${196 + i * 98} ${230 + (i % 2) * 70} Q${240 + i * 98} ${218 + (i % 2) * 70} ${284 + i * 98} ${230 + (i % 2) * 70}`, '#fffdf6', 4)}</g>`,
  ]),
];

/** Pictures of works by proposal, in the order of its references. */
export const works = (): [id: string, drawings: string[]][] => [
  [
    'hotel-vysokiy-bereg',
    [
      site('Сайт загородного отеля', BALTIC, hills('#5e94a0', '#17384a', '#d9822b')),
      sheet('Отчёт за сезон', BALTIC),
      phone('Бронирование с телефона', { ...BALTIC, ground: '#e9dfc9' }),
    ],
  ],
  [
    'site-glina-i-ogon',
    [
      site('Магазин посуды', CLAY, pots('#a8452c', '#27566b')),
      phone('Карточка товара на телефоне', { ...CLAY, ground: '#d5dfe0', soft: '#8fb0bb' }),
      letter('Письмо о новой партии', CLAY),
    ],
  ],
  [
    'retainer-harbour-and-heath',
    [
      site('Subscription shop', HEATH, beans('#5a2f1a', '#1d3b30')),
      letter('Seasonal letter', { ...HEATH, ground: '#e7d9c3' }),
      sheet('Monthly report', HEATH),
    ],
  ],
];
