import type { DeskTrainee } from '../../types/desk.ts';
import type { DeskVoice } from './context.ts';

/** In a few words how far a trainee is, or why not: left, away, closed, not begun, so many working days. */
export function standingText(trainee: DeskTrainee, { w, f }: Pick<DeskVoice, 'w' | 'f'>): string {
  const { away, left, closed, workingDay, workingDays } = trainee;
  if (left !== null) return closed ? w.stage.left(f.day(left, 'short')) : w.stage.leaves(f.day(left, 'short'));
  if (closed) return w.stage.closed;
  if (away) return w.stage.away(f.day(away.since, 'short'), away.until && f.day(away.until, 'short'));
  return workingDay === 0 ? w.stage.before : w.stage.day(workingDay, workingDays);
}
