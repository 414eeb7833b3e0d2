/** Choosing a package and options: the total follows, computed by the very code that made the page. */
import { computeEstimate } from '../../estimate/compute.ts';
import { formatter } from '../../locale/format.ts';
import { typeset } from '../../locale/typography.ts';
import type { Estimate, EstimateInput } from '../../types/estimate.ts';
import type { Locale } from '../../types/locale.ts';
import { acceptLink } from './accept-link.ts';
import { amountParts, amountText, type Purse } from './amount.ts';
import { factsOf } from './estimate-rows.ts';
import { tellExpiry } from './expiry.ts';
import { partLabel, reckoning, tellsMore } from './reckoning.ts';
import { proposalWords, type ProposalWords } from './words.ts';

interface Live {
  locale: Locale;
  currency: string;
  number: string;
  version: number;
  mail: string | null;
  input: EstimateInput;
}

function start(live: Live): void {
  for (const control of all('[data-live]')) control.hidden = false;
  // Only now there is anything to choose, and the choice has a name: that of its sheet.
  for (const ways of all('[data-ways]')) {
    ways.role = 'radiogroup';
    ways.setAttribute('aria-labelledby', ways.closest('section')?.getAttribute('aria-labelledby') ?? '');
  }
  keepTotalInSight();
  const packages = all<HTMLInputElement>('input[name=package]');
  const options = all<HTMLInputElement>('input[name=option]');
  const reset = document.querySelector<HTMLElement>('[data-reset]');
  // A browser that comes back to the page may have kept what was ticked.
  const refresh = () => {
    const chosen =
      packages.find(({ checked }) => checked)?.value ?? live.input.packages.find((one) => one.recommended)?.id;
    const allowed = (id: string) => allows(live.input, id, chosen);
    const ticked = options.filter(({ checked, value }) => checked && allowed(value)).map(({ value }) => value);
    show(live, computeEstimate(live.input, { ...(chosen === undefined ? {} : { package: chosen }), options: ticked }));
    const recommended = live.input.packages.find((one) => one.recommended)?.id;
    if (reset) reset.hidden = ticked.length === 0 && chosen === recommended;
  };
  for (const control of [...packages, ...options]) {
    control.addEventListener('change', () => inPlace(control, refresh));
  }
  reset?.addEventListener('click', () => {
    for (const option of options) option.checked = false;
    for (const each of packages) each.checked = each.defaultChecked;
    refresh();
  });
  refresh();
}

/** The bar with the total stays at the foot of the window while there is something to choose or to count above it. */
function keepTotalInSight(): void {
  const bar = document.querySelector<HTMLElement>('.choice');
  if (!bar) return;
  bar.hidden = true;
  const seen = new Set<Element>();
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) seen[isIntersecting ? 'add' : 'delete'](target);
    bar.hidden = seen.size === 0;
  });
  for (const sheet of all('.sheet-packages, .sheet-estimate, .sheet-payments')) observer.observe(sheet);
}

/** Sections come and go above what was clicked: it stays where the finger is. */
function inPlace(control: HTMLElement, change: () => void): void {
  const seenAt = (): number => (control.closest('label') ?? control).getBoundingClientRect().top;
  const before = seenAt();
  change();
  scrollBy({ top: seenAt() - before, behavior: 'instant' });
}

function allows({ lines }: EstimateInput, id: string, chosen: string | undefined): boolean {
  const line = lines.find((one) => one.id === id);
  return line !== undefined && (line.package === null || line.package === chosen);
}

/** Writes an estimate into the page. */
function show(live: Live, estimate: Estimate): void {
  const purse: Purse = { locale: live.locale, currency: live.currency, decimals: estimate.decimals };
  const w = proposalWords(live.locale);
  showLines(live.input, estimate);
  for (const [name, value] of amountsOf(live.input, estimate)) {
    for (const place of all(`[data-out="${CSS.escape(name)}"]`)) setAmount(place, value, purse);
  }
  const facts = factsOf(estimate, formatter(live.locale, live.currency), w);
  for (const place of all('[data-out=facts]')) {
    place.textContent = typeset(facts, live.locale);
    place.hidden = facts === '';
  }
  for (const place of all('[data-words]')) place.textContent = typeset(estimate.words, live.locale);
  showReckoning(estimate, purse, w);
  estimate.payments.forEach(({ amount }, index) => {
    for (const part of all(`[data-grow="payment:${index}"]`))
      part.style.flexGrow = String(Number(amount) / Number(estimate.total));
  });
  showChoice(live, estimate, purse);
}

function showReckoning(estimate: Estimate, purse: Purse, w: ProposalWords): void {
  const rows = reckoning(estimate, purse, w);
  for (const list of all('[data-reckoning]')) {
    list.replaceChildren(...rows.map((row) => reckoningRow(row, purse)));
    list.hidden = !tellsMore(rows);
  }
  for (const parts of all('[data-parts]')) parts.hidden = Number(estimate.media.total) === 0;
  for (const part of ['fee', 'media'] as const) {
    for (const label of all(`[data-part=${part}]`)) label.textContent = partLabel(part, estimate, purse.locale, w);
  }
}

function showLines(input: EstimateInput, estimate: Estimate): void {
  const included = new Set(estimate.sections.flatMap(({ lines }) => lines.map(({ id }) => id)));
  for (const row of all('[data-line]')) row.hidden = !included.has(row.dataset['line']!);
  const titles = sectionTitles(input);
  for (const section of all('[data-section]')) {
    const title = titles[Number(section.dataset['section'])];
    const shown = estimate.sections.find((one) => one.title === title);
    section.hidden = shown === undefined;
    for (const face of section.querySelectorAll<HTMLElement>('[data-person]')) {
      face.hidden = !shown?.lines.some(({ person }) => person === face.dataset['person']);
    }
  }
  const media = all('.est-section.media').some(({ hidden }) => !hidden);
  for (const head of all('[data-media-head]')) head.hidden = !media;
  const allowed = new Set(estimate.options.lines.map(({ id }) => id));
  for (const option of all('[data-option]')) option.hidden = !allowed.has(option.dataset['option']!);
}

const sectionTitles = ({ lines }: EstimateInput): string[] => [...new Set(lines.map(({ section }) => section))];

/** Places of the page → exact amounts. */
function amountsOf(input: EstimateInput, estimate: Estimate): [string, string][] {
  const titles = sectionTitles(input);
  return [
    ['total', estimate.total],
    ['fee', estimate.fee.total],
    ['media', estimate.media.total],
    ...estimate.sections.map(({ title, net }): [string, string] => [`section:${titles.indexOf(title)}`, net]),
    ...estimate.options.lines.map(({ id, adds }): [string, string] => [`adds:${id}`, adds]),
    ...estimate.packages.map(({ id, total }): [string, string] => [`package:${id}`, total]),
    ...estimate.payments.map(({ amount }, index): [string, string] => [`payment:${index}`, amount]),
  ];
}

function showChoice(live: Live, estimate: Estimate, purse: Purse): void {
  const w = proposalWords(live.locale);
  const chosen = [
    ...estimate.packages.filter((one) => one.chosen).map(({ title }) => title),
    ...estimate.options.lines.filter((one) => one.chosen).map(({ title }) => title),
  ];
  const total = amountText(estimate.total, purse);
  for (const place of all('[data-choice]')) place.textContent = typeset(chosen.join(', '), live.locale);
  for (const place of all('[data-accept-lede]')) place.textContent = typeset(w.acceptance.lede(total), live.locale);
  if (live.mail === null) return;
  const { mail: to, number, version } = live;
  for (const link of all<HTMLAnchorElement>('[data-accept]')) {
    link.href = acceptLink({ to, number, version, total, choice: chosen }, w);
  }
}

function setAmount(place: HTMLElement, value: string, purse: Purse): void {
  const { head, minor, tail } = amountParts(value, purse, place.dataset['bare'] !== undefined);
  const small = document.createElement('span');
  small.className = 'minor';
  small.textContent = minor;
  place.replaceChildren(head, small, tail);
}

function reckoningRow({ kind, label, amount }: ReturnType<typeof reckoning>[number], purse: Purse): HTMLElement {
  const row = document.createElement('div');
  row.className = `reckoning-row ${kind}`;
  const name = document.createElement('dt');
  name.textContent = label;
  const place = document.createElement('dd');
  const value = document.createElement('span');
  value.className = 'amount';
  setAmount(value, amount, purse);
  place.append(value);
  row.append(name, place);
  return row;
}

function all<E extends HTMLElement = HTMLElement>(selector: string): E[] {
  return [...document.querySelectorAll<E>(selector)];
}

tellExpiry(Date.now());
const data = document.querySelector('#proposal-data');
if (data) start(JSON.parse(data.textContent ?? '') as Live);
