import { circle, line, path, svg } from './svg.ts';

/** A pilot's mark: a lit beacon over two waves. */
const lotsman = (): string =>
  svg(120, 120, 'Лоцман', [
    `<rect width="120" height="120" rx="26" fill="#0b5563"/>`,
    path('M50 42 L70 42 L77 84 L43 84 Z', '#fbf9f4'),
    path('M47.5 57 L72.5 57 L74.6 70 L45.4 70 Z', '#e8a33d'),
    path('M46 36 H74 V42 H46 Z', '#fbf9f4'),
    circle(60, 27, 8, '#e8a33d'),
    line('M40 27 H28', '#e8a33d', 4),
    line('M80 27 H92', '#e8a33d', 4),
    line('M43 14 L36 9', '#e8a33d', 4),
    line('M77 14 L84 9', '#e8a33d', 4),
    line('M18 86 Q28.5 78 39 86 T60 86 T81 86 T102 86', '#fbf9f4', 5),
    line('M28 100 Q36 93 44 100 T60 100 T76 100 T92 100', '#8fc4c8', 5),
  ]);

/** A pine that leans over the water of a bay. */
const hotel = (): string =>
  svg(120, 120, 'Сосновая бухта', [
    circle(60, 60, 58, '#1d4e89'),
    circle(83, 42, 13, '#f4b860'),
    path('M57 42 H63 L65 84 H55 Z', '#f3ede0'),
    path('M60 14 L82 46 H71 L88 70 H32 L49 46 H38 Z', '#f3ede0'),
    path('M8 84 Q22 74 36 84 T64 84 T92 84 T114 80 A58 58 0 0 1 8 84 Z', '#6fb1c9'),
    line('M22 97 Q33 90 44 97 T66 97 T88 97', '#f3ede0', 4),
  ]);

/** A house made of an armchair. */
const furniture = (): string =>
  svg(120, 120, 'Тихий дом', [
    `<rect width="120" height="120" rx="8" fill="#f1e7da"/>`,
    path('M60 12 L106 50 L98 59 L60 28 L22 59 L14 50 Z', '#8a3f22'),
    path('M38 50 Q38 42 46 42 H74 Q82 42 82 50 V70 H38 Z', '#c96f43'),
    path('M22 64 Q22 56 30 56 Q38 56 38 64 V76 H82 V64 Q82 56 90 56 Q98 56 98 64 V94 H22 Z', '#8a3f22'),
    path('M38 70 H82 V80 H38 Z', '#e2a07c'),
    path('M30 94 H38 L36 106 H31 Z', '#4a2414'),
    path('M82 94 H90 L89 106 H84 Z', '#4a2414'),
  ]);

/** A tooth that is a bud on a branch. */
const dental = (): string =>
  svg(120, 120, 'Белая ветка', [
    `<rect width="120" height="120" rx="60" fill="#2f7d6b"/>`,
    path(
      'M60 38 C52 30 32 30 30 52 C29 66 36 72 39 84 C41 94 43 103 49 103 C55 103 53 82 60 82 C67 82 65 103 71 103 C77 103 79 94 81 84 C84 72 91 66 90 52 C88 30 68 30 60 38 Z',
      '#ffffff',
    ),
    line('M60 38 C60 28 64 20 72 14', '#cfe8dd', 4.5),
    path('M66 24 C76 16 90 20 94 28 C84 36 72 34 66 24 Z', '#a8d8c3'),
    path('M58 26 C50 14 38 16 34 22 C40 32 50 34 58 26 Z', '#cfe8dd'),
  ]);

/** A lark in flight over the lines of a ledger. */
const software = (): string =>
  svg(120, 120, 'Ledgerlark', [
    `<rect width="120" height="120" rx="26" fill="#23265e"/>`,
    line('M24 92 H96', '#6d74d6', 6),
    line('M24 106 H70', '#6d74d6', 6),
    path(
      'M22 34 C40 28 54 38 60 52 C66 40 78 32 92 34 L104 40 L92 45 C92 66 76 80 54 80 C40 80 30 76 20 68 C32 68 40 66 46 60 C34 58 26 48 22 34 Z',
      '#ffcf56',
    ),
    circle(87, 41, 3, '#23265e'),
    path('M46 60 C56 58 66 60 72 66 C62 72 52 70 46 60 Z', '#e39c1f'),
  ]);

/** Logos by path from `data/`. */
export const logos = (): [path: string, drawing: string][] => [
  ['brand/logo.svg', lotsman()],
  ['brand/hotel-sosnovaya-bukhta.svg', hotel()],
  ['brand/furniture-tikhiy-dom.svg', furniture()],
  ['brand/dental-belaya-vetka.svg', dental()],
  ['brand/software-ledgerlark.svg', software()],
];
