import { daysFrom, weekday } from '../calendar.ts';
import { between } from '../random.ts';

/** One day of a whole site as an analytics system counts it. */
export interface SiteDay {
  day: string;
  visits: number;
  users: number;
  views: number;
  /** Visits that left at once (Metrica) or stayed (GA4's engaged sessions are the rest). */
  bounces: number;
  seconds: number;
}

/** Visits follow the clicks of the day, with direct visitors on top; a failed site has almost none. */
export function siteDays(key: string, from: string, to: string, clicksOn: (day: string) => number): SiteDay[] {
  return daysFrom(from, to).map((day) => {
    const clicks = clicksOn(day);
    const own = Math.floor((clicks * between(180, 260, key, day, 'own')) / 1000);
    const visits = Math.floor((clicks * between(880, 960, key, day, 'kept')) / 1000) + own;
    return {
      day,
      visits,
      users: Math.floor((visits * between(780, 850, key, day, 'users')) / 1000),
      views: Math.floor((visits * between(2350, 2950, key, day, 'views')) / 1000),
      bounces: Math.floor((visits * between(weekday(day) > 4 ? 190 : 150, 240, key, day, 'bounces')) / 1000),
      seconds: between(95, 190, key, day, 'seconds'),
    };
  });
}

export const sumOf = (days: SiteDay[], field: 'visits' | 'users' | 'views' | 'bounces'): number =>
  days.reduce((sum, day) => sum + day[field], 0);
