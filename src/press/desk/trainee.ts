import { momentOf, timeIn } from '../../calendar/zones.ts';
import { attemptsOf, refusal, type Attempt } from '../../exams/attempts.ts';
import { reasonText, stateText } from '../../exams/reasons.ts';
import type { Standing } from '../../mentoring/cohort.ts';
import type { TrainingHouse } from '../../mentoring/house.ts';
import { MENTORING_WORDS } from '../../mentoring/words.ts';
import { dayOf } from '../../onboarding/record.ts';
import type { ItemState } from '../../onboarding/gates.ts';
import { daysOver } from '../../onboarding/days.ts';
import { ownerOf } from '../../onboarding/prompts.ts';
import type { DeskAttempt, DeskFeedback, DeskItem, DeskStage, DeskTrainee } from '../../types/desk.ts';
import type { ExamBank } from '../../types/exam.ts';
import type { Locale } from '../../types/locale.ts';
import type { Day } from '../../types/period.ts';
import type { Requirement } from '../../types/programme.ts';
import { personName } from '../cards.ts';
import { deskDefences, deskRubric } from './defence.ts';
import { DESK_TERMS } from './terms.ts';

/** What the pages are made from. */
export interface DeskKit {
  house: TrainingHouse;
  /** By id; exams whose bank is not there are shown by their id. */
  banks: ReadonlyMap<string, ExamBank>;
  locale: Locale;
}

/** One trainee's page. */
export function deskTrainee(standing: Standing, kit: DeskKit): DeskTrainee {
  const { state, course, prompts } = standing;
  const { trainee } = state;
  const { locale, house } = kit;
  const name = (id: string): string =>
    id === trainee.id ? trainee.name[locale] : personName(house.people, id, locale);
  const exams = examsOf(standing);
  return {
    ...{ id: trainee.id, name: trainee.name[locale], mentor: name(trainee.mentor), manager: name(trainee.manager) },
    ...{ track: course.track.title[locale], start: trainee.start, closes: state.closes, closed: state.closed },
    ...{ workingDay: state.workingDay, workingDays: course.track.stages.at(-1)!.days.at(-1)!.day, stage: state.stage },
    stages: course.track.stages.map((_, index) => deskStage(index, standing, kit, name)),
    attempts: exams.flatMap(({ attempts }) => attempts.map((one) => deskAttempt(one, standing, kit))),
    waits: exams.flatMap(({ exam, attempts }) => waitOf(exam, attempts, standing, kit)),
    defences: deskDefences(standing, locale, name),
    rubric: deskRubric(course, locale),
    feedback: state.feedback.map((one) => deskFeedback(one, standing, locale, name)),
    decision: state.decision && {
      ...{ day: dayOf(state.decision, course.timeZone), outcome: state.decision.outcome },
      title: course.track.decisions.find(({ id }) => id === state.decision!.outcome)?.title[locale] ?? '',
      reason: state.decision.reason,
      department: departmentName(state.decision.department, kit),
      signed: { mentor: name(state.decision.signed.mentor), manager: name(state.decision.signed.manager) },
    },
    prompts: prompts.map((prompt) => ({
      ...{ day: prompt.day, kind: prompt.kind, text: MENTORING_WORDS[locale].prompt(prompt) },
      overdue: prompt.day < state.asOf,
      late: prompt.day < state.asOf ? daysOver(prompt.day, state.asOf, state.days.away) : 0,
      owner: ownerOf(prompt),
      item: prompt.kind === 'item' ? prompt.item.item.id : null,
      checklist: prompt.kind === 'item' ? checklistOf(prompt.item, standing, locale) : null,
    })),
    away: state.paused && { since: state.paused.since, until: state.paused.until },
    left: state.departure && state.departure.last,
    absences: absencesOf(standing, locale, name),
    withdrawn: withdrawnOf(standing, locale, name),
  };
}

function absencesOf({ state }: Standing, locale: Locale, name: Name): DeskTrainee['absences'] {
  const words = MENTORING_WORDS[locale];
  const { pauses, departure } = state;
  return [
    ...pauses.map(({ since, until, reason, by }) => ({ what: words.away(since, until), reason, by: name(by) })),
    ...(departure ? [{ what: words.leaves(departure.last), reason: departure.reason, by: name(departure.by) }] : []),
    ...state.events.flatMap((event) => {
      if (event.type !== 'assignment') return [];
      const what = words.assigned(event.role, name(event.person), name(event.before));
      return [{ what, reason: event.reason, by: name(event.by) }];
    }),
  ];
}

function withdrawnOf({ state, course }: Standing, locale: Locale, name: Name): DeskTrainee['withdrawn'] {
  const day = (event: { at: string }): Day => dayOf(event, course.timeZone);
  return state.events.flatMap((event): DeskTrainee['withdrawn'] => {
    if (event.type !== 'withdrawal' && event.type !== 'retraction') return [];
    const told = { by: name(event.by), day: day(event), reason: event.reason };
    if (event.type === 'withdrawal') return [{ ...told, item: event.item, what: event.item }];
    const signed = event.signed ? { by: `${name(event.signed.mentor)}, ${name(event.signed.manager)}` } : {};
    const what = MENTORING_WORDS[locale].taken(event.of, day(event.of), name(event.of.by));
    return [{ ...told, ...signed, item: null, what }];
  });
}

function sourceOf(one: ItemState, standing: Standing, locale: Locale): string {
  const { kind } = one.source;
  return kind === 'checklist' ? checklistOf(one, standing, locale)! : DESK_TERMS[locale].source[kind];
}

function checklistOf({ source }: ItemState, { course }: Standing, locale: Locale): string | null {
  if (source.kind !== 'checklist') return null;
  return course.checklists.find(({ id }) => id === source.checklist)?.title[locale] ?? source.checklist;
}

function departmentName(id: string | undefined, { house, locale }: DeskKit): string | null {
  return house.training.programme.departments.find((one) => one.id === id)?.title[locale] ?? null;
}

type Name = (id: string) => string;

function deskStage(index: number, standing: Standing, kit: DeskKit, name: Name): DeskStage {
  const { state, course } = standing;
  const { locale } = kit;
  const stage = course.track.stages[index]!;
  const { openSince, requirements } = state.gates[index]!;
  const items = state.items.filter((one) => one.stage === index);
  // Who is decided on, or whose record is closed, is chased for nothing: what was left unsigned is not late there.
  const chased = new Set(standing.prompts.flatMap((prompt) => (prompt.kind === 'item' ? [prompt.item.item.id] : [])));
  return {
    ...{ id: stage.id, title: stage.title[locale], gate: stage.gate.title[locale], openSince },
    missing: requirements
      .filter(({ since }) => since === null)
      .flatMap(({ requirement, missing }) =>
        missing.length > 0
          ? missing.map(({ item }) => item.title[locale])
          : [requirementText(requirement, kit, course.track.stages)],
      ),
    items: items.map((one): DeskItem => {
      const { item, signed } = one;
      return {
        ...{ id: item.id, title: item.title[locale], owner: item.owner, due: one.dueDay, required: item.required },
        source: sourceOf(one, standing, locale),
        late: one.late && chased.has(item.id),
        signed: signed && {
          ...{ by: name(signed.by), day: dayOf(signed, course.timeZone) },
          evidence: signed.evidence ?? null,
        },
      };
    }),
  };
}

function requirementText(
  requirement: Requirement,
  { banks, house, locale }: DeskKit,
  stages: Standing['course']['track']['stages'],
): string {
  const terms = DESK_TERMS[locale];
  if (requirement.kind === 'exam') {
    const { exams } = house.training.programme;
    const named = (id: string) => (banks.get(id) ?? exams.find((one) => one.id === id))?.title[locale] ?? id;
    return terms.exam(requirement.anyOf.map(named));
  }
  if (requirement.kind === 'defence') return terms.defence[requirement.standing];
  if (requirement.kind === 'gate')
    return stages.find(({ gate }) => gate.id === requirement.gate)?.gate.title[locale] ?? requirement.gate;
  return requirement.kind === 'item' ? requirement.item : requirement.checklist;
}

/** Exams in order of their first form. */
function examsOf({ state }: Standing): { exam: string; attempts: Attempt[] }[] {
  const names = state.events.flatMap((event) => (event.type === 'exam-issued' ? [event.exam] : []));
  return [...new Set(names)].map((exam) => ({ exam, attempts: attemptsOf(state.events, exam) }));
}

function deskAttempt(attempt: Attempt, { state, course }: Standing, { banks, locale }: DeskKit): DeskAttempt {
  const { issued, submitted, graded } = attempt;
  const { timeZone } = course;
  const bank = banks.get(issued.exam);
  const result = graded?.result.status === 'graded' ? graded.result : null;
  const topic = (id: string): string => bank?.topics.find((one) => one.id === id)?.title[locale] ?? id;
  const closed = timeIn(timeZone, new Date(issued.closes)).day < state.asOf;
  return {
    ...{ exam: bank?.title[locale] ?? issued.exam, attempt: issued.attempt, issued: dayOf(issued, timeZone) },
    received: submitted && timeIn(timeZone, new Date(submitted.received)).day,
    late: submitted?.late ?? null,
    state: result ? (result.passed ? 'passed' : 'failed') : submitted ? 'pending' : closed ? 'missed' : 'open',
    ...{ score: result?.score ?? null, passMark: result?.passMark ?? null },
    against: (result?.against ?? []).map((code) => DESK_TERMS[locale].against(code, topic)),
    sections: (result?.sections ?? []).map((one) => ({
      title: topic(one.topic),
      score: one.score,
      passMark: one.passMark,
      passed: one.passed,
    })),
    reasons: (result?.items ?? [])
      .filter(({ state: how }) => how !== 'right')
      .map((one) => ({
        ...{ question: one.question, topic: topic(one.topic) },
        ...{ state: stateText(one.state, locale), reason: reasonText(one, locale) },
      })),
    questions: result?.items.length ?? 0,
    certificateUntil: graded?.certificate?.until ?? null,
  };
}

/** Until when the next attempt has to wait, by the exam's rules. */
function waitOf(exam: string, attempts: Attempt[], { state, course }: Standing, { banks, locale }: DeskKit) {
  const bank = banks.get(exam);
  if (!bank) return [];
  const now = momentOf(state.asOf, '00:00', course.timeZone);
  const day = (moment: Date): Day => timeIn(course.timeZone, moment).day;
  const why = refusal(bank.policy, attempts, { now, dayOf: day });
  if (why?.code !== 'waiting-period') return [];
  return [{ exam: bank.title[locale], until: day(new Date(why.until)) }];
}

function deskFeedback(
  one: Standing['state']['feedback'][number],
  { course }: Standing,
  locale: Locale,
  name: Name,
): DeskFeedback {
  const day = course.track.feedback.find(({ day }) => day === one.day)!;
  return {
    ...{ day: one.day, date: one.date },
    sides: (['mentor', 'trainee'] as const).map((side) => {
      const given = one[side];
      return {
        side,
        given: given && { by: name(given.by), day: dayOf(given, course.timeZone) },
        answers: day.questions[side].flatMap(({ id, text, kind }) => {
          const answer = given?.answers[id];
          return answer === undefined ? [] : [{ question: text[locale], answer, scale: kind === 'scale' }];
        }),
      };
    }),
  };
}
