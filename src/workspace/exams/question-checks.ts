import type { Bilingual, Question, RubricCriterion } from '../../types/exam.ts';
import { compare, exact } from '../../figures/exact.ts';
import type { Finding } from '../findings.ts';
import { oneOf, quoted } from '../findings.ts';
import { duplicateId } from '../ids.ts';
import type { JsonPath } from '../json-reader.ts';

/** A finding inside a question; its path is from the question. */
export interface QuestionMistake {
  path: JsonPath;
  finding: Omit<Finding, 'row' | 'column'>;
}

/** What no single field of a question tells: counts of right options, ids that repeat, gaps against the stem. */
export function questionMistakes(question: Question): QuestionMistake[] {
  switch (question.type) {
    case 'single':
      return [
        ...repeated(question.options, 'options'),
        ...sameTexts(question.options, ['options']),
        ...rightOptions(question.options, ['options'], 1),
      ];
    case 'multiple':
      return [
        ...repeated(question.options, 'options'),
        ...sameTexts(question.options, ['options']),
        ...rightOptions(question.options, ['options'], null),
      ];
    case 'matching':
      return [
        ...tooFew(question.pairs, 'pairs'),
        ...repeated([...question.pairs, ...question.distractors], 'pairs'),
        ...sameRights(question.pairs),
        ...sameTexts(
          question.pairs.map(({ left }) => ({ text: left })),
          ['pairs'],
        ),
        ...sameTexts(
          question.distractors,
          ['distractors'],
          question.pairs.map(({ right }) => right),
        ),
      ];
    case 'ordering':
      return [
        ...tooFew(question.items, 'items'),
        ...tellingOrder(question.items),
        ...repeated(question.items, 'items'),
        ...sameTexts(question.items, ['items']),
      ];
    case 'cloze':
      return [...repeated(question.gaps, 'gaps'), ...gapMistakes(question)];
    case 'open':
    case 'file':
      return [...repeated(question.rubric, 'rubric'), ...question.rubric.flatMap(levelMistakes)];
    default:
      return [];
  }
}

const wrong = (
  path: JsonPath,
  code: string,
  found: Finding['found'],
  expected: Finding['expected'],
  mend: Finding['mend'],
): QuestionMistake => ({ path, finding: { code, severity: 'error', found, expected, mend } });

function repeated(all: readonly { id: string }[], list: string): QuestionMistake[] {
  return all.flatMap(({ id }, index) =>
    all.findIndex((one) => one.id === id) < index ? [{ path: [list, index, 'id'], finding: duplicateId(id, {}) }] : [],
  );
}

function rightOptions(options: readonly { correct: boolean }[], path: JsonPath, exactly: 1 | null): QuestionMistake[] {
  if (options.length < 2) return [fewer(path, options.length)];
  const right = options.filter(({ correct }) => correct).length;
  if (exactly === null ? right >= 1 : right === exactly) return [];
  const found = { ru: `верных вариантов: ${right}`, en: `right options: ${right}` };
  const expected =
    exactly === 1
      ? { ru: 'ровно один вариант с correct: true', en: 'exactly one option with correct: true' }
      : { ru: 'хотя бы один вариант с correct: true', en: 'at least one option with correct: true' };
  const mend = {
    ru: 'отметьте верный вариант; если верных несколько, тип — multiple',
    en: 'mark the right option; when several are right, the type is multiple',
  };
  return [wrong(path, 'right-options', found, expected, mend)];
}

function tooFew(all: readonly unknown[], list: string): QuestionMistake[] {
  return all.length < 2 ? [fewer([list], all.length)] : [];
}

/** An order nobody has touched is never the right one, so of two items the right one is the other. */
function tellingOrder(items: readonly unknown[]): QuestionMistake[] {
  if (items.length !== 2) return [];
  const told = wrong(
    ['items'],
    'telling-order',
    {
      ru: 'порядок из двух записей: показанный всегда неверен, значит, верен обратный',
      en: 'an order of two entries: the one shown is never right, so the other is',
    },
    { ru: 'не меньше трёх записей', en: 'three entries at least' },
    { ru: 'допишите ещё или спросите иначе (single)', en: 'add more or ask in another way (single)' },
  );
  return [{ ...told, finding: { ...told.finding, severity: 'warning' } }];
}

function fewer(path: JsonPath, count: number): QuestionMistake {
  const found = { ru: `записей: ${count}`, en: `entries: ${count}` };
  return wrong(
    path,
    'too-few',
    found,
    { ru: 'не меньше двух', en: 'two at least' },
    { ru: 'допишите ещё', en: 'add more' },
  );
}

/** Two pairs with the same right side: either would be right, but only one is marked so. */
function sameRights(pairs: readonly { right: { ru: string; en: string } }[]): QuestionMistake[] {
  return pairs.flatMap(({ right }, index) =>
    pairs.findIndex((one) => one.right.ru === right.ru || one.right.en === right.en) < index
      ? [
          wrong(
            ['pairs', index, 'right'],
            'same-right-side',
            quoted(right.ru),
            { ru: 'у каждой пары своя правая часть', en: 'a right side of its own for every pair' },
            { ru: 'измените одну из двух', en: 'change one of the two' },
          ),
        ]
      : [],
  );
}

/**
 * Choices that read alike: nobody can tell the right one from the other. A warning, since forms may be out already;
 * what is warned of is remembered between builds, and nothing of a bank may be.
 * @param taken texts of other choices beside them
 */
function sameTexts(
  choices: readonly { text: Bilingual }[],
  path: JsonPath,
  taken: readonly Bilingual[] = [],
): QuestionMistake[] {
  const before = [...taken];
  return choices.flatMap(({ text }, index) => {
    const twin = before.some((one) => alike(one.ru, text.ru) || alike(one.en, text.en));
    before.push(text);
    if (!twin) return [];
    const mistake = wrong(
      [...path, index],
      'same-text',
      { ru: 'читается так же, как другой вариант', en: 'reads as another choice does' },
      { ru: 'варианты, которые читаются по-разному', en: 'choices that read differently' },
      { ru: 'измените один из двух: отличить их нельзя', en: 'change one of the two: nobody can tell them apart' },
    );
    return [{ ...mistake, finding: { ...mistake.finding, severity: 'warning' as const } }];
  });
}

const alike = (a: string, b: string): boolean => a.trim() === b.trim();

const GAP = /\{\{([^{}]*)\}\}/g;

function gapMistakes({ stem, gaps }: Extract<Question, { type: 'cloze' }>): QuestionMistake[] {
  const ids = gaps.map(({ id }) => id);
  const ofStem = (['ru', 'en'] as const).flatMap((locale) => {
    const held = [...stem[locale].matchAll(GAP)].map(([, id]) => id!.trim());
    if ([...held].sort().join() === [...ids].sort().join()) return [];
    const expected = {
      ru: `каждый пропуск один раз: ${ids.map((id) => `{{${id}}}`).join(' ')}`,
      en: `every gap once: ${ids.map((id) => `{{${id}}}`).join(' ')}`,
    };
    const mend = { ru: 'сверьте пропуски текста с полем gaps', en: 'compare the gaps of the text with the field gaps' };
    return [wrong(['stem', locale], 'gaps-differ', quoted(held.map((id) => `{{${id}}}`).join(' ')), expected, mend)];
  });
  const ofGaps = gaps.flatMap((gap, index) => {
    const { accept, options } = gap as {
      accept?: unknown;
      options?: { id: string; text: Bilingual; correct: boolean }[];
    };
    if ((accept === undefined) === (options === undefined)) {
      const mend = { ru: 'оставьте одно из двух', en: 'keep one of the two' };
      return [wrong(['gaps', index], 'gap-kind', quoted(gap.id), oneOf(['accept', 'options']), mend)];
    }
    if (options === undefined) return [];
    const place = ['gaps', index, 'options'];
    return [...sameTexts(options, place), ...rightOptions(options, place, 1)];
  });
  return [...ofStem, ...ofGaps];
}

/** Levels must stay under the criterion's points, and one of them must reach them. */
function levelMistakes({ points, levels }: RubricCriterion, index: number): QuestionMistake[] {
  const most = levels.map((level) => exact(level.points)).reduce((a, b) => (compare(a, b) > 0 ? a : b));
  if (compare(most, exact(points)) === 0) return [];
  const expected = { ru: `лучший уровень даёт ${points}`, en: `the best level gives ${points}` };
  const mend = { ru: 'исправьте баллы критерия или уровней', en: 'correct the points of the criterion or the levels' };
  const found = quoted(levels.map((level) => level.points).join(', '));
  return [wrong(['rubric', index, 'levels'], 'level-points', found, expected, mend)];
}
