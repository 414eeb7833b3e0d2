import { describe, expect, it } from 'vitest';
import { loadFontMetrics } from '../../src/charts/load-fonts.ts';
import { RecordingContext } from '../../src/charts/recording-context.ts';
import { svgOf } from '../../src/charts/svg.ts';

const fonts = loadFontMetrics('inter');
const context = (): RecordingContext => new RecordingContext(200, 100, fonts);
const svg = (ctx: RecordingContext, id = 'c'): string =>
  svgOf({ id, width: 200, height: 100, title: 'T', description: 'D', family: 'Inter' }, ctx);
const shapes = (ctx: RecordingContext): string =>
  svg(ctx)
    .replace(/^.*<\/desc>/, '')
    .replace('</svg>', '');

describe('the recording context', () => {
  it('writes paths with one decimal and short commands', () => {
    const ctx = context();
    ctx.beginPath();
    ctx.moveTo(1.234, 2);
    ctx.lineTo(50.06, 2);
    ctx.lineTo(50.06, 9);
    ctx.bezierCurveTo(1, 2, 3, 4, 5, 6);
    ctx.closePath();
    ctx.stroke();
    expect(shapes(ctx)).toBe('<path d="M1.2 2H50.1V9C1 2 3 4 5 6Z" fill="none" stroke="#000000"/>');
  });

  it('joins neighbouring shapes of one style', () => {
    const ctx = context();
    ctx.fillStyle = '#112233';
    ctx.fillRect(0, 0, 10, 5);
    ctx.fillRect(20, 0, 10, 5);
    expect(shapes(ctx)).toBe('<path d="M0 0H10V5H0ZM20 0H30V5H20Z" fill="#112233"/>');
  });

  it('bakes transformations into coordinates and gives state back on restore', () => {
    const ctx = context();
    ctx.save();
    ctx.translate(10, 20);
    ctx.rotate(Math.PI / 2);
    ctx.scale(2, 2);
    ctx.lineWidth = 3;
    ctx.beginPath();
    ctx.moveTo(0, 0);
    ctx.lineTo(5, 0);
    ctx.stroke();
    ctx.restore();
    ctx.beginPath();
    ctx.moveTo(0, 0);
    ctx.lineTo(5, 0);
    ctx.stroke();
    expect(shapes(ctx)).toBe(
      '<path d="M10 20V30" fill="none" stroke="#000000" stroke-width="3"/><path d="M0 0H5" fill="none" stroke="#000000"/>',
    );
  });

  it('draws a whole circle and an arc against the clock as canvas does', () => {
    const ctx = context();
    ctx.beginPath();
    ctx.arc(10, 10, 5, 0, Math.PI * 2);
    ctx.fill();
    expect(shapes(ctx)).toBe('<path d="M15 10A5 5 0 0 1 5 10A5 5 0 0 1 15 10" fill="#000000"/>');
    const counter = context();
    counter.beginPath();
    counter.arc(10, 10, 5, 0, Math.PI / 2, true);
    counter.fill();
    expect(shapes(counter)).toBe('<path d="M15 10A5 5 0 1 0 10 15" fill="#000000"/>');
  });

  it('puts clips on groups, nests them and uses an equal one again', () => {
    const ctx = context();
    const clipped = (x: number): void => {
      ctx.save();
      ctx.beginPath();
      ctx.rect(0, 0, 50, 50);
      ctx.clip();
      ctx.translate(x, 0);
      ctx.rotate(0.5);
      ctx.fillText('a', 0, 0);
      ctx.restore();
    };
    clipped(1);
    ctx.fillRect(0, 0, 1, 1);
    clipped(2);
    const out = svg(ctx, 'one');
    expect(out.match(/<clipPath id="one-clip1">/g)).toHaveLength(1);
    expect(out).not.toContain('one-clip2');
    expect(out.match(/<g clip-path="url\(#one-clip1\)">/g)).toHaveLength(2);
    expect(out).not.toMatch(/<text[^>]*clip-path/);
  });

  it('throws by name at a call, a read and a write it does not know', () => {
    const ctx = context() as unknown as { ellipse(x: number): void; shadowBlur: number; filter: string };
    expect(() => ctx.ellipse(1)).toThrow(/"ellipse"/);
    expect(() => ctx.filter).toThrow(/"filter"/);
    expect(() => {
      ctx.shadowBlur = 3;
    }).toThrow(/"shadowBlur"/);
  });

  it('throws at what it would draw wrongly', () => {
    const ctx = context();
    ctx.scale(2, 1);
    expect(() => ctx.arc(0, 0, 5, 0, 1)).toThrow(/even scaling/);
    expect(() => ctx.clearRect(5, 5, 10, 10)).toThrow(/whole drawing/);
    expect(() => ctx.fill('evenodd')).toThrow(/non-zero/);
    expect(() => ctx.lineTo(NaN, 0)).toThrow(/not a number/);
  });

  it('forgets what was drawn when the canvas is cleared, so that a second drawing does not double', () => {
    const ctx = context();
    ctx.fillRect(0, 0, 10, 10);
    const once = shapes(ctx);
    ctx.clearRect(0, 0, 200, 100);
    ctx.fillRect(0, 0, 10, 10);
    expect(shapes(ctx)).toBe(once);
  });

  it('escapes text and keeps text from right to left to itself', () => {
    const ctx = context();
    ctx.font = '12px Inter';
    ctx.fillText('<script>alert("&")</script>', 0, 10);
    ctx.fillText('שלום', 0, 30);
    const out = shapes(ctx);
    expect(out).toContain('&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;');
    expect(out).toMatch(/direction="ltr" unicode-bidi="isolate">שלום/);
  });
});
