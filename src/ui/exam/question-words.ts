import type { FormQuestion } from '../../types/exam.ts';
import type { Locale } from '../../types/locale.ts';

interface QuestionWords {
  question(number: number): string;
  /** What to do, by type. */
  hint: Record<FormQuestion['type'], string>;
  yes: string;
  no: string;
  choose: string;
  answer: string;
  /** Name of the control of one item of an ordering. */
  placeOf(item: string): string;
  place: string;
  gap(number: number): string;
  yourOrder: string;
  /** Heading of the lettered right sides of a matching. */
  variants: string;
}

export const QUESTION_WORDS: Record<Locale, QuestionWords> = {
  ru: {
    question: (number) => `Вопрос ${number}`,
    hint: {
      single: 'Выберите один вариант.',
      multiple: 'Выберите все верные варианты.',
      truefalse: 'Верно ли утверждение?',
      number: 'Впишите число; дробную часть отделяйте запятой или точкой, разряды не отделяйте.',
      text: 'Впишите одно слово или короткое выражение.',
      matching: 'Подберите каждой строке вариант из списка.',
      ordering: 'Укажите место каждой строки: 1 — первое.',
      cloze: 'Заполните пропуски.',
      open: 'Ответьте своими словами; ответ оценивает наставник.',
      file: 'Вставьте ссылку на файл или имя файла, который приложите к письму с ответами.',
    },
    yes: 'Верно',
    no: 'Неверно',
    choose: '— выберите —',
    answer: 'Ответ',
    placeOf: (item) => `Место: ${item}`,
    place: 'место',
    gap: (number) => `Пропуск ${number}`,
    yourOrder: 'Ваш порядок',
    variants: 'Варианты',
  },
  en: {
    question: (number) => `Question ${number}`,
    hint: {
      single: 'Choose one option.',
      multiple: 'Choose all the right options.',
      truefalse: 'Is the statement true?',
      number: 'Write a number; use a point or a comma for decimals and no thousands separators.',
      text: 'Write one word or a short phrase.',
      matching: 'Find the option that belongs to each line.',
      ordering: 'Give each line its place: 1 is the first.',
      cloze: 'Fill in the gaps.',
      open: 'Answer in your own words; the mentor marks it.',
      file: 'Paste a link to the file, or the name of a file you attach to the letter with your answers.',
    },
    yes: 'True',
    no: 'False',
    choose: '— choose —',
    answer: 'Answer',
    placeOf: (item) => `Place of: ${item}`,
    place: 'place',
    gap: (number) => `Gap ${number}`,
    yourOrder: 'Your order',
    variants: 'Options',
  },
};
