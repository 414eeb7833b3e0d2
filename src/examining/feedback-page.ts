import { escaped, markupHtml } from '../exams/markup.ts';
import { reasonText, stateText } from '../exams/reasons.ts';
import { toldAnswer, toldKey } from '../exams/told-answer.ts';
import { formatter } from '../locale/format.ts';
import type { Answer, ExamBank, ExamGraded, ExamSubmitted, ItemResult } from '../types/exam.ts';
import type { Locale } from '../types/locale.ts';
import type { TraineeCard } from './room.ts';

export interface Feedback {
  bank: ExamBank;
  trainee: TraineeCard;
  graded: ExamGraded;
  submitted: ExamSubmitted;
  /** In the bank's ids. */
  answers: Record<string, Answer>;
  locale: Locale;
  agency: string;
}

const WORDS = {
  ru: {
    title: 'Результат экзамена',
    attempt: 'попытка',
    passed: 'Экзамен сдан',
    failed: 'Экзамен не сдан',
    score: 'Результат',
    need: 'проходной балл',
    against: {
      score: 'общий результат ниже проходного',
      section: 'не набран проходной балл раздела',
      late: 'файл получен после срока',
    },
    sections: 'По темам',
    questions: 'По вопросам',
    yours: 'Ваш ответ',
    none: 'нет ответа',
    key: 'Верный ответ',
    certificate: 'Свидетельство',
    holds: (until: string | null) => (until === null ? 'бессрочно' : `действует по ${until}`),
    holder: 'выдано',
    did: 'в том, что сдан экзамен',
    counted: 'По правилу зачёта экзамен сдан',
    beside: 'Действует вместе с устной защитой: кто отвечал на вопросы, файл доказать не может.',
    oral: 'Кто сидел за экзаменом, файл доказать не может: его дополняет устная защита.',
  },
  en: {
    title: 'Exam result',
    attempt: 'attempt',
    passed: 'The exam is passed',
    failed: 'The exam is not passed',
    score: 'Score',
    need: 'pass mark',
    against: {
      score: 'the whole score is below the pass mark',
      section: 'the pass mark of a section is not reached',
      late: 'the file came after the deadline',
    },
    sections: 'By topic',
    questions: 'By question',
    yours: 'Your answer',
    none: 'no answer',
    key: 'Right answer',
    certificate: 'Certificate',
    holds: (until: string | null) => (until === null ? 'without expiry' : `valid through ${until}`),
    holder: 'this is to certify that',
    did: 'has passed the exam',
    counted: 'By the counting rule the exam is passed',
    beside: 'Holds together with the oral defence: a file cannot prove who answered.',
    oral: 'A file cannot prove who sat the exam: the oral defence goes with it.',
  },
};

/** What the trainee gets to know, by the exam's policy: one page that needs nothing beside it, also on paper. */
export function feedbackPage(feedback: Feedback): string {
  const { bank, trainee, graded, locale, agency } = feedback;
  const w = WORDS[locale];
  const name = trainee.name[locale];
  const title = `${w.title}: ${bank.title[locale]}`;
  const parts = [
    `<p class="who">${escaped(`${name} · ${w.attempt} ${graded.attempt} · ${agency}`)}</p>`,
    `<h1>${escaped(title)}</h1>`,
    verdict(feedback),
    sections(feedback),
    bank.policy.release === 'scores' ? '' : questions(feedback),
    `<p class="quiet">${escaped(w.oral)}</p>`,
    graded.certificate ? certificate(feedback) : '',
  ];
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow"><meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${escaped(`${title} · ${name}`)}</title><style>${STYLE}</style></head>
<body><main>${parts.join('\n')}</main></body></html>
`;
}

const isWholePercent = (score: string): boolean => /^\d(\.\d{1,2}0*)?$/.test(score);

const percent = (score: string | null, locale: Locale): string =>
  score === null ? '—' : formatter(locale, 'RUB').percent(score, isWholePercent(score) ? 0 : 2);

function verdict({ graded: { result, standing }, locale }: Feedback): string {
  const w = WORDS[locale];
  const why = result.against.map((code) => w.against[code.split(':')[0] as keyof typeof w.against]);
  return `<p class="verdict ${result.passed ? 'yes' : 'no'}">${escaped(result.passed ? w.passed : w.failed)}</p>
<p>${escaped(`${w.score}: ${percent(result.score, locale)}, ${w.need} ${percent(result.passMark, locale)}`)}</p>
${why.length > 0 ? `<ul>${[...new Set(why)].map((one) => `<li>${escaped(one)}</li>`).join('')}</ul>` : ''}
${standing.passed && !result.passed ? `<p>${escaped(w.counted)}</p>` : ''}`;
}

function sections({ bank, graded: { result }, locale }: Feedback): string {
  const w = WORDS[locale];
  const rows = result.sections.map(({ topic, score, passMark }) => {
    const title = bank.topics.find(({ id }) => id === topic)!.title[locale];
    const need = passMark === null ? '' : `${w.need} ${percent(passMark, locale)}`;
    return `<tr><th scope="row">${escaped(title)}</th><td>${percent(score, locale)}</td><td>${escaped(need)}</td></tr>`;
  });
  return `<h2>${escaped(w.sections)}</h2><table>${rows.join('')}</table>`;
}

function questions(feedback: Feedback): string {
  const { graded, locale } = feedback;
  const items = graded.result.items.map((item, index) => questionHtml(feedback, item, index + 1));
  return `<h2>${escaped(WORDS[locale].questions)}</h2>${items.join('')}`;
}

function questionHtml({ bank, answers, locale }: Feedback, item: ItemResult, number: number): string {
  const w = WORDS[locale];
  const question = bank.questions.find(({ id }) => id === item.question)!;
  const shared = bank.cases.find(({ id }) => id === question.case);
  let gap = 0;
  const stem = question.stem[locale].replace(/\{\{.*?\}\}/g, () => `____ (${++gap})`);
  const given = toldAnswer(question, answers[question.id], locale);
  const explanation = bank.policy.release === 'explanations' ? question.explanation?.[locale] : undefined;
  // What is written in own words has no right answer to show.
  const key = toldKey(question, locale).filter((text) => text !== '');
  // Several lines stand apart from what they are called.
  const list = (lines: string[]): string =>
    `${lines.length > 1 ? '<br>' : ' '}${lines.map((line) => escaped(line)).join('<br>')}`;
  const said = [stateText(item.state, locale), ...(item.state === 'empty' ? [] : [reasonText(item, locale)])];
  return `<section><p class="quiet">${escaped([number, ...said].join(' · '))}</p>
${shared ? markupHtml(shared.stem[locale], locale) : ''}<div class="stem">${markupHtml(stem, locale)}</div>
<p><b>${escaped(w.yours)}:</b>${list(given.length === 0 ? [w.none] : given)}</p>
${key.length === 0 ? '' : `<p><b>${escaped(w.key)}:</b>${list(key)}</p>`}
${explanation === undefined ? '' : markupHtml(explanation, locale)}</section>`;
}

function certificate({ bank, trainee, graded, locale, agency }: Feedback): string {
  const w = WORDS[locale];
  const { id, from, until } = graded.certificate!;
  const f = formatter(locale, 'RUB');
  return `<article class="certificate"><p class="who">${escaped(agency)}</p><h2>${escaped(w.certificate)}</h2>
<p>${escaped(w.holder)}</p><p class="name">${escaped(trainee.name[locale])}</p><p>${escaped(w.did)}</p>
<p class="exam">${escaped(bank.title[locale])}</p>
<p>${escaped(`${f.day(from, 'long')} · ${w.holds(until && f.day(until, 'long'))}`)}</p><p class="quiet">${escaped(w.beside)}</p><p class="quiet">${escaped(id)}</p></article>`;
}

const STYLE = `body{margin:0;color:#16181d;background:#fff;font:1rem/1.5 system-ui,'Segoe UI',Roboto,sans-serif}
main{max-width:44rem;margin:0 auto;padding:2.5rem 1.25rem 4rem}h1{line-height:1.15}h2{margin-top:2.5rem}
.who,.quiet{color:#555a64;font-size:.875rem}.verdict{font-size:1.5rem;font-weight:700}
.yes{color:#1a6b3c}.no{color:#9c2a20}table{border-collapse:collapse;width:100%}
th,td{padding:.4rem .75rem .4rem 0;border-bottom:1px solid #d8dbe0;text-align:left;font-weight:400}
section{padding:1rem 0;border-bottom:1px solid #d8dbe0;break-inside:avoid}.stem{font-weight:600}
code{background:#f1f3f6;padding:0 .25em}
.certificate{margin-top:4rem;padding:3rem 1rem;border:2px solid #16181d;text-align:center;break-before:page;break-inside:avoid}
.certificate h2{margin:.5rem 0 1.5rem;font-size:clamp(1.5rem,8vw,2.25rem)}.name,.exam{font-size:1.5rem;font-weight:700}`;
