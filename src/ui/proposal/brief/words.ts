import type { BriefField } from '../../../types/brief.ts';
import type { Locale } from '../../../types/locale.ts';

interface Question {
  label: string;
  hint?: string;
}

/** Every phrase of the brief form in one language. */
export interface BriefWords {
  title: string;
  lede(agency: string): string;
  other: string;
  parts: { task: string; market: string; you: string };
  questions: Record<BriefField, Question>;
  required: string;
  /** In short, beside the buttons; `asked` says it beside each field. */
  missing: string;
  asked: Partial<Record<BriefField, string>>;
  mail: string;
  save: string;
  clear: string;
  cleared: string;
  /** In place of `clear` until something is typed. */
  restore: string;
  draft: string;
  noDraft: string;
  /** Said when the answers do not fit into a link to the mail program. */
  long: string;
  /** The letter then. */
  attached: string;
  subject(company: string): string;
  noScript: string;
}

const ru: BriefWords = {
  title: 'Бриф',
  lede: (agency) =>
    `Ответьте на то, что знаете: пустые поля нас не смущают. По этим ответам ${agency} подготовит предложение со сметой, сроками и людьми.`,
  other: 'In English',
  parts: { task: 'Задача', market: 'Рынок', you: 'Как с вами связаться' },
  questions: {
    company: { label: 'Компания' },
    site: { label: 'Сайт', hint: 'Если их несколько, перечислите все' },
    product: { label: 'Что вы продаёте', hint: 'И что из этого важнее всего продавать сейчас' },
    audience: { label: 'Кому', hint: 'Кто покупает, кто решает, откуда они' },
    goals: { label: 'Какого результата ждёте', hint: 'Лучше в числах: заявок в месяц, выручка, цена заявки' },
    channels: { label: 'Что уже делаете', hint: 'Реклама, поиск, соцсети, письма. Что работает, а что нет' },
    budget: { label: 'Бюджет', hint: 'Порядок сумм: на работу и на рекламу' },
    deadline: { label: 'Когда нужен результат' },
    competitors: { label: 'Конкуренты', hint: 'Названия или адреса сайтов' },
    examples: { label: 'Что нравится', hint: 'Сайты, реклама, чужие решения, на которые стоит равняться' },
    more: { label: 'Что ещё нам стоит знать' },
    name: { label: 'Имя и фамилия' },
    role: { label: 'Должность' },
    email: { label: 'Почта', hint: 'Почта или телефон: хватит одного' },
    phone: { label: 'Телефон или мессенджер' },
    timeZone: { label: 'Часовой пояс', hint: 'Например, Europe/Moscow: чтобы звонить, когда вам удобно' },
  },
  required: 'обязательно',
  missing: 'Не хватает нескольких ответов: они отмечены.',
  asked: {
    company: 'Напишите название компании',
    name: 'Напишите, как вас зовут',
    email: 'Напишите почту или, ниже, телефон',
  },
  mail: 'Отправить письмом',
  save: 'Сохранить файлом',
  clear: 'Очистить',
  cleared: 'Ответы стёрты.',
  restore: 'Вернуть ответы',
  draft: 'Черновик хранится только в этом браузере.',
  noDraft: 'Этот браузер не хранит черновики: сохраните ответы файлом.',
  long: 'Ответы подробные и в ссылку не помещаются, поэтому сохранены в brief.json. Приложите этот файл к письму, которое открылось.',
  attached: 'Здравствуйте!\r\n\r\nНаши ответы на вопросы брифа — во вложении, в файле brief.json.',
  subject: (company) => `Бриф: ${company}`,
  noScript: 'Черновик и сохранение файлом работают с включённым JavaScript. Без него ответы уйдут письмом.',
};

const en: BriefWords = {
  title: 'Brief',
  lede: (agency) =>
    `Answer what you know; empty fields are fine. From these answers ${agency} will prepare a proposal with an estimate, dates and people.`,
  other: 'По-русски',
  parts: { task: 'The task', market: 'The market', you: 'How to reach you' },
  questions: {
    company: { label: 'Company' },
    site: { label: 'Site', hint: 'All of them, if there are several' },
    product: { label: 'What you sell', hint: 'And what matters most to sell now' },
    audience: { label: 'To whom', hint: 'Who buys, who decides, where they are' },
    goals: { label: 'What you expect', hint: 'In figures if you can: leads a month, revenue, cost per lead' },
    channels: { label: 'What you do already', hint: 'Ads, search, social, e-mail: what works and what does not' },
    budget: { label: 'Budget', hint: 'Roughly: for the work and for media' },
    deadline: { label: 'When you need the result' },
    competitors: { label: 'Competitors', hint: 'Names or addresses of sites' },
    examples: { label: 'What you like', hint: 'Sites, ads, solutions of others worth measuring up to' },
    more: { label: 'Anything else we should know' },
    name: { label: 'Your name' },
    role: { label: 'Position' },
    email: { label: 'E-mail', hint: 'E-mail or phone: one is enough' },
    phone: { label: 'Phone or messenger' },
    timeZone: { label: 'Time zone', hint: 'For example Europe/London: so that we call when it suits you' },
  },
  required: 'required',
  missing: 'A few answers are missing: they are marked.',
  asked: {
    company: 'Write the name of the company',
    name: 'Write your name',
    email: 'Write your e-mail or, below, a phone',
  },
  mail: 'Send by e-mail',
  save: 'Save as a file',
  clear: 'Clear',
  cleared: 'The answers are gone.',
  restore: 'Bring the answers back',
  draft: 'The draft is kept in this browser only.',
  noDraft: 'This browser keeps no drafts: save your answers as a file.',
  long: 'Your answers are too detailed for a link, so they are saved as brief.json. Attach that file to the letter that has opened.',
  attached: 'Hello,\r\n\r\nOur answers to your brief are attached: brief.json.',
  subject: (company) => `Brief: ${company}`,
  noScript: 'Drafts and saving as a file need JavaScript. Without it your answers go by e-mail.',
};

export const briefWords = (locale: Locale): BriefWords => ({ ru, en })[locale];

/** Fields by part of the form. */
export const BRIEF_PARTS: { part: keyof BriefWords['parts']; fields: BriefField[] }[] = [
  { part: 'task', fields: ['company', 'site', 'product', 'audience', 'goals'] },
  { part: 'market', fields: ['channels', 'budget', 'deadline', 'competitors', 'examples', 'more'] },
  { part: 'you', fields: ['name', 'role', 'email', 'phone', 'timeZone'] },
];

/** Those answered in one line; the others take several. */
export const ONE_LINE: readonly BriefField[] = [
  'company',
  'site',
  'deadline',
  'name',
  'role',
  'email',
  'phone',
  'timeZone',
];

export const REQUIRED: readonly BriefField[] = ['company', 'name'];
