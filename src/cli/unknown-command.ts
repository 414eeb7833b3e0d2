import { nearest } from './nearest.ts';
import { UsageError } from './usage.ts';

/** What is said of a command there is not: the known ones, and the one that was most likely meant. */
export function unknownCommand(name: string, known: readonly string[]): UsageError {
  const near = nearest(name, known);
  const all = known.join(', ');
  return new UsageError({
    ru: `Команды «${name}» нет.${near ? ` Возможно, ${near}?` : ''} Есть: ${all}`,
    en: `There is no command “${name}”.${near ? ` Did you mean ${near}?` : ''} Known: ${all}`,
  });
}
