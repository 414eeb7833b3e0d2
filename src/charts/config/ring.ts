import type { RingPlot } from '../plot-types.ts';

/** Data and shape of a doughnut for Chart.js. */
export function ringConfig(plot: RingPlot) {
  return {
    type: 'doughnut' as const,
    data: {
      labels: plot.parts.map((part) => part.name),
      datasets: [
        {
          data: plot.parts.map((part) => part.value),
          backgroundColor: plot.parts.map((part) => part.colour),
          borderColor: plot.colours.paper,
          borderWidth: plot.parts.length > 1 ? 1.5 : 0,
          borderAlign: 'center' as const,
        },
      ],
    },
    options: {
      radius: plot.radius,
      // In pixels Chart.js measures the hole against the whole area, not against the ring.
      cutout: `${(plot.hole / plot.radius) * 100}%`,
      rotation: plot.start,
      datasets: { doughnut: { clip: false as const } },
    },
  };
}
