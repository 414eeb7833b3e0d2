import { isEmpty, mark } from '../../exams/mark.ts';
import type { Answer, Question } from '../../types/exam.ts';
import { keepPlacesApart, writeAnswer } from './exam-answers.ts';
import { pageData } from './page-data.ts';

interface QuizData {
  questions: Question[];
  words: { right: string; wrong: string; partly: string; empty: string; score: string };
}

type Verdict = 'right' | 'partial' | 'wrong';

/** Practice at the end of a lesson: every question is marked on its own, at once, as often as one likes. */
export function startQuizzes(): void {
  for (const quiz of document.querySelectorAll<HTMLElement>('[data-quiz]')) startQuiz(quiz);
}

function startQuiz(quiz: HTMLElement): void {
  const data = pageData<QuizData>(quiz, '[data-quiz-data]');
  if (data === null) return;
  const verdicts = new Map<string, Verdict>();
  const end = quiz.querySelector<HTMLElement>('[data-practice-end]')!;
  const tell = (): void => {
    end.hidden = verdicts.size === 0;
    const right = [...verdicts.values()].filter((verdict) => verdict === 'right').length;
    end.querySelector('.hb-score')!.textContent = data.words.score
      .replace('{right}', String(right))
      .replace('{of}', String(data.questions.length));
  };
  // The folded key is for readers without a script; here every question tells its own.
  quiz.querySelector<HTMLElement>('[data-keys]')?.setAttribute('hidden', '');
  for (const field of quiz.querySelectorAll<HTMLElement>('[data-question]')) {
    const question = data.questions.find(({ id }) => id === field.dataset['question'])!;
    const judge = (): void => {
      const verdict = judged(field, question, data.words);
      if (verdict === null) return;
      verdicts.set(question.id, verdict);
      tell();
    };
    // Two lines in one place would count for nothing, as they do in an exam.
    keepPlacesApart(field);
    const button = field.querySelector<HTMLButtonElement>('[data-check]')!;
    button.hidden = false;
    button.addEventListener('click', judge);
    field.addEventListener('input', () => {
      forget(field);
      if (verdicts.delete(question.id)) tell();
    });
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
      event.preventDefault();
      judge();
    });
  }
  quiz.querySelector('[data-again]')!.addEventListener('click', () => {
    verdicts.clear();
    for (const field of quiz.querySelectorAll<HTMLElement>('[data-question]')) {
      forget(field);
      writeAnswer(field, undefined);
    }
    tell();
    quiz.querySelector<HTMLElement>('input, select, textarea')?.focus();
  });
}

/** Marks one question and shows how it went; `null` when nothing was answered. */
function judged(field: HTMLElement, question: Question, words: QuizData['words']): Verdict | null {
  const told = field.querySelector<HTMLElement>('.hb-verdict')!;
  const answer = answerOf(field, question);
  if (isEmpty(answer)) {
    forget(field);
    told.textContent = words.empty;
    return null;
  }
  const { state } = mark(question, answer);
  const verdict: Verdict = state === 'right' || state === 'partial' ? state : 'wrong';
  told.dataset['state'] = verdict;
  told.textContent = { right: words.right, partial: words.partly, wrong: words.wrong }[verdict];
  for (const why of field.querySelectorAll<HTMLElement>('[data-why]')) {
    const option = controlsOf(field).find(({ value }) => value === why.dataset['why']);
    why.hidden = !(option instanceof HTMLInputElement && option.checked);
  }
  field.querySelector<HTMLElement>('[data-explanation]')!.hidden = false;
  return verdict;
}

function forget(field: HTMLElement): void {
  const told = field.querySelector<HTMLElement>('.hb-verdict')!;
  delete told.dataset['state'];
  told.textContent = '';
  field.querySelector<HTMLElement>('[data-explanation]')!.hidden = true;
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const controlsOf = (field: HTMLElement): Control[] => [...field.querySelectorAll<Control>('[data-part]')];

/** The answer as an exam form would hand it in. */
export function answerOf(field: HTMLElement, question: Question): Answer | undefined {
  const controls = controlsOf(field);
  const checked = controls.flatMap((one) => (one instanceof HTMLInputElement && one.checked ? [one.value] : []));
  switch (question.type) {
    case 'single':
      return checked[0];
    case 'multiple':
      return checked;
    case 'truefalse':
      return checked[0] === undefined ? undefined : checked[0] === 'true';
    case 'matching':
    case 'ordering':
    case 'cloze':
      return Object.fromEntries(controls.map((one) => [one.dataset['part']!, one.value]));
    default:
      return controls[0]?.value;
  }
}
