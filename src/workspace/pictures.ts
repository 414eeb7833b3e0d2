import { named, quoted, type Finding } from './findings.ts';

/** What is wrong with the bytes of a picture, seen from where it is named: a reader of the pages would see none. */
export function pictureFinding(path: string, bytes: Uint8Array): Finding | null {
  const kind = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  const isVector = kind === 'svg';
  const text = isVector ? new TextDecoder().decode(bytes) : '';
  const isPicture = isVector ? /<(?:\w+:)?svg[\s>/]/.test(text) : begins(bytes, kind);
  if (!isPicture) return notPicture(path, kind);
  const [unsafe] = isVector ? (UNSAFE.exec(text) ?? []) : [];
  return unsafe === undefined ? null : unsafePicture(path, unsafe);
}

/** How files of a kind begin, as Latin-1. */
const BEGINNINGS: Record<string, RegExp> = {
  png: /^\x89PNG\r\n\x1a\n/,
  jpg: /^\xff\xd8\xff/,
  jpeg: /^\xff\xd8\xff/,
  webp: /^RIFF[^]{4}WEBP/,
};

function begins(bytes: Uint8Array, kind: string): boolean {
  const beginning = String.fromCharCode(...bytes.subarray(0, 16));
  return BEGINNINGS[kind]?.test(beginning) ?? true;
}

/**
 * Scripts, handlers, and whatever is loaded from another file; a link to click is none of these, nor a name
 * for a namespace as drawing programs declare it.
 */
const UNSAFE =
  /<script\b|\son[a-z]+\s*=|<(?!a\b)[a-z][\w:-]*\b[^>]*?\s(?:xlink:)?(?:href|src)\s*=\s*["'](?!#|data:)[^"']*|url\(\s*["']?(?!#|data:)[^"')\s]+|@import\b|<!ENTITY\s+(?:%\s+)?\S+\s+(?:SYSTEM|PUBLIC)\b/i;

function notPicture(path: string, kind: string): Finding {
  return {
    code: 'not-a-picture',
    severity: 'error',
    found: named('содержимое файла не картинка:', 'what is in the file is no picture:', path),
    expected: { ru: `файл ${kind.toUpperCase()}`, en: `a ${kind.toUpperCase()} file` },
    mend: {
      ru: 'откройте файл: если это страница входа или текст, сохраните картинку заново; если картинка другого вида, исправьте расширение',
      en: 'open the file: if it is a login page or text, save the picture again; if it is a picture of another kind, correct its extension',
    },
  };
}

function unsafePicture(path: string, part: string): Finding {
  const shown = quoted(part);
  return {
    code: 'picture-not-alone',
    severity: 'error',
    found: { ru: `в картинке ${path}: ${shown.ru}`, en: `in the picture ${path}: ${shown.en}` },
    expected: {
      ru: 'SVG без скриптов и без ссылок на другие файлы',
      en: 'an SVG without scripts and without references to other files',
    },
    mend: {
      ru: 'сохраните картинку заново, встроив в неё всё нужное, или возьмите PNG',
      en: 'save the picture again with all it needs inside, or take a PNG',
    },
  };
}
