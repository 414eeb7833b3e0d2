import { kept } from './kept.ts';
import { pageData } from './page-data.ts';

interface AssessmentData {
  id: string;
  statements: { id: string; profile: string; weight: number }[];
  values: number[];
  words: { missing: string; share: string };
}

/** Statement id → points. */
type Answers = Record<string, number>;

/** A self-assessment: the answers stay in this browser, the result is shown when all are given. */
export function startAssessments(): void {
  for (const section of document.querySelectorAll<HTMLElement>('[data-assessment]')) startAssessment(section);
}

function startAssessment(section: HTMLElement): void {
  const data = pageData<AssessmentData>(section, '[data-assessment-data]');
  if (data === null) return;
  const store = kept<Answers>(`assessment.${data.id}`, 1, isAnswers);
  const inputs = [...section.querySelectorAll<HTMLInputElement>('[data-statement]')];
  const read = (): Answers =>
    Object.fromEntries(
      inputs.filter(({ checked }) => checked).map((one) => [one.dataset['statement']!, Number(one.value)]),
    );
  const before = store.get() ?? {};
  for (const input of inputs) {
    input.checked = before[input.dataset['statement']!] === Number(input.value);
    input.addEventListener('change', () => {
      store.put(read());
      show(section, data, read());
    });
  }
  section.querySelector('[data-clear]')!.addEventListener('click', () => {
    for (const input of inputs) input.checked = false;
    store.put({});
    show(section, data, {});
    inputs[0]?.focus();
  });
  show(section, data, read());
}

function show(section: HTMLElement, data: AssessmentData, answers: Answers): void {
  const missing = data.statements.filter(({ id }) => answers[id] === undefined).length;
  section.querySelector<HTMLElement>('[data-result]')!.hidden = missing === data.statements.length;
  const bars = section.querySelector<HTMLElement>('[data-bars]')!;
  bars.hidden = missing > 0;
  section.querySelector('[data-missing]')!.textContent =
    missing > 0 ? data.words.missing.replace('{n}', String(missing)) : bars.dataset['label']!;
  const shares = profileShares(data, answers);
  const rows = [...bars.querySelectorAll<HTMLElement>('[data-profile]')];
  for (const row of rows) {
    const share = shares.get(row.dataset['profile']!) ?? 0;
    row.querySelector('meter')!.value = share;
    row.querySelector('output')!.textContent = data.words.share.replace('{n}', String(Math.round(share * 100)));
    row.classList.toggle('first', missing === 0 && share === Math.max(...shares.values()));
  }
  rows.sort((a, b) => (shares.get(b.dataset['profile']!) ?? 0) - (shares.get(a.dataset['profile']!) ?? 0));
  bars.append(...rows);
}

/** How far each profile's statements were agreed with: 0 is the least their weights allow, 1 the most. */
export function profileShares(
  { statements, values }: Pick<AssessmentData, 'statements' | 'values'>,
  answers: Answers,
): Map<string, number> {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const profiles = [...new Set(statements.map(({ profile }) => profile))];
  return new Map(
    profiles.map((profile) => {
      const own = statements.filter((one) => one.profile === profile);
      const sum = (of: (one: (typeof own)[number]) => number): number => own.reduce((all, one) => all + of(one), 0);
      const lowest = sum(({ weight }) => Math.min(weight * least, weight * most));
      const highest = sum(({ weight }) => Math.max(weight * least, weight * most));
      const reached = sum(({ id, weight }) => weight * (answers[id] ?? least));
      return [profile, highest === lowest ? 0 : Math.max(0, (reached - lowest) / (highest - lowest))];
    }),
  );
}

function isAnswers(value: unknown): value is Answers {
  return typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'number');
}
