import { join } from 'node:path';
import { localText } from '../locale/text.ts';
import { Refused } from '../onboarding/refused.ts';
import type { Effects } from '../types/effects.ts';
import type { Locale } from '../types/locale.ts';
import type { Day } from '../types/period.ts';
import { isId } from '../workspace/ids.ts';
import { readJsonFile } from '../workspace/json-file.ts';
import type { Finding } from '../workspace/findings.ts';
import { conditionsOf } from '../workspace/programme/conditions.ts';
import { traineeFile } from '../workspace/trainees/load-trainees.ts';
import { traineeSchema } from '../workspace/trainees/schema.ts';
import { badId } from './entry.ts';
import type { TrainingHouse } from './house.ts';

export interface NewTrainee {
  id: string;
  /** One name for both languages, or `Русское имя | English name`. */
  name: string;
  start: Day;
  mentor: string;
  manager: string;
  /** The only one of the programme when `null`. */
  track: string | null;
  /** The agency's when `null`. */
  locale: Locale | null;
  timeZone: string | null;
  closes: Day | null;
  conditions: string[];
}

/** Begins a trainee's record. Never touches one that exists. @returns path of the file from the workspace */
export async function begin(house: TrainingHouse, wanted: NewTrainee, effects: Effects): Promise<string> {
  const { id } = wanted;
  if (!isId(id)) throw badId(id);
  const file = traineeFile(id);
  const path = join(house.root, file);
  if (await effects.fs.exists(path))
    throw new Refused('trainee-exists', { ru: `стажёр ${id} уже заведён: ${file}`, en: `${id} is on record: ${file}` });
  refuseUnknown(house, wanted);
  const [ru, en = ru] = wanted.name.split('|').map((part) => part.trim());
  const text = `${JSON.stringify(
    {
      name: { ru, en },
      locale: wanted.locale ?? house.agency.locale,
      track: wanted.track ?? house.training.programme.tracks[0]!.id,
      start: wanted.start,
      mentor: wanted.mentor,
      manager: wanted.manager,
      ...(wanted.timeZone === null ? {} : { timeZone: wanted.timeZone }),
      ...(wanted.closes === null ? {} : { closes: wanted.closes }),
      conditions: wanted.conditions,
    },
    null,
    2,
  )}\n`;
  const { findings } = readJsonFile(text, traineeSchema);
  if (findings.length > 0) throw unfit(findings);
  await effects.fs.write(path, text);
  return file;
}

/** What was typed goes by the name of its flag: the file it would have stood in is not written. */
function unfit(findings: readonly Finding[]): Refused {
  const line = (locale: Locale): string =>
    findings
      .map(({ column, found, expected }) => {
        const field = String(column).split('.')[0]!;
        const flag = `--${FLAGS[field] ?? field}`;
        return `${flag}: ${localText(found, locale)} → ${localText(expected, locale)}`;
      })
      .join('; ');
  return new Refused('bad-value', { ru: line('ru'), en: line('en') });
}

/** Fields of trainee.json whose flag has another name. */
const FLAGS: Readonly<Record<string, string>> = { timeZone: 'time-zone', conditions: 'condition' };

function refuseUnknown({ people, training }: TrainingHouse, wanted: NewTrainee): void {
  const ids = people.map(({ id }) => id);
  for (const role of ['mentor', 'manager'] as const) {
    if (ids.includes(wanted[role])) continue;
    throw new Refused('unknown-person', {
      ru: `--${role}: человека ${wanted[role]} нет в data/people.json`,
      en: `--${role}: there is no ${wanted[role]} in data/people.json`,
    });
  }
  if (wanted.mentor === wanted.manager)
    throw new Refused('mentor-is-manager', {
      ru: 'наставник и руководитель — два разных человека: решение подписывают двое',
      en: 'mentor and manager are two people: two sign the decision',
    });
  const tracks = training.programme.tracks.map(({ id }) => id);
  if (wanted.track === null ? tracks.length > 1 : !tracks.includes(wanted.track))
    throw new Refused('unknown-track', {
      ru: `назовите направление: --track ${tracks.join('|')}`,
      en: `name the track: --track ${tracks.join('|')}`,
    });
  if (wanted.closes !== null && wanted.closes <= wanted.start)
    throw new Refused('closes-before-start', {
      ru: `--closes ${wanted.closes}: запись закрывают после первого дня работы, ${wanted.start}`,
      en: `--closes ${wanted.closes}: a record is closed after the first day of work, ${wanted.start}`,
    });
  const known = conditionsOf(training.programme, training.checklists);
  const strange = wanted.conditions.find((one) => !known.includes(one));
  if (strange !== undefined)
    throw new Refused('unknown-condition', {
      ru: `условия ${strange} нет; есть: ${known.join(', ')}`,
      en: `there is no condition ${strange}; there are: ${known.join(', ')}`,
    });
}
