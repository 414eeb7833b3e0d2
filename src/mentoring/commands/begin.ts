import { UsageError } from '../../cli/usage.ts';
import type { Locale } from '../../types/locale.ts';
import { begin } from '../begin.ts';
import type { Command } from './command.ts';

export const beginRecord: Command = async ([id, ...more], { house, flags, locale, effects }) => {
  const { name, start, mentor, manager } = flags;
  if (!id || more.length > 0 || !name || !start || !mentor || !manager) throw NEW_USAGE;
  if (name.split('|').length > 2) throw NAMES;
  const file = await begin(
    house,
    {
      ...{ id, name, start, mentor, manager, track: flags.track, locale: flags.locale as Locale | null },
      ...{ timeZone: flags['time-zone'], closes: flags.closes, conditions: flags.condition ?? [] },
    },
    effects,
  );
  if (flags.json) effects.out(JSON.stringify({ ok: true, trainee: id, file }, null, 2));
  else effects.err(locale === 'ru' ? `Заведён стажёр: ${file}` : `Record begun: ${file}`);
};

const NEW_USAGE = new UsageError({
  ru: 'Чтобы завести стажёра: new <id> --name "Имя Фамилия | Name Surname" --start ГГГГ-ММ-ДД --mentor <человек> --manager <человек>',
  en: 'To begin a record: new <id> --name "Имя Фамилия | Name Surname" --start YYYY-MM-DD --mentor <person> --manager <person>',
});

const NAMES = new UsageError({
  ru: '--name: одна черта | между именем по-русски и по-английски, больше черт не нужно',
  en: '--name: one | between the name in Russian and the name in English, and no more',
});
