import type { Locale } from '../../types/locale.ts';
import type { Day } from '../../types/period.ts';

const HEADER: Record<Locale, string[]> = {
  ru: ['Дата', 'Канал', 'Показы', 'Клики', 'Расход', 'Лиды'],
  en: ['date', 'channel', 'impressions', 'clicks', 'cost', 'leads'],
};

/** Weekdays from Monday; people look for things less at weekends. */
const WEEK = [1.12, 1.1, 1.06, 1.02, 0.98, 0.84, 0.88];

/** A tidy export: one plausible row for each day and channel, the same ones for the same days. */
export function exampleRows(
  locale: Locale,
  days: readonly Day[],
  channels: { search: string; social: string },
): string[][] {
  const rows = days.flatMap((day, index) => {
    const date = new Date(`${day}T00:00:00Z`);
    const week = WEEK[(date.getUTCDay() + 6) % 7] ?? 1;
    // A slow wave over the days, so that lines on charts have something to show.
    const wave = 1 + 0.12 * Math.sin(index / 5);
    const row = (channel: string, shows: number, clickRate: number, clickPrice: number, leadRate: number): string[] => {
      const impressions = Math.round(shows * week * wave);
      const clicks = Math.round(impressions * clickRate);
      const leads = Math.round(clicks * leadRate + (index % 3 === 0 ? 0.4 : 0));
      return [day, channel, impressions, clicks, Math.round(clicks * clickPrice), leads].map(String);
    };
    return [row(channels.search, 2000, 0.04, 24, 0.05), row(channels.social, 4800, 0.015, 18, 0.035)];
  });
  return [HEADER[locale], ...rows];
}
