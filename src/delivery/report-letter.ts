import { comparedPeriods } from '../figures/compared.ts';
import { compareMetric } from '../figures/comparison.ts';
import { paidFor, type ComparedPrices } from '../figures/price.ts';
import type { MetricSums } from '../figures/sums.ts';
import { maybe } from '../figures/exact.ts';
import { formatter, type Formatter } from '../locale/format.ts';
import { typeset } from '../locale/typography.ts';
import { words } from '../locale/words.ts';
import type { Wholeness } from '../figures/silence.ts';
import type { Comparison, Decimal, FiguresFile } from '../types/figures.ts';
import type { Period } from '../types/period.ts';
import type { Client, Workspace } from '../types/workspace.ts';
import { isAimed, targetsText, targetText } from '../ui/report/target.ts';
import type { Letter, LetterFigure } from './letter.ts';
import { reportKey } from './letter.ts';
import { attach, greet, signed, subjectLine, type Recipient, type Sender } from './sender.ts';
import { letterWords } from './words.ts';

export interface ReportLetterInput {
  workspace: Workspace;
  client: Client;
  period: Period;
  figures: FiguresFile;
  /** What the figures may be judged by. */
  wholeness: Wholeness;
  pdf: { name: string; content: Uint8Array };
  /** Hash of what the document says, whatever day it was built on. */
  says: string;
  to: Recipient[];
  sender: Sender;
  /** Where the report's page is published; becomes the button. */
  link: string | null;
}

/** The letter a client's report comes with: the manager's own summary, three figures, what is expected of the client. */
export function reportLetter(input: ReportLetterInput): Letter {
  const { workspace, client, period, to } = input;
  const { locale } = client;
  const w = letterWords(locale).report;
  const set = (text: string): string => typeset(text, locale);
  const note = client.notes[period.id];
  const kpis = comparisons(input);
  const about = periodInSentence(formatter(locale, client.currency), period);
  // Without a note and without targets there is nothing to say in short: the figures speak.
  const aimed = kpis.some(isAimed);
  const summary = note?.summary ?? (aimed ? `${targetsText(kpis, false, words(locale))}.` : null);
  return {
    key: reportKey(client.id, period.id),
    locale,
    ...signed(input.sender, workspace, locale),
    to,
    subject: subjectLine(w.subject(client.name, about), locale),
    preview: set(summary ?? w.attached(about)),
    greeting: set(greet(to, locale)),
    opening: summary === null ? [set(w.attached(about))] : [set(w.opening(about)), set(summary)],
    figures: kpis
      .filter(({ value }) => value !== null)
      .slice(0, 3)
      .map((kpi) => figureOf(kpi, input)),
    asks: note && note.asks.length > 0 ? { title: w.asks, items: note.asks.map(set) } : null,
    button: input.link === null ? null : { label: w.open, href: input.link },
    closing: [set(w.closing)],
    attachment: { ...attach(input.pdf.name, input.pdf.content, locale), says: input.says },
    seal: null,
    content: null,
    deal: null,
    inReplyTo: null,
    accent: client.brand.accent ?? workspace.agency.brand.colours.accent,
  };
}

/** The contract's metrics that have a value or a verdict, in the contract's order; the file's own when no contract names any. */
function comparisons(input: ReportLetterInput): Comparison[] {
  const { client, figures, workspace, period } = input;
  // A target of a period still running is for its whole length: what has come in so far says nothing against it.
  const running = figures.asOf <= period.to;
  const ids = client.kpis.length > 0 ? client.kpis : Object.keys(figures.metrics);
  return ids.flatMap((id) => {
    const figure = figures.metrics[id];
    const metric = workspace.metrics[id];
    if (!figure || !metric) return [];
    const target = running ? null : maybe(figure.target);
    const values = { value: maybe(figure.value), previous: maybe(figure.previous), yearAgo: maybe(figure.yearAgo) };
    const paid = (stretch: keyof ComparedPrices) => paidFor(metric, workspace.metrics, sumsOf(figures, stretch));
    const prices = { value: paid('value'), previous: paid('previous'), yearAgo: paid('yearAgo') };
    const whole = input.wholeness(metric, null);
    const one = compareMetric(metric, values, { full: target, due: target }, whole, prices, running);
    return one.value === null && !isAimed(one) ? [] : [one];
  });
}

/** The sums of a stretch, as the file tells them. */
const sumsOf = ({ metrics }: FiguresFile, stretch: keyof ComparedPrices): MetricSums =>
  new Map(
    Object.entries(metrics).flatMap(([id, figure]) => {
      const sum = maybe(figure[stretch]);
      return sum === null ? [] : [[id, sum] as const];
    }),
  );

function figureOf(kpi: Comparison, input: ReportLetterInput): LetterFigure {
  const figure = figureBeside(kpi, input);
  const { locale } = input.client;
  // What incomplete data keep from being judged is told so already.
  const told = isAimed(kpi) && kpi.targetSense === 'neutral';
  if (told || input.wholeness(input.workspace.metrics[kpi.metric]!, null).current) return figure;
  // The page says so beside its figures; who reads the letter alone would take a part for the whole.
  const note = [figure.note, words(locale).coverage.touches].filter((part) => part !== '').join(', ');
  return { ...figure, note: typeset(note, locale) };
}

function figureBeside(kpi: Comparison, { client, workspace, figures, period }: ReportLetterInput): LetterFigure {
  const { locale, currency } = client;
  const f = formatter(locale, currency);
  const metric = workspace.metrics[kpi.metric]!;
  const card = { unit: metric.unit, decimals: metric.decimals ?? null };
  const base = { label: metric.names[locale], value: f.metric(kpi.value, card, isLong(kpi.value) ? 'short' : 'full') };
  if (isAimed(kpi)) {
    return { ...base, note: typeset(targetText(kpi, false, { f, w: words(locale) }), locale), sense: kpi.targetSense };
  }
  const { from, absolute, sense } = kpi.againstPrevious;
  if (absolute === null) return { ...base, note: '', sense: 'neutral' };
  const against = f.period(comparedPeriods(period, figures.asOf).previous, 'against');
  // As the report has it: a figure that is printed there as it was has neither risen nor fallen.
  const still = f.metric(from, card, 'full') === f.metric(kpi.value, card, 'full');
  const change = still && Number(absolute) !== 0 ? words(locale).compare.almost : f.change(kpi.againstPrevious, card);
  return { ...base, note: `${change} ${against}`, sense: still ? 'neutral' : sense };
}

/** Seven digits and more are read as millions. */
const isLong = (value: Decimal): boolean => Math.abs(Number(value)) >= 1_000_000;

/** «октябрь 2026», «III квартал 2026», «15 сент. – 14 окт. 2026», `October 2026`. */
function periodInSentence(f: Formatter, period: Period): string {
  const title = f.period(period);
  return f.locale === 'ru' && period.kind === 'month' ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
