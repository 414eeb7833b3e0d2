import { LOSSES } from '../exams/gift/losses.ts';
import type { ExamStatistics } from '../exams/statistics.ts';
import { deadlineOf } from '../exams/timing.ts';
import type { Locale } from '../types/locale.ts';
import type { GiftOutcome } from './gift-files.ts';
import type { Issued } from './issue.ts';
import type { Regraded } from './regrade.ts';
import type { ReleaseOutcome } from './release.ts';
import { at, percent, verdict, type Telling } from './telling.ts';

/** Lines for a terminal, one function a command; what `grade` tells is in `tell-grade.ts`. */

export function toldIssued({ form, event, file, trainee }: Issued, telling: Telling): string[] {
  const ru = telling.locale === 'ru';
  const { extension } = form;
  const more = extension > 0 ? ` (+${extension})` : '';
  return [
    ru
      ? `${form.exam}, версия ${form.version}, попытка ${form.attempt}: ${form.traineeName}, вопросов ${form.questions.length}`
      : `${form.exam}, version ${form.version}, attempt ${form.attempt}: ${form.traineeName}, questions: ${form.questions.length}`,
    ...(event.locale === trainee.locale ? [] : [OTHER_LANGUAGE[telling.locale](event.locale)]),
    ...toldTimes(event, more, telling),
    ...toldOver(event, telling),
    ...event.overrides.map(({ kind, value, reason }) =>
      ru
        ? `Исключение записано (${kind === 'minutes' ? 'минуты' : 'попытка'} ${value}): ${reason}`
        : `Override recorded (${kind} ${value}): ${reason}`,
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

const OTHER_LANGUAGE: Record<Locale, (locale: Locale) => string> = {
  ru: (locale) =>
    `Внимание: бланк на ${locale === 'ru' ? 'русском' : 'английском'}, как велит --lang; в карточке стажёра другой язык`,
  en: (locale) =>
    `Note: the form is in ${locale === 'ru' ? 'Russian' : 'English'}, as --lang says; the trainee’s own language is another`,
};

/** A form nobody can hand in in time costs the trainee an attempt: mostly a day was mistyped. */
function toldOver(event: Issued['event'], { locale }: Telling): string[] {
  if (deadlineOf(event) >= new Date(event.at)) return [];
  return [
    locale === 'ru'
      ? 'Внимание: срок сдачи этого бланка уже прошёл. Если в --at опечатка, выдайте другой: --attempt-override "причина"'
      : 'Note: the deadline of this form has passed already. If --at was mistyped, issue another: --attempt-override "reason"',
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

export function toldRegrade(all: readonly Regraded[], { locale }: Telling): string[] {
  const ru = locale === 'ru';
  const changed = all.filter((one) => one.changed);
  return [
    ...changed.map(({ trainee, attempt, before, after }) => {
      return `${trainee}, ${attempt}: ${percent(before.result.score, locale)} → ${percent(after.result.score, locale)}, ${verdict(before.result.passed, locale)} → ${verdict(after.result.passed, locale)}`;
    }),
    ru
      ? `Пересчитано попыток: ${all.length}, изменилось: ${changed.length}`
      : `Attempts marked again: ${all.length}, changed: ${changed.length}`,
  ];
}

const HELD = {
  ru: {
    'window-open': 'окно ещё открыто',
    'others-sitting': 'экзамен ещё сдают другие',
    'not-marked': 'ещё не оценена',
  },
  en: {
    'window-open': 'the window is still open',
    'others-sitting': 'others still sit the exam',
    'not-marked': 'not marked yet',
  },
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
    ru ? `${file}: вопросов ${questions}` : `${file}, questions: ${questions}`,
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
