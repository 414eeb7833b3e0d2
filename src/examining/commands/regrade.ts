import { UsageError } from '../../cli/usage.ts';
import { regradeExam } from '../regrade.ts';
import { toldRegrade } from '../tell.ts';
import type { Answer, Errand } from './command.ts';

export async function regrade(exam: string, { room, flags, telling }: Errand): Promise<Answer> {
  const corrected = flags.corrected ?? [];
  if (corrected.length > 0 && flags.reason === null) throw NO_REASON;
  const reason = flags.reason ?? (telling.locale === 'ru' ? 'пересчёт' : 'regrade');
  const all = await regradeExam(room, { exam, corrected, reason, by: flags.by });
  const json = {
    exam,
    attempts: all.map(({ before, after, ...one }) => ({ ...one, before: before.result, after: after.result })),
  };
  return { code: 0, json, lines: toldRegrade(all, telling) };
}

const NO_REASON = new UsageError({
  ru: 'К --corrected нужна --reason "причина": она остаётся в журнале',
  en: 'With --corrected give --reason "…": it stays in the ledger',
});
