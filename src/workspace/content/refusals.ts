import type { Finding } from '../findings.ts';

/** Why a part of a note is refused; `name` says in ru and en what kind of thing was found. */
export type Refusal = Pick<Finding, 'code' | 'expected' | 'mend'> & { name: [ru: string, en: string] };

const WORDS = { ru: 'слова и разметка Markdown', en: 'words and Markdown' };

export const MODULE: Refusal = {
  code: 'note-import',
  name: ['строка кода', 'a line of code'],
  expected: WORDS,
  mend: { ru: 'удалите import и export: в заметке их не бывает', en: 'remove import and export: notes have none' },
};

export const EXPRESSION: Refusal = {
  code: 'note-expression',
  name: ['выражение', 'the expression'],
  expected: WORDS,
  mend: { ru: 'удалите фигурные скобки; скобку в тексте пишите \\{', en: 'remove the curly brackets; in text write \\{' },
};

export const COMPONENT: Refusal = {
  code: 'note-component',
  name: ['компонент', 'the component'],
  expected: WORDS,
  mend: { ru: 'компоненты ставят в шаблон отчёта, не в заметку', en: 'components belong to the report template, not to a note' },
};

export const TAG: Refusal = {
  code: 'note-tag',
  name: ['тег', 'the tag'],
  expected: {
    ru: 'Markdown или простые теги: b, i, a, br, ul, ol, li, table, …',
    en: 'Markdown or simple tags: b, i, a, br, ul, ol, li, table, …',
  },
  mend: { ru: 'удалите тег', en: 'remove the tag' },
};

export const PICTURE: Refusal = {
  code: 'note-picture',
  name: ['картинка', 'the picture'],
  expected: WORDS,
  mend: { ru: 'удалите картинку или дайте на неё ссылку', en: 'remove the picture or link to it' },
};

export const ATTRIBUTE: Refusal = {
  code: 'note-attribute',
  name: ['атрибут', 'the attribute'],
  expected: {
    ru: 'href у ссылки, colspan, rowspan и scope у ячейки, title, lang, dir',
    en: 'href of a link; colspan, rowspan and scope of a cell; title, lang, dir',
  },
  mend: { ru: 'удалите атрибут', en: 'remove the attribute' },
};

export const LINK: Refusal = {
  code: 'note-link',
  name: ['ссылка', 'the link'],
  expected: { ru: 'адрес с https://, http://, mailto: или tel:', en: 'an address with https://, http://, mailto: or tel:' },
  mend: { ru: 'вставьте полный адрес', en: 'paste the full address' },
};

export const MISPLACED: Refusal = {
  code: 'note-nesting',
  name: ['не на своём месте', 'out of its place:'],
  expected: {
    ru: 'строки и ячейки в таблице, пункты в списке, абзацы вне строчных тегов',
    en: 'rows and cells in a table, items in a list, paragraphs outside inline tags',
  },
  mend: { ru: 'перенесите или запишите тег вместе с текстом в одну строку', en: 'move it, or write the tag and its text on one line' },
};

export const BARS: Refusal = {
  code: 'note-bars',
  name: ['таблица из черт', 'a table drawn with bars'],
  expected: { ru: 'список или теги <table>', en: 'a list or <table> tags' },
  mend: { ru: 'запишите таблицу тегами table, tr, th и td', en: 'write the table with the tags table, tr, th and td' },
};
