import { reasonText, stateText } from '../exams/reasons.ts';
import type { Counting, ExamGraded, ExamSubmitted } from '../types/exam.ts';
import type { Locale } from '../types/locale.ts';
import type { GradeOutcome } from './grade.ts';
import { at, percent, verdict, type Telling } from './telling.ts';

/** Titles of an exam's topics by their ids, in the language of the answer. */
export type TopicTitles = (topic: string) => string;

/** Lines for a terminal about one file of answers: what it is, each question, the result. */
export function toldGrade(name: string, outcome: GradeOutcome, titles: TopicTitles, telling: Telling): string[] {
  const ru = telling.locale === 'ru';
  const head = toldSubmission(name, outcome.submitted, telling);
  if (outcome.status === 'pending') {
    return [
      ...head,
      ru
        ? `Ждут оценки открытые ответы: ${outcome.questions.join(', ')}. Заполните ${outcome.sheet} и запустите grade снова`
        : `Open answers wait for marks: ${outcome.questions.join(', ')}. Fill in ${outcome.sheet} and run grade again`,
    ];
  }
  if (outcome.status === 'repeated') {
    const again = ru ? 'Этот файл уже оценён, ничего не изменилось' : 'This file was marked before; nothing changed';
    return [...head, again, ...toldResult(outcome.graded, titles, telling.locale)];
  }
  const items = outcome.graded.result.items.map((item, index) => {
    const why = item.state === 'empty' ? '' : ` (${reasonText(item, telling.locale)})`;
    const said = `${stateText(item.state, telling.locale)}${why}`;
    return `  ${String(index + 1).padStart(2)}. ${item.question}: ${said}`;
  });
  return [...head, ...items, ...toldResult(outcome.graded, titles, telling.locale)];
}

function toldSubmission(name: string, submitted: ExamSubmitted, telling: Telling): string[] {
  const ru = telling.locale === 'ru';
  const lines = [
    ru
      ? `${name}: ${submitted.exam}, попытка ${submitted.attempt}, получен ${at(submitted.received, telling)}`
      : `${name}: ${submitted.exam}, attempt ${submitted.attempt}, received ${at(submitted.received, telling)}`,
  ];
  if (submitted.received > submitted.at) {
    lines.push(
      ru
        ? 'Внимание: это время ещё не наступило; проверьте --received'
        : 'Note: that moment is still to come; check --received',
    );
  }
  if (submitted.late !== null) {
    const accepted = submitted.accepted;
    lines.push(
      ru
        ? `Опоздал на ${submitted.late} мин: ${accepted === null ? 'не засчитывается; засчитать: --accept-late "причина"' : `засчитан: ${accepted}`}`
        : `${submitted.late} min late: ${accepted === null ? 'does not count; to let it count: --accept-late "reason"' : `accepted: ${accepted}`}`,
    );
  }
  if (submitted.overTime) {
    lines.push(
      ru
        ? `По часам страницы работа заняла ${submitted.claimedMinutes} мин: больше отведённого`
        : `By the page's own clock it took ${submitted.claimedMinutes} min: more than was given`,
    );
  }
  return lines;
}

const COUNTING: Record<Locale, Record<Counting, string>> = {
  ru: { highest: 'лучший результат', last: 'последний', first: 'первый', average: 'средний' },
  en: { highest: 'the best score', last: 'the last', first: 'the first', average: 'the average' },
};

/** What spoke against passing, from its code. */
const AGAINST: Record<Locale, (code: string, titles: TopicTitles) => string> = {
  ru: (code, titles) =>
    code === 'late'
      ? 'файл пришёл после срока'
      : code.startsWith('section:')
        ? `тема «${titles(code.slice('section:'.length))}» ниже своего порога`
        : 'ниже проходного балла',
  en: (code, titles) =>
    code === 'late'
      ? 'the file came after the deadline'
      : code.startsWith('section:')
        ? `the topic “${titles(code.slice('section:'.length))}” is below its mark`
        : 'below the pass mark',
};

function toldResult({ result, standing, certificate }: ExamGraded, titles: TopicTitles, locale: Locale): string[] {
  const ru = locale === 'ru';
  const sections = result.sections.map(({ topic, score, passMark }) => {
    const need = passMark === null ? '' : ` (${ru ? 'нужно' : 'needs'} ${percent(passMark, locale)})`;
    return `${titles(topic)} ${percent(score, locale)}${need}`;
  });
  return [
    `${ru ? 'Результат' : 'Score'}: ${percent(result.score, locale)}, ${ru ? 'проходной' : 'pass mark'} ${percent(result.passMark, locale)} — ${verdict(result.passed, locale)}${result.against.length > 0 ? ` (${result.against.map((code) => AGAINST[locale](code, titles)).join(', ')})` : ''}`,
    `${ru ? 'По темам' : 'By topic'}: ${sections.join('; ')}`,
    `${ru ? 'Зачёт' : 'Counting'} (${COUNTING[locale][standing.method]}, ${ru ? 'попыток' : 'attempts'} ${standing.attempts}): ${standing.score === null ? '' : `${percent(standing.score, locale)} — `}${verdict(standing.passed, locale)}`,
    ...(certificate
      ? [`${ru ? 'Свидетельство' : 'Certificate'} ${certificate.id}: ${certificate.from} – ${certificate.until ?? '∞'}`]
      : []),
  ];
}
