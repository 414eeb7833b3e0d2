import { localText } from '../locale/text.ts';
import { unreadable } from '../workspace/unreadable.ts';
import { ExamRefused } from './refused.ts';
import type { ExamRoom } from './room.ts';

/**
 * The bytes of a file a person named to a command. Throws `ExamRefused` for what cannot be read: nothing at all, a
 * folder, a file whose reading is not allowed.
 * @param file absolute
 */
export async function typedFile({ effects }: Pick<ExamRoom, 'effects'>, file: string): Promise<Uint8Array> {
  if (!(await effects.fs.exists(file))) {
    throw new ExamRefused('no-file', { ru: `${file}: такого файла нет`, en: `${file}: there is no such file` });
  }
  try {
    return await effects.fs.read(file);
  } catch (error) {
    const { code, found } = unreadable(error);
    throw new ExamRefused(code, {
      ru: `${file}: ${localText(found, 'ru')}; назовите файл, который можно прочитать`,
      en: `${file}: ${localText(found, 'en')}; name a file that can be read`,
    });
  }
}
