import type { Validity } from '../../types/proposal-model.ts';

/** The first moment after the offer, as a browser reads it: its last minute is `23:59`, to the end of it. */
export function endOf({ clocks }: Validity): string {
  const { day, time, offset } = clocks[0]!;
  return new Date(Date.parse(`${day}T${time}:00${offset}`) + 60_000).toISOString();
}
