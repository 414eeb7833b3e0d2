import type { Locale } from '../../types/locale.ts';
import { voidQuestion } from '../regrade.ts';
import type { Answer, Errand } from './command.ts';

export async function voidOne(exam: string, question: string, { room, flags, telling }: Errand): Promise<Answer> {
  const reason = flags.reason ?? '—';
  const status = await voidQuestion(room, { exam, question, reason, by: flags.by ?? 'mentor' });
  const said = SAID[telling.locale][status](question, exam);
  return { code: 0, json: { exam, question, status, reason }, lines: [said] };
}

const SAID: Record<Locale, Record<'voided' | 'was-void', (question: string, exam: string) => string>> = {
  ru: {
    voided: (question, exam) => `Вопрос ${question} исключён; результаты изменит npm run exam -- regrade ${exam}`,
    'was-void': (question) => `Вопрос ${question} уже исключён`,
  },
  en: {
    voided: (question, exam) => `The question ${question} is void; npm run exam -- regrade ${exam} changes the results`,
    'was-void': (question) => `The question ${question} was void already`,
  },
};
