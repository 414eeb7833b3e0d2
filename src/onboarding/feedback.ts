import type { FeedbackQuestion } from '../types/programme.ts';
import type { FeedbackEvent, FeedbackSide } from '../types/trainee.ts';
import { dayOf } from './record.ts';
import { Refused } from './refused.ts';
import { refuseClosed, type Hand } from './sign.ts';
import type { Course, TraineeState } from './state.ts';

export interface WantedFeedback {
  from: FeedbackSide;
  /** As the programme counts it; the one whose time has come when absent. */
  day: number | null;
  /** Question id → answer, as typed. */
  answers: ReadonlyMap<string, string>;
}

/** What one side says on a feedback day. Throws `Refused`. */
export function feedback(state: TraineeState, course: Course, wanted: WantedFeedback, hand: Hand): FeedbackEvent {
  refuseClosed(state);
  const { from } = wanted;
  const speaker = from === 'mentor' ? state.trainee.mentor : state.trainee.id;
  if (hand.by !== speaker)
    throw new Refused('person-not-entitled', {
      ru: `со стороны «${from}» отвечает ${speaker}, а не ${hand.by}`,
      en: `for the side “${from}” ${speaker} answers, not ${hand.by}`,
    });
  const day = wanted.day ?? openDay(state, from);
  const place = state.feedback.find((one) => one.day === day);
  const questions = course.track.feedback.find((one) => one.day === day)?.questions[from];
  const days = state.feedback.map((one) => one.day).join(', ');
  if (!place || !questions)
    throw new Refused('unknown-feedback-day', {
      ru: `обратной связи на ${day}-й день нет; есть дни: ${days}`,
      en: `there is no feedback on day ${day}; there are days: ${days}`,
    });
  if (place.date > state.asOf)
    throw new Refused('feedback-too-early', {
      ru: `день ${day} наступит ${place.date}: раньше отвечать не о чем`,
      en: `day ${day} comes on ${place.date}: there is nothing to say before`,
    });
  const given = place[from] && dayOf(place[from], course.timeZone);
  if (given)
    throw new Refused('already-given', {
      ru: `обратная связь дня ${day} уже записана: ${given}`,
      en: `the feedback of day ${day} is on record: ${given}`,
    });
  return { ...hand, type: 'feedback', from, day, answers: judgedAnswers(questions, wanted.answers) };
}

/** The first day that has come and is not answered; else the first that is not. */
function openDay({ feedback, asOf }: TraineeState, from: FeedbackSide): number {
  const open = feedback.filter((one) => one[from] === null);
  return (open.find(({ date }) => date <= asOf) ?? open[0] ?? feedback.at(-1)!).day;
}

function judgedAnswers(questions: FeedbackQuestion[], typed: ReadonlyMap<string, string>): Record<string, string> {
  const ids = questions.map(({ id }) => id);
  const strange = [...typed.keys()].find((id) => !ids.includes(id));
  if (strange !== undefined)
    throw new Refused('unknown-question', {
      ru: `вопроса ${strange} нет; есть: ${ids.join(', ')}`,
      en: `there is no question ${strange}; there are: ${ids.join(', ')}`,
    });
  const missing = questions.filter(({ id }) => (typed.get(id) ?? '').trim() === '');
  if (missing.length > 0)
    throw new Refused('answers-missing', {
      ru: `нет ответа: ${missing.map(({ id, text }) => `${id} — ${text.ru}`).join('; ')}`,
      en: `no answer: ${missing.map(({ id, text }) => `${id} — ${text.en}`).join('; ')}`,
    });
  const off = questions.find(({ id, kind }) => kind === 'scale' && !/^[1-5]$/.test(typed.get(id)!));
  if (off)
    throw new Refused('not-on-scale', {
      ru: `${off.id} оценивают от 1 до 5, а не «${typed.get(off.id)}»`,
      en: `${off.id} is answered by 1 to 5, not “${typed.get(off.id)}”`,
    });
  return Object.fromEntries(questions.map(({ id }) => [id, typed.get(id)!.trim()]));
}
