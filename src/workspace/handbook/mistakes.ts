import { didYouMean, named, oneOf, quoted, type Finding } from '../findings.ts';

type Place = Pick<Finding, 'row' | 'column'>;
type Words = { ru: string; en: string };

const error = (code: string, found: Words, expected: Words, mend: Finding['mend'], at: Place = {}): Finding => ({
  ...{ code, severity: 'error', ...at },
  ...{ found, expected, mend },
});

export const noFrontmatter = (): Finding =>
  error(
    'no-frontmatter',
    { ru: 'урок без шапки', en: 'a lesson without frontmatter' },
    {
      ru: 'первая строка «---», затем title, description, order, …',
      en: 'a first line “---”, then title, description, order, …',
    },
    { ru: 'скопируйте шапку соседнего урока', en: 'copy the frontmatter of a lesson beside it' },
    { row: 1 },
  );

export const unknownPart = (id: string, parts: readonly string[]): Finding =>
  error('unknown-part', named('папка', 'the folder', id), oneOf(parts), {
    ru: 'назовите часть в content/handbook/parts.json или перенесите урок',
    en: 'name the part in content/handbook/parts.json or move the lesson',
  });

export const badName = (name: string): Finding =>
  error(
    'bad-name',
    named('файл', 'the file', name),
    {
      ru: 'имя из строчных латинских букв, цифр и дефисов и окончание .mdx',
      en: 'a name of lower-case Latin letters, digits and hyphens, ending in .mdx',
    },
    {
      ru: 'переименуйте файл: имя станет адресом урока',
      en: 'rename the file: its name becomes the address of the lesson',
    },
  );

export const noTranslation = (other: string): Finding =>
  error(
    'missing-translation',
    { ru: 'файла нет', en: 'there is no such file' },
    { ru: `перевод урока ${other}`, en: `the translation of ${other}` },
    {
      ru: 'переведите урок или уберите его из обоих языков',
      en: 'translate the lesson or remove it from both languages',
    },
  );

export const sameOrder = (order: number, other: string, at: Place): Finding =>
  error(
    'duplicate-order',
    { ru: `order: ${order}, как у ${other}`, en: `order: ${order}, as in ${other}` },
    { ru: 'у каждого урока части своё место', en: 'a place of its own for every lesson of the part' },
    { ru: 'дайте одному из уроков другой номер', en: 'give one of the two another number' },
    at,
  );

export const otherOrder = (order: number, other: string, at: Place): Finding =>
  error(
    'order-differs',
    { ru: `order: ${order}`, en: `order: ${order}` },
    { ru: `то же место, что у ${other}`, en: `the same place as ${other}` },
    { ru: 'поставьте один номер в обоих языках', en: 'write one number in both languages' },
    at,
  );

/** It is not shown until it has a lesson. */
export const emptyPart = (id: string): Finding => ({
  ...error(
    'empty-part',
    named('часть', 'the part', id),
    { ru: 'хотя бы один урок в её папке', en: 'at least one lesson in its folder' },
    { ru: 'напишите урок или уберите часть из parts.json', en: 'write a lesson or remove the part from parts.json' },
  ),
  severity: 'warning',
});

export const topHeading = (at: Place): Finding =>
  error(
    'lesson-heading',
    { ru: 'заголовок первого уровня «#»', en: 'a heading of the first level, “#”' },
    {
      ru: 'разделы урока с «##»; название урока стоит в шапке',
      en: 'sections that begin with “##”; the title stands in the frontmatter',
    },
    { ru: 'допишите решётку: ##', en: 'add another sign: ##' },
    at,
  );

export const code = (found: string, at: Place): Finding =>
  error(
    'lesson-code',
    named('строка кода', 'a line of code', found),
    { ru: 'слова, разметка Markdown и готовые вставки', en: 'words, Markdown and the ready inserts' },
    { ru: 'удалите её; фигурную скобку в тексте пишите \\{', en: 'remove it; in text write a curly bracket as \\{' },
    at,
  );

export const unknownComponent = (name: string, known: readonly string[], at: Place): Finding =>
  error(
    'unknown-component',
    named('компонент', 'the component', name),
    oneOf(known),
    didYouMean(name, known, {
      ru: 'удалите компонент или исправьте его имя',
      en: 'remove the component or correct its name',
    }),
    at,
  );

/** An id that `<Checklist>` or `<Assessment>` embeds, and no file has. */
export const unknownEmbedded = (component: string, id: string, known: readonly string[], at: Place): Finding =>
  error(
    component === 'Checklist' ? 'unknown-checklist' : 'unknown-assessment',
    component === 'Checklist' ? named('чек-лист', 'the checklist', id) : named('самооценка', 'the self-assessment', id),
    known.length > 0 ? oneOf(known) : { ru: 'файл с таким именем', en: 'a file of that name' },
    didYouMean(id, known, { ru: 'исправьте имя', en: 'correct the name' }),
    at,
  );

export const missingProperty = (component: string, name: string, at: Place): Finding =>
  error(
    'missing-property',
    { ru: `у <${component}> нет ${name}`, en: `<${component}> has no ${name}` },
    { ru: `${name}="…"`, en: `${name}="…"` },
    { ru: `напишите <${component} ${name}="…">`, en: `write <${component} ${name}="…">` },
    at,
  );

export const unknownProperty = (component: string, name: string, known: readonly string[], at: Place): Finding =>
  error(
    'unknown-property',
    { ru: `${name} у <${component}>`, en: `${name} of <${component}>` },
    known.length > 0
      ? oneOf(known)
      : { ru: 'ничего в скобках, кроме имени', en: 'nothing in the brackets but the name' },
    { ru: 'удалите его или исправьте имя', en: 'remove it or correct its name' },
    at,
  );

export const brokenLink = (href: string, mend: Finding['mend'], at: Place): Finding =>
  error(
    'broken-link',
    named('ссылка', 'the link', href),
    {
      ru: 'адрес урока вида ../../orders/briefs/ или полный адрес с https://',
      en: 'the address of a lesson such as ../../orders/briefs/, or a full one with https://',
    },
    mend,
    at,
  );

export const missingPicture = (path: string, at: Place): Finding =>
  error(
    'missing-picture',
    named('картинка', 'the picture', path),
    { ru: 'файл рядом с уроком', en: 'a file beside the lesson' },
    {
      ru: 'положите картинку в папку урока или исправьте путь',
      en: 'put the picture into the folder of the lesson or correct the path',
    },
    at,
  );

export const noPracticeQuiz = (lesson: string): Finding => ({
  code: 'no-quiz',
  severity: 'warning',
  found: { ru: 'файла нет', en: 'there is no such file' },
  expected: { ru: `вопросы к уроку ${lesson}`, en: `questions of the lesson ${lesson}` },
  mend: { ru: 'напишите от четырёх до семи вопросов', en: 'write four to seven questions' },
});

export const strayQuiz = (id: string): Finding =>
  error(
    'stray-quiz',
    named('вопросы к уроку', 'questions of the lesson', id),
    { ru: 'урок с тем же именем', en: 'a lesson of the same name' },
    { ru: 'исправьте имя файла или удалите его', en: 'correct the name of the file or remove it' },
  );

export const badYamlName = (name: string): Finding =>
  error(
    'bad-name',
    named('файл', 'the file', name),
    {
      ru: 'имя из строчных латинских букв, цифр и дефисов и окончание .yaml',
      en: 'a name of lower-case Latin letters, digits and hyphens, ending in .yaml',
    },
    { ru: 'переименуйте или удалите файл', en: 'rename or remove the file' },
  );

export const profileReference = (known: readonly string[]) => ({
  code: 'unknown-profile',
  severity: 'error' as const,
  known,
  mend: { ru: 'исправьте id или опишите профиль в profiles', en: 'correct the id or describe the profile in profiles' },
});

export const otherId = (id: string, file: string, at: Place): Finding =>
  error(
    'id-differs',
    quoted(id),
    { ru: `имя файла: ${file}`, en: `the name of the file: ${file}` },
    { ru: 'дайте файлу и записи одно имя', en: 'give the file and its entry one name' },
    at,
  );

/** @param first index of the answer of the same value */
export const equalAnswer = (value: number, first: number, at: Place): Finding =>
  error(
    'duplicate-value',
    { ru: `${value} второй раз`, en: `${value} a second time` },
    {
      ru: `у каждого ответа своё значение; ${value} уже у scale.${first}`,
      en: `a value of its own for every answer; scale.${first} has ${value}`,
    },
    { ru: 'дайте ответам разные значения', en: 'give the answers different values' },
    at,
  );

export const noParts = (): Finding =>
  error(
    'no-parts',
    { ru: 'файла нет', en: 'there is no such file' },
    { ru: 'список частей справочника', en: 'the list of the handbook’s parts' },
    {
      ru: 'опишите части: [{"id": "role", "title": …, "about": …}]',
      en: 'describe the parts: [{"id": "role", "title": …, "about": …}]',
    },
  );

export const reservedPart = (id: string, at: Place): Finding =>
  error(
    'reserved-part',
    quoted(id),
    { ru: 'имя, которого нет у других страниц справочника', en: 'a name that no other page of the handbook has' },
    { ru: 'назовите часть и её папки иначе', en: 'give the part and its folders another name' },
    at,
  );
