import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { momentOf } from '../../../src/calendar/zones.ts';
import { nodeEffects } from '../../../src/effects/node.ts';
import { SECRET_VARIABLE } from '../../../src/examining/room.ts';
import { begin } from '../../../src/mentoring/begin.ts';
import { loadHouse, type TrainingHouse } from '../../../src/mentoring/house.ts';
import { decideOn, giveFeedback, scoreDefence, signoff } from '../../../src/mentoring/records.ts';
import { stepsOf, TRAINEES, type Step } from './months.ts';
import { sit } from './sitting.ts';

/**
 * `node scripts/demo/trainees/write.ts [--workspace DIR]`: writes the demo's trainees by the very commands mentors run,
 * with the clock moved through their months. Needs the banks `seo` and `code`; the trainees there are, and what
 * the exams remember of them, are removed first.
 */
const { values } = parseArgs({ options: { workspace: { type: 'string' } } });
const root = resolve(values.workspace ?? join(import.meta.dirname, '..', '..', '..'));

let now = new Date(0);
const effects = { ...nodeEffects(), now: () => now, env: { ...process.env, [SECRET_VARIABLE]: 'lotsman-demo-exams' } };
const clock = { effects, pass: (minutes: number) => void (now = new Date(now.getTime() + minutes * 60_000)) };

for (const path of ['data/trainees', 'data/exams/issued', 'data/exams/ledger.jsonl'])
  await rm(join(root, path), { recursive: true, force: true });
const { value: house, problems } = await loadHouse(root, effects);
if (!house) throw new Error(JSON.stringify(problems, null, 2));
const scratch = await mkdtemp(join(tmpdir(), 'demo-trainees-'));
try {
  for (const { id, name, mentor, conditions, days } of TRAINEES) {
    const person = { id, name, start: days[0]!, mentor, manager: 'maksim-orlov', conditions };
    await begin(house, { ...person, track: null, locale: null, timeZone: null, closes: null }, effects);
  }
  const steps = TRAINEES.flatMap(stepsOf).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  for (const step of steps) await take(step, house);
  console.error(`${TRAINEES.length} trainees, ${steps.length} steps → ${join(root, 'data/trainees')}`);
} finally {
  await rm(scratch, { recursive: true });
}

async function take({ at, trainee, record }: Step, house: TrainingHouse): Promise<void> {
  const [day, time] = at.split(' ');
  now = momentOf(day!, time!, 'Europe/Moscow');
  const where = { trainee, asOf: null };
  if (record.kind === 'exam') return sit(root, { ...record, trainee }, clock, scratch);
  if (record.kind === 'signoff') await signoff(house, where, record, effects);
  if (record.kind === 'feedback')
    await giveFeedback(
      house,
      where,
      { ...record, day: null, answers: new Map(Object.entries(record.answers)) },
      effects,
    );
  if (record.kind === 'decision') await decideOn(house, where, { ...record, department: null }, effects);
  if (record.kind !== 'score') return;
  const levels = new Map(record.levels.split(' ').map((pair) => pair.split('=') as [string, string]));
  await scoreDefence(house, where, { ...record, levels }, effects);
}
