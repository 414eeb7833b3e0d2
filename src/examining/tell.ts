import { LOSSES } from '../exams/gift/losses.ts';
import { reasonText, stateText } from '../exams/reasons.ts';
import type { ExamStatistics } from '../exams/statistics.ts';
import { formatter } from '../locale/format.ts';
import { timeIn } from '../calendar/zones.ts';
import { deadlineOf } from '../exams/timing.ts';
import type { Counting, ExamGraded, ExamSubmitted } from '../types/exam.ts';
import type { Locale } from '../types/locale.ts';
import type { GiftOutcome } from './gift-files.ts';
import type { GradeOutcome } from './grade.ts';
import type { Issued } from './issue.ts';
import type { Regraded } from './regrade.ts';
import type { ReleaseOutcome } from './release.ts';

/** Lines for a terminal, one function a command. */

const NBSP = /\u00a0|\u202f/g;

export interface Telling {
  locale: Locale;
  /** The agency's zone, for moments. */
  zone: string;
}

/** Titles of an exam's topics by their ids, in the language of the answer. */
export type TopicTitles = (topic: string) => string;

const at = (moment: string, { zone }: Telling): string => {
  const { day, time } = timeIn(zone, new Date(moment));
  return `${day} ${time}`;
};

const percent = (score: string | null, locale: Locale): string =>
  score === null
    ? '—'
    : formatter(locale, 'RUB')
        .percent(score, /^\d(\.\d{1,2}0*)?$/.test(score) ? 0 : 2)
        .replace(NBSP, ' ');

export function toldIssued({ form, event, file }: Issued, telling: Telling): string[] {
  const ru = telling.locale === 'ru';
  const { extension } = form;
  const more = extension > 0 ? ` (+${extension})` : '';
  return [
    ru
      ? `${form.exam}, версия ${form.version}, попытка ${form.attempt}: ${form.traineeName}, вопросов ${form.questions.length}`
      : `${form.exam}, version ${form.version}, attempt ${form.attempt}: ${form.traineeName}, ${form.questions.length} questions`,
    ...toldTimes(event, more, telling),
    ...event.overrides.map(({ kind, value, reason }) =>
      ru ? `Исключение записано (${kind} ${value}): ${reason}` : `Override recorded (${kind} ${value}): ${reason}`,
    ),
    ru ? `Бланк без ключей: ${file}` : `Form without keys: ${file}`,
    ru
      ? `Страница после npm run build -- --site handbook в день открытия или позже: dist/handbook/exams/${form.token}/`
      : `Page after npm run build -- --site handbook on the day it opens or later: dist/handbook/exams/${form.token}/`,
    ru
      ? `Ссылка для стажёра: адрес справочника и exams/${form.token}/`
      : `The trainee’s link: the address of the handbook and exams/${form.token}/`,
  ];
}

/** When the trainee may work, and the last moment the file is in time: that moment is what the trainee has to be told. */
function toldTimes(event: Issued['event'], more: string, telling: Telling): string[] {
  const ru = telling.locale === 'ru';
  const { opens, closes, minutes, graceMinutes, clock } = event;
  const last = at(deadlineOf(event).toISOString(), telling);
  if (clock === 'start') {
    return [
      ru
        ? `Начать можно с ${at(opens, telling)} до ${at(closes, telling)} (${telling.zone}), минут на работу ${minutes}${more}`
        : `May begin from ${at(opens, telling)} to ${at(closes, telling)} (${telling.zone}), ${minutes} minutes${more}`,
    ];
  }
  return [
    ru
      ? `Время идёт с ${at(opens, telling)} (${telling.zone}): минут на работу ${minutes}${more} и ${graceMinutes} на отправку`
      : `Time runs from ${at(opens, telling)} (${telling.zone}): ${minutes} minutes${more} to work and ${graceMinutes} to send`,
    ru ? `Файл ответов ждём до ${last}` : `The answers file is in time until ${last}`,
  ];
}

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
    const said = `${stateText(item.state, telling.locale)} (${reasonText(item, telling.locale)})`;
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
  const verdict = result.passed ? (ru ? 'сдан' : 'passed') : ru ? 'не сдан' : 'not passed';
  const counted = standing.passed ? (ru ? 'сдан' : 'passed') : ru ? 'не сдан' : 'not passed';
  return [
    `${ru ? 'Результат' : 'Score'}: ${percent(result.score, locale)}, ${ru ? 'проходной' : 'pass mark'} ${percent(result.passMark, locale)} — ${verdict}${result.against.length > 0 ? ` (${result.against.map((code) => AGAINST[locale](code, titles)).join(', ')})` : ''}`,
    `${ru ? 'По темам' : 'By topic'}: ${sections.join('; ')}`,
    `${ru ? 'Зачёт' : 'Counting'} (${COUNTING[locale][standing.method]}, ${ru ? 'попыток' : 'attempts'} ${standing.attempts}): ${percent(standing.score, locale)} — ${counted}`,
    ...(certificate
      ? [`${ru ? 'Свидетельство' : 'Certificate'} ${certificate.id}: ${certificate.from} – ${certificate.until ?? '∞'}`]
      : []),
  ];
}

export function toldRegrade(all: readonly Regraded[], { locale }: Telling): string[] {
  const ru = locale === 'ru';
  const changed = all.filter((one) => one.changed);
  return [
    ...changed.map(({ trainee, attempt, before, after }) => {
      const verdict = ({ result }: ExamGraded): string => (result.passed ? (ru ? 'сдан' : 'passed') : ru ? 'не сдан' : 'not passed'); // prettier-ignore
      return `${trainee}, ${attempt}: ${percent(before.result.score, locale)} → ${percent(after.result.score, locale)}, ${verdict(before)} → ${verdict(after)}`;
    }),
    ru
      ? `Пересчитано попыток: ${all.length}, изменилось: ${changed.length}`
      : `Attempts marked again: ${all.length}, changed: ${changed.length}`,
  ];
}

const HELD = {
  ru: { 'window-open': 'окно ещё открыто', 'others-sitting': 'экзамен ещё сдают другие', 'not-marked': 'ещё не оценена' }, // prettier-ignore
  en: { 'window-open': 'the window is still open', 'others-sitting': 'others still sit the exam', 'not-marked': 'not marked yet' }, // prettier-ignore
};

export function toldRelease(outcomes: readonly ReleaseOutcome[], telling: Telling): string[] {
  if (outcomes.length === 0) return [telling.locale === 'ru' ? 'Выпускать нечего' : 'Nothing to release'];
  return outcomes.map((one) => {
    const name = `${one.trainee}, ${one.attempt}`;
    if (one.status === 'released') return `${name}: ${one.file}`;
    const until = one.until === null ? '' : ` (${telling.locale === 'ru' ? 'до' : 'until'} ${at(one.until, telling)})`;
    return `${name}: ${HELD[telling.locale][one.why]}${until}`;
  });
}

export function toldGift({ file, questions, losses }: GiftOutcome, { locale }: Telling): string[] {
  const ru = locale === 'ru';
  return [
    ru ? `${file}: вопросов ${questions}` : `${file}: ${questions} questions`,
    ...(losses.length > 0 ? [ru ? 'Потеряно или изменено:' : 'Lost or changed:'] : []),
    ...losses.map(({ code, questions: ids }) => {
      const shown = ids.slice(0, 8).join(', ') + (ids.length > 8 ? `, … (${ids.length})` : '');
      return `  ${LOSSES[code][locale]}${ids.length > 0 ? `: ${shown}` : ''}`;
    }),
  ];
}

export function toldStatistics(statistics: ExamStatistics, { locale }: Telling): string[] {
  const ru = locale === 'ru';
  const { n, greyed, alpha } = statistics;
  const number = (value: number | null, digits = 2): string =>
    value === null ? '—' : value.toFixed(digits).replace('.', ru ? ',' : '.');
  const grey = ru ? 'мало данных (n < 20): не делайте выводов' : 'too few (n < 20): draw no conclusions';
  const over = alpha.over === 'questions' ? (ru ? 'по вопросам' : 'over questions') : ru ? 'по темам' : 'over topics';
  return [
    `${statistics.exam}: ${ru ? 'первые попытки' : 'first attempts'} n = ${n}${greyed ? `, ${grey}` : ''}`,
    `${ru ? 'среднее' : 'mean'} ${number(statistics.mean)}, ${ru ? 'отклонение' : 'deviation'} ${number(statistics.deviation)}, ${ru ? 'сдали' : 'passed'} ${statistics.passed}`,
    `${ru ? 'альфа Кронбаха' : 'Cronbach’s alpha'} ${number(alpha.value)} (${over}, ${alpha.parts}, n = ${alpha.n})`,
    '',
    ...statistics.questions
      .filter((question) => question.n > 0)
      .map((question) => {
        const options = question.options?.map(({ id, correct, chosen }) => `${id}${correct ? '*' : ''} ${chosen}`);
        const parts = [
          `${question.greyed ? '~ ' : '  '}${question.question}`,
          `n ${question.n}`,
          `${ru ? 'доля' : 'facility'} ${number(question.facility)}`,
          `r ${number(question.discrimination)}`,
          ...(options ? [options.join(', ')] : []),
          ...(question.empty > 0 ? [`${ru ? 'пусто' : 'blank'} ${question.empty}`] : []),
        ];
        return parts.join(' · ');
      }),
  ];
}
