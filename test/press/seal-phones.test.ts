import { describe, expect, it } from 'vitest';
import { canonical } from '../../src/press/seal/reading/canonical.ts';
import { viewsOf } from '../../src/press/seal/reading/views.ts';
import { phoneForms } from '../../src/press/seal/words/phones.ts';
import { termProof } from '../../src/press/seal/words/term-proof.ts';
import type { Term } from '../../src/press/seal/words/terms.ts';

/** Places where the phone of another one is told in a text. */
function told(phone: string, text: string): number {
  const terms = phoneForms(phone).map((form): Term => ({
    text: canonical(form),
    kind: 'phone',
    owners: new Set(['proposals/dawn']),
  }));
  return termProof(terms).told(viewsOf('a.html', Buffer.from(`<p>Call ${text}, please</p>`)), 'reports/alder').traces
    .length;
}

const AT_HOME = ['+7 812 555-01-77', '+7 (812) 555-01-77', '8 (812) 5550177', '+78125550177', '8-812-555-01-77'];

describe('the phone of another one', () => {
  it.each(
    AT_HOME.flatMap((own) =>
      [
        ...['+7 812 555-01-77', '+7&nbsp;812&nbsp;555‑01‑77', '+7 (812) 555-01-77', '8 (812) 555-01-77'],
        ...['8 812 555 01 77', '8-812-555-01-77', '+7.812.555.01.77', '+7(812)5550177', '(812) 555-0177'],
        ...['812-555-01-77', '+78125550177', '78125550177', '88125550177', '8125550177', 'tel:+7-812-555-01-77'],
      ].map((written) => [own, written]),
    ),
  )('%s is told once in %s', (own, written) => {
    expect(told(own, written)).toBe(1);
  });

  it.each([
    ['+1 212 555 0100', '(212) 555-0100'],
    ['+1 212 555 0100 ext. 12', '1-212-555-0100'],
    ['+44 20 7946 0958', '020 7946 0958'],
    ['+44 20 7946 0958', '+442079460958'],
    ['+49 30 901820', '+49 30 901820'],
  ])('%s is told once in %s', (own, written) => {
    expect(told(own, written)).toBe(1);
  });

  it.each(['+7 812 555-01-78', '1812 555-01-77', '812 555-01-771', '555-01-77', '81255501770', '812 555 017 7'])(
    'is none that differs: %s',
    (other) => {
      expect(told('+7 812 555-01-77', other)).toBe(0);
    },
  );

  it('is no short number of everyday', () => {
    for (const phone of ['112', '8 800', '555-01-77']) expect(phoneForms(phone)).toEqual([phone]);
  });
});
