import type { LocalText } from '../../types/locale.ts';
import type { Problem } from '../../types/problem.ts';
import type { Shard } from './shard.ts';

/** Problems of parts of a build, and of putting them together. Files are folders as they were given. */

type Text = Exclude<LocalText, string>;

function problem(code: string, file: string, found: Text, expected: Text, mend: Text): Problem {
  return { code, severity: 'error', file, found, expected, mend };
}

const AGAIN: Text = {
  ru: 'соберите эту часть заново тем же движком, из того же состояния и с теми же флагами, что и остальные',
  en: 'build this part again with the same engine, state of the workspace and flags as the others',
};

export function holdsWholeBuild(out: string): Problem {
  return problem(
    'part-over-build',
    out,
    { ru: 'в папке лежит целая сборка, а не её часть', en: 'the folder holds a whole build, not a part of one' },
    { ru: 'своя папка для каждой части', en: 'a folder of its own for each part' },
    { ru: 'укажите в --out другую папку', en: 'give another folder after --out' },
  );
}

export function secretMissing(file: string): Problem {
  return problem(
    'part-secret',
    file,
    {
      ru: 'предложение публикуется по ссылке, а секрета ссылок у агентства нет: каждая машина придумала бы свой',
      en: 'the proposal is published by link and the agency has no link secret: every machine would make its own',
    },
    { ru: 'один секрет для всех частей', en: 'one secret for all parts' },
    {
      ru: 'задайте всем частям одну переменную ACCOUNTPRESS_LINK_SECRET',
      en: 'give all parts the same variable ACCOUNTPRESS_LINK_SECRET',
    },
  );
}

export function workspaceChanged({ index, count }: Shard): Problem {
  return problem(
    'part-changed',
    `${index}/${count}`,
    {
      ru: 'файлы агентства изменились, пока собиралась эта часть',
      en: 'files of the agency have changed while this part was being built',
    },
    { ru: 'файлы, которых никто не трогает во время сборки', en: 'files that nobody touches during a build' },
    AGAIN,
  );
}

export function notAPart(folder: string): Problem {
  return problem(
    'part-unfinished',
    folder,
    {
      ru: 'здесь нет законченной части: нет файла shard.json или он повреждён',
      en: 'there is no finished part here: shard.json is missing or damaged',
    },
    { ru: 'папка, собранная с --shard i/n до конца', en: 'a folder that --shard i/n has built to the end' },
    { ru: 'соберите эту часть ещё раз', en: 'build this part again' },
  );
}

export function damagedPart(folder: string, file: string, what: Text): Problem {
  return problem(
    'part-damaged',
    `${folder}/${file}`,
    what,
    { ru: 'ровно те файлы, которые собрала эта часть', en: 'exactly the files this part has built' },
    { ru: 'передайте папку части ещё раз или соберите её заново', en: 'hand the part over again, or build it anew' },
  );
}

/** The part differs in something that all parts must share. */
export function differs(folder: string, what: Text, found: Text, expected: Text): Problem {
  const words = (locale: 'ru' | 'en', value: Text) => `${what[locale]}: ${value[locale]}`;
  return problem(
    'part-differs',
    folder,
    { ru: words('ru', found), en: words('en', found) },
    { ru: words('ru', expected), en: words('en', expected) },
    AGAIN,
  );
}

export function partTwice(folder: string, { index, count }: Shard, other: string): Problem {
  return problem(
    'part-twice',
    folder,
    { ru: `это часть ${index}/${count}, как и ${other}`, en: `it is part ${index}/${count}, and so is ${other}` },
    { ru: 'каждая часть один раз', en: 'each part once' },
    {
      ru: 'оставьте одну из папок: ту, что собрана последней',
      en: 'leave one of the folders: the one that was built last',
    },
  );
}

export function partMissing({ index, count }: Shard): Problem {
  return problem(
    'part-missing',
    `${index}/${count}`,
    { ru: `нет части ${index}/${count}`, en: `part ${index}/${count} is missing` },
    { ru: `все части от 1 до ${count}`, en: `all parts from 1 to ${count}` },
    { ru: `соберите её: --shard ${index}/${count}`, en: `build it: --shard ${index}/${count}` },
  );
}

/** @param folders of the parts that have it */
export function documentTwice(unit: string, folders: string[]): Problem {
  return problem(
    'document-twice',
    unit,
    { ru: `этот документ есть в частях ${folders.join(', ')}`, en: `this document is in ${folders.join(', ')}` },
    { ru: 'каждый документ один раз', en: 'each document once' },
    AGAIN,
  );
}

export function documentMissing(unit: string): Problem {
  return problem(
    'document-missing',
    unit,
    { ru: 'этого документа нет ни в одной части', en: 'this document is in no part' },
    { ru: 'каждый документ один раз', en: 'each document once' },
    AGAIN,
  );
}

export function documentForeign(unit: string, folder: string): Problem {
  return problem(
    'document-foreign',
    unit,
    { ru: `документ лежит в ${folder}, а это не его часть`, en: `the document is in ${folder}, which is not its part` },
    { ru: 'каждый документ в своей части', en: 'each document in its own part' },
    AGAIN,
  );
}

export function outIsPart(out: string): Problem {
  return problem(
    'merge-into-part',
    out,
    { ru: 'в этой папке лежит часть сборки', en: 'this folder holds a part of a build' },
    { ru: 'отдельная папка для готового', en: 'a folder of its own for the result' },
    { ru: 'укажите в --out другую папку', en: 'give another folder after --out' },
  );
}

/** The one of the two would be taken for files of the other that nobody has built. */
export function outBesidePart(out: string, part: string): Problem {
  return problem(
    'merge-into-part',
    out,
    {
      ru: `эта папка лежит внутри части ${part}, или часть внутри неё`,
      en: `this folder lies within the part ${part}, or the part within it`,
    },
    { ru: 'отдельная папка для готового', en: 'a folder of its own for the result' },
    { ru: 'укажите в --out папку рядом с частями', en: 'give a folder beside the parts after --out' },
  );
}

/** @param periods that would fall out of the client's cabinet */
export function historyLost(unit: string, periods: string[]): Problem {
  const list = periods.join(', ');
  return problem(
    'merge-history',
    unit,
    {
      ru: `в готовой папке есть ещё периоды ${list}, а часть о них не знала`,
      en: `the output also has the periods ${list}, of which the part did not know`,
    },
    {
      ru: 'части, собранные поверх прежних документов, или пустая папка',
      en: 'parts built over the earlier documents, or an empty folder',
    },
    {
      ru: 'соберите части без --period или объединяйте в новую папку',
      en: 'build the parts without --period, or merge into a new folder',
    },
  );
}
