import { Tooltip, type ChartConfiguration } from 'chart.js';
import { Chart, chartConfig } from './config/config.ts';
import type { Plot } from './plot-types.ts';

/**
 * Tooltips for drawn charts, loaded by the page's own script when a reader first points at or steps onto one. Looks for
 * `figure[data-chart]` with `<div><svg/><script type="application/json">plot</script></div>`.
 * On hover, focus or tap a Chart.js canvas made from the same plot takes the drawing's place until the reader leaves.
 * Arrow keys move along the values, Escape leaves, a status line tells them to those who listen. Paper gets the drawing.
 */
Chart.register(Tooltip);

interface Live {
  chart: Chart;
  canvas: HTMLCanvasElement;
}

const STYLE = `
.chart-live{position:relative}
.chart-live>svg{visibility:hidden}
.chart-live>canvas{position:absolute;inset:0;width:100%;height:auto;display:block}
.chart-told{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media print{.chart-live>svg{visibility:visible}.chart-live>canvas{display:none!important}}`;

function start(): void {
  const scripts = document.querySelectorAll<HTMLScriptElement>('figure[data-chart] script[type="application/json"]');
  if (scripts.length === 0) return;
  const style = document.createElement('style');
  style.textContent = STYLE;
  document.head.append(style);
  for (const script of scripts) enliven(script);
}

function enliven(script: HTMLScriptElement): void {
  const picture = script.parentElement;
  if (!picture) return;
  const plot = JSON.parse(script.textContent) as Plot;
  const told = document.createElement('div');
  told.className = 'chart-told';
  told.setAttribute('role', 'status');
  picture.append(told);
  let live: Live | null = null;
  let index = -1;

  const open = (): Live => (live ??= makeLive(picture, plot));
  const close = (): void => {
    live?.chart.destroy();
    live?.canvas.remove();
    picture.classList.remove('chart-live');
    told.textContent = '';
    live = null;
    index = -1;
  };
  const show = (next: number): void => {
    index = Math.max(0, Math.min(plot.tipTitles.length - 1, next));
    activate(open().chart, plot, index);
    told.textContent = [plot.tipTitles[index], ...tipLines(plot, index)].join('. ');
  };

  picture.addEventListener('pointerenter', (event) => pointAt(open().canvas, event));
  picture.addEventListener('pointerdown', (event) => pointAt(open().canvas, event));
  picture.addEventListener('pointerleave', (event) => {
    if (event.pointerType !== 'touch' && document.activeElement !== picture) close();
  });
  picture.addEventListener('focus', () => {
    if (picture.matches(':focus-visible')) show(plot.tipTitles.length - 1);
  });
  picture.addEventListener('blur', close);
  document.addEventListener('pointerdown', (event) => {
    if (live && !picture.contains(event.target as Node)) close();
  });
  picture.addEventListener('keydown', (event) => {
    const next = step(event.key, index, plot.tipTitles.length);
    if (event.key === 'Escape') close();
    else if (next !== null) {
      event.preventDefault();
      show(next);
    }
  });
}

/** The event that opened the canvas came before it stood there; tell it where the pointer is. */
function pointAt(canvas: HTMLCanvasElement, { clientX, clientY }: PointerEvent): void {
  canvas.dispatchEvent(new MouseEvent('mousemove', { clientX, clientY }));
}

function step(key: string, index: number, count: number): number | null {
  if (key === 'ArrowRight' || key === 'ArrowDown') return index + 1;
  if (key === 'ArrowLeft' || key === 'ArrowUp') return index - 1;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

function makeLive(picture: HTMLElement, plot: Plot): Live {
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  // Nominal size, shown as wide as the drawing: Chart.js maps the pointer back by itself.
  canvas.width = plot.width;
  canvas.height = plot.height;
  const shown = picture.getBoundingClientRect().width;
  const config = chartConfig(plot);
  config.options = { ...config.options, ...liveOptions(plot, (window.devicePixelRatio || 1) * (shown / plot.width)) };
  const chart = new Chart(canvas, config);
  // Chart.js writes its pixel size into the style; the sheet's width must win.
  canvas.style.width = '';
  canvas.style.height = '';
  picture.append(canvas);
  picture.classList.add('chart-live');
  return { chart, canvas };
}

function liveOptions(plot: Plot, devicePixelRatio: number): ChartConfiguration['options'] {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const { ink, paper } = plot.colours;
  const axis = plot.type === 'axes' && plot.direction === 'rows' ? 'y' : 'x';
  return {
    devicePixelRatio,
    events: ['mousemove', 'mouseout', 'click', 'touchstart', 'touchmove'],
    interaction:
      plot.type === 'axes' ? { mode: 'index', axis, intersect: false } : { mode: 'nearest', intersect: true },
    plugins: {
      tooltip: {
        animation: still ? false : { duration: 120 },
        backgroundColor: ink,
        titleColor: paper,
        bodyColor: paper,
        titleFont: { family: plot.family, size: 12, weight: 600 },
        bodyFont: { family: plot.family, size: 12 },
        cornerRadius: 3,
        padding: 8,
        boxPadding: 4,
        filter: (item) => tipText(plot, item.datasetIndex, item.dataIndex) !== null,
        callbacks: {
          title: (items) => plot.tipTitles[items[0]?.dataIndex ?? -1] ?? '',
          label: (item) => tipText(plot, item.datasetIndex, item.dataIndex) ?? '',
        },
      },
    },
  };
}

function tipText(plot: Plot, series: number, index: number): string | null {
  if (plot.type === 'ring') return plot.parts[index]?.tip ?? null;
  const one = plot.datasets[series];
  const tip = one?.tips[index];
  if (!one || !tip) return null;
  return plot.datasets.length > 1 ? `${one.name}: ${tip}` : tip;
}

function tipLines(plot: Plot, index: number): string[] {
  const count = plot.type === 'ring' ? 1 : plot.datasets.length;
  return Array.from({ length: count }, (_, series) => tipText(plot, series, index)).filter((text) => text !== null);
}

function activate(chart: Chart, plot: Plot, index: number): void {
  const count = plot.type === 'ring' ? 1 : plot.datasets.length;
  const active = Array.from({ length: count }, (_, datasetIndex) => ({ datasetIndex, index })).filter(
    ({ datasetIndex }) => tipText(plot, datasetIndex, index) !== null,
  );
  const { x, y } = chart.getDatasetMeta(active[0]?.datasetIndex ?? 0).data[index] ?? { x: 0, y: 0 };
  chart.setActiveElements(active);
  chart.tooltip?.setActiveElements(active, { x, y });
  chart.update();
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
