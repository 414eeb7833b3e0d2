import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { computeEstimate } from '../../src/estimate/compute.ts';
import type { Selection } from '../../src/types/estimate.ts';
import { estimate, line, vat } from './sample.ts';

describe('the arithmetic in the browser', () => {
  it('is the very same code, without anything of Node', async () => {
    // Bundling for the browser fails on any import of Node's own modules.
    const { outputFiles } = await build({
      entryPoints: [join(import.meta.dirname, '../../src/estimate/compute.ts')],
      bundle: true,
      minify: true,
      platform: 'browser',
      format: 'iife',
      globalName: 'Estimates',
      write: false,
      logLevel: 'silent',
    });
    const code = outputFiles[0]!.text;
    expect(code.length).toBeLessThan(20_000);
    const packages = ['a', 'b'].map((id) => ({ id, title: id, about: null, recommended: id === 'b' }));
    const input = estimate(
      [
        line({ price: '348.35', quantity: '16', discount: { share: '0.04' }, tax: vat('0.22') }),
        line({ price: '90', package: 'a', tax: vat('0.1') }),
        line({ price: '190', package: 'b', tax: vat('0.1') }),
        line({ id: 'extra', price: '57.48', optional: true, tax: vat('0.22') }),
      ],
      { packages, discount: { share: '0.1' }, payments: [{ title: 'Всё', due: '', part: 'rest' }] },
    );
    const selections: Selection[] = [{}, { package: 'a' }, { package: 'a', options: ['extra'] }];
    const script = `${code};JSON.stringify(${JSON.stringify(selections)}.map((s) => Estimates.computeEstimate(${JSON.stringify(input)}, s)))`;
    const there = JSON.parse(runInNewContext(script) as string) as unknown;
    expect(there).toEqual(selections.map((selection) => computeEstimate(input, selection)));
  });
});
