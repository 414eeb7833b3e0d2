/** What a GIFT file cannot carry; told with every import and export, so that nobody finds out later. */
export type LossCode = keyof typeof LOSSES;

export interface Loss {
  code: LossCode;
  /** Ids it touches; none when it touches the whole file. */
  questions: string[];
}

/** One sentence each. */
export const LOSSES = {
  'other-language': {
    ru: 'GIFT хранит один язык: второй язык не выгружен',
    en: 'GIFT holds one language: the other one is not exported',
  },
  'no-translation': {
    ru: 'в файле один язык: он записан в оба поля, второй язык переведите',
    en: 'the file holds one language: it stands in both fields, translate the other',
  },
  policy: {
    ru: 'правила экзамена (состав, пороги, попытки, сроки) не переносятся',
    en: 'the rules of the exam (blueprint, pass marks, attempts, times) are not carried',
  },
  'default-policy': {
    ru: 'правил экзамена в файле нет: записаны обычные, проверьте их',
    en: 'the file has no rules of the exam: usual ones are written, check them',
  },
  points: { ru: 'баллы вопросов не переносятся', en: 'points of questions are not carried' },
  difficulty: {
    ru: 'сложность не переносится, только как метка [tag:difficulty-N]',
    en: 'difficulty is not carried, but for the tag [tag:difficulty-N]',
  },
  'stable-ids': {
    ru: 'id записан названием и меткой [id:…]; не всякая программа вернёт его обратно',
    en: 'the id stands as title and as [id:…]; not every program gives it back',
  },
  wildcards: {
    ru: 'звёздочка в кратком ответе здесь не «любые знаки», а сама звёздочка: впишите варианты целиком',
    en: 'an asterisk in a short answer is not “any signs” here but an asterisk: write the variants out',
  },
  'made-topics': {
    ru: 'из названия категории без латинских букв id не сделать: темам даны id topic-N, названия сохранены',
    en: 'a category whose name has no Latin letters gives no id: topics were called topic-N and keep their names',
  },
  'made-ids': { ru: 'у вопросов нет годного id: id придуманы', en: 'questions have no usable id: ids were made' },
  pinned: { ru: 'закреплённые варианты перемешаются', en: 'pinned options will be shuffled' },
  cases: {
    ru: 'общая ситуация повторена в тексте каждого своего вопроса',
    en: 'a shared case is repeated in the text of each of its questions',
  },
  partial: {
    ru: 'правило частичного зачёта заменено весами вариантов GIFT',
    en: 'the partial-credit rule is replaced by GIFT’s weights of options',
  },
  weights: {
    ru: 'веса вариантов не переносятся: верны отмеченные знаком «=», а где таких нет — варианты с весом больше нуля',
    en: 'weights of options are not carried: those marked = are right or, where none is, those above zero',
  },
  'any-of-several': {
    ru: 'верных вариантов несколько: там хватало любого, здесь надо выбрать все',
    en: 'several options are right: there any one was enough, here all are to be chosen',
  },
  units: { ru: 'единицы измерения чисел не переносятся', en: 'units of numbers are not carried' },
  'text-rules': {
    ru: 'ё/е, кавычки и пробелы в кратком ответе другая программа сравнит по-своему',
    en: 'another program compares short answers by its own rules for ё/е, quotation marks and spaces',
  },
  ordering: {
    ru: 'порядка в GIFT нет: записано как соответствие места и строки',
    en: 'GIFT has no ordering: written as a matching of places and items',
  },
  'several-gaps': {
    ru: 'несколько пропусков GIFT не умеет: вопросы не выгружены',
    en: 'GIFT cannot hold several gaps: the questions are not exported',
  },
  rubric: {
    ru: 'критерии и образец открытых ответов не переносятся',
    en: 'criteria and models of open answers are not carried',
  },
  'default-rubric': {
    ru: 'критериев в файле нет: записан один общий, замените его',
    en: 'the file has no criteria: a single general one is written, replace it',
  },
  'file-answers': {
    ru: 'ответ файлом стал открытым ответом',
    en: 'an answer by file became an open answer',
  },
  'option-feedback': {
    ru: 'пояснения к отдельным ответам не переносятся, осталось общее; оставить их можно только у вариантов выбора',
    en: 'feedback to single answers is not carried, the general one is; only options of a choice keep theirs',
  },
  descriptions: { ru: 'тексты без вопроса пропущены', en: 'texts without a question are left out' },
  html: { ru: 'оформление HTML снято, картинки потеряны', en: 'HTML formatting is taken off, pictures are lost' },
  'several-numbers': {
    ru: 'из нескольких верных чисел оставлено первое с полным весом',
    en: 'of several right numbers the first with full weight is kept',
  },
  'not-usable': {
    ru: 'вопрос не собрать: нет верного ответа или второго варианта',
    en: 'no question can be made of it: it has no right answer, or no second option',
  },
} as const;

/** Collects losses, one entry a kind. */
export function lossList(): { add(code: LossCode, question?: string): void; all(): Loss[] } {
  const found = new Map<LossCode, string[]>();
  return {
    add(code, question) {
      const before = found.get(code) ?? [];
      found.set(code, question === undefined ? before : [...before, question]);
    },
    all: () => [...found].map(([code, questions]) => ({ code, questions })),
  };
}
