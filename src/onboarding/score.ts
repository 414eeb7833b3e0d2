import type { Rubric } from '../types/programme.ts';
import type { ScoreEvent } from '../types/trainee.ts';
import { lacking } from './gates.ts';
import { Refused } from './refused.ts';
import { dayOf, type DefenceRecord } from './record.ts';
import { refuseClosed, type Hand } from './sign.ts';
import type { Course, TraineeState } from './state.ts';

export interface WantedScore {
  /** Criterion id → points of a level, as typed. */
  levels: ReadonlyMap<string, string>;
  agreed: boolean;
  note: string | null;
}

/** A score of the defence: of one of two who score apart, or the one both settled on. Throws `Refused`. */
export function score(state: TraineeState, course: Course, wanted: WantedScore, hand: Hand): ScoreEvent {
  refuseClosed(state);
  if (!course.defence)
    throw new Refused('no-rubric', {
      ru: 'нет рубрики защиты: content/handbook/defence.yaml',
      en: 'there is no rubric of the defence: content/handbook/defence.yaml',
    });
  refuseEarly(state, course);
  if (hand.by === state.trainee.id)
    throw new Refused('person-not-entitled', {
      ru: 'стажёр свою защиту не оценивает',
      en: 'a trainee does not score their own defence',
    });
  const levels = judgedLevels(course.defence, wanted.levels);
  const last = state.defences.at(-1);
  const current = last && last.agreed === null ? last : { own: [], agreed: null };
  if (wanted.agreed) refuseAgreedTwice(last, current, course);
  else refuseRepeated(state, current, hand.by);
  if (!wanted.agreed && state.defenceScore?.passed) throw alreadyPassed(state);
  const note = wanted.note?.trim() ?? '';
  if (wanted.agreed) judgeAgreement(current, levels, note, hand.by);
  return { ...hand, type: 'score', agreed: wanted.agreed, levels, ...(note === '' ? {} : { note }) };
}

function refuseEarly(state: TraineeState, { track }: Course): void {
  const before = state.gates.find(({ gate }) => gate.id === track.defence.after);
  if (!before || before.openSince !== null) return;
  const lacks = lacking(before.requirements, state.gates);
  throw new Refused('gate-not-open', {
    ru: `до защиты нужен допуск «${before.gate.title.ru}»; не хватает: ${lacks.ru}`,
    en: `the defence needs the gate “${before.gate.title.en}”, which lacks: ${lacks.en}`,
  });
}

function judgedLevels({ criteria }: Rubric, typed: ReadonlyMap<string, string>): Record<string, number> {
  const ids = criteria.map(({ id }) => id);
  for (const name of typed.keys()) {
    if (ids.includes(name)) continue;
    throw new Refused('unknown-criterion', {
      ru: `критерия ${name} нет; есть: ${ids.join(', ')}`,
      en: `there is no criterion ${name}; there are: ${ids.join(', ')}`,
    });
  }
  const missing = ids.filter((id) => !typed.has(id));
  if (missing.length > 0)
    throw new Refused('criteria-missing', {
      ru: `оцените все критерии; нет: ${missing.join(', ')}`,
      en: `score every criterion; missing: ${missing.join(', ')}`,
    });
  return Object.fromEntries(
    criteria.map(({ id, levels }) => {
      const level = levels.find(({ points }) => String(points) === typed.get(id));
      const known = levels.map(({ points, title }) => ({
        ru: `${points} (${title.ru})`,
        en: `${points} (${title.en})`,
      }));
      if (level) return [id, level.points];
      throw new Refused('unknown-level', {
        ru: `у критерия ${id} нет уровня ${typed.get(id)}; есть: ${known.map(({ ru }) => ru).join(', ')}`,
        en: `the criterion ${id} has no level ${typed.get(id)}; there are: ${known.map(({ en }) => en).join(', ')}`,
      });
    }),
  );
}

function refuseRepeated({ trainee }: TraineeState, { own }: DefenceRecord, by: string): void {
  if (own.some((one) => one.by === by))
    throw new Refused('already-scored', {
      ru: `${by} уже оценил защиту стажёра ${trainee.id}; дальше — общая оценка: --agreed`,
      en: `${by} has scored the defence of ${trainee.id}; the agreed score is next: --agreed`,
    });
  if (own.length >= 2)
    throw new Refused('two-have-scored', {
      ru: `защиту уже оценили двое: ${own.map((one) => one.by).join(', ')}; осталась общая оценка: --agreed`,
      en: `two people have scored: ${own.map((one) => one.by).join(', ')}; what is left is the agreed score: --agreed`,
    });
}

/** Nobody has scored since the last agreement: there is nothing new to agree on. */
function refuseAgreedTwice(last: DefenceRecord | undefined, current: DefenceRecord, { timeZone }: Course): void {
  if (!last?.agreed || current.own.length > 0) return;
  const { by } = last.agreed;
  const day = dayOf(last.agreed, timeZone);
  throw new Refused('already-agreed', {
    ru: `общая оценка этой защиты уже записана: ${by}, ${day}; новая защита начинается с оценок двоих порознь`,
    en: `the agreed score of this defence is on record: ${by}, ${day}; another defence begins with two scores apart`,
  });
}

const alreadyPassed = ({ trainee }: TraineeState): Refused =>
  new Refused('defence-passed', {
    ru: `защита стажёра ${trainee.id} уже зачтена`,
    en: `the defence of ${trainee.id} has been passed`,
  });

function judgeAgreement({ own }: DefenceRecord, levels: Record<string, number>, note: string, by: string): void {
  if (own.length < 2)
    throw new Refused('score-apart-first', {
      ru: `сначала оценки двоих порознь; пока есть: ${own.map((one) => one.by).join(', ') || 'ни одной'}`,
      en: `two people score apart first; so far: ${own.map((one) => one.by).join(', ') || 'nobody'}`,
    });
  if (!own.some((one) => one.by === by))
    throw new Refused('person-not-entitled', {
      ru: `общую оценку записывает один из оценивших: ${own.map((one) => one.by).join(', ')}`,
      en: `the agreed score is recorded by one of those who scored: ${own.map((one) => one.by).join(', ')}`,
    });
  const outside = Object.keys(levels).filter((id) => {
    const points = own.map((one) => one.levels[id] ?? 0);
    return levels[id]! < Math.min(...points) || levels[id]! > Math.max(...points);
  });
  if (outside.length === 0 || note !== '') return;
  throw new Refused('agreed-outside', {
    ru: `общая оценка вне двух отдельных (${outside.join(', ')}): объясните в --note "…"`,
    en: `the agreed score lies outside the two apart (${outside.join(', ')}): say why in --note "…"`,
  });
}
