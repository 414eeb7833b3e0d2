import { UsageError } from '../../cli/usage.ts';
import type { FeedbackSide, RecordKind } from '../../types/trainee.ts';
import { decideOn, giveFeedback, scoreDefence, signoff as signOff, takeBack, takeRecordBack } from '../records.ts';
import { USAGE, type Command, type Errand, type TraineeFlags } from './command.ts';
import { onePerson, written } from './written.ts';

/** Commands that add to a trainee's ledger. */

export const signoff: Command = async ([trainee, ...items], errand) => {
  const { house, flags, effects } = errand;
  if (!trainee || items.length === 0) throw USAGE;
  const wanted = { items, by: onePerson(flags), evidence: flags.evidence };
  written(await signOff(house, { trainee, asOf: flags['as-of'] }, wanted, effects), trainee, errand);
};

export const withdraw: Command = async ([trainee, item, ...more], errand) => {
  const { house, flags, effects } = errand;
  if (trainee && flags.of !== null && item === undefined) return withdrawRecord(trainee, flags.of, errand);
  if (flags.of !== null || !trainee || !item || more.length > 0) throw USAGE;
  const wanted = { item, by: onePerson(flags), reason: flags.reason };
  written(await takeBack(house, { trainee, asOf: flags['as-of'] }, wanted, effects), trainee, errand);
};

async function withdrawRecord(trainee: string, kind: string, errand: Errand): Promise<void> {
  const { house, flags, effects } = errand;
  const of = kind as RecordKind;
  const from = flags.from as FeedbackSide | null;
  if (of === 'feedback' && from === null) throw USAGE;
  const by = of === 'decision' ? (flags.by ?? []) : [onePerson(flags)];
  const wanted = { of, from, day: dayNumber(flags), reason: flags.reason, by };
  written(await takeRecordBack(house, { trainee, asOf: flags['as-of'] }, wanted, effects), trainee, errand);
}

export const score: Command = async ([trainee, ...typed], errand) => {
  const { house, flags, effects } = errand;
  if (!trainee) throw USAGE;
  const wanted = { levels: pairs(typed), by: onePerson(flags), agreed: flags.agreed, note: flags.note };
  written(await scoreDefence(house, { trainee, asOf: flags['as-of'] }, wanted, effects), trainee, errand);
};

export const feedback: Command = async ([trainee, ...typed], errand) => {
  const { house, flags, effects } = errand;
  const from = flags.from as FeedbackSide | null;
  if (!trainee || from === null) throw USAGE;
  const by = flags.by === null ? null : onePerson(flags);
  const wanted = { from, by, day: dayNumber(flags), answers: pairs(typed) };
  written(await giveFeedback(house, { trainee, asOf: flags['as-of'] }, wanted, effects), trainee, errand);
};

export const decide: Command = async ([trainee, outcome, ...more], errand) => {
  const { house, flags, effects } = errand;
  if (!trainee || !outcome || more.length > 0) throw USAGE;
  const { reason, department } = flags;
  const wanted = { outcome, reason, department, by: flags.by ?? [] };
  written(await decideOn(house, { trainee, asOf: flags['as-of'] }, wanted, effects), trainee, errand);
};

/** The feedback day as typed. */
function dayNumber({ day }: TraineeFlags): number | null {
  if (day !== null && !/^\d+$/.test(day)) throw USAGE;
  return day === null ? null : Number(day);
}

/** `goal=3 grow="…"` */
function pairs(typed: readonly string[]): Map<string, string> {
  const all = new Map<string, string>();
  for (const word of typed) {
    const cut = word.indexOf('=');
    const name = word.slice(0, cut);
    if (cut < 1 || all.has(name))
      throw new UsageError({
        ru: `«${word}»: нужно имя=значение, каждое имя один раз`,
        en: `“${word}”: give name=value, every name once`,
      });
    all.set(name, word.slice(cut + 1));
  }
  return all;
}
