import { UsageError } from '../../cli/usage.ts';
import type { Locale } from '../../types/locale.ts';
import { issueExam } from '../issue.ts';
import { readMinutes, readMoment } from '../moments.ts';
import { toldIssued } from '../tell.ts';
import type { Answer, Errand } from './command.ts';

export async function issue(exam: string, { room, flags, telling }: Errand): Promise<Answer> {
  if (flags.trainee === null) throw NOBODY;
  const extension = flags.minutes === null ? 0 : readMinutes(flags.minutes);
  const issued = await issueExam(room, {
    exam,
    trainee: flags.trainee,
    locale: flags.lang as Locale | null,
    opens: flags.at === null ? null : readMoment('at', flags.at, room.agency.timeZone),
    extension,
    extensionReason: flags.reason ?? flags['attempt-override'] ?? '—',
    override: flags['attempt-override'],
    by: flags.by,
  });
  const { form, file, event } = issued;
  const { token, version, attempt, trainee, opens, closes, minutes, hash } = form;
  const { overrides } = event;
  const json = { exam, trainee, attempt, version, token, file, opens, closes, minutes, hash, overrides };
  return { code: 0, json, lines: toldIssued(issued, telling) };
}

const NOBODY = new UsageError({
  ru: 'Назовите, кому выдать бланк: --trainee ID',
  en: 'Name the person the form is for: --trainee ID',
});
