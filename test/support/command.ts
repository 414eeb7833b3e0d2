import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** Where the engine itself lives. */
export const PROJECT = join(import.meta.dirname, '..', '..');

/** What Node made of the engine's scripts, kept from one command to the next: hundreds are started. */
const COMPILED = join(PROJECT, 'node_modules', '.cache', 'accountpress', 'compiled');

/** How a command ended. `code` is `null` when a signal ended it. */
export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface RunningCommand {
  process: ChildProcess;
  /** Everything said so far. */
  said: { stdout: string; stderr: string };
  ended: Promise<Outcome>;
}

type Environment = Record<string, string | undefined>;

/** Starts `node scripts/<command>.ts <args>` as a reader of the README would, away from the test runner's environment. */
export function startCommand(command: string, args: string[], env: Environment = {}): RunningCommand {
  const script = join(PROJECT, 'scripts', `${command}.ts`);
  const child = spawn(process.execPath, [script, ...args], {
    cwd: PROJECT,
    env: { ...outerEnvironment(), LANG: 'C.UTF-8', NODE_COMPILE_CACHE: COMPILED, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  const ended = new Promise<Outcome>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...said }));
  });
  return { process: child, said, ended };
}

export function runCommand(command: string, args: string[], env: Environment = {}): Promise<Outcome> {
  return startCommand(command, args, env).ended;
}

/** Runs a build and throws with its own words when it does not end as expected. */
export async function build(args: string[], expected = 0, env: Environment = {}): Promise<Outcome> {
  const outcome = await runCommand('build', args, env);
  if (outcome.code !== expected) {
    throw new Error(`build ${args.join(' ')} ended with ${outcome.code}\n${outcome.stdout}${outcome.stderr}`);
  }
  return outcome;
}

/** The environment without what vitest puts there for the code under test. */
function outerEnvironment(): Environment {
  const own = /^(NODE_ENV|NODE_OPTIONS|VITEST.*|TEST|DEV|PROD|MODE|SSR|BASE_URL|LC_.*|LANGUAGE|ACCOUNTPRESS_.*)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}
