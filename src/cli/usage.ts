import { localText } from '../locale/text.ts';
import type { LocalText, Locale } from '../types/locale.ts';

/** What one flag takes. Lists are written with commas or by repeating the flag; days as `YYYY-MM-DD`. */
export type Flag =
  | { kind: 'switch'; about: LocalText }
  | { kind: 'day'; about: LocalText }
  | { kind: 'text' | 'list'; value: LocalText; about: LocalText; oneOf?: readonly string[] };

export type Flags = Record<string, Flag>;

export interface CommandLine<F extends Flags = Flags> {
  /** As it is typed: `npm run build`. */
  command: string;
  /** One sentence. */
  about: LocalText;
  flags: F;
  /** What may stand beside the flags, e.g. `[<site>]`; nothing may when absent. */
  rest?: LocalText;
}

/** The command was not understood: a message for the operator, and exit code 2. */
export class UsageError extends Error {
  readonly text: { ru: string; en: string };

  constructor(text: { ru: string; en: string }) {
    super(text.en);
    this.name = 'UsageError';
    this.text = text;
  }
}

const WORDS = {
  ru: { usage: 'Использование', flags: 'флаги', day: 'ГГГГ-ММ-ДД', help: 'показать эту справку' },
  en: { usage: 'Usage', flags: 'flags', day: 'YYYY-MM-DD', help: 'show this help' },
};

/** The lines of the help text. */
export function usage(line: CommandLine, locale: Locale): string[] {
  const words = WORDS[locale];
  const flags: [string, string][] = Object.entries(line.flags).map(([name, flag]) => [
    `--${name}${valueOf(flag, locale)}`,
    localText(flag.about, locale),
  ]);
  flags.push(['--help', words.help]);
  const width = Math.max(...flags.map(([flag]) => flag.length));
  const rest = line.rest === undefined ? '' : ` ${localText(line.rest, locale)}`;
  return [
    localText(line.about, locale),
    `${words.usage}: ${line.command} --${rest} [${words.flags}]`,
    ...flags.map(([flag, about]) => `  ${flag.padEnd(width)}  ${about}`),
  ];
}

function valueOf(flag: Flag, locale: Locale): string {
  if (flag.kind === 'switch') return '';
  if (flag.kind === 'day') return ` ${WORDS[locale].day}`;
  const value = flag.oneOf ? flag.oneOf.join('|') : localText(flag.value, locale);
  return ` ${value}${flag.kind === 'list' ? ',…' : ''}`;
}
