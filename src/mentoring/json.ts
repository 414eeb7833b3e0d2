import { ownerOf } from '../onboarding/prompts.ts';
import { dayOf } from '../onboarding/record.ts';
import type { Standing } from './cohort.ts';

/** One trainee for programs. Levels of the defence are there only when both have scored. */
export function jsonStanding({ state, course, prompts }: Standing): unknown {
  const { trainee, asOf, workingDay, items, gates, stage, defences, defenceScore, decision, closed } = state;
  const day = (event: { at: string }): string => dayOf(event, course.timeZone);
  return {
    ...{ trainee: trainee.id, name: trainee.name, track: trainee.track, start: trainee.start, asOf, workingDay },
    ...{ mentor: trainee.mentor, manager: trainee.manager, closes: state.closes, closed },
    stage: course.track.stages[stage]?.id ?? null,
    gates: gates.map(({ gate, openSince }) => ({ id: gate.id, open: openSince !== null, since: openSince })),
    items: items.map(({ item, dueDay, signed, late }) => ({
      ...{ id: item.id, owner: item.owner, required: item.required, due: dueDay, late },
      signed: signed && { by: signed.by, day: day(signed), evidence: signed.evidence ?? null },
    })),
    exams: state.events
      .filter((event) => event.type === 'exam-graded')
      .map(({ exam, attempt, result, standing }) => ({
        ...{ exam, attempt, status: result.status, score: result.score, passed: result.passed },
        standing,
      })),
    defences: defences.map(({ own, agreed }) => ({
      own: own.length < 2 ? own.map(({ by }) => ({ by })) : own.map(({ by, levels }) => ({ by, levels })),
      agreed: agreed && { by: agreed.by, levels: agreed.levels, note: agreed.note ?? null },
    })),
    defence: defenceScore && { score: defenceScore.score, passed: defenceScore.passed, below: defenceScore.below },
    feedback: state.feedback.map((one) => ({
      ...{ day: one.day, date: one.date },
      mentor: one.mentor?.answers ?? null,
      trainee: one.trainee?.answers ?? null,
    })),
    decision: decision && {
      ...{ day: day(decision), outcome: decision.outcome, reason: decision.reason },
      ...{ department: decision.department ?? null, signed: decision.signed },
    },
    pauses: state.pauses,
    left: state.departure && { last: state.departure.last, by: state.departure.by, reason: state.departure.reason },
    assignments: state.events.flatMap((event) => {
      if (event.type !== 'assignment') return [];
      const { role, person, before, by, reason } = event;
      return [{ day: day(event), role, person, before, by, reason }];
    }),
    withdrawn: state.events.flatMap((event) => {
      if (event.type !== 'withdrawal' && event.type !== 'retraction') return [];
      const [item, of] = event.type === 'withdrawal' ? [event.item, null] : [null, event.of];
      return [{ day: day(event), by: event.by, item, of, reason: event.reason }];
    }),
    due: jsonDue({ state, course, prompts }),
  };
}

/** What is to come or overdue. */
export function jsonDue({ state, prompts }: Standing): unknown[] {
  return prompts.map((prompt) => ({
    ...{ trainee: state.trainee.id, kind: prompt.kind, day: prompt.day, overdue: prompt.day < state.asOf },
    owner: ownerOf(prompt),
    ...(prompt.kind === 'item' ? { item: prompt.item.item.id } : {}),
    ...(prompt.kind === 'feedback' ? { feedbackDay: prompt.number, from: prompt.from } : {}),
    ...(prompt.kind === 'review' ? { open: prompt.open.map(({ item }) => ({ id: item.id, owner: item.owner })) } : {}),
  }));
}
