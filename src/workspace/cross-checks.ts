import { didYouMean, oneOf, quoted, type Finding } from './findings.ts';
import { placeOf, textsAt } from './json-file.ts';
import type { JsonDocument, JsonPath } from './json-reader.ts';
import { leadsOutside, type Desk } from './desk.ts';
import { isInnerPath } from './kinds.ts';
import { pictureFinding } from './pictures.ts';

/** What a name refers to, and what to do when nothing has it. */
export interface Reference {
  code: string;
  severity: Finding['severity'];
  known: readonly string[];
  /** What is expected while `known` is empty. */
  whileNoneKnown?: { ru: string; en: string };
  mend: { ru: string; en: string };
}

export const personReference = (known: readonly string[]): Reference => ({
  code: 'unknown-person',
  severity: 'error',
  known,
  mend: {
    ru: 'исправьте id или добавьте сотрудника в data/people.json',
    en: 'correct the id or add the person to data/people.json',
  },
});

export const metricReference = (known: readonly string[]): Reference => ({
  code: 'unknown-metric',
  severity: 'error',
  known,
  mend: {
    ru: 'исправьте id или опишите показатель в data/metrics.json',
    en: 'correct the id or describe the metric in data/metrics.json',
  },
});

export const formatReference = (known: readonly string[]): Reference => ({
  code: 'unknown-format',
  severity: 'error',
  known,
  mend: { ru: 'исправьте id формата или удалите поле', en: 'correct the format id or remove the field' },
});

/** A rule about a source that has no files is idle: either its name is wrong or its exports have not come yet. */
export const sourceReference = (known: readonly string[]): Reference => ({
  code: 'unknown-source',
  severity: 'warning',
  known,
  mend: { ru: 'назовите папку из exports', en: 'name a folder of exports' },
});

/** Names at `path` (`*` is every item; `key` takes field names) that refer to nothing known. */
export function danglingNames(document: JsonDocument, path: JsonPath, reference: Reference, key = false): Finding[] {
  const { code, severity, known, mend, whileNoneKnown } = reference;
  const none = whileNoneKnown ?? { ru: 'известное имя', en: 'a known name' };
  return textsAt(document, path, key)
    .filter(({ text }) => !known.includes(text))
    .map(({ text, path: at }) => ({
      code,
      severity,
      ...placeOf(document, at),
      found: quoted(text),
      expected: known.length === 0 ? none : oneOf(known),
      mend: didYouMean(text, known, mend),
    }));
}

/** A person, KPI or channel listed twice under `path`. */
export function repeatedNames(document: JsonDocument, path: JsonPath): Finding[] {
  const seen = new Set<string>();
  return textsAt(document, path).flatMap(({ text, path: at }) => {
    if (seen.size < seen.add(text).size) return [];
    const shown = quoted(text);
    return [
      {
        code: 'duplicate-value',
        severity: 'error' as const,
        ...placeOf(document, at),
        found: { ru: `${shown.ru} второй раз`, en: `${shown.en} a second time` },
        expected: { ru: 'каждое значение один раз', en: 'every value once' },
        mend: { ru: 'удалите повтор', en: 'remove the repetition' },
      },
    ];
  });
}

/**
 * Pictures named at `path` that lie in the folder of another client, who would be seen in these documents.
 * @param own ids of the clients these documents are for; none where every client would see them, or none is known yet
 */
export function picturesOfOthers(document: JsonDocument, path: JsonPath, own: readonly string[]): Finding[] {
  return textsAt(document, path).flatMap(({ text, path: at }) => {
    const whose = /^clients\/([^/]+)\//.exec(text)?.[1];
    if (whose === undefined || own.includes(whose)) return [];
    const home = own[0] === undefined ? 'data/brand' : `data/clients/${own[0]}`;
    return [
      {
        code: 'picture-of-other',
        severity: 'error' as const,
        ...placeOf(document, at),
        found: quoted(text),
        expected: {
          ru: `картинка не из папки другого клиента (${whose})`,
          en: `a picture that is not in the folder of another client (${whose})`,
        },
        mend: {
          ru: `исправьте путь; общую для нескольких картинку положите вне папок клиентов или скопируйте в ${home}`,
          en: `correct the path; lay a picture that several share outside the clients’ folders, or copy it into ${home}`,
        },
      },
    ];
  });
}

/** Pictures named at `path` (from the folder `data`) that are absent, lead outside or are none. */
export async function faultyPictures(
  desk: Desk,
  document: JsonDocument,
  path: JsonPath,
  severity: Finding['severity'],
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { text, path: at } of textsAt(document, path)) {
    // The schema has complained of such a path already.
    if (!isInnerPath(text)) continue;
    const where = await desk.reach(`data/${text}`);
    if (where === 'outside') findings.push({ ...leadsOutside(text), ...placeOf(document, at) });
    // The picture itself is told of under its own name when it cannot be read.
    const bytes = where === 'inside' ? await desk.bytes(`data/${text}`) : null;
    const wrong = bytes === null ? null : pictureFinding(text, bytes);
    if (wrong !== null) findings.push({ ...wrong, severity, ...placeOf(document, at) });
    if (where !== 'absent') continue;
    findings.push({
      code: 'picture-missing',
      severity,
      ...placeOf(document, at),
      found: quoted(text),
      expected: { ru: `файл data/${text}`, en: `the file data/${text}` },
      mend: { ru: 'положите картинку в папку или исправьте путь', en: 'put the picture there or correct the path' },
    });
  }
  return findings;
}
