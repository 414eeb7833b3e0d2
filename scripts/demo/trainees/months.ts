import type { Sitting } from './sitting.ts';

/** What is recorded, in the words of `npm run trainee` and `npm run exam`. */
export type Record =
  | { kind: 'signoff'; by: string; items: string[]; evidence: string | null }
  | { kind: 'score'; by: string; levels: string; agreed: boolean; note: string | null }
  | { kind: 'feedback'; from: 'mentor' | 'trainee'; by: string; answers: { [question: string]: string } }
  | { kind: 'decision'; outcome: string; reason: string; by: string[] }
  | ({ kind: 'exam' } & Omit<Sitting, 'trainee'>);

/** When: `2026-10-05 09:20` by the clocks of Moscow. */
export interface Step {
  at: string;
  trainee: string;
  record: Record;
}

export interface DemoTrainee {
  id: string;
  name: string;
  mentor: string;
  conditions: string[];
  /** Days worked up to the demo's day. */
  days: string[];
  /** IT has not opened everything. */
  itLate: boolean;
}

const MANAGER = 'maksim-orlov';
const IT = 'denis-kropotov';

/** Weekdays from a Monday on; the demo's months have no holiday before 4 November. */
function workdays(from: string, count: number): string[] {
  const days: string[] = [];
  for (let day = new Date(`${from}T00:00:00Z`); days.length < count; day = new Date(day.getTime() + 86_400_000)) {
    if (![0, 6].includes(day.getUTCDay())) days.push(day.toISOString().slice(0, 10));
  }
  return days;
}

export const TRAINEES: DemoTrainee[] = [
  {
    id: 'timofey-lunin',
    name: 'Тимофей Лунин | Timofey Lunin',
    mentor: 'anna-lebedeva',
    conditions: ['office'],
    days: workdays('2026-10-05', 22),
    itLate: false,
  },
  {
    id: 'pavel-zorin',
    name: 'Павел Зорин | Pavel Zorin',
    mentor: 'dina-safina',
    conditions: ['remote'],
    days: workdays('2026-10-12', 17),
    itLate: false,
  },
  {
    id: 'arina-vlasova',
    name: 'Арина Власова | Arina Vlasova',
    mentor: 'dina-safina',
    conditions: ['remote'],
    days: workdays('2026-10-26', 7),
    itLate: true,
  },
  {
    id: 'sofya-gurevich',
    name: 'Софья Гуревич | Sofya Gurevich',
    mentor: 'anna-lebedeva',
    conditions: ['foreign-clients', 'office'],
    days: workdays('2026-11-02', 2),
    itLate: false,
  },
];

/** Everything on record of one trainee. */
export function stepsOf(trainee: DemoTrainee): Step[] {
  const { id, mentor, days, conditions, itLate } = trainee;
  const office = conditions.includes('office');
  const steps: Step[] = [];
  const on = (day: number, time: string, record: Record): void => {
    const date = days[day - 1];
    if (date !== undefined) steps.push({ at: `${date} ${time}`, trainee: id, record });
  };
  const sign = (day: number, time: string, by: string, items: string, evidence: string | null = null): void =>
    on(day, time, { kind: 'signoff', by, items: items.split(' '), evidence });
  const task = (number: number): string => `https://tracker.lotsman.example/t/${id.slice(0, 2)}-${100 + number}`;
  const kit = { sign, on, task, mentor, office, itLate, id };
  weekOne(kit);
  // The gate of the first week waits for IT.
  if (itLate || days.length < 6) return steps;
  weekTwo(kit);
  weekThree(kit);
  weekFour(kit);
  return steps;
}

interface Kit {
  sign(day: number, time: string, by: string, items: string, evidence?: string | null): void;
  on(day: number, time: string, record: Record): void;
  task(number: number): string;
  mentor: string;
  office: boolean;
  itLate: boolean;
  id: string;
}

function weekOne({ sign, task, mentor, office, itLate }: Kit): void {
  sign(1, '09:20', MANAGER, 'mg-mentor mg-record mg-terms');
  sign(1, '09:40', mentor, 'mn-before mn-it-asked mn-calendar meet-mentor');
  sign(1, '10:05', IT, `it-account it-tracker ${office ? 'fd-desk' : 'fd-parcel'}`);
  sign(1, '12:10', MANAGER, 'meet-manager fd-papers');
  sign(
    1,
    '18:15',
    mentor,
    `fd-login fd-password fd-signature fd-code fd-plan fd-hello fd-talk${office ? ' fd-tour' : ''}`,
  );
  sign(2, '10:30', IT, `it-crm it-drive${office ? '' : ' it-vpn'}`);
  sign(2, '15:00', 'vera-tikhonova', 'meet-seo');
  sign(2, '18:10', mentor, 'mn-heads task-five-types');
  sign(2, '18:20', mentor, 'task-portfolio', 'Вопросы записаны в карточках, два самых важных разобрали вслух.');
  sign(3, '11:00', IT, 'it-phone');
  if (!itLate) sign(3, '11:05', IT, 'it-counters', 'Счётчики трёх клиентов группы, только просмотр.');
  sign(3, '12:00', MANAGER, 'mg-departments');
  sign(3, '16:00', 'ilya-gromov', 'meet-ppc');
  sign(
    3,
    '18:10',
    mentor,
    'task-letters',
    'В двух переписках итог записан, в третьей срок потерян; письмо с итогом дописано.',
  );
  sign(4, '11:30', 'nikita-savin', 'meet-implementation');
  sign(4, '15:40', 'sergey-belov', 'meet-analytics');
  sign(4, '18:10', mentor, 'task-brief', task(4));
  sign(5, '11:00', 'larisa-melnik', 'meet-finance');
  sign(5, '12:00', IT, itLate ? 'it-training-ads' : 'it-training-site it-training-ads');
  sign(
    5,
    '17:00',
    mentor,
    'w1-differences w1-stages w1-fifteen w1-written w1-zones w1-brief w1-departments w1-metrics w1-materials task-week-1-talk',
  );
  sign(
    5,
    '17:30',
    mentor,
    'mn-week-1',
    'Сильное: спрашивает по делу и записывает. Слабое: итог разговора отправляет на следующий день.',
  );
}

function weekTwo({ sign, task, mentor }: Kit): void {
  sign(6, '18:10', 'nikita-savin', 'practice-admin', task(6));
  sign(7, '18:10', 'nikita-savin', 'practice-meta', task(7));
  sign(8, '18:10', 'nikita-savin', 'practice-ftp');
  sign(9, '16:00', 'sergey-belov', 'practice-goals', task(9));
  sign(
    9,
    '18:10',
    mentor,
    'task-estimate-time',
    'Десять правок: оценка ошиблась в полтора раза, дольше всего — формы.',
  );
  sign(10, '15:00', mentor, 'task-check-site', task(10));
  sign(10, '16:30', mentor, 'w2-backup w2-admin w2-log w2-mobile w2-codes w2-forms w2-tasks w2-questions');
  sign(10, '17:10', mentor, 'mn-week-2', 'Внедрение довольно: правки с откатом, задачи без уточнений.');
}

function weekThree({ sign, task, mentor }: Kit): void {
  sign(11, '12:00', MANAGER, 'mg-middle');
  sign(11, '18:10', 'ilya-gromov', 'practice-queries', task(11));
  sign(12, '18:10', 'ilya-gromov', 'practice-campaign', task(12));
  sign(
    13,
    '14:00',
    'ilya-gromov',
    'practice-search-terms',
    'Три изменения: минус-слова, перенос бюджета на бренд, отдельная группа на «цена».',
  );
  sign(13, '18:10', mentor, 'task-check-media-plan', task(13));
  sign(14, '18:10', mentor, 'task-check-report', task(14));
  sign(15, '11:00', mentor, 'task-client-letter', task(15));
  sign(15, '12:00', mentor, 'task-set-task', task(16));
  sign(
    15,
    '16:30',
    mentor,
    'w3-intent w3-negative w3-utm w3-budget w3-vat w3-mediaplan w3-report w3-letter w3-no w3-questions mn-calls',
  );
  sign(15, '17:10', mentor, 'mn-week-3', 'Реклама: собирает аккуратно, спрашивает про цель раньше, чем про ставки.');
}

function weekFour(kit: Kit): void {
  const { sign, on, task, mentor, id } = kit;
  sign(16, '18:10', mentor, 'w4-proposal w4-documents');
  sign(17, '18:10', mentor, 'task-work-plan', task(17));
  if (id === 'pavel-zorin') {
    on(16, '10:00', { kind: 'exam', exam: 'code', known: 9 });
    on(17, '10:00', { kind: 'exam', exam: 'seo', known: 5 });
    return;
  }
  on(16, '10:00', { kind: 'exam', exam: 'seo', known: 5 });
  on(17, '10:00', { kind: 'exam', exam: 'code', known: 9 });
  // A day's wait after the first attempt, three after the second.
  on(18, '11:30', { kind: 'exam', exam: 'seo', known: 6 });
  on(21, '12:30', { kind: 'exam', exam: 'seo', known: 9 });
  sign(18, '10:00', MANAGER, 'mg-clients');
  sign(18, '10:20', mentor, 'mn-scorer meet-oral w4-plan w4-receivables w4-map w4-profit');
  const score = (time: string, by: string, levels: string, note: string | null = null, agreed = false): void =>
    on(19, time, { kind: 'score', by, levels, agreed, note });
  score('15:10', mentor, 'goal=3 tasks=2 money=2 risks=2 communication=3 answers=2');
  score('15:25', 'ilya-gromov', 'goal=2 tasks=2 money=2 risks=1 communication=3 answers=3');
  score(
    '15:50',
    mentor,
    'goal=3 tasks=2 money=2 risks=2 communication=3 answers=2',
    'Риск сезона назвал сам, когда спросили; цель подтверждена письмом клиента.',
    true,
  );
  sign(19, '16:10', mentor, 'task-defence', task(19));
  sign(19, '16:20', mentor, 'mn-opinion', 'За самостоятельную работу: слово держит, деньги считает.');
  lastDays(kit);
}

function lastDays({ sign, on, mentor, id }: Kit): void {
  on(19, '17:00', {
    ...{ kind: 'feedback', from: 'mentor', by: mentor },
    answers: {
      ...{ ready: '4', word: '5' },
      strong: 'Письма клиентам: коротко, с итогом и сроком; за неделю ни одного возврата.',
      grow: 'Вилка прогноза в медиаплане и разговор о цене без извинений.',
    },
  });
  on(19, '17:30', {
    ...{ kind: 'feedback', from: 'trainee', by: id },
    answers: {
      ...{ help: '5', load: '4' },
      missing: 'Доступ к CRM появился только на второй день, первый ушёл на чтение.',
      change: 'Экзамен по SEO сдавать сразу после недели внедрения, пока руки помнят.',
    },
  });
  sign(20, '17:00', mentor, 'w4-handover w4-questions');
  on(22, '15:00', {
    ...{ kind: 'decision', outcome: 'account-manager', by: ['mentor', 'manager'] },
    reason:
      'Держит слово, считает деньги клиента раньше своих; экзамен по SEO пересдал дважды и разобрал каждую ошибку. Два клиента с ноября, наставник рядом до конца года.',
  });
  sign(22, '15:30', MANAGER, 'meet-decision mg-decision mg-close');
}
