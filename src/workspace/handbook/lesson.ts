import { dirname } from 'node:path/posix';
import type { Lesson } from '../../types/handbook.ts';
import type { Locale } from '../../types/locale.ts';
import { readFrontmatter } from '../content/frontmatter.ts';
import { splitFrontmatter } from '../content/split-frontmatter.ts';
import type { Desk } from '../desk.ts';
import { placeOf } from '../json-file.ts';
import { checkBody, type BodyRules } from './body.ts';
import * as mistake from './mistakes.ts';
import { lessonFile } from './places.ts';
import { lessonSchema } from './schemas.ts';

/** A lesson and where its `order` stands in the file. */
export interface ReadLesson {
  lesson: Lesson;
  orderAt: { row: number; column?: string };
}

/** Reads one lesson; `null` when its frontmatter is wrong, which the desk is told with all other mistakes. */
export async function readLesson(
  about: { id: string; locale: Locale; rules: BodyRules },
  desk: Desk,
): Promise<ReadLesson | null> {
  const { id, locale, rules } = about;
  const file = lessonFile(locale, id);
  const text = await desk.text(file);
  if (text === null) return null;
  const { frontmatter, body, bodyRow } = splitFrontmatter(text);
  if (frontmatter === null) {
    desk.report(file, mistake.noFrontmatter());
    return null;
  }
  const { value, document, findings } = readFrontmatter(frontmatter, lessonSchema);
  const checked = await checkBody(body, bodyRow, rules);
  desk.report(file, ...findings, ...checked.findings);
  for (const { path, at } of checked.pictures) {
    if (/^https?:/i.test(path) || (await desk.reach(`${dirname(file)}/${path}`)) !== 'inside') {
      desk.report(file, mistake.missingPicture(path, at));
    }
  }
  if (value === null || document === null) return null;
  return { lesson: { id, locale, part: id.split('/')[0]!, file, ...value }, orderAt: placeOf(document, ['order']) };
}
