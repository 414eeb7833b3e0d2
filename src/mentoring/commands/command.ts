import { UsageError } from '../../cli/usage.ts';
import type { Effects } from '../../types/effects.ts';
import type { Locale } from '../../types/locale.ts';
import type { Day } from '../../types/period.ts';
import type { TrainingHouse } from '../house.ts';

/** Flags of `npm run trainee` as they were typed; `null` or false for those that were not. */
export interface TraineeFlags {
  by: string[] | null;
  evidence: string | null;
  agreed: boolean;
  note: string | null;
  reason: string | null;
  department: string | null;
  of: string | null;
  from: string | null;
  day: string | null;
  name: string | null;
  start: Day | null;
  mentor: string | null;
  manager: string | null;
  track: string | null;
  locale: string | null;
  'time-zone': string | null;
  closes: Day | null;
  since: Day | null;
  until: Day | null;
  condition: string[] | null;
  ics: string | null;
  'as-of': Day | null;
  json: boolean;
}

/** What every command is told beside its words. */
export interface Errand {
  house: TrainingHouse;
  flags: TraineeFlags;
  /** Language of the answer. */
  locale: Locale;
  /** Day of a view: the asked one, or today. */
  asOf: Day;
  effects: Effects;
}

/** Does one command and tells what came of it. @param words typed after its name */
export type Command = (words: string[], errand: Errand) => Promise<void>;

export const USAGE = new UsageError({
  ru: [
    'Что сделать:',
    '  signoff <стажёр> <пункт>… --by <человек> [--evidence АДРЕС]',
    '  withdraw <стажёр> <пункт> --by <человек> --reason "…"',
    '  withdraw <стажёр> --of score|feedback|decision|pause|departure --by <человек> --reason "…"',
    '  score <стажёр> --by <человек> критерий=уровень… [--agreed] [--note "…"]',
    '  feedback <стажёр> --from mentor|trainee [--day 25|85] вопрос=ответ…',
    '  decide <стажёр> stay|account-manager|department --reason "…" --by mentor --by manager',
    '  pause <стажёр> [--since ДЕНЬ] [--until ДЕНЬ] --by <человек> --reason "…" · resume <стажёр> [--since ДЕНЬ] --by <человек>',
    '  leave <стажёр> [--until ДЕНЬ] --by <человек> --reason "…"',
    '  assign <стажёр> --mentor <человек> | --manager <человек> --by manager --reason "…"',
    '  show <стажёр> · list · due [--ics ФАЙЛ] · new <стажёр> …',
  ].join('\n'),
  en: [
    'What to do:',
    '  signoff <trainee> <item>… --by <person> [--evidence URL]',
    '  withdraw <trainee> <item> --by <person> --reason "…"',
    '  withdraw <trainee> --of score|feedback|decision|pause|departure --by <person> --reason "…"',
    '  score <trainee> --by <person> criterion=level… [--agreed] [--note "…"]',
    '  feedback <trainee> --from mentor|trainee [--day 25|85] question=answer…',
    '  decide <trainee> stay|account-manager|department --reason "…" --by mentor --by manager',
    '  pause <trainee> [--since DAY] [--until DAY] --by <person> --reason "…" · resume <trainee> [--since DAY] --by <person>',
    '  leave <trainee> [--until DAY] --by <person> --reason "…"',
    '  assign <trainee> --mentor <person> | --manager <person> --by manager --reason "…"',
    '  show <trainee> · list · due [--ics FILE] · new <trainee> …',
  ].join('\n'),
});
