import type { LocalText } from '../types/locale.ts';
import type { Problem } from '../types/problem.ts';

/** More problems of one code than this are counted, not listed: a file of another kind breaks on every row. */
const LISTED = 200;

export interface Place {
  row?: number;
  /** 1-based. */
  column?: number;
}

export interface Told {
  found: LocalText;
  expected: LocalText;
  mend: LocalText;
}

/** The problems of one file, in the order met. */
export class ProblemList {
  readonly #problems: Problem[] = [];
  readonly #counts = new Map<string, number>();
  readonly #file: string;
  readonly #client: string;

  constructor(file: string, client: string) {
    this.#file = file;
    this.#client = client;
  }

  error(code: string, place: Place, told: Told): void {
    this.#add('error', code, place, told);
  }

  warning(code: string, place: Place, told: Told): void {
    this.#add('warning', code, place, told);
  }

  has(code: string): boolean {
    return this.#counts.has(code);
  }

  get hasErrors(): boolean {
    return this.#problems.some((problem) => problem.severity === 'error');
  }

  /** Every problem; a code met too often ends with a line that says how many more there are. */
  all(): Problem[] {
    const more = [...this.#counts].filter(([, count]) => count > LISTED);
    return [...this.#problems, ...more.map(([code, count]) => this.#unlisted(code, count - LISTED))];
  }

  /** Takes over the problems of a list of the same file. */
  adopt(other: ProblemList): void {
    for (const [code, count] of other.#counts) this.#counts.set(code, (this.#counts.get(code) ?? 0) + count);
    this.#problems.push(...other.#problems);
  }

  #add(severity: Problem['severity'], code: string, place: Place, told: Told): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count > LISTED) return;
    this.#problems.push({ code, severity, client: this.#client, file: this.#file, ...place, ...told });
  }

  #unlisted(code: string, count: number): Problem {
    const first = this.#problems.find((problem) => problem.code === code)!;
    return {
      ...first,
      row: undefined,
      column: undefined,
      found: {
        ru: `не показано ещё проблем «${code}» в этом файле: ${count}`,
        en: `more “${code}” problems in this file, not listed: ${count}`,
      },
    };
  }
}

/** A cell or a header as it is quoted in a message: one line, at most 60 characters. */
export function quoted(text: string): { ru: string; en: string } {
  const line = text.replace(/\s+/g, ' ').trim();
  const short = [...line].length > 60 ? `${[...line].slice(0, 59).join('')}…` : line;
  return { ru: `«${short}»`, en: `“${short}”` };
}
