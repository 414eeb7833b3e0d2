import type { ExamBank, Question } from '../../types/exam.ts';
import type { Locale } from '../../types/locale.ts';
import { lossList, type Loss } from './losses.ts';

type Lost = ReturnType<typeof lossList>;

/** A bank as Moodle GIFT in one language, and everything the format cannot carry. */
export function writeGift(bank: ExamBank, locale: Locale): { text: string; losses: Loss[] } {
  const lost = lossList();
  for (const code of ['other-language', 'policy', 'stable-ids'] as const) lost.add(code);
  const parts = bank.topics.flatMap(({ id }) => {
    const own = bank.questions.filter(({ topic }) => topic === id);
    const written = own.flatMap((question) => questionText(question, bank, locale, lost) ?? []);
    return written.length === 0 ? [] : [`$CATEGORY: ${bank.id}/${id}`, '', ...written];
  });
  return { text: `${parts.join('\n')}\n`, losses: lost.all() };
}

/** GIFT's own signs get a backslash, line ends are written out. */
function giftEscaped(text: string): string {
  return text.replace(/[\\~=#{}:]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

function questionText(question: Question, bank: ExamBank, locale: Locale, lost: Lost): string[] | null {
  const answer = answerText(question, bank, locale, lost);
  if (answer === null) return null;
  const { id, points, difficulty } = question;
  if (points !== '1') lost.add('points', id);
  lost.add('difficulty', id);
  if (question.case !== undefined) lost.add('cases', id);
  const shared = bank.cases.find((one) => one.id === question.case);
  const stem = `${shared ? `${shared.stem[locale]}\n\n` : ''}${question.stem[locale]}`.trim();
  const explanation = question.explanation ? `####${giftEscaped(question.explanation[locale])}` : '';
  // One gap stands where it is in the sentence.
  const [before, after = ''] = question.type === 'cloze' ? stem.split(/\{\{.*?\}\}/) : [`${stem} `];
  return [
    `// [id:${id}] [tag:difficulty-${difficulty}]`,
    `::${giftEscaped(id)}::[markdown]${giftEscaped(before!)}{${answer}${explanation}}${giftEscaped(after)}`,
    '',
  ];
}

/** What stands in the braces; `null` for a question GIFT cannot hold. */
function answerText(question: Question, bank: ExamBank, locale: Locale, lost: Lost): string | null {
  const { id } = question;
  switch (question.type) {
    case 'single':
      if (question.options.some(({ pinned }) => pinned)) lost.add('pinned', id);
      return question.options
        .map((one) => `${one.correct ? '=' : '~'}${giftEscaped(one.text[locale])}${why(one.why?.[locale])} `)
        .join('');
    case 'multiple':
      if (question.options.some(({ pinned }) => pinned)) lost.add('pinned', id);
      lost.add('partial', id);
      return multiple(question.options, bank, locale);
    case 'truefalse':
      return question.answer ? 'TRUE' : 'FALSE';
    case 'number':
      if (question.answer.unit) lost.add('units', id);
      return `#${question.answer.value}:${question.answer.tolerance}`;
    case 'text':
      lost.add('text-rules', id);
      return question.accept[locale].map((variant) => `=${giftEscaped(variant)} `).join('');
    case 'matching':
      lost.add('partial', id);
      return [
        ...question.pairs.map(({ left, right }) => `=${giftEscaped(left[locale])} -> ${giftEscaped(right[locale])} `),
        ...question.distractors.map(({ text }) => `= -> ${giftEscaped(text[locale])} `),
      ].join('');
    case 'ordering':
      lost.add('ordering', id);
      return question.items.map(({ text }, index) => `=${index + 1} -> ${giftEscaped(text[locale])} `).join('');
    case 'cloze':
      return gapText(question, locale, lost);
    case 'open':
    case 'file':
      lost.add('rubric', id);
      if (question.type === 'file') lost.add('file-answers', id);
      return '';
  }
}

const why = (text: string | undefined): string => (text === undefined ? '' : `#${giftEscaped(text)}`);

/** Right options share the whole; a wrong one takes as much away as a right one gives, or everything. */
function multiple(options: Extract<Question, { type: 'multiple' }>['options'], bank: ExamBank, locale: Locale): string {
  const right = options.filter(({ correct }) => correct).length;
  const share = String(Number((100 / right).toFixed(5)));
  const fine = bank.policy.partial.multiple === 'right-minus-wrong' ? share : '100';
  return options
    .map((one) => `~%${one.correct ? share : `-${fine}`}%${giftEscaped(one.text[locale])}${why(one.why?.[locale])} `)
    .join('');
}

function gapText({ id, gaps }: Extract<Question, { type: 'cloze' }>, locale: Locale, lost: Lost): string | null {
  const [gap, more] = gaps;
  if (gap === undefined || more !== undefined) {
    lost.add('several-gaps', id);
    return null;
  }
  if ('options' in gap && gap.options !== undefined) {
    return gap.options.map(({ correct, text }) => `${correct ? '=' : '~'}${giftEscaped(text[locale])} `).join('');
  }
  lost.add('text-rules', id);
  return 'accept' in gap ? gap.accept[locale].map((variant) => `=${giftEscaped(variant)} `).join('') : null;
}
