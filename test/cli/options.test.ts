import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/cli/nearest.ts';
import { operatorLocale, readOptions, runCommand } from '../../src/cli/options.ts';
import { usage, UsageError } from '../../src/cli/usage.ts';
import type { CommandLine } from '../../src/cli/usage.ts';
import { fakeWorld } from './fake-effects.ts';

const build = {
  command: 'npm run build',
  about: { ru: 'Собирает отчёты.', en: 'Builds the reports.' },
  flags: {
    workspace: { kind: 'text', value: { ru: 'ПАПКА', en: 'DIR' }, about: { ru: 'папка агентства', en: 'the agency' } },
    site: { kind: 'list', value: 'ID', oneOf: ['reports', 'offers'], about: { ru: 'какие сайты', en: 'which sites' } },
    client: { kind: 'list', value: 'ID', about: { ru: 'какие клиенты', en: 'which clients' } },
    'as-of': { kind: 'day', about: { ru: 'на какую дату', en: 'as of which day' } },
    'no-pdf': { kind: 'switch', about: { ru: 'без PDF', en: 'without PDFs' } },
  },
} as const satisfies CommandLine;

const read = (...args: string[]) => readOptions(build, args);

/** What the operator is told, in both languages. */
function refusal(...args: string[]): [string, string] {
  try {
    read(...args);
  } catch (error) {
    if (error instanceof UsageError) return [error.text.ru, error.text.en];
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('readOptions', () => {
  it('gives null and false for what was not typed', () => {
    expect(read().flags).toEqual({ workspace: null, site: null, client: null, 'as-of': null, 'no-pdf': false });
  });

  it('reads texts, comma lists, days and switches in either spelling', () => {
    expect(
      read('--workspace', '../agency', '--client=a, b', '--client', 'c,a', '--as-of=2028-02-29', '--no-pdf').flags,
    ).toEqual({
      workspace: '../agency',
      site: null,
      client: ['a', 'b', 'c'],
      'as-of': '2028-02-29',
      'no-pdf': true,
    });
  });

  it('keeps other words only for a command that takes them', () => {
    expect(readOptions({ ...build, rest: '<id>' }, ['hotel', '--no-pdf']).rest).toEqual(['hotel']);
    expect(refusal('hotel')).toEqual(['Лишнее слово «hotel»', 'Unexpected word “hotel”']);
  });

  it.each([
    [
      ['--cleint', 'a'],
      'Неизвестный флаг --cleint. Возможно, --client?',
      'Unknown flag --cleint. Did you mean --client?',
    ],
    [['--nopdf'], 'Неизвестный флаг --nopdf. Возможно, --no-pdf?', 'Unknown flag --nopdf. Did you mean --no-pdf?'],
    [['--hlep'], 'Неизвестный флаг --hlep. Возможно, --help?', 'Unknown flag --hlep. Did you mean --help?'],
    [['--frobnicate'], 'Неизвестный флаг --frobnicate', 'Unknown flag --frobnicate'],
    [['-x'], 'Неизвестный флаг -x', 'Unknown flag -x'],
    [['--toString'], 'Неизвестный флаг --toString', 'Unknown flag --toString'],
    [['--client'], 'После --client нужно значение', 'The flag --client needs a value'],
    [['--client', '--no-pdf'], 'После --client нужно значение', 'The flag --client needs a value'],
    [['--client='], 'После --client нужно значение', 'The flag --client needs a value'],
    [['--client=a,,b'], 'После --client нужно значение', 'The flag --client needs a value'],
    [['--no-pdf=yes'], 'Флаг --no-pdf пишут без значения', 'The flag --no-pdf takes no value'],
    [['--as-of=2026-01-01', '--as-of=2026-02-01'], 'Флаг --as-of указан дважды', 'The flag --as-of is given twice'],
    [
      ['--as-of', '2026-02-30'],
      '--as-of: «2026-02-30» — не дата; нужен существующий день в виде ГГГГ-ММ-ДД',
      '--as-of: “2026-02-30” is not a date; give a day that exists, as YYYY-MM-DD',
    ],
    [
      ['--as-of', '21.11.2026'],
      '--as-of: «21.11.2026» — не дата; нужен существующий день в виде ГГГГ-ММ-ДД',
      '--as-of: “21.11.2026” is not a date; give a day that exists, as YYYY-MM-DD',
    ],
    [
      ['--site', 'report'],
      '--site: неизвестное значение «report». Возможно, reports? Допустимы: reports, offers',
      '--site: unknown value “report”. Did you mean reports? Known: reports, offers',
    ],
    [
      ['--site', 'x'],
      '--site: неизвестное значение «x». Допустимы: reports, offers',
      '--site: unknown value “x”. Known: reports, offers',
    ],
  ])('refuses %j in both languages', (args, russian, english) => {
    expect(refusal(...args)).toEqual([russian, english]);
  });
});

describe('usage', () => {
  it('lists every flag with what it takes', () => {
    expect(usage(build, 'ru')).toEqual([
      'Собирает отчёты.',
      'Использование: npm run build -- [флаги]',
      '  --workspace ПАПКА        папка агентства',
      '  --site reports|offers,…  какие сайты',
      '  --client ID,…            какие клиенты',
      '  --as-of ГГГГ-ММ-ДД       на какую дату',
      '  --no-pdf                 без PDF',
      '  --help                   показать эту справку',
    ]);
    expect(usage({ ...build, rest: '<id>' }, 'en')).toContain('Usage: npm run build -- <id> [flags]');
  });
});

describe('runCommand', () => {
  const russian = { LANG: 'ru_RU.UTF-8' };

  it('hands the options over and gives back the exit code', async () => {
    const world = fakeWorld();
    const code = await runCommand(
      build,
      ['--client', 'a'],
      async ({ flags }) => flags.client?.length ?? 0,
      world.effects,
    );
    expect([code, world.lines]).toEqual([1, []]);
  });

  it('exits 2 with the reason and the usage in the operator’s language', async () => {
    const world = fakeWorld({ env: russian });
    expect(await runCommand(build, ['--clent'], async () => 0, world.effects)).toBe(2);
    expect(world.lines[0]).toBe('err:Неизвестный флаг --clent. Возможно, --client?');
    expect(world.lines.slice(2)).toEqual(usage(build, 'ru').map((line) => `err:${line}`));
  });

  it('exits 2 when the command itself does not understand a value', async () => {
    const world = fakeWorld();
    const run = () => Promise.reject(new UsageError({ ru: 'Нет такого периода', en: 'No such period' }));
    expect(await runCommand(build, [], run, world.effects)).toBe(2);
    expect(world.lines[0]).toBe('err:No such period');
  });

  it('lets every other error through', async () => {
    const run = () => Promise.reject(new Error('disk full'));
    await expect(runCommand(build, [], run, fakeWorld().effects)).rejects.toThrow('disk full');
  });

  it('prints help on standard output and succeeds', async () => {
    const world = fakeWorld();
    expect(await runCommand(build, ['--help'], async () => 1, world.effects)).toBe(0);
    expect(world.lines).toEqual(usage(build, 'en').map((line) => `out:${line}`));
  });

  it.each([['--lang', 'ru'], ['--lang=ru']])(
    'speaks the language asked for, of help and of mistakes: %j',
    async (...lang) => {
      const line = { ...build, flags: { ...build.flags, lang: { kind: 'text', value: 'ru|en', about: '' } } } as const;
      const world = fakeWorld();
      expect(await runCommand(line, ['--help', ...lang], async () => 1, world.effects)).toBe(0);
      expect(world.lines).toEqual(usage(line, 'ru').map((text) => `out:${text}`));
      const mistaken = fakeWorld();
      expect(await runCommand(line, [...lang, '--clent'], async () => 0, mistaken.effects)).toBe(2);
      expect(mistaken.lines[0]).toBe('err:Неизвестный флаг --clent. Возможно, --client?');
    },
  );
});

describe('operatorLocale', () => {
  it.each([
    [{ LANG: 'ru_RU.UTF-8' }, 'ru'],
    [{ LANG: 'ru_RU.UTF-8', LC_ALL: 'en_GB.UTF-8' }, 'en'],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'ru' }, 'ru'],
    [{ LANG: 'run' }, 'en'],
    [{}, 'en'],
  ])('of %j is %s', (env, locale) => expect(operatorLocale(env)).toBe(locale));
});

describe('nearest', () => {
  it.each([
    ['perod', 'period'],
    ['hotle', 'hotel'],
    ['wokrspace', 'workspace'],
    ['zzz', null],
    ['', null],
  ])('takes %j for %s', (word, known) => {
    expect(nearest(word, ['period', 'hotel', 'workspace'])).toBe(known);
  });
});
