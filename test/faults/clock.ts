/** Loaded before a command: a clock that jumps by years, forwards and back, every few times it is read. */

const RealDate = Date;
const YEAR_MS = 365 * 24 * 60 * 60_000;
const JUMPS = [0, 10, -20, 0.5, 3];

let reads = 0;
const now = (): number => RealDate.now() + JUMPS[Math.floor(reads++ / 3) % JUMPS.length]! * YEAR_MS;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args: []) => (args.length === 0 ? new target(now()) : Reflect.construct(target, args)),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
