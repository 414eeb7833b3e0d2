import type { HandbookModel } from '../../types/handbook-model.ts';
import type { Locale } from '../../types/locale.ts';
import type { Item, Programme, Requirement, Track } from '../../types/programme.ts';
import { handbookWords } from './words.ts';

/** Everything that must be recorded, in words a trainee understands. */
export function requirementTexts(
  requirements: readonly Requirement[],
  track: Track,
  model: Pick<HandbookModel, 'checklists' | 'programme'>,
  locale: Locale,
): string[] {
  const w = handbookWords(locale).programme.requires;
  return requirements.map((one) => {
    switch (one.kind) {
      case 'item':
        return itemOf(one.item, track, model)?.title[locale] ?? one.item;
      case 'checklist':
        return w.checklist(model.checklists.find(({ id }) => id === one.checklist)?.title[locale] ?? one.checklist);
      case 'exam':
        return w.exam(
          one.anyOf.map((id) => examName(id, model.programme, locale)).join(locale === 'ru' ? ' или ' : ' or '),
        );
      case 'defence':
        return one.standing === 'agreed' ? w.defenceAgreed : w.defencePassed;
      case 'gate':
        return w.gate(track.stages.find(({ gate }) => gate.id === one.gate)?.gate.title[locale] ?? one.gate);
    }
  });
}

/** As the programme calls it, since banks are not published; of one it does not name the id is all there is. */
export const examName = (id: string, programme: Programme | null, locale: Locale): string =>
  programme?.exams.find((one) => one.id === id)?.title[locale] ?? id.toUpperCase();

function itemOf(id: string, track: Track, { checklists }: Pick<HandbookModel, 'checklists'>): Item | undefined {
  const days = track.stages.flatMap(({ days }) => days);
  return [
    ...days.flatMap((day) => [...day.meetings, ...day.practice, ...day.tasks]),
    ...checklists.flatMap(({ items }) => items),
  ].find((item) => item.id === id);
}
