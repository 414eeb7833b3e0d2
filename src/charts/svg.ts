import type { Drawn, RecordingContext } from './recording-context.ts';
import { plainText } from './text-fit.ts';

export interface SvgFrame {
  /** Prefix of every id inside. */
  id: string;
  width: number;
  height: number;
  title: string;
  description: string;
  family: string;
}

/** The recorded drawing as an inline SVG element. */
export function svgOf(frame: SvgFrame, context: RecordingContext): string {
  const clips = new Map<string, string>();
  const body = withClips(context.drawn, 0, clips, frame.id);
  const defs = [...clips].map(([data, id]) => `<clipPath id="${id}"><path d="${data}"/></clipPath>`).join('');
  const { id, width, height } = frame;
  // Joined, not added up: it becomes one text while its thousand pieces are at hand.
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" `,
    `aria-labelledby="${id}-title ${id}-desc" font-family="${escape(frame.family)}" `,
    `style="font-variant-numeric:tabular-nums">`,
    `<title id="${id}-title">${escape(frame.title)}</title><desc id="${id}-desc">${escape(frame.description)}</desc>`,
    defs === '' ? '' : `<defs>${defs}</defs>`,
    `${body}</svg>`,
  ].join('');
}

/** Things drawn under the same clip stand in one group; the clip never sits on a text itself. */
function withClips(drawn: Drawn[], depth: number, ids: Map<string, string>, prefix: string): string {
  let out = '';
  for (const run of runs(drawn, (one, other) => one.clips[depth] === other.clips[depth])) {
    const clip = run[0]!.clips[depth];
    if (clip === undefined) {
      out += shapes(run);
      continue;
    }
    const id = ids.get(clip) ?? `${prefix}-clip${ids.size + 1}`;
    ids.set(clip, id);
    out += `<g clip-path="url(#${id})">${withClips(run, depth + 1, ids, prefix)}</g>`;
  }
  return out;
}

/** Neighbouring texts of one style share a group. */
function shapes(drawn: Drawn[]): string {
  let out = '';
  for (const run of runs(drawn, (one, other) => one.kind === other.kind && one.style === other.style)) {
    const { kind, style } = run[0]!;
    const one = run.length === 1;
    let inner = '';
    for (const item of run) inner += shape(item, one);
    out += one || kind === 'path' ? inner : `<g ${style}>${inner}</g>`;
  }
  return out;
}

function shape(item: Drawn, alone: boolean): string {
  if (item.kind === 'path') return `<path d="${item.data}" ${item.style}/>`;
  const style = alone ? ` ${item.style}` : '';
  return `<text ${item.at}${style}${direction(item.text)}>${escape(item.text)}</text>`;
}

/** Text from right to left keeps to itself, and anchors keep their sides. */
function direction(text: string): string {
  return /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/.test(text)
    ? ' direction="ltr" unicode-bidi="isolate"'
    : '';
}

/** Neighbours that belong together. */
function runs<T>(items: T[], together: (one: T, other: T) => boolean): T[][] {
  const result: T[][] = [];
  let run: T[] = [];
  for (const item of items) {
    if (run.length > 0 && together(run[0]!, item)) run.push(item);
    else result.push((run = [item]));
  }
  return result;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
  return plainText(text).replace(/[&<>"]/g, (character) => ESCAPES[character]!);
}
