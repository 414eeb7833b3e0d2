import { UsageError } from '../../cli/usage.ts';
import type { Locale } from '../../types/locale.ts';
import type { TraineeEvent } from '../../types/trainee.ts';
import type { Errand, TraineeFlags } from './command.ts';

/** Tells what was added to a ledger. */
export function written(events: TraineeEvent[], trainee: string, { flags, locale, effects }: Errand): void {
  if (flags.json) return effects.out(JSON.stringify({ ok: true, trainee, events }, null, 2));
  for (const event of events) {
    effects.err(`${locale === 'ru' ? 'Записано' : 'On record'}: ${trainee}, ${nameOf(event)}, ${event.by}`);
  }
  if (events.some(({ at }) => new Date(at) > effects.now())) effects.err(AHEAD[locale]);
}

/** What was recorded, as commands call it. */
function nameOf(event: TraineeEvent): string {
  if (event.type === 'signoff' || event.type === 'withdrawal') return event.item;
  return event.type === 'retraction' ? `withdraw --of ${event.of.type}` : event.type;
}

/** A ledger takes nothing for a day before its last line: a slip of the hand is better seen at once. */
const AHEAD: Record<Locale, string> = {
  ru: 'Внимание: этот день ещё не наступил; проверьте --as-of. Более ранним днём в этот журнал уже ничего не записать',
  en: 'Note: that day is still to come; check --as-of. This ledger now takes nothing for a day before it',
};

/** The one person of `--by`. Throws a UsageError for none and for several. */
export function onePerson({ by }: TraineeFlags): string {
  if (by?.length === 1) return by[0]!;
  throw new UsageError({ ru: 'Назовите одного человека: --by ЧЕЛОВЕК', en: 'Name one person: --by PERSON' });
}
