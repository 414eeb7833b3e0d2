import type { Page } from 'puppeteer';
import type { ExamForm } from '../../src/types/exam.ts';

/** Right answers to the fixture `demo` in English, by words of the stem. */
const RIGHT: [stem: string, answer: (page: Page, field: string) => Promise<void>][] = [
  ['What does `CTR` tell?', chosen('The share of clicks')],
  ['Who approves', chosen('The client')],
  ['19:40', chosen('In the morning')],
  ['belongs into a brief', chosen('The goal', 'The deadline')],
  ['plan of the month', chosen('False')],
  ['Three letters', typed('ctr')],
  ['Work out the CTR', typed('2 %')],
  ['cost of an order', typed('1,875')],
  ['Match the metric', picked({ CTR: 'clicks / impressions', CPC: 'cost / clicks', CR: 'orders / clicks' })],
  ['stages of an order', picked({ Brief: '1', Estimate: '2', Launch: '3', Report: '4' })],
  [
    'The invoice',
    async (page, field) => {
      await picked({ 'Gap 1': 'before the work' })(page, field);
      await page.type(`${field} input[type=text]`, 'after the work');
    },
  ],
  ['missed deadline', async (page, field) => page.type(`${field} textarea`, 'We are a day late. Here is the plan.')],
];

/** Answers the open page of a form: everything rightly, or only the questions whose stem holds one of the words. */
export async function answerForm(page: Page, form: ExamForm, only?: readonly string[]): Promise<void> {
  for (const [index, { stem }] of form.questions.entries()) {
    const right = RIGHT.find(([words]) => stem.includes(words));
    if (!right) throw new Error(`no answer is known to “${stem}”`);
    if (only === undefined || only.includes(right[0])) await right[1](page, `#q${index + 1}`);
  }
}

function chosen(...texts: string[]) {
  return (page: Page, field: string): Promise<void> =>
    page.evaluate(
      (where, wanted) => {
        const labels = [...document.querySelectorAll<HTMLElement>(`${where} .q-option`)];
        for (const text of wanted) labels.find((label) => label.textContent!.includes(text))!.click();
      },
      field,
      texts,
    );
}

function typed(text: string) {
  return async (page: Page, field: string): Promise<void> => page.type(`${field}-answer`, text);
}

function picked(pairs: Record<string, string>) {
  return async (page: Page, field: string): Promise<void> => {
    for (const [part, option] of Object.entries(pairs)) {
      const [select, value] = await page.$eval(
        field,
        (where, label, text) => {
          const one = [...where.querySelectorAll('select')].find(({ labels, ariaLabel }) =>
            `${ariaLabel ?? ''} ${labels[0]?.textContent ?? ''}`.includes(label),
          )!;
          return [one.id, [...one.options].find((each) => each.textContent!.includes(text))!.value] as const;
        },
        part,
        option,
      );
      await page.select(`#${select}`, value);
    }
  };
}
