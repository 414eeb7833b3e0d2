import type { LocalText } from '../../types/locale.ts';
import type { Problem } from '../../types/problem.ts';

/** What the seal promises, one word each. */
type Promised = 'outward' | 'leak' | 'inner' | 'pdf' | 'manifest';

/** One place where the seal does not hold. */
export interface SealBreak {
  /** Stable. */
  code: `seal-${Promised}-${string}`;
  /** Relative to the output folder. */
  file: string;
  /** Byte of the file, from 0; `null` when the whole file is meant. */
  offset: number | null;
  found: { ru: string; en: string };
}

/**
 * The same as a problem for the operator: file and offset in its words.
 * @param aside where the build laid the folder instead of putting it into place; `null` when it is in its place
 */
export function breakProblem({ code, file, offset, found }: SealBreak, aside: string | null): Problem {
  const [site, owner] = file.split('/');
  const place: LocalText =
    offset === null ? found : { ru: `байт ${offset}: ${found.ru}`, en: `byte ${offset}: ${found.en}` };
  return {
    code,
    severity: 'error',
    ...(site === 'reports' && owner !== undefined && { client: owner }),
    file,
    found: place,
    expected: EXPECTED[code.split('-')[1] as Promised],
    mend: mendOf(code, aside),
  };
}

function mendOf(code: SealBreak['code'], aside: string | null): LocalText {
  const folder =
    aside === null
      ? { ru: 'не публикуйте эту папку', en: 'do not publish this folder' }
      : {
          ru: `папка не опубликована, она лежит в ${aside}`,
          en: `the folder was not put into place and lies in ${aside}`,
        };
  const also = code === 'seal-leak-name' ? NAMESAKE : ON_PURPOSE.has(code) ? PURPOSE : { ru: '', en: '' };
  return {
    ru: `${folder.ru}; найдите, откуда это взялось${also.ru}, и соберите заново`,
    en: `${folder.en}; find where this comes from${also.en} and build anew`,
  };
}

/** What an author may say on purpose; a name may be a word of the language too, or be borne by two. */
const ON_PURPOSE = new Set<SealBreak['code']>(['seal-leak-domain', 'seal-leak-link', 'seal-leak-id']);
const PURPOSE = {
  ru: ' (названное нарочно впишите в mentions: в client.json, в шапку предложения или, для всех, в agency.json)',
  en: ' (what is named on purpose goes under mentions: in client.json, in the head of the proposal or, for all, in agency.json)',
};
const NAMESAKE = {
  ru: ' (обычное слово или тёзку назовите в тексте иначе, контакту без фамилии впишите её в client.json, а названное нарочно впишите в mentions: в client.json, в шапку предложения или, для всех, в agency.json)',
  en: ' (say an ordinary word or a namesake otherwise; give a contact known by one name the surname in client.json; what is named on purpose goes under mentions: in client.json, in the head of the proposal or, for all, in agency.json)',
};

const EXPECTED: Record<Promised, { ru: string; en: string }> = {
  outward: {
    ru: 'папка обходится своими файлами и ведёт только по адресам агентства и самого клиента',
    en: 'a folder that needs no other files and leads only to addresses of the agency and its own client',
  },
  leak: { ru: 'в папке нет ничего чужого', en: 'a folder with nothing of anybody else' },
  inner: { ru: 'внутреннее агентства остаётся у агентства', en: 'what is internal stays with the agency' },
  pdf: {
    ru: 'PDF открывается, в нём есть страницы, теги, закладки, язык и встроенные шрифты, пустых страниц нет',
    en: 'a PDF that opens, with pages, tags, bookmarks, a language and embedded fonts, and no blank page',
  },
  manifest: { ru: 'в папке ровно то, что названо в manifest.json', en: 'exactly what manifest.json names' },
};
