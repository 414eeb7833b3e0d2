/** A range of values with round steps. */
export interface Steps {
  min: number;
  max: number;
  step: number;
  values: number[];
}

/**
 * Round steps over `[min, max]` and zero, which always belongs to the range.
 * `whole` keeps steps of counted things at one or more. About `target` steps come out.
 */
export function roundSteps(min: number, max: number, target: number, whole: boolean): Steps {
  const low = Math.min(0, min);
  const high = Math.max(0, max);
  if (low === high) return { min: 0, max: 1, step: 1, values: [0] };
  const step = roundStep((high - low) / target, whole);
  const first = Math.floor(low / step + 1e-9 < 0 ? low / step + 1e-9 : 0);
  const last = Math.ceil(high / step - 1e-9 > 0 ? high / step - 1e-9 : 0);
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

/** Without the tail of binary fractions: 0.30000000000000004 is 0.3. */
export const clean = (value: number): number => Number(value.toPrecision(12));
