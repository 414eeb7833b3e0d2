import { circle, line, path, svg } from '../drawings/svg.ts';

const WIDTH = 1200;
const HEIGHT = 1000;

const ground = (fill: string): string => `<rect width="${WIDTH}" height="${HEIGHT}" fill="${fill}"/>`;

const box = (x: number, y: number, width: number, height: number, fill: string): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;

/** A pine of the Baltic coast, blown to one side; `s` is its size, 1 is 200 high. */
function pine(x: number, foot: number, s: number, fill: string): string[] {
  const at = (dx: number, dy: number): string => `${(x + dx * s).toFixed(1)} ${(foot - dy * s).toFixed(1)}`;
  return [
    line(`M${at(0, 0)} Q${at(6, 90)} ${at(-8, 168)}`, fill, 7 * s),
    line(`M${at(2, 112)} Q${at(30, 122)} ${at(52, 140)}`, fill, 4 * s),
    ...[
      [-14, 182, 62, 16],
      [22, 160, 66, 17],
      [-34, 146, 44, 13],
      [56, 132, 46, 13],
    ].map(
      ([dx, dy, rx, ry]) =>
        `<ellipse cx="${(x + dx! * s).toFixed(1)}" cy="${(foot - dy! * s).toFixed(1)}" rx="${(rx! * s).toFixed(1)}" ry="${(ry! * s).toFixed(1)}" fill="${fill}"/>`,
    ),
  ];
}

/** An evening over the sea: the low sun, its path on the water, a lit house among pines on a high bank. */
function highBank(): string {
  const windows = [0, 1, 2].flatMap((row) =>
    [0, 1, 2, 3, 4, 5].map((column) =>
      box(822 + column * 44, 478 + row * 44, 20, 26, (row * 5 + column * 3) % 7 === 0 ? '#2c5a69' : '#f6cf73'),
    ),
  );
  const glitter = Array.from({ length: 11 }, (_, i) => {
    const half = 205 - i * 12 + (i % 2) * 34;
    return box(400 - half, 648 + i * 31, half * 2, 7 + i * 0.9, '#f2b950');
  });
  return svg(WIDTH, HEIGHT, 'Высокий берег', [
    ground('#0f3b4c'),
    circle(400, 628, 262, '#f2b950'),
    `<path d="M0 628 H1200 V1000 H0 Z" fill="#0a2c3a"/>`,
    ...glitter,
    path('M0 628 H190 Q230 628 250 640 L0 660 Z', '#082430'),
    line('M96 628 V560', '#fbf3e0', 15),
    path('M84 560 H108 L104 536 H88 Z', '#f6cf73'),
    path('M82 536 H110 L96 518 Z', '#c94f3d'),
    path('M560 1000 C600 900 640 830 652 740 C660 668 700 622 760 612 L1200 596 V1000 Z', '#06202a'),
    path('M800 612 V462 L944 396 L1092 462 V606 Z', '#dfe7e2'),
    path('M784 468 L944 392 L1108 468 L1108 446 L944 368 L784 446 Z', '#c94f3d'),
    ...windows,
    box(926, 566, 40, 44, '#0a2c3a'),
    ...pine(716, 640, 1.25, '#06202a'),
    ...pine(1150, 604, 1.7, '#06202a'),
    ...pine(1052, 612, 0.72, '#0d3a44'),
    path(
      'M640 760 C700 720 780 700 900 706 C1020 712 1120 690 1200 700 V1000 H570 C600 900 620 840 640 760 Z',
      '#041821',
    ),
    ...pine(812, 760, 0.9, '#02121a'),
    ...pine(1020, 800, 1.15, '#02121a'),
  ]);
}

/** Pots on a shelf before the mouth of a kiln. */
function kiln(): string {
  const bricks = Array.from({ length: 15 }, (_, i) => {
    const angle = Math.PI * (1 - i / 14);
    const [x, y] = [600 + 425 * Math.cos(angle), 560 - 425 * Math.sin(angle)];
    const turn = 90 - (angle * 180) / Math.PI;
    return `<rect x="${(x - 38).toFixed(1)}" y="${(y - 30).toFixed(1)}" width="76" height="60" fill="${i % 2 ? '#8e3520' : '#963a23'}" transform="rotate(${turn.toFixed(1)} ${x.toFixed(1)} ${y.toFixed(1)})"/>`;
  });
  return svg(WIDTH, HEIGHT, 'Глина и огонь', [
    ground('#a8452c'),
    ...bricks,
    path('M225 800 V560 A375 375 0 0 1 975 560 V800 Z', '#3a140c'),
    path('M270 800 V560 A330 330 0 0 1 930 560 V800 Z', '#e8772e'),
    path('M345 800 V580 A255 255 0 0 1 855 580 V800 Z', '#f2a541'),
    path('M430 800 V610 A170 170 0 0 1 770 610 V800 Z', '#fbd98a'),
    box(0, 800, WIDTH, 26, '#3a140c'),
    box(0, 826, WIDTH, 174, '#7c2d1a'),
    // A tall vase, a bowl, a jug, a cup, a bottle.
    path(
      'M150 800 C96 720 112 610 178 560 C192 546 190 506 176 478 H284 C270 506 268 546 282 560 C348 610 364 720 310 800 Z',
      '#f5ead8',
    ),
    path('M122 690 C128 640 146 596 178 560 H282 C314 596 332 640 338 690 Z', '#27566b'),
    path('M384 700 H596 C592 762 556 800 520 800 H460 C424 800 388 762 384 700 Z', '#27566b'),
    path('M384 700 H596 Q596 716 592 728 H388 Q384 716 384 700 Z', '#f5ead8'),
    path('M664 800 C616 740 630 640 676 604 V520 L654 494 H782 V604 C828 640 842 740 794 800 Z', '#6d2415'),
    line('M786 546 C856 540 868 640 812 676', '#6d2415', 20),
    path('M634 694 C638 656 652 624 676 604 H782 C806 624 820 656 824 694 Z', '#f5ead8'),
    path('M884 716 H994 V776 Q994 800 970 800 H908 Q884 800 884 776 Z', '#f5ead8'),
    line('M994 736 C1036 730 1036 784 994 780', '#f5ead8', 14),
    path('M1062 800 C1034 746 1048 690 1082 664 V560 H1122 V664 C1156 690 1170 746 1142 800 Z', '#27566b'),
    box(1074, 548, 56, 20, '#f5ead8'),
  ]);
}

/** First light over hills, a cup as large as they are. */
function firstCup(): string {
  const rays = Array.from({ length: 9 }, (_, i) => box(210, 372 + i * 27, 780, 3 + i * 2, '#1d3b30'));
  return svg(WIDTH, HEIGHT, 'Harbour &amp; Heath', [
    ground('#1d3b30'),
    circle(600, 560, 330, '#e58a3c'),
    ...rays,
    path('M0 640 C160 560 300 600 430 640 C560 680 700 610 850 600 C1000 590 1100 630 1200 600 V1000 H0 Z', '#2f5a45'),
    path('M0 720 C200 650 380 720 560 730 C760 740 940 660 1200 720 V1000 H0 Z', '#152c24'),
    line('M520 470 C480 420 560 390 520 330', '#fbf3e0', 12),
    line('M600 470 C560 410 640 370 600 300', '#fbf3e0', 12),
    line('M680 470 C640 420 720 390 680 330', '#fbf3e0', 12),
    line('M842 600 C960 580 970 760 806 752', '#fbf3e0', 34),
    path('M350 520 H850 C850 720 790 860 690 880 H510 C410 860 350 720 350 520 Z', '#fbf3e0'),
    `<ellipse cx="600" cy="520" rx="250" ry="46" fill="#e9dcc0"/>`,
    `<ellipse cx="600" cy="526" rx="222" ry="34" fill="#5a2f1a"/>`,
    path(
      'M392 700 C480 650 560 690 640 700 C720 710 780 680 822 684 C800 776 756 866 690 880 H510 C448 868 412 790 392 700 Z',
      '#cf6b3a',
    ),
    path(
      'M412 762 C500 720 600 770 690 760 C740 754 776 744 800 750 C778 820 740 872 690 880 H510 C462 870 430 820 412 762 Z',
      '#2f5a45',
    ),
    `<ellipse cx="600" cy="900" rx="330" ry="34" fill="#fbf3e0"/>`,
    `<ellipse cx="600" cy="892" rx="150" ry="14" fill="#d8c8a6"/>`,
  ]);
}

/** Covers by proposal. */
export const covers = (): [id: string, drawing: string][] => [
  ['hotel-vysokiy-bereg', highBank()],
  ['site-glina-i-ogon', kiln()],
  ['retainer-harbour-and-heath', firstCup()],
];
