import type { FontMetrics } from '../../src/charts/font-metrics.ts';

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface TextBox extends Box {
  text: string;
}

export const touch = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The rectangles an SVG drawn by `drawChart` fills. */
export function barBoxes(svg: string): Box[] {
  return [...svg.matchAll(/<path d="([^"]+)" fill="#/g)].flatMap(([, data = '']) =>
    [...data.matchAll(/M([\d.-]+) ([\d.-]+)H([\d.-]+)V([\d.-]+)H[\d.-]+Z/g)].map((found) => {
      const [, x1, y1, x2, y2] = found.map(Number) as [number, number, number, number, number];
      return { left: Math.min(x1, x2), right: Math.max(x1, x2), top: Math.min(y1, y2), bottom: Math.max(y1, y2) };
    }),
  );
}

const attribute = (source: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(source)?.[1];

/** Where each text of an SVG drawn by `drawChart` stands, by the font's own widths. */
export function textBoxes(svg: string, fonts: FontMetrics): TextBox[] {
  const boxes: TextBox[] = [];
  const groups: string[] = [];
  for (const [, close, name, attributes = '', content = ''] of svg.matchAll(/<(\/?)(g|text)\b([^>]*)>([^<]*)/g)) {
    if (name === 'g') {
      if (close) groups.pop();
      else groups.push(attributes);
      continue;
    }
    if (close) continue;
    const style = [attributes, ...groups.toReversed()];
    const get = (key: string): string | undefined => style.map((source) => attribute(source, key)).find(Boolean);
    const size = Number(get('font-size'));
    const text = content
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
    const width = fonts.width(text, size, Number(get('font-weight') ?? 400));
    const x = Number(attribute(attributes, 'x'));
    const y = Number(attribute(attributes, 'y'));
    const left = x - { start: 0, middle: width / 2, end: width }[get('text-anchor') ?? 'start']!;
    boxes.push({ text, left, right: left + width, top: y - size * fonts.capHeight, bottom: y });
  }
  return boxes;
}

/** Pairs of texts that touch. */
export function overlaps(boxes: TextBox[]): string[] {
  const found: string[] = [];
  boxes.forEach((a, i) => {
    for (const b of boxes.slice(i + 1)) {
      if (touch(a, b)) found.push(`${a.text} × ${b.text}`);
    }
  });
  return found;
}
