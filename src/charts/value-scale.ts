/** A range of values with round steps. */
export interface Steps {
  min: number;
  max: number;
  step: number;
  values: number[];
}

/** The eye likes about this many steps; one more or less costs as much as this share of the range left empty. */
const LIKED = 4;
const STEP_COST = 0.04;

/** A range below this is none: binary floats hold no step of it. */
const SMALLEST = 1e-290;

/**
 * Round steps over `[min, max]` and zero, which always belongs to the range.
 * `whole` keeps steps of counted things at one or more. Between `most - 2` and `most` steps, whichever
 * leaves the least of the range empty.
 */
export function roundSteps(min: number, max: number, most: number, whole: boolean): Steps {
  const low = Math.min(0, min);
  const high = Math.max(0, max);
  if (high - low < SMALLEST) return { min: 0, max: 1, step: 1, values: [0] };
  const cost = (steps: Steps): number =>
    (steps.max - steps.min) / (high - low) + Math.abs(steps.values.length - 1 - LIKED) * STEP_COST;
  const choices = [most, most - 1, most - 2].map((count) =>
    stepsOver(low, high, roundStep((high - low) / count, whole)),
  );
  return choices.reduce((best, steps) => (cost(steps) < cost(best) ? steps : best));
}

function stepsOver(low: number, high: number, step: number): Steps {
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  const values: number[] = [];
  for (let i = first; i <= last; i++) values.push(clean(i * step));
  return { min: values[0]!, max: values.at(-1)!, step, values };
}

function roundStep(raw: number, whole: boolean): number {
  if (whole && raw <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(raw));
  const choices = whole && power === 1 ? [1, 2, 5, 10] : [1, 2, 2.5, 5, 10];
  const factor = choices.find((choice) => choice * power >= raw * (1 - 1e-9)) ?? 10;
  return clean(factor * power);
}

/** Without the tail of binary fractions: 0.30000000000000004 is 0.3; and zero has no sign. */
export const clean = (value: number): number =>
  Number.isInteger(value) && Math.abs(value) < 1e12 ? value + 0 : Number(value.toPrecision(12));
