import { trackItems, type PlacedItem } from '../../onboarding/items.ts';
import type { Checklist, Programme, Requirement, Track } from '../../types/programme.ts';
import { quoted, type Finding } from '../findings.ts';
import { duplicateId } from '../ids.ts';
import { placeOf } from '../json-file.ts';
import type { JsonDocument, JsonPath } from '../json-reader.ts';

/**
 * What is wrong inside one track. A record another track asks for is never made by this one's trainees: a gate that
 * waited for it would open of itself or never.
 */
export function trackFindings(
  document: JsonDocument,
  { tracks }: Programme,
  checklists: readonly Checklist[],
): Finding[] {
  return tracks.flatMap((track, index) => {
    const place: Place = { document, path: ['tracks', index] };
    return [
      ...requirementFindings(place, track, tracks, checklists),
      ...repeatedIds(place, track),
      ...dueFindings(place, track, checklists),
      ...listsBegunAgain(place, track),
    ];
  });
}

interface Place {
  document: JsonDocument;
  path: JsonPath;
}

const at = ({ document, path }: Place, ...more: JsonPath) => placeOf(document, [...path, ...more]);

function requirementFindings(
  place: Place,
  track: Track,
  tracks: readonly Track[],
  checklists: readonly Checklist[],
): Finding[] {
  const items = trackItems(track, checklists);
  const gates = track.stages.map(({ gate }) => gate.id);
  const others = tracks.filter((one) => one !== track);
  const elsewhere = {
    items: others.flatMap((one) => trackItems(one, checklists)),
    gates: others.flatMap(({ stages }) => stages.map(({ gate }) => gate.id)),
  };
  const judge = (requires: readonly Requirement[], path: JsonPath, stage: number | null): Finding[] =>
    requires.flatMap((one, index) => {
      if (one.kind === 'exam' || one.kind === 'defence') return [];
      const where = at(place, ...path, index, one.kind);
      if (one.kind === 'gate') {
        // In a gate it is told as one that waits for a later one.
        const foreign = stage === null && !gates.includes(one.gate) && elsewhere.gates.includes(one.gate);
        return foreign ? [otherTrack('unknown-gate', one.gate, where)] : [];
      }
      const isAsked = (placed: PlacedItem): boolean => asks(one, placed);
      if (!items.some(isAsked)) {
        if (!elsewhere.items.some(isAsked)) return [];
        const [code, id] = one.kind === 'item' ? ['unknown-item', one.item] : ['unknown-checklist', one.checklist];
        return [otherTrack(code!, id!, where)];
      }
      const later = items.find((placed) => isAsked(placed) && isLater(placed, stage));
      return later === undefined ? [] : [waitsForLater(later.item.id, where)];
    });
  const after = track.defence.after;
  return [
    ...track.stages.flatMap(({ gate }, s) => judge(gate.requires, ['stages', s, 'gate', 'requires'], s)),
    ...track.decisions.flatMap(({ requires }, d) => judge(requires, ['decisions', d, 'requires'], null)),
    ...(!gates.includes(after) && elsewhere.gates.includes(after)
      ? [otherTrack('unknown-gate', after, at(place, 'defence', 'after'))]
      : []),
  ];
}

const asks = (one: Requirement, { item, source }: PlacedItem): boolean =>
  one.kind === 'item'
    ? item.id === one.item
    : one.kind === 'checklist' && source.kind === 'checklist' && source.checklist === one.checklist && item.required;

/** Mentor, manager and IT may prepare ahead; the trainee's items of later stages wait for this very gate. */
const isLater = ({ item, stage: own }: PlacedItem, stage: number | null): boolean =>
  stage !== null && own > stage && item.owner === 'trainee';

function repeatedIds(place: Place, track: Track): Finding[] {
  const repeated = (ids: readonly string[], path: JsonPath, field = 'id'): Finding[] =>
    ids.flatMap((id, index) => (ids.indexOf(id) < index ? [duplicateId(id, at(place, ...path, index, field))] : []));
  const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);
  return [
    ...repeated(ids(track.decisions), ['decisions']),
    ...repeated(
      track.feedback.map(({ day }) => String(day)),
      ['feedback'],
      'day',
    ),
    ...track.feedback.flatMap(({ questions }, f) =>
      (['mentor', 'trainee'] as const).flatMap((side) =>
        repeated(ids(questions[side]), ['feedback', f, 'questions', side]),
      ),
    ),
  ];
}

/** A list that stands in several days has its items due where it is first named. */
function dueFindings(place: Place, track: Track, checklists: readonly Checklist[]): Finding[] {
  const begun = new Set<string>();
  return track.stages.flatMap(({ days }, s) =>
    days.flatMap(({ day, checklists: names, ...lists }, d) => {
      const path: JsonPath = ['stages', s, 'days', d];
      const own = (['meetings', 'practice', 'tasks'] as const).flatMap((kind) =>
        lists[kind].map((item, i) => ({ item, where: at(place, ...path, kind, i, 'due') })),
      );
      const listed = names.flatMap((name, i) => {
        if (begun.has(name)) return [];
        begun.add(name);
        const items = checklists.find(({ id }) => id === name)?.items ?? [];
        return items.map((item) => ({ item, where: at(place, ...path, 'checklists', i) }));
      });
      return [...own, ...listed].flatMap(({ item: { id, due }, where }) =>
        due === undefined || due >= day ? [] : [dueTooEarly({ id, due, from: day }, where)],
      );
    }),
  );
}

function listsBegunAgain(place: Place, track: Track): Finding[] {
  const begun = new Map<string, number>();
  return track.stages.flatMap(({ days }, s) =>
    days.flatMap(({ day, checklists }, d) =>
      checklists.flatMap((name, i): Finding[] => {
        const first = begun.get(name);
        if (first === undefined) return (begun.set(name, day), []);
        return [
          {
            code: 'list-begun-again',
            severity: 'warning',
            ...at(place, 'stages', s, 'days', d, 'checklists', i),
            found: quoted(name),
            expected: {
              ru: `каждый чек-лист один раз: он начат в ${first}-й день, его сроки считаются оттуда`,
              en: `every checklist once: it begins on day ${first}, and its items are due from there`,
            },
            mend: { ru: 'уберите повтор', en: 'remove the repetition' },
          },
        ];
      }),
    ),
  );
}

type Where = ReturnType<typeof placeOf>;

const otherTrack = (code: string, id: string, where: Where): Finding => ({
  code,
  severity: 'error',
  ...where,
  found: quoted(id),
  expected: {
    ru: 'то, что есть в днях и допусках этого же направления (track)',
    en: 'something of the days and gates of this very track',
  },
  mend: {
    ru: 'оно стоит в другом направлении: у его стажёров такой записи не бывает — уберите требование или добавьте его в это',
    en: 'it stands in another track, so trainees of this one never have the record: remove it or add it to this track',
  },
});

const waitsForLater = (item: string, where: Where): Finding => ({
  code: 'gate-waits-for-later',
  severity: 'error',
  ...where,
  found: quoted(item),
  expected: {
    ru: 'пункты этого этапа или более ранних: пункты стажёра из следующих ждут этого допуска',
    en: 'items of this stage or of earlier ones: the trainee’s of later stages wait for this gate',
  },
  mend: {
    ru: 'перенесите пункт раньше или требование в более поздний допуск',
    en: 'move the item earlier, or the requirement to a later gate',
  },
});

const dueTooEarly = ({ id, due, from }: { id: string; due: number; from: number }, where: Where): Finding => ({
  code: 'due-too-early',
  severity: 'warning',
  ...where,
  found: { ru: `«${id}» до ${due}-го рабочего дня`, en: `“${id}” due on working day ${due}` },
  expected: {
    ru: `не раньше ${from}-го, когда пункт впервые назван`,
    en: `no earlier than day ${from}, when the item is first named`,
  },
  mend: { ru: 'исправьте due или назовите пункт раньше', en: 'correct due, or name the item earlier' },
});
