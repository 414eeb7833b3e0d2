import type { AnswersFile, ExamIssued, ExamPolicy } from '../types/exam.ts';

const MINUTE = 60_000;

/** When a form opens and closes: the window holds the time given at least. ISO moments. */
export function windowOf(policy: ExamPolicy, opens: Date, extension: number): { opens: string; closes: string } {
  const least = policy.minutes + extension + policy.graceMinutes;
  const minutes = Math.max(policy.windowHours * 60, least);
  return { opens: opens.toISOString(), closes: new Date(opens.getTime() + minutes * MINUTE).toISOString() };
}

/** The last moment an answers file is in time. */
export function deadlineOf(issued: Pick<ExamIssued, 'opens' | 'closes' | 'minutes' | 'graceMinutes' | 'clock'>): Date {
  // The extension is part of the minutes.
  if (issued.clock === 'start') return new Date(issued.closes);
  return new Date(new Date(issued.opens).getTime() + (issued.minutes + issued.graceMinutes) * MINUTE);
}

/** Whole minutes after the deadline, counted up; `null` when in time. */
export function minutesLate(issued: Parameters<typeof deadlineOf>[0], received: Date): number | null {
  const over = received.getTime() - deadlineOf(issued).getTime();
  return over > 0 ? Math.ceil(over / MINUTE) : null;
}

/** Minutes between start and export by the trainee's own clock; `null` when the page had no start. */
export function claimedMinutes({ started, exported }: Pick<AnswersFile, 'started' | 'exported'>): number | null {
  if (started === null) return null;
  return Math.max(0, Math.round((new Date(exported).getTime() - new Date(started).getTime()) / MINUTE));
}

/** Day so many months later; the last day of a shorter month. */
export function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
