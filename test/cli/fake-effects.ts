import type { Effects, Files } from '../../src/types/effects.ts';

/** A world whose clock stands until it is moved and that remembers what was printed. */
export interface FakeWorld {
  effects: Effects;
  /** Lines as they came, `out:`, `err:` or `bar:` before each. */
  lines: string[];
  wait(ms: number): void;
}

export function fakeWorld({ terminal = false, env = {} as Effects['env'] } = {}): FakeWorld {
  const lines: string[] = [];
  let now = Date.UTC(2026, 10, 21);
  const files = new Proxy({} as Files, {
    get: (_target, name) => {
      throw new Error(`Nobody should touch files: ${String(name)}`);
    },
  });
  return {
    lines,
    wait: (ms) => (now += ms),
    effects: {
      fs: files,
      now: () => new Date(now),
      sleep: async (milliseconds) => void (now += milliseconds),
      out: (line) => lines.push(`out:${line}`),
      err: (line) => lines.push(`err:${line}`),
      terminal,
      redraw: (line) => lines.push(`bar:${line}`),
      env,
    },
  };
}
