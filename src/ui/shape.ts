/** Signs the fonts lack, drawn: an alert, a tick, a cross, a half-full ring, an arrow out, a flag. */
const SHAPES = {
  alert: 'M8 1.5 15 14H1Z M8 6v4 M8 11.6v.9',
  done: 'M2.5 8.5 6.2 12.2 13.5 4',
  doing: 'M8 1.8a6.2 6.2 0 1 0 .01 0Z M8 4.4V8l2.6 1.7',
  blocked: 'M8 1.8a6.2 6.2 0 1 0 .01 0Z M5.9 5.4v5.2 M10.1 5.4v5.2',
  planned: 'M8 1.8a6.2 6.2 0 1 0 .01 0Z',
  stopped: 'M4 4l8 8 M12 4l-8 8',
  flag: 'M3.5 15V1.8 M3.5 2.5h9l-2.4 3.2 2.4 3.3h-9',
  out: 'M6 3H3v10h10v-3 M9 2.5h4.5V7 M13.5 2.5 7.5 8.5',
};

export type ShapeKind = keyof typeof SHAPES;

/** The sign as text. */
export const shape = (kind: ShapeKind): string =>
  `<svg class="shape shape-${kind}" viewBox="0 0 16 16" aria-hidden="true" focusable="false">` +
  `<path d="${SHAPES[kind]}"></path></svg>`;
