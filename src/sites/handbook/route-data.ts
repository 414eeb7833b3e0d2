import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { handbookWords } from '../../ui/handbook/words.ts';
import { readHandbook } from './models.ts';

/** The contents of a lesson also name what the layout adds after its text. */
export const onRequest = defineRouteMiddleware(({ locals }) => {
  const { id: page, toc, locale } = locals.starlightRoute;
  const model = readHandbook();
  const own = locale === 'en' ? 'en' : 'ru';
  const lesson = model.lessons[own].find(({ id }) => `${own}/${id}` === page);
  if (toc === undefined || lesson === undefined) return;
  const w = handbookWords(own).lesson;
  const add = (slug: string, text: string) => toc.items.push({ slug, text, depth: 2, children: [] });
  if (model.quizzes[lesson.id] !== undefined) add('practice', w.practice);
  add('check', w.check);
});
