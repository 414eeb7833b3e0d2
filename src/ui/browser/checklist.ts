import { CONDITIONS_CHANGED } from './conditions.ts';
import { kept, type Kept } from './kept.ts';
import { pageData } from './page-data.ts';

/** Ticks of every list: list id → item id → when it was ticked, an ISO moment. */
export type Ticks = Record<string, Record<string, string>>;

/** What a file of ticks says of itself; another number is another shape. */
const FILE_KIND = 'accountpress-handbook-ticks';
const SCHEMA = 1;

const store: Kept<Ticks> = kept('ticks', SCHEMA, isTicks);

/** Ticks are claims of the reader, kept in this browser; the mentor's records are somewhere else. */
export function startChecklists(): void {
  const lists = [...document.querySelectorAll<HTMLElement>('[data-checklist]')];
  if (lists.length === 0) return;
  let ticks = store.get() ?? {};
  const show = (): void => lists.forEach((list) => showTicks(list, ticks));
  const change = (next: Ticks): void => {
    ticks = next;
    if (!store.put(ticks)) say(words()?.notKept ?? '');
    show();
  };
  for (const list of lists) {
    for (const box of boxesOf(list)) {
      box.addEventListener('change', () => {
        // Another tab may have ticked meanwhile.
        change(withTick(store.get() ?? ticks, list.dataset['checklist']!, box.dataset['item']!, box.checked));
      });
    }
  }
  window.addEventListener('storage', () => {
    ticks = store.get() ?? ticks;
    show();
  });
  window.addEventListener(CONDITIONS_CHANGED, show);
  show();
  const page = document.querySelector<HTMLElement>('[data-checklist-page]');
  if (page !== null) startTools(page, lists[0]!.dataset['checklist']!, () => store.get() ?? ticks, change);
}

const boxesOf = (list: HTMLElement): HTMLInputElement[] => [...list.querySelectorAll<HTMLInputElement>('[data-item]')];

function showTicks(list: HTMLElement, ticks: Ticks): void {
  const own = ticks[list.dataset['checklist']!] ?? {};
  const boxes = boxesOf(list);
  for (const box of boxes) box.checked = Object.hasOwn(own, box.dataset['item']!);
  const line = list.querySelector<HTMLElement>('[data-progress-line]');
  if (line === null) return;
  // What does not concern the reader is no part of the work.
  const asked = boxes.filter((box) => box.closest('[hidden]') === null);
  const done = asked.filter(({ checked }) => checked).length;
  line.hidden = asked.length === 0;
  Object.assign(line.querySelector('progress')!, { max: asked.length || 1, value: done });
  line.querySelector('[role="status"]')!.textContent = list.dataset['progress']!.replace(
    '{done}',
    String(done),
  ).replace('{of}', String(asked.length));
}

export function withTick(ticks: Ticks, list: string, item: string, ticked: boolean): Ticks {
  const { [item]: before, ...others } = ticks[list] ?? {};
  return { ...ticks, [list]: ticked ? { ...others, [item]: before ?? new Date().toISOString() } : others };
}

/** Ticks of both; of an item ticked twice the earlier moment stays. Nothing is ever unticked by a file. */
export function merged(one: Ticks, other: Ticks): Ticks {
  const lists = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  return Object.fromEntries(
    lists.map((list) => {
      const [a, b] = [one[list] ?? {}, other[list] ?? {}];
      const items = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
      return [
        list,
        Object.fromEntries(items.map((item) => [item, [a[item], b[item]].filter((at) => at !== undefined).sort()[0]!])),
      ];
    }),
  );
}

const countOf = (ticks: Ticks): number =>
  Object.values(ticks).reduce((sum, items) => sum + Object.keys(items).length, 0);

interface Words {
  refused: string;
  notKept: string;
  clearSure: string;
}

const words = (): Words | null => pageData<Words>(document, '[data-checklist-words]');

function say(text: string): void {
  const status = document.querySelector('[data-status]');
  if (status !== null) status.textContent = text;
}

function startTools(page: HTMLElement, list: string, ticks: () => Ticks, change: (next: Ticks) => void): void {
  const tool = (name: string): HTMLElement => page.querySelector<HTMLElement>(`[data-${name}]`)!;
  const file = tool('file') as HTMLInputElement;
  tool('tools').hidden = false;
  tool('print').addEventListener('click', () => window.print());
  tool('save').addEventListener('click', () => download(ticks()));
  tool('load').addEventListener('click', () => file.click());
  tool('clear').addEventListener('click', () => {
    // A list of daily work is cleared every day: the second press is the question.
    const button = tool('clear');
    if (button.dataset['sure'] === undefined) {
      button.dataset['sure'] = button.textContent;
      button.textContent = words()!.clearSure;
      return;
    }
    settle(button);
    change({ ...ticks(), [list]: {} });
  });
  tool('clear').addEventListener('blur', () => settle(tool('clear')));
  file.addEventListener('change', () => {
    const chosen = file.files?.[0];
    file.value = '';
    if (chosen === undefined) return;
    void chosen.text().then((text) => {
      const read = readFile(text);
      if (read === null) return say(words()!.refused);
      const before = ticks();
      const next = merged(before, read);
      change(next);
      const added = (own: (all: Ticks) => Ticks): string => String(countOf(own(next)) - countOf(own(before)));
      const here = added((all) => ({ [list]: all[list] ?? {} }));
      say(
        page.dataset['loaded']!.replace(
          '{n}',
          added((all) => all),
        ).replace('{here}', here),
      );
    });
  });
}

function settle(button: HTMLElement): void {
  if (button.dataset['sure'] !== undefined) button.textContent = button.dataset['sure'];
  delete button.dataset['sure'];
}

function download(ticks: Ticks): void {
  const text = `${JSON.stringify({ kind: FILE_KIND, schema: SCHEMA, ticks }, null, 2)}\n`;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = 'checklist-ticks.json';
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Ticks of a file; `null` when it is none of ours. */
export function readFile(text: string): Ticks | null {
  try {
    const { kind, schema, ticks } = JSON.parse(text) as { kind?: unknown; schema?: unknown; ticks?: unknown };
    return kind === FILE_KIND && schema === SCHEMA && isTicks(ticks) ? ticks : null;
  } catch {
    return null;
  }
}

function isTicks(value: unknown): value is Ticks {
  const isRecord = (one: unknown): one is Record<string, unknown> =>
    typeof one === 'object' && one !== null && !Array.isArray(one);
  return (
    isRecord(value) &&
    Object.values(value).every((items) => isRecord(items) && Object.values(items).every((at) => typeof at === 'string'))
  );
}
