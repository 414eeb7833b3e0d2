import { dayText } from '../locale/dates.ts';
import type { Prompt } from '../onboarding/prompts.ts';
import type { Locale } from '../types/locale.ts';
import type { Day } from '../types/period.ts';
import type { ItemOwner } from '../types/programme.ts';
import type { DecisionOutcome, FeedbackSide, RetractionEvent } from '../types/trainee.ts';

interface MentoringWords {
  owner: Record<ItemOwner, string>;
  side: Record<FeedbackSide, string>;
  outcome: Record<DecisionOutcome, string>;
  /** Short names of prompts for lists and calendars. */
  prompt(prompt: Prompt): string;
  /** What a retraction names: the record, its day and who made it. */
  taken(of: RetractionEvent['of'], day: Day, by: string): string;
  /** On a pause; the last day when it is known. */
  away(since: Day, until: Day | null): string;
  left(last: Day): string;
  /** The last day is still to come. */
  leaves(last: Day): string;
  assigned(role: 'mentor' | 'manager', person: string, before: string): string;
  late: string;
  done: string;
  notBegun: string;
  workingDay(number: number): string;
  closed: string;
  nothing: string;
  nobody: string;
  calendar: string;
}

export const MENTORING_WORDS: Record<Locale, MentoringWords> = {
  ru: {
    owner: { trainee: 'стажёр', mentor: 'наставник', manager: 'руководитель', it: 'ИТ' },
    side: { mentor: 'от наставника', trainee: 'от стажёра' },
    outcome: { stay: 'остаётся стажёром', 'account-manager': 'аккаунт-менеджер', department: 'другой отдел' },
    prompt(prompt) {
      if (prompt.kind === 'item') return prompt.item.item.title.ru;
      if (prompt.kind === 'review') return `Спросить об открытых обязательных пунктах (${prompt.open.length})`;
      if (prompt.kind === 'feedback') return `Обратная связь ${this.side[prompt.from]}, день ${prompt.number}`;
      return prompt.kind === 'decision' ? 'Решение' : 'Запись закрывается';
    },
    taken(of, day, by) {
      const what = {
        ...{ score: 'оценка защиты', feedback: 'обратная связь', decision: 'решение' },
        ...{ pause: 'перерыв', departure: 'уход' },
      }[of.type];
      const whose = of.from ? ` ${this.side[of.from]}, день ${of.day}` : of.type === 'score' ? `, ${by}` : '';
      return `${what}${whose} (${dayText('ru', day, 'numeric')})`;
    },
    away: (since, until) =>
      `перерыв с ${dayText('ru', since, 'numeric')}${until === null ? '' : ` по ${dayText('ru', until, 'numeric')}`}`,
    left: (last) => `стажировка прервана ${dayText('ru', last, 'numeric')}`,
    leaves: (last) => `уходит, последний день — ${dayText('ru', last, 'numeric')}`,
    assigned(role, person, before) {
      return `${this.owner[role]}: ${person} (прежде ${before})`;
    },
    late: 'просрочено',
    done: 'программа пройдена',
    notBegun: 'ещё не начал',
    workingDay: (number) => `${number}-й рабочий день`,
    closed: 'запись закрыта',
    nothing: 'Ничего не ждёт.',
    nobody: 'Стажёров нет.',
    calendar: 'Сроки стажёров',
  },
  en: {
    owner: { trainee: 'trainee', mentor: 'mentor', manager: 'manager', it: 'IT' },
    side: { mentor: 'from the mentor', trainee: 'from the trainee' },
    outcome: { stay: 'stays a trainee', 'account-manager': 'account manager', department: 'another department' },
    prompt(prompt) {
      if (prompt.kind === 'item') return prompt.item.item.title.en;
      if (prompt.kind === 'review') return `Ask about open compulsory items (${prompt.open.length})`;
      if (prompt.kind === 'feedback') return `Feedback ${this.side[prompt.from]}, day ${prompt.number}`;
      return prompt.kind === 'decision' ? 'Decision' : 'The record is closed';
    },
    taken(of, day, by) {
      const what = {
        ...{ score: 'score of the defence', feedback: 'feedback', decision: 'decision' },
        ...{ pause: 'pause', departure: 'leaving' },
      }[of.type];
      const whose = of.from ? ` ${this.side[of.from]}, day ${of.day}` : of.type === 'score' ? `, ${by}` : '';
      return `${what}${whose} (${dayText('en', day, 'numeric')})`;
    },
    away: (since, until) =>
      `away since ${dayText('en', since, 'numeric')}${until === null ? '' : `, through ${dayText('en', until, 'numeric')}`}`,
    left: (last) => `left on ${dayText('en', last, 'numeric')}`,
    leaves: (last) => `leaves, last day ${dayText('en', last, 'numeric')}`,
    assigned(role, person, before) {
      return `${this.owner[role]}: ${person} (before: ${before})`;
    },
    late: 'late',
    done: 'programme complete',
    notBegun: 'not begun',
    workingDay: (number) => `working day ${number}`,
    closed: 'record closed',
    nothing: 'Nothing is waiting.',
    nobody: 'There are no trainees.',
    calendar: 'Trainees’ due dates',
  },
};
