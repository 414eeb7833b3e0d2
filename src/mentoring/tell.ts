import { dayText } from '../locale/dates.ts';
import { percentText } from '../locale/numbers.ts';
import { NBSP } from '../locale/signs.ts';
import { dayOf } from '../onboarding/record.ts';
import { ownerOf, type Prompt } from '../onboarding/prompts.ts';
import { rubricScore } from '../onboarding/rubric.ts';
import type { Locale } from '../types/locale.ts';
import type { Standing } from './cohort.ts';
import { MENTORING_WORDS } from './words.ts';

const plain = (text: string): string => text.replaceAll(NBSP, ' ');

/** Everybody in two lines each. */
export function listText(standings: readonly Standing[], locale: Locale): string[] {
  if (standings.length === 0) return [MENTORING_WORDS[locale].nobody];
  return standings.flatMap(({ state, course, prompts }) => {
    const { trainee } = state;
    const late = prompts.filter(({ day }) => day < state.asOf).length;
    const facts = [
      stageText({ state, course }, locale),
      ...(late > 0 ? [`${MENTORING_WORDS[locale].late}: ${late}`] : []),
      ...(state.decision ? [MENTORING_WORDS[locale].outcome[state.decision.outcome]] : []),
    ];
    return [`${trainee.id}  ${trainee.name[locale]}`, `  ${facts.join(' · ')}`, ''];
  });
}

export function stageText({ state, course }: Pick<Standing, 'state' | 'course'>, locale: Locale): string {
  const words = MENTORING_WORDS[locale];
  const { departure, paused } = state;
  if (departure) return plain(departure.last < state.asOf ? words.left(departure.last) : words.leaves(departure.last));
  if (state.closed) return words.closed;
  if (paused) return plain(words.away(paused.since, paused.until));
  if (state.workingDay === 0) return words.notBegun;
  const stage = course.track.stages[state.stage];
  return `${stage ? stage.title[locale] : words.done} · ${words.workingDay(state.workingDay)}`;
}

/** What is to be done, day by day; overdue first. */
export function dueText(standings: readonly Standing[], locale: Locale): string[] {
  const words = MENTORING_WORDS[locale];
  const lines = standings.flatMap(({ state, prompts }) => {
    const due = prompts.filter(({ day }) => day <= state.asOf);
    if (due.length === 0) return [];
    const told = due.map((prompt) => {
      const open =
        prompt.kind === 'review'
          ? prompt.open.map(({ item }) => `\n      ${item.id} — ${words.owner[item.owner]}`).join('')
          : '';
      return `  ${plain(dayText(locale, prompt.day, 'numeric'))}  ${words.prompt(prompt)}${whoseText(prompt, locale)}${open}`;
    });
    return [`${state.trainee.id}  ${state.trainee.name[locale]}`, ...told, ''];
  });
  return lines.length > 0 ? lines : [words.nothing];
}

/** ` — mentor, mn-scorer`: whose it is, and what commands call it; feedback says of itself whose it is. */
function whoseText(prompt: Prompt, locale: Locale): string {
  const owner = prompt.kind === 'feedback' ? null : ownerOf(prompt);
  const known = [owner && MENTORING_WORDS[locale].owner[owner], prompt.kind === 'item' && prompt.item.item.id];
  const told = known.filter(Boolean);
  return told.length > 0 ? ` — ${told.join(', ')}` : '';
}

const SHOWN = {
  ru: {
    gates: 'Допуски',
    shut: 'закрыт',
    open: 'открыт',
    items: 'Пункты',
    defence: 'Защита',
    decision: 'Решение',
    apart: 'пока оценил один; уровни видны после второго',
    agreed: 'общая оценка',
    taken: 'Отозвано',
  },
  en: {
    gates: 'Gates',
    shut: 'shut',
    open: 'open',
    items: 'Items',
    defence: 'Defence',
    decision: 'Decision',
    apart: 'one has scored so far; levels are shown after the second',
    agreed: 'agreed',
    taken: 'Taken back',
  },
};

/** One trainee's record for a terminal. */
export function showText({ state, course }: Standing, locale: Locale): string[] {
  const say = SHOWN[locale];
  const words = MENTORING_WORDS[locale];
  const day = (text: string): string => plain(dayText(locale, text, 'numeric'));
  const gates = state.gates.map(
    ({ gate, openSince }) =>
      `  ${openSince ? '✓' : '·'} ${gate.title[locale]}: ${openSince ? `${say.open} ${day(openSince)}` : say.shut}`,
  );
  const items = state.items.map(({ item, dueDay, signed, late }) => {
    const told = signed
      ? `${signed.by}, ${day(dayOf(signed, course.timeZone))}`
      : `${late ? `${words.late}, ` : ''}${day(dueDay)}`;
    return `  ${signed ? '✓' : late ? '!' : '·'} ${item.id} — ${item.title[locale]} (${words.owner[item.owner]}; ${told})`;
  });
  const { decision } = state;
  return [
    `${state.trainee.id}  ${state.trainee.name[locale]} · ${stageText({ state, course }, locale)}`,
    `${say.gates}:`,
    ...gates,
    `${say.items}:`,
    ...items,
    ...defenceText({ state, course }, locale),
    ...(decision ? [`${say.decision}: ${words.outcome[decision.outcome]} — ${decision.reason}`] : []),
    ...absenceText({ state, course }, locale),
    ...takenText({ state, course }, locale),
  ];
}

/** Pauses, the leaving, other mentors and managers, each with its reason. */
function absenceText({ state, course }: Pick<Standing, 'state' | 'course'>, locale: Locale): string[] {
  const words = MENTORING_WORDS[locale];
  const { pauses, departure } = state;
  return [
    ...pauses.map(({ since, until, reason, by }) => `${words.away(since, until)} — ${reason} (${by})`),
    ...(departure ? [`${words.leaves(departure.last)} — ${departure.reason} (${departure.by})`] : []),
    ...state.events.flatMap((event) =>
      event.type === 'assignment'
        ? [
            `${words.assigned(event.role, event.person, event.before)} — ${event.reason} (${event.by}, ${dayText(locale, dayOf(event, course.timeZone), 'numeric')})`,
          ]
        : [],
    ),
  ].map(plain);
}

/** What was taken back, and why. */
function takenText({ state, course }: Pick<Standing, 'state' | 'course'>, locale: Locale): string[] {
  const day = (event: { at: string }): string => dayOf(event, course.timeZone);
  return state.events.flatMap((event) => {
    if (event.type !== 'withdrawal' && event.type !== 'retraction') return [];
    const what =
      event.type === 'withdrawal'
        ? event.item
        : plain(MENTORING_WORDS[locale].taken(event.of, day(event.of), event.of.by));
    return [
      `${SHOWN[locale].taken}: ${what} — ${event.reason} (${event.by}, ${plain(dayText(locale, day(event), 'numeric'))})`,
    ];
  });
}

/** Two score apart: what one gave is told to nobody before the other has scored. */
function defenceText({ state, course }: Pick<Standing, 'state' | 'course'>, locale: Locale): string[] {
  const say = SHOWN[locale];
  const { defence } = course;
  if (!defence) return [];
  return state.defences.flatMap(({ own, agreed }) => {
    if (own.length < 2) return [`${say.defence}: ${say.apart}`];
    const share = (levels: Record<string, number>): string =>
      plain(percentText(locale, rubricScore(defence, levels).score, { min: 0, max: 1 }, 'negative'));
    const all = own.map(({ by, levels }) => `${by} ${share(levels)}`);
    return [`${say.defence}: ${[...all, ...(agreed ? [`${say.agreed} ${share(agreed.levels)}`] : [])].join(', ')}`];
  });
}
