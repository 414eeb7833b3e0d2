import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Loaded before a command (`faultyDisk` in `world.ts`): at a certain change to the files under one folder the process
 * ends, or from there on the disk takes nothing more. Processes that the command starts load it too.
 */

const { FAULT_ROOT, FAULT_KIND, FAULT_AT, FAULT_COUNT } = process.env;
type Operation = (...args: unknown[]) => Promise<unknown>;
const promises = fs.promises as unknown as Record<string, Operation>;

let changes = 0;

/** What a full disk refuses; names can still be changed and files removed. */
const FILLING = new Set(['mkdir', 'writeFile', 'copyFile', 'cp']);

/** Whether this change is the one that breaks, or comes after it. */
const breaks = (args: unknown[]): boolean =>
  args.slice(0, 2).some((arg) => typeof arg === 'string' && arg.startsWith(FAULT_ROOT!)) &&
  ++changes >= Number(FAULT_AT);

/** What of a file is there when its writing breaks: whatever ends in the middle of a write leaves half of it. */
const half = (content: unknown): Uint8Array => {
  const bytes = Buffer.from(content as Uint8Array | string);
  return bytes.subarray(0, bytes.length / 2);
};
const leavesHalf = (name: string): boolean => name.startsWith('writeFile') && FAULT_KIND !== 'EROFS';

for (const name of [...FILLING, 'rename', 'rm']) {
  const real = promises[name]!;
  promises[name] = async (...args) => {
    if (breaks(args)) {
      if (leavesHalf(name)) await real(args[0], half(args[1]));
      fault(name, args);
    }
    return real(...args);
  };
}
const atOnce = fs as unknown as Record<string, (...args: unknown[]) => unknown>;
for (const name of ['mkdirSync', 'writeFileSync']) {
  const real = atOnce[name]!;
  atOnce[name] = (...args) => {
    if (breaks(args)) {
      if (leavesHalf(name)) real(args[0], half(args[1]));
      fault(name.replace('Sync', ''), args);
    }
    return real(...args);
  };
}
syncBuiltinESMExports();

function fault(name: string, args: unknown[]): void {
  if (FAULT_KIND === 'die') process.kill(process.pid, 'SIGKILL');
  if (FAULT_KIND === 'ENOSPC' && !FILLING.has(name)) return;
  const message = `${FAULT_KIND}: ${name} '${String(args[0])}'`;
  throw Object.assign(new Error(message), { code: FAULT_KIND, path: args[0], syscall: name });
}

if (FAULT_COUNT !== undefined) process.on('exit', () => fs.writeFileSync(FAULT_COUNT, String(changes)));
