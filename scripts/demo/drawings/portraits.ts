import { drawFace, type Face } from './face.ts';
import { circle, line, path, svg } from './svg.ts';

const SHOULDERS = 'M28 240 C30 202 62 188 102 176 C108 194 132 194 138 176 C178 188 210 202 212 240 Z';
const HIGH_COLLAR =
  'M28 240 C30 202 62 190 100 180 L101 166 C110 174 130 174 139 166 L140 180 C178 190 210 202 212 240 Z';

const roundGlasses = (colour: string): string[] => [
  line('M88 113 a15 15 0 1 0 30 0 a15 15 0 1 0 -30 0', colour, 3.2),
  line('M122 113 a15 15 0 1 0 30 0 a15 15 0 1 0 -30 0', colour, 3.2),
  line('M118 111 Q120 109 122 111', colour, 3.2),
];

const BEARD =
  'M80 112 C84 128 92 133 103 134 C112 130 128 130 137 134 C148 133 156 128 160 112 L160 122 C160 152 142 174 120 174 C98 174 80 152 80 122 Z';

const FACES: Record<string, Face> = {
  'maksim-orlov': {
    title: 'Максим Орлов',
    ground: '#e6d8bd',
    skin: '#f0c9a6',
    shade: '#e2b08a',
    brow: '#3d2b20',
    lips: '#a4553f',
    hairBehind: [],
    hairBefore: [
      path(
        'M76 108 C70 70 88 48 122 48 C156 46 172 70 164 108 C160 98 158 90 152 84 C134 88 112 84 100 74 C96 84 82 90 76 108 Z',
        '#3d2b20',
      ),
    ],
    clothes: [
      path(SHOULDERS, '#24384a'),
      path('M102 176 L120 214 L138 176 L146 180 L136 240 L104 240 L94 180 Z', '#ffffff'),
      path('M100 176 L84 186 L102 240 L112 240 Z', '#1b2b3a'),
      path('M140 176 L156 186 L138 240 L128 240 Z', '#1b2b3a'),
    ],
    extras: [
      path(BEARD, '#4a3527'),
      path('M107 143 Q120 151 133 143 Q120 146 107 143 Z', '#f7efe6'),
      line('M107 143 Q120 152 133 143', '#a4553f', 3),
    ],
    smile: 0,
    slim: false,
  },
  'anna-lebedeva': {
    title: 'Анна Лебедева',
    ground: '#bcd6d3',
    skin: '#f6d3b8',
    shade: '#ecb99a',
    brow: '#7a5132',
    lips: '#c0524a',
    hairBehind: [
      path(
        'M66 112 C60 40 180 40 174 112 L178 158 C178 172 164 178 152 174 L88 174 C76 178 62 172 62 158 Z',
        '#8f5f38',
      ),
    ],
    hairBefore: [
      path(
        'M76 112 C70 62 96 46 120 46 C146 46 170 62 164 112 C161 98 158 90 154 86 C136 90 128 84 124 76 C116 88 98 94 86 92 C82 98 78 104 76 112 Z',
        '#a26f44',
      ),
    ],
    clothes: [path(HIGH_COLLAR, '#d99a2b'), line('M101 172 Q120 184 139 172', '#b97f1c', 3)],
    extras: [circle(76, 132, 3.4, '#fbf9f4'), circle(164, 132, 3.4, '#fbf9f4')],
    smile: 6,
    slim: true,
  },
  'dina-safina': {
    title: 'Дина Сафина',
    ground: '#ecc9b6',
    skin: '#e3b48c',
    shade: '#cf9870',
    brow: '#1d1a1c',
    lips: '#9c3f3c',
    hairBehind: [
      path(
        'M64 108 C56 34 184 34 176 108 C176 140 190 160 186 204 C172 214 156 210 150 204 L90 204 C84 210 68 214 54 204 C50 160 64 140 64 108 Z',
        '#221d20',
      ),
    ],
    hairBefore: [
      path('M74 120 C66 66 92 46 120 46 C148 46 174 66 166 120 C162 96 146 84 121 62 C96 84 78 96 74 120 Z', '#2d2629'),
    ],
    clothes: [path(SHOULDERS, '#0b5563'), path('M100 177 L120 206 L140 177 L150 181 L120 224 L90 181 Z', '#127183')],
    extras: [
      line('M76 128 v10', '#e9b949', 3),
      circle(76, 142, 4, '#e9b949'),
      line('M164 128 v10', '#e9b949', 3),
      circle(164, 142, 4, '#e9b949'),
    ],
    smile: 5,
    slim: true,
  },
  'ilya-gromov': {
    title: 'Илья Громов',
    ground: '#c6d3b8',
    skin: '#f8d8c2',
    shade: '#eebc9f',
    brow: '#a04a1e',
    lips: '#b85c48',
    hairBehind: [],
    hairBefore: [
      ...[
        [80, 86, 15],
        [88, 68, 16],
        [104, 57, 16],
        [122, 54, 17],
        [140, 59, 16],
        [154, 71, 15],
        [161, 88, 13],
        [106, 74, 14],
        [132, 74, 15],
      ].map(([x, y, radius]) => circle(x!, y!, radius!, '#c4622d')),
    ],
    clothes: [
      path(SHOULDERS, '#4f6f52'),
      path('M84 184 C92 206 148 206 156 184 L164 188 C156 222 84 222 76 188 Z', '#3e5941'),
      line('M108 206 v20', '#e9e4d4', 3),
      line('M132 206 v20', '#e9e4d4', 3),
    ],
    extras: roundGlasses('#2b2b2e'),
    smile: 6,
    slim: false,
  },
  'vera-tikhonova': {
    title: 'Вера Тихонова',
    ground: '#d5cbdc',
    skin: '#f3cfb4',
    shade: '#e3b393',
    brow: '#8b8580',
    lips: '#a84f52',
    hairBehind: [
      circle(120, 44, 23, '#aaa39c'),
      path('M72 116 C66 46 174 46 168 116 C166 132 160 140 156 142 L84 142 C80 140 74 132 72 116 Z', '#aaa39c'),
    ],
    hairBefore: [
      path(
        'M76 114 C68 66 96 50 120 50 C144 50 172 66 164 114 C160 94 154 80 132 68 C112 78 88 78 76 114 Z',
        '#bfb8b0',
      ),
    ],
    clothes: [path(HIGH_COLLAR, '#6b3a56'), line('M101 174 Q120 186 139 174', '#552c44', 3)],
    extras: [
      line('M88 106 h30 v8 q0 11 -15 11 q-15 0 -15 -11 Z', '#5a2140', 3),
      line('M122 106 h30 v8 q0 11 -15 11 q-15 0 -15 -11 Z', '#5a2140', 3),
      line('M118 109 h4', '#5a2140', 3),
    ],
    smile: 0,
    slim: true,
  },
  'timur-akhmetov': {
    title: 'Тимур Ахметов',
    ground: '#bfd0e0',
    skin: '#d9a679',
    shade: '#c28c60',
    brow: '#17181a',
    lips: '#8c4a3a',
    hairBehind: [path('M77 112 C74 70 92 60 120 60 C148 60 166 70 163 112 Z', '#2a2a2d')],
    hairBefore: [
      path(
        'M82 92 C74 60 92 42 118 40 C150 36 168 56 160 92 C154 82 148 78 140 76 C120 82 100 78 90 76 C86 80 84 86 82 92 Z',
        '#17181a',
      ),
    ],
    clothes: [
      path(SHOULDERS, '#3f6487'),
      path('M100 177 C104 198 136 198 140 177 L148 181 C146 214 130 240 120 240 C110 240 94 214 92 181 Z', '#f4f1ea'),
      line('M92 182 L104 240', '#2f4e6c', 4),
      line('M148 182 L136 240', '#2f4e6c', 4),
    ],
    extras: [],
    smile: 7,
    slim: false,
  },
  'polina-zueva': {
    title: 'Полина Зуева',
    ground: '#f1d79f',
    skin: '#fadcc6',
    shade: '#efbfa3',
    brow: '#5b1f28',
    lips: '#c23b4a',
    hairBehind: [
      path('M68 110 C60 42 180 42 172 110 C174 128 172 142 162 150 L86 138 C74 140 68 128 68 110 Z', '#7a2430'),
    ],
    hairBefore: [
      path(
        'M74 130 C62 74 84 44 122 44 C160 44 174 72 167 124 C164 104 160 92 150 86 C128 100 100 96 92 88 C84 100 78 114 74 130 Z',
        '#93303d',
      ),
    ],
    clothes: [
      path(SHOULDERS, '#f7f4ec'),
      line('M66 205 Q120 232 174 205', '#22384a', 6),
      line('M80 192 Q120 214 160 192', '#22384a', 6),
      line('M54 219 Q120 250 186 219', '#22384a', 6),
    ],
    extras: [
      ...[
        [96, 126],
        [102, 130],
        [91, 131],
        [138, 130],
        [144, 126],
        [149, 131],
      ].map(([x, y]) => circle(x!, y!, 1.5, '#cf8560')),
      circle(164, 130, 4, '#0b5563'),
    ],
    smile: 6,
    slim: true,
  },
  'sergey-belov': {
    title: 'Сергей Белов',
    ground: '#cdd4d2',
    skin: '#efc8ac',
    shade: '#dcab8b',
    brow: '#8a6a45',
    lips: '#a65a48',
    hairBehind: [],
    hairBefore: [
      path('M80 104 C78 66 98 54 120 54 C142 54 162 66 160 104 C156 86 146 74 120 74 C94 74 84 86 80 104 Z', '#c69a74'),
    ],
    clothes: [
      path(HIGH_COLLAR, '#8a3b2a'),
      line('M101 172 Q120 184 139 172', '#6f2d1f', 3),
      line('M60 200 L66 240', '#6f2d1f', 3),
      line('M180 200 L174 240', '#6f2d1f', 3),
    ],
    extras: [
      path(
        'M80 108 C84 128 92 136 103 136 C112 132 128 132 137 136 C148 136 156 128 160 108 L161 126 C162 158 142 182 120 182 C98 182 78 158 79 126 Z',
        '#a67c4e',
      ),
      line('M108 146 Q120 154 132 146', '#7d3b30', 3.4),
    ],
    smile: 0,
    slim: false,
  },
  'nikita-savin': {
    title: 'Никита Савин',
    ground: '#d9d3c3',
    skin: '#f2cdb0',
    shade: '#e2b391',
    brow: '#5d4630',
    lips: '#a85c4c',
    hairBehind: [],
    hairBefore: [
      path(
        'M80 98 C74 62 94 44 120 42 C148 40 168 60 161 96 C156 84 150 78 142 74 C124 84 104 76 92 70 C86 78 82 88 80 98 Z',
        '#6b5138',
      ),
    ],
    clothes: [
      path(SHOULDERS, '#7a8b3d'),
      path('M96 180 C104 200 136 200 144 180 L152 184 C146 208 94 208 88 184 Z', '#5f6d2f'),
      line('M110 200 v26', '#e9e4d4', 3),
      line('M130 200 v26', '#e9e4d4', 3),
    ],
    extras: [line('M108 146 Q120 153 132 146', '#a85c4c', 3)],
    smile: 5,
    slim: false,
  },
  'larisa-melnik': {
    title: 'Лариса Мельник',
    ground: '#c9d8c4',
    skin: '#f4d2b8',
    shade: '#e4b896',
    brow: '#4a2f26',
    lips: '#b04a52',
    hairBehind: [
      path('M68 112 C60 44 180 44 172 112 C176 130 172 146 160 150 L80 150 C68 146 64 130 68 112 Z', '#4a2f26'),
    ],
    hairBefore: [
      path(
        'M75 116 C68 64 94 46 120 46 C148 46 172 64 165 116 C160 96 152 84 126 70 C106 84 82 90 75 116 Z',
        '#5d3b2f',
      ),
    ],
    clothes: [path(HIGH_COLLAR, '#2f5d62'), circle(120, 204, 5, '#e9d8a6')],
    extras: [...roundGlasses('#7a2e3a'), circle(76, 134, 3.4, '#e9d8a6'), circle(164, 134, 3.4, '#e9d8a6')],
    smile: 4,
    slim: true,
  },
  'denis-kropotov': {
    title: 'Денис Кропотов',
    ground: '#d6c9d9',
    skin: '#eec4a3',
    shade: '#dca885',
    brow: '#2b2624',
    lips: '#a05545',
    hairBehind: [],
    hairBefore: [
      path(
        'M79 106 C74 68 96 50 120 50 C146 50 166 68 161 106 C158 88 150 72 138 66 C126 76 98 72 90 80 C84 86 80 96 79 106 Z',
        '#2b2624',
      ),
    ],
    clothes: [path(SHOULDERS, '#2c2f36'), path('M102 177 Q120 196 138 177 L146 181 Q120 210 94 181 Z', '#c8553d')],
    extras: roundGlasses('#3a3f45'),
    smile: 3,
    slim: true,
  },
};

/** Faces are small on a page, so the head fills the sheet. */
const closer = (shapes: string[]): string[] => ['<g transform="translate(-24 -21) scale(1.2)">', ...shapes, '</g>'];

/** Portraits by person id. */
export const portraits = (): [id: string, drawing: string][] =>
  Object.entries(FACES).map(([id, face]) => [id, svg(240, 240, face.title, closer(drawFace(face)))]);
