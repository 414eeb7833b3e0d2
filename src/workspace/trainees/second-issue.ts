import type { ExamIssued } from '../../types/exam.ts';
import type { TraineeEvent } from '../../types/trainee.ts';
import { quoted, type Finding } from '../findings.ts';

/**
 * An attempt that is issued a second time, as happens when two mentors issue it in two branches of git that are merged;
 * `null` for every other record. Which of the two forms the trainee has only a person can tell, and taking the later
 * would make the answers to the earlier count for nothing.
 * @param before records that stand above it, each with its row, from 1
 */
export function secondIssue(
  event: TraineeEvent,
  before: readonly { event: TraineeEvent; row: number }[],
): Finding | null {
  if (event.type !== 'exam-issued') return null;
  const first = before.find(({ event: earlier }) => earlier.type === 'exam-issued' && isSame(earlier, event));
  if (!first) return null;
  const { exam, attempt } = event;
  return {
    code: 'attempt-issued-twice',
    severity: 'error',
    found: quoted(`${exam} ${attempt}, ${event.by}, formHash ${event.formHash.slice(0, 8)}…`),
    expected: {
      ru: `одна выдача на попытку: попытка ${attempt} экзамена ${exam} уже выдана в строке ${first.row}, выдал ${first.event.by}`,
      en: `one issue of an attempt: attempt ${attempt} at ${exam} is issued in line ${first.row} already, by ${first.event.by}`,
    },
    mend: {
      ru: 'оставьте ту из двух строк, по чьей странице сдаёт стажёр (её formHash стоит в его файле ответов), другую удалите; файл бланка в forms/ возьмите с той же стороны слияния; все прочие строки остаются',
      en: 'keep the one of the two lines whose page the trainee sits (its formHash stands in the answers file) and remove the other; take the form’s file in forms/ from the same side of the merge; all other lines stay',
    },
  };
}

const isSame = (a: ExamIssued, b: ExamIssued): boolean => a.exam === b.exam && a.attempt === b.attempt;
