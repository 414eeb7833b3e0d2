import { join } from 'node:path';
import { timeIn } from '../../calendar/zones.ts';
import { whileHolding } from '../../effects/lock.ts';
import { addDays } from '../../figures/period.ts';
import { printProblem } from '../../locale/problem.ts';
import type { BriefFile } from '../../types/brief.ts';
import type { Effects } from '../../types/effects.ts';
import type { Locale } from '../../types/locale.ts';
import type { Agency, Person } from '../../types/workspace.ts';
import { openDesk, type Desk } from '../desk.ts';
import { problemsOf } from '../findings.ts';
import { readJsonFile } from '../json-file.ts';
import { timeZone as timeZoneKind } from '../kinds.ts';
import { loadAgency, loadPeople } from '../load-agency.ts';
import { ESTIMATES_FOLDER, PROPOSALS_FOLDER } from '../places.ts';
import { briefSchema } from '../schemas/brief.ts';
import { estimateText, proposalText } from './proposal-text.ts';

/** Days a new offer holds, until its author says otherwise. */
const VALID_DAYS = 21;

export interface NewProposal {
  /** A good id. */
  id: string;
  /** Absolute path of the workspace. */
  root: string;
  /** Absolute path of the engine: commands need no flag for a workspace that lies there. */
  project: string;
  /** Absolute path of a filled brief, if there is one. */
  brief: string | null;
  /** Language of the messages; the agency's when null. */
  lang: Locale | null;
}

/**
 * Writes the text and the estimate of a new proposal, begun from a filled brief, and says what to do next. Of two made
 * at once one waits for the other, whose number is taken.
 * @returns the exit code: 0 made, 1 refused
 */
export async function newProposal(order: NewProposal, effects: Effects): Promise<number> {
  const desk = openDesk(order.root, effects);
  const agency = await loadAgency(desk);
  const [author] = await loadPeople(desk);
  const locale = order.lang ?? agency.locale;
  const refuse = (texts: Record<Locale, string>): number => {
    effects.err(texts[locale]);
    return 1;
  };
  const errors = desk.problems.filter(({ severity }) => severity === 'error');
  for (const problem of errors) effects.err(printProblem(problem, locale));
  if (errors.length > 0) return 1;
  if (author === undefined) return refuse(NOBODY);
  const brief = order.brief === null ? null : await readBrief(order.brief, locale, effects);
  if (brief === undefined) return 1;
  const { id, root, project } = order;
  const file = `${PROPOSALS_FOLDER}/${id}.mdx`;
  return whileHolding(join(root, '.accountpress', 'new-proposal.lock'), effects, async () => {
    if ((await desk.reach(file)) !== 'absent') return refuse(alreadyThere(file));
    await write({ id, file, agency, author, brief }, desk, effects);
    effects.err(nextSteps(id, root === project ? null : root)[locale]);
    return 0;
  });
}

interface Beginning {
  id: string;
  /** Of its text, relative to the workspace. */
  file: string;
  agency: Agency;
  author: Person;
  brief: BriefFile | null;
}

async function write({ id, file, agency, author, brief }: Beginning, desk: Desk, effects: Effects): Promise<void> {
  const { day: date } = timeIn(agency.timeZone, effects.now());
  const zone = brief?.answers.timeZone;
  const start = {
    number: await nextNumber(date.slice(0, 4), desk),
    locale: brief?.locale ?? agency.locale,
    currency: agency.currency,
    ...{ date, validUntil: addDays(date, VALID_DAYS), author: author.id },
    timeZone: zone !== undefined && timeZoneKind.safeParse(zone).success ? zone : agency.timeZone,
    answers: brief?.answers ?? {},
  };
  const files = [
    [file, proposalText(start)],
    [`${ESTIMATES_FOLDER}/${id}/estimate.csv`, estimateText(start.locale)],
    ...(brief === null ? [] : [[`${ESTIMATES_FOLDER}/${id}/brief.json`, `${JSON.stringify(brief, null, 2)}\n`]]),
  ] as [string, string][];
  for (const [path, text] of files) {
    await effects.fs.write(desk.absolute(path), text);
    effects.out(path);
  }
}

/** The filled brief; `undefined` when it cannot be read, which the operator is told. */
async function readBrief(path: string, locale: Locale, effects: Effects): Promise<BriefFile | undefined> {
  if (!(await effects.fs.exists(path))) {
    effects.err({ ru: `${path}: файла нет`, en: `${path}: there is no such file` }[locale]);
    return undefined;
  }
  const { value, findings } = readJsonFile(new TextDecoder().decode(await effects.fs.read(path)), briefSchema);
  for (const problem of problemsOf(path, undefined, findings)) effects.err(printProblem(problem, locale));
  return value === null ? undefined : (value as BriefFile);
}

/** `2026-118` after `2026-117`: the next number of the year among the proposals there are. */
async function nextNumber(year: string, desk: Desk): Promise<string> {
  let last = 0;
  for (const { name } of await desk.entries(PROPOSALS_FOLDER)) {
    const text = await desk.text(`${PROPOSALS_FOLDER}/${name}`);
    const found = new RegExp(`^number:\\s*["']?${year}-(\\d+)`, 'm').exec(text ?? '');
    if (found) last = Math.max(last, Number(found[1]));
  }
  return `${year}-${String(last + 1).padStart(3, '0')}`;
}

const NOBODY: Record<Locale, string> = {
  ru: 'В data/people.json никого нет, а предложение кто-то подписывает. Создайте файл, например:\n[{ "id": "anna", "name": "Анна Ковалёва", "role": "аккаунт-менеджер", "email": "anna@agency.example" }]',
  en: 'There is nobody in data/people.json, and somebody has to sign the proposal. Make the file, for example:\n[{ "id": "anna", "name": "Anna Kay", "role": "account manager", "email": "anna@agency.example" }]',
};

const alreadyThere = (file: string): Record<Locale, string> => ({
  ru: `${file} уже есть. Выберите другой id.`,
  en: `${file} exists already. Choose another id.`,
});

/** @param root the workspace, when commands do not find it by themselves */
function nextSteps(id: string, root: string | null): Record<Locale, string> {
  const folder = root !== null && /^[\w./-]+$/.test(root) ? root : JSON.stringify(root);
  const elsewhere = root === null ? '' : ` --workspace ${folder}`;
  return {
    ru: `Готово. Дальше:
1. Напишите обложку, задачу и цели в content/proposals/${id}.mdx; проверьте автора, срок и налог.
2. Заполните смету data/proposals/${id}/estimate.csv: уберите строки с пометкой «Пример».
3. Смотрите, пока пишете: npm run dev -- proposals${elsewhere}. Соберите: npm run build -- --proposal ${id}${elsewhere}.
4. Когда всё готово, поставьте status: ready, соберите ещё раз и отправьте: npm run send -- proposal ${id}${elsewhere}.`,
    en: `Done. Next:
1. Write the cover, the task and the goals in content/proposals/${id}.mdx; check the author, the dates and the tax.
2. Fill in the estimate, data/proposals/${id}/estimate.csv: remove the lines marked “Example”.
3. Look while you write: npm run dev -- proposals${elsewhere}. Build: npm run build -- --proposal ${id}${elsewhere}.
4. When all is ready, set status: ready, build once more and send: npm run send -- proposal ${id}${elsewhere}.`,
  };
}
