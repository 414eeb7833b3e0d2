import type { StarlightUserConfig } from '@astrojs/starlight/types';
import type { Bilingual } from '../../types/exam.ts';
import type { HandbookModel } from '../../types/handbook-model.ts';
import { handbookWords } from '../../ui/handbook/words.ts';

type Items = NonNullable<StarlightUserConfig['sidebar']>;

/** The whole navigation, told page by page: the programme first, then the parts, then what is worked with daily. */
export function handbookSidebar(model: HandbookModel): Items {
  const { ru, en } = { ru: handbookWords('ru').nav, en: handbookWords('en').nav };
  const label = (text: Bilingual) => ({ label: text[model.locale], translations: { ru: text.ru, en: text.en } });
  const both = (key: keyof typeof ru): Bilingual => ({ ru: ru[key], en: en[key] });
  const link = (text: Bilingual, address: string) => ({ ...label(text), link: `/${address}` });
  const items: Items = [];
  const { programme, assignment, defence, checklists } = model;
  const training: Items = [
    ...(programme === null ? [] : [link(both('timeline'), 'programme/'), link(both('myDay'), 'my-day/')]),
    ...(programme?.tracks ?? []).flatMap((track, _, { length }): Items => {
      const stages = track.stages.map((stage) => link(stage.title, `programme/${track.id}/${stage.id}/`));
      // Every track has its first week.
      return length > 1 ? [{ ...label(track.title), items: stages }] : stages;
    }),
    ...(assignment === null ? [] : [link(assignment.title, 'test-assignment/')]),
    ...(defence === null ? [] : [link(defence.title, 'defence/')]),
  ];
  if (training.length > 0) items.push({ ...label(both('programme')), items: training });
  for (const part of model.parts) {
    const lessons = model.lessons[model.locale].filter((lesson) => lesson.part === part.id);
    const titleOf = (id: string): Bilingual => ({
      ru: model.lessons.ru.find((one) => one.id === id)!.title,
      en: model.lessons.en.find((one) => one.id === id)!.title,
    });
    items.push({ ...label(part.title), items: lessons.map(({ id }) => link(titleOf(id), `${id}/`)) });
  }
  if (checklists.length > 0) {
    const lists = checklists.map(({ id, title }) => link(title, `checklists/${id}/`));
    items.push({ ...label(both('checklists')), items: [link(both('allChecklists'), 'checklists/'), ...lists] });
  }
  return items;
}
