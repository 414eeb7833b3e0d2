import { parseArgs } from 'node:util';
import { systemFault } from '../effects/system-fault.ts';
import { printProblem } from '../locale/problem.ts';
import { localText } from '../locale/text.ts';
import type { Effects } from '../types/effects.ts';
import { LOCALES, type Locale } from '../types/locale.ts';
import type { Day } from '../types/period.ts';
import { nearest } from './nearest.ts';
import { usage, UsageError } from './usage.ts';
import type { CommandLine, Flag, Flags } from './usage.ts';

/** What a flag gives: `false` or `null` when it was not typed. */
type ValueOf<F extends Flag> = F['kind'] extends 'switch'
  ? boolean
  : F['kind'] extends 'list'
    ? string[] | null
    : string | null;

export interface Given<F extends Flags> {
  flags: { [Name in keyof F]: ValueOf<F[Name]> };
  rest: string[];
}

/** Reads the words after the command. Throws a UsageError for whatever the command does not know. */
export function readOptions<F extends Flags>(line: CommandLine<F>, args: string[]): Given<F> {
  const { tokens } = parseArgs({
    args,
    options: Object.fromEntries(
      Object.entries(line.flags).map(([name, { kind }]) => [name, { type: kind === 'switch' ? 'boolean' : 'string' }]),
    ),
    // Not strict: strict errors are in English only and know no nearest flag.
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const typed = new Map<string, string[]>();
  const rest: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') rest.push(token.value);
    if (token.kind === 'option') addFlag(line, typed, token);
  }
  if (rest[0] !== undefined && line.rest === undefined) throw unexpected(rest[0]);
  const flags = Object.entries(line.flags).map(([name, flag]) => [name, valueOf(name, flag, typed.get(name))]);
  return { flags: Object.fromEntries(flags) as Given<F>['flags'], rest };
}

interface FlagToken {
  name: string;
  rawName: string;
  value?: string | undefined;
  inlineValue?: boolean | undefined;
}

function addFlag(line: CommandLine, typed: Map<string, string[]>, token: FlagToken): void {
  const { name, rawName, value } = token;
  const flag = Object.hasOwn(line.flags, name) && rawName.startsWith('--') ? line.flags[name] : undefined;
  if (flag === undefined) throw unknownFlag(rawName, Object.keys(line.flags));
  if (flag.kind === 'switch' && value !== undefined) throw needless(rawName);
  // `--client --no-pdf`: the next flag is not this one's value, unless it is joined by `=`.
  const isFlag = !token.inlineValue && value?.startsWith('-');
  if (flag.kind !== 'switch' && (isFlag || !value?.trim())) throw valueless(rawName);
  const before = typed.get(name) ?? [];
  if (before.length > 0 && flag.kind !== 'list') throw twice(rawName);
  typed.set(name, [...before, value ?? '']);
}

function valueOf(name: string, flag: Flag, typed: string[] | undefined): boolean | string | string[] | null {
  if (flag.kind === 'switch') return typed !== undefined;
  if (typed === undefined) return null;
  if (flag.kind === 'day') return dayOf(name, typed[0]!);
  const words = flag.kind === 'text' ? typed : typed.flatMap((text) => text.split(',')).map((word) => word.trim());
  if (words.includes('')) throw valueless(`--${name}`);
  for (const word of words) {
    if (flag.oneOf && !flag.oneOf.includes(word)) throw notOneOf(name, word, flag.oneOf);
  }
  return flag.kind === 'text' ? words[0]! : [...new Set(words)];
}

function dayOf(name: string, text: string): Day {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(NaN);
  // The calendar of JavaScript rolls February 30 over to March 2.
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text) {
    throw new UsageError({
      ru: `--${name}: «${text}» — не дата; нужен существующий день в виде ГГГГ-ММ-ДД`,
      en: `--${name}: “${text}” is not a date; give a day that exists, as YYYY-MM-DD`,
    });
  }
  return text;
}

const unexpected = (word: string): UsageError =>
  new UsageError({ ru: `Лишнее слово «${word}»`, en: `Unexpected word “${word}”` });

const needless = (flag: string): UsageError =>
  new UsageError({ ru: `Флаг ${flag} пишут без значения`, en: `The flag ${flag} takes no value` });

const valueless = (flag: string): UsageError =>
  new UsageError({ ru: `После ${flag} нужно значение`, en: `The flag ${flag} needs a value` });

const twice = (flag: string): UsageError =>
  new UsageError({ ru: `Флаг ${flag} указан дважды`, en: `The flag ${flag} is given twice` });

function unknownFlag(flag: string, known: string[]): UsageError {
  const near = nearest(flag.replace(/^-+/, ''), [...known, 'help']);
  return new UsageError({
    ru: `Неизвестный флаг ${flag}${near ? `. Возможно, --${near}?` : ''}`,
    en: `Unknown flag ${flag}${near ? `. Did you mean --${near}?` : ''}`,
  });
}

function notOneOf(name: string, word: string, known: readonly string[]): UsageError {
  const near = nearest(word, known);
  const all = known.join(', ');
  return new UsageError({
    ru: `--${name}: неизвестное значение «${word}»${near ? `. Возможно, ${near}?` : '.'} Допустимы: ${all}`,
    en: `--${name}: unknown value “${word}”${near ? `. Did you mean ${near}?` : '.'} Known: ${all}`,
  });
}

/** The language of a command's messages before an agency is known: what the machine is set to. */
export function operatorLocale(env: Effects['env']): Locale {
  const set = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^ru(?![a-z])/i.test(set) ? 'ru' : 'en';
}

/** The language typed after `--lang`: also where the rest is not understood, and of the help. */
function typedLocale(line: CommandLine, args: string[]): Locale | null {
  if (!Object.hasOwn(line.flags, 'lang')) return null;
  const typed = args.map((arg, at) => (arg === '--lang' ? args[at + 1] : /^--lang=(.*)$/.exec(arg)?.[1]));
  return LOCALES.find((locale) => typed.includes(locale)) ?? null;
}

/**
 * Runs a command on the words typed after it.
 * @returns its exit code; 0 after `--help`; 1 when the machine does not let it go on, a full disk for one; 2, with the
 * usage on standard error, when it was not understood
 */
export async function runCommand<F extends Flags>(
  line: CommandLine<F>,
  args: string[],
  run: (given: Given<F>) => Promise<number>,
  effects: Effects,
): Promise<number> {
  const locale = typedLocale(line, args) ?? operatorLocale(effects.env);
  if (args.includes('--help')) {
    for (const text of usage(line, locale)) effects.out(text);
    return 0;
  }
  try {
    return await run(readOptions(line, args));
  } catch (error) {
    const fault = systemFault(error, '.');
    if (fault !== null) {
      effects.err(printProblem(fault, locale));
      return 1;
    }
    if (!(error instanceof UsageError)) throw error;
    effects.err(localText(error.text, locale));
    effects.err('');
    for (const text of usage(line, locale)) effects.err(text);
    return 2;
  }
}
