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

for (const name of [...FILLING, 'rename', 'rm']) {
  const real = promises[name]!;
  promises[name] = async (...args) => {
    if (breaks(args)) {
      // Whatever ends in the middle of a write leaves half of it.
      if (name === 'writeFile' && FAULT_KIND !== 'EROFS') {
        const content = Buffer.from(args[1] as Uint8Array | string);
        await real(args[0], content.subarray(0, content.length / 2));
      }
      fault(name, args);
    }
    return real(...args);
  };
}
const mkdirSync = fs.mkdirSync as (...args: unknown[]) => unknown;
Object.assign(fs, {
  mkdirSync: (...args: unknown[]) => {
    if (breaks(args)) fault('mkdir', args);
    return mkdirSync(...args);
  },
});
syncBuiltinESMExports();

function fault(name: string, args: unknown[]): void {
  if (FAULT_KIND === 'die') process.kill(process.pid, 'SIGKILL');
  if (FAULT_KIND === 'ENOSPC' && !FILLING.has(name)) return;
  const message = `${FAULT_KIND}: ${name} '${String(args[0])}'`;
  throw Object.assign(new Error(message), { code: FAULT_KIND, path: args[0], syscall: name });
}

if (FAULT_COUNT !== undefined) process.on('exit', () => fs.writeFileSync(FAULT_COUNT, String(changes)));
