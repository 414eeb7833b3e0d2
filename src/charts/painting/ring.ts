import { ArcElement } from 'chart.js';
import type { RingPlot } from '../plot-types.ts';

const TURN = Math.PI * 2;

/** Pieces of the ring, clockwise from its start. */
export function arcsOf(plot: RingPlot): ArcElement[] {
  const { area, radius, parts } = plot;
  const total = parts.reduce((sum, part) => sum + Math.abs(part.value), 0);
  const look = {
    ...ArcElement.defaults,
    borderColor: plot.colours.paper,
    borderWidth: parts.length > 1 ? 1.5 : 0,
  };
  const ring = {
    x: (area.left + area.right) / 2,
    y: (area.top + area.bottom) / 2,
    outerRadius: radius,
    innerRadius: plot.hole,
  };
  let startAngle = (plot.start - 90) * (Math.PI / 180);
  return parts.map(({ value, colour }) => {
    // As the controller reckons it: a last digit decides whether a lone piece is a whole turn or more.
    const circumference = TURN * (Math.abs((value * TURN) / TURN) / total);
    const endAngle = startAngle + circumference;
    const piece = { ...ring, startAngle, endAngle, circumference };
    startAngle = endAngle;
    return new ArcElement({ ...piece, options: { ...look, backgroundColor: colour } });
  });
}
