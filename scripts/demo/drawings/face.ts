import { circle, line, oval, path } from './svg.ts';

/** What makes a face this person's own. Hair and clothes are drawn around a common head. */
export interface Face {
  title: string;
  ground: string;
  skin: string;
  /** The skin in shadow: neck, nose, ears. */
  shade: string;
  brow: string;
  lips: string;
  /** Behind the head, then over it. */
  hairBehind: string[];
  hairBefore: string[];
  clothes: string[];
  /** Glasses, beard, earrings, freckles: drawn last. */
  extras: string[];
  /** How wide the smile opens, 0 for closed. */
  smile: number;
  /** Narrower jaw when true. */
  slim: boolean;
}

const HEAD = 'M80 100 C80 58 160 58 160 100 L160 116 C160 146 141 166 120 166 C99 166 80 146 80 116 Z';
const SLIM_HEAD = 'M82 98 C82 58 158 58 158 98 L157 116 C155 144 137 166 120 166 C103 166 85 144 83 116 Z';

const eye = (x: number): string[] => [oval(x, 112, 4.2, 5, '#22262b'), circle(x + 1.5, 110, 1.4, '#ffffff')];

const mouth = (face: Face): string =>
  face.smile === 0
    ? line('M108 143 Q120 151 132 143', face.lips, 3.4)
    : path(`M105 141 Q120 ${141 + face.smile * 2} 135 141 Q120 145 105 141 Z`, face.lips);

/** The shapes of a portrait on a sheet of 240 × 240. */
export function drawFace(face: Face): string[] {
  return [
    `<rect width="240" height="240" fill="${face.ground}"/>`,
    ...face.hairBehind,
    path('M102 140 L138 140 L138 180 C138 198 102 198 102 180 Z', face.shade),
    ...face.clothes,
    oval(80, 116, 8, 11, face.shade),
    oval(160, 116, 8, 11, face.shade),
    path(face.slim ? SLIM_HEAD : HEAD, face.skin),
    oval(93, 131, 8, 5, face.shade),
    oval(147, 131, 8, 5, face.shade),
    ...eye(104),
    ...eye(136),
    line('M96 99 Q104 94 111 98', face.brow, 3.6),
    line('M129 98 Q136 94 144 99', face.brow, 3.6),
    line('M120 113 Q124 127 117 129', face.shade, 3.2),
    mouth(face),
    ...face.hairBefore,
    ...face.extras,
  ];
}
