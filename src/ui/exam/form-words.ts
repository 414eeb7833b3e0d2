import type { PartialCredit } from '../../types/exam.ts';
import type { Locale } from '../../types/locale.ts';

/** Words of the form's page, shared by the page and its script. */
export interface FormWords {
  eyebrow(attempt: number): string;
  facts: {
    questions: string;
    minutes: string;
    withExtension(minutes: number): string;
    window: string;
    /** Where the time runs from the opening. */
    time: string;
    from: string;
    passMark: string;
    to: string;
  };
  rules: string;
  clock: Record<'opening' | 'start', string>;
  honest: string;
  partial: { [Type in keyof PartialCredit]: Record<PartialCredit[Type], string> };
  how: string;
  /** Topics that must be passed by themselves. */
  sections: string;
  section(title: string, mark: string): string;
  sectionsNeeded: string;
  begin: string;
  resume: string;
  case: string;
  flag: string;
  review: string;
  /** The same, short, for the bar. */
  check: string;
  reviewTitle: string;
  reviewLede: string;
  back: string;
  save: string;
  numbers: string;
  states: Record<'whole' | 'part' | 'none' | 'flag', string>;
  change: string;
  left: string;
  noScript: string;
  sheetTitle: string;
  sheetLede: string;
  sheetName: string;
  sheetDate: string;
  sheetSign: string;
  answered(done: number, all: number): string;
  saved(time: string): string;
  notKept: string;
  unanswered(count: number): string;
  allAnswered: string;
  exported(name: string): string;
  exportedAgain: string;
  minutesLeft(minutes: number): string;
  timeOver: string;
  notYet(moment: string): string;
  over(moment: string): string;
  closed(moment: string): string;
}

const RU: FormWords = {
  eyebrow: (attempt) => `Зачётный экзамен · попытка ${attempt}`,
  facts: {
    questions: 'Вопросов',
    minutes: 'Минут на работу',
    withExtension: (minutes) => `из них лично вам: ${minutes}`,
    window: 'Окно экзамена',
    time: 'Время экзамена',
    from: 'с ',
    passMark: 'Проходной балл',
    to: 'до',
  },
  rules: 'Как считается',
  clock: {
    opening:
      'Время идёт с момента открытия экзамена, даже если вы начнёте позже. Часы на странице только напоминают: срок считается по тому, когда наставник открыл экзамен и когда получил ваш файл.',
    start:
      'Время идёт с вашего начала работы внутри окна экзамена. Часы на странице только напоминают; файл нужно отправить, пока окно открыто.',
  },
  honest:
    'Работайте сами. Ответы остаются в этом браузере, пока вы не сохраните файл и не отправите его наставнику; по сети страница ничего не передаёт.',
  partial: {
    multiple: {
      'all-or-nothing': 'Несколько вариантов: засчитывается, только если отмечены все верные и ни одного лишнего.',
      'right-minus-wrong':
        'Несколько вариантов: каждый верный прибавляет, каждый лишний отнимает столько же, меньше нуля не бывает.',
    },
    matching: {
      'per-pair': 'Соответствия: засчитывается каждая верная пара.',
      'all-or-nothing': 'Соответствия: засчитываются, только если верны все пары.',
    },
    ordering: {
      'per-neighbour':
        'Порядок: засчитывается каждая пара строк, которые верно идут друг за другом; одно место на две строки не даёт ничего.',
      'all-or-nothing': 'Порядок: засчитывается, только если верен целиком.',
    },
    cloze: {
      'per-gap': 'Пропуски: засчитывается каждый верный.',
      'all-or-nothing': 'Пропуски: засчитываются, только если верны все.',
    },
  },
  how: 'Откуда проходной балл',
  sections: 'Проходной балл по темам',
  section: (title, mark) => `«${title}» — ${mark}`,
  sectionsNeeded: 'Без него экзамен не сдан, даже если общий балл достаточен.',
  begin: 'Начать',
  resume: 'Продолжить',
  case: 'Ситуация',
  flag: 'Вернуться позже',
  review: 'Проверить и сохранить',
  check: 'Проверить',
  reviewTitle: 'Проверьте ответы',
  reviewLede: 'Вернитесь к любому вопросу или сохраните файл с ответами и отправьте его наставнику.',
  back: 'Вернуться к вопросам',
  save: 'Сохранить файл ответов',
  numbers: 'Вопросы',
  states: { whole: 'есть ответ', part: 'ответ неполный', none: 'нет ответа', flag: 'вернуться' },
  change: 'К вопросу',
  left: 'Осталось',
  noScript:
    'В этом браузере выключен JavaScript: сохранить файл ответов нельзя. Распечатайте страницу, отметьте ответы на листе в её конце и отдайте лист наставнику.',
  sheetTitle: 'Лист ответов',
  sheetLede: 'Впишите буквы выбранных вариантов, числа или слова. Для развёрнутых ответов возьмите отдельный лист.',
  sheetName: 'Имя',
  sheetDate: 'Дата и время',
  sheetSign: 'Подпись',
  answered: (done, all) => `Ответов ${done} из ${all}`,
  saved: (time) => `Черновик сохранён в ${time}`,
  notKept: 'Браузер не хранит черновик: не закрывайте вкладку, пока не сохраните файл ответов.',
  unanswered: (count) => `Без полного ответа осталось вопросов: ${count}. Сохранить файл можно и так.`,
  allAnswered: 'На все вопросы есть ответ.',
  exported: (name) => `Файл ${name} сохранён в загрузках. Отправьте его наставнику.`,
  exportedAgain: 'Наставник принимает один файл: если изменили ответы, отправьте только последний.',
  minutesLeft: (minutes) => `Осталось минут: ${minutes}.`,
  timeOver: 'Время вышло. Сохраните файл и отправьте его: опоздание оценит наставник.',
  notYet: (moment) => `Экзамен откроется ${moment}. Вопросы появятся здесь сами.`,
  over: (moment) => `Время вышло ${moment}. Если пришлёте файл сейчас, опоздание оценит наставник.`,
  closed: (moment) =>
    `Окно экзамена закрылось ${moment}. Файл ещё можно сохранить, но засчитать его может только наставник.`,
};

const EN: FormWords = {
  eyebrow: (attempt) => `Certifying exam · attempt ${attempt}`,
  facts: {
    questions: 'Questions',
    minutes: 'Minutes',
    withExtension: (minutes) => `${minutes} of them for you`,
    window: 'Window',
    time: 'Time',
    from: '',
    passMark: 'Pass mark',
    to: 'to',
  },
  rules: 'How it is marked',
  clock: {
    opening:
      'Time runs from the moment the exam opens, even if you begin later. The clock on this page only reminds you: what counts is when the mentor opened the exam and when your file arrived.',
    start:
      'Time runs from your own start inside the window. The clock on this page only reminds you; the file has to be sent while the window is open.',
  },
  honest:
    'Work by yourself. Your answers stay in this browser until you save the file and send it to your mentor; the page sends nothing over the network.',
  partial: {
    multiple: {
      'all-or-nothing': 'Several options: counts only when all right ones and no other are ticked.',
      'right-minus-wrong':
        'Several options: every right one adds, every wrong one takes as much away, never below nothing.',
    },
    matching: {
      'per-pair': 'Matching: every right pair counts.',
      'all-or-nothing': 'Matching: counts only when all pairs are right.',
    },
    ordering: {
      'per-neighbour':
        'Order: every two lines that rightly follow each other count; one place for two lines earns nothing.',
      'all-or-nothing': 'Order: counts only when all of it is right.',
    },
    cloze: {
      'per-gap': 'Gaps: every right one counts.',
      'all-or-nothing': 'Gaps: count only when all are right.',
    },
  },
  how: 'How the pass mark was set',
  sections: 'Pass marks of single topics',
  section: (title, mark) => `“${title}”, ${mark}`,
  sectionsNeeded: 'Each has to be reached, whatever the whole score.',
  begin: 'Begin',
  resume: 'Continue',
  case: 'Case',
  flag: 'Come back to this',
  review: 'Review and save',
  check: 'Review',
  reviewTitle: 'Review your answers',
  reviewLede: 'Go back to any question, or save the file with your answers and send it to your mentor.',
  back: 'Back to the questions',
  save: 'Save the answers file',
  numbers: 'Questions',
  states: { whole: 'answered', part: 'answered in part', none: 'not answered', flag: 'come back' },
  change: 'Go to question',
  left: 'Left',
  noScript:
    'JavaScript is off in this browser: an answers file cannot be saved. Print this page, write your answers on the sheet at its end and give the sheet to your mentor.',
  sheetTitle: 'Answer sheet',
  sheetLede: 'Write the letters of your options, numbers or words. Take a separate sheet for long answers.',
  sheetName: 'Name',
  sheetDate: 'Date and time',
  sheetSign: 'Signature',
  answered: (done, all) => `${done} of ${all} answered`,
  saved: (time) => `Draft saved at ${time}`,
  notKept: 'This browser keeps no draft: leave the tab open until you have saved the answers file.',
  unanswered: (count) => `Questions without a full answer: ${count}. You can save the file all the same.`,
  allAnswered: 'Every question has an answer.',
  exported: (name) => `The file ${name} is among your downloads. Send it to your mentor.`,
  exportedAgain: 'The mentor takes one file: if you changed answers, send only the last.',
  minutesLeft: (minutes) => `Minutes left: ${minutes}.`,
  timeOver: 'Time is over. Save the file and send it: the mentor decides about being late.',
  notYet: (moment) => `The exam opens ${moment}. The questions will appear here by themselves.`,
  over: (moment) => `The time ran out ${moment}. If you send a file now, the mentor decides about being late.`,
  closed: (moment) => `The window closed ${moment}. The file can still be saved, but only the mentor can let it count.`,
};

export const FORM_WORDS: Record<Locale, FormWords> = { ru: RU, en: EN };
