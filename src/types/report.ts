import type { BrandFont, EventMark, Initiative, Metric, MetricUnit, WorkItem } from './workspace.ts';
import type {
  Compared,
  Comparison,
  Coverage,
  Decimal,
  FiguresFile,
  Lineage,
  Pacing,
  PlanFact,
  SourceLine,
  SourceList,
  Story,
} from './figures.ts';
import type { Day, Period, ReportKind } from './period.ts';
import type { Locale } from './locale.ts';

/**
 * Everything one report page shows, already chosen for one client, period and language.
 * JSON-serialisable; press writes it, the reports site renders it, nothing else is read at render time.
 */
export interface ReportModel {
  kind: ReportKind | 'range';
  locale: Locale;
  currency: string;
  timeZone: string;
  asOf: Day;
  period: Period;
  compared: Compared;
  /** First day of the client's data. */
  began: Day | null;
  agency: AgencyCard;
  client: ClientCard;
  manager: PersonCard | null;
  /** Definitions of every metric that occurs, by id, with the name in the report's language. */
  metrics: Record<string, MetricCard>;
  /** Display names of channels in the order they are always shown. */
  channels: { id: string; name: string }[];
  figures: FiguresFile;
  kpis: Comparison[];
  /** All metrics with any value, KPIs first. */
  totals: Comparison[];
  byChannel: Record<string, Comparison[]>;
  /** Month by month up to this period's end, oldest first, at most 26. Total and per channel. */
  history: MonthlyHistory;
  /** What was agreed for each month of the history, by metric; metrics without a target in any of them are left out. */
  monthlyTargets: Record<string, Decimal[]>;
  /** One story for each KPI that has a previous value; none where that or its own is the value of a part of the stretch. */
  stories: Story[];
  mediaPlan: { rows: PlanFact[]; total: PlanFact | null; pacing: Pacing[] } | null;
  note: { author: PersonCard | null; summary: string; asks: string[]; html: string } | null;
  work: WorkLine[];
  plan: PlanLine[];
  events: EventMark[];
  initiatives: Initiative[];
  /** Sources and channels with days missing that readers are told of. */
  gaps: Coverage[];
  lineage: Lineage[];
  /** Files behind the compared stretches that the period itself has no row of; `used` counts the rows of those days. */
  comparedSources?: SourceLine[];
  /** Queries, search terms, placements and pages of the period, by source and kind; they never add up. */
  lists?: SourceList[];
  /** Names of the files beside the page. */
  documents: { pdf: string | null; json: string; csv: string };
}

/**
 * Sums by calendar month, oldest first. Values are made of them where they are shown (`historyValue`): a page shows few
 * of the thousands there are.
 */
export interface MonthlyHistory {
  months: Period[];
  total: HistorySums;
  /** Channels with any value of a metric of the report, in code-unit order. */
  channels: Record<string, HistorySums>;
}

/** By additive metric, an entry a month. */
export type HistorySums = Record<string, MonthSums>;

export interface MonthSums {
  /** Digits after the point. */
  scale: number;
  /** In units of the last digit, as text where a double does not hold them; `null` in a month without any value. */
  units: (number | string | null)[];
}

export interface MetricCard {
  id: string;
  name: string;
  about: string | null;
  unit: MetricUnit;
  better: 'higher' | 'lower';
  /** Digits after the point; `null` for the currency's own. */
  decimals: number | null;
  definition: Metric;
}

export interface AgencyCard {
  name: string;
  legalName: string;
  site: string | null;
  email: string | null;
  phone: string | null;
  /** File name under the client's `assets/`, or `null`. */
  logo: string | null;
  font: BrandFont;
  colours: { accent: string; ink: string; paper: string };
}

export interface ClientCard {
  id: string;
  name: string;
  legalName: string | null;
  site: string | null;
  logo: string | null;
  accent: string | null;
  services: string[];
}

export interface PersonCard {
  name: string;
  role: string;
  /** File name under the client's `assets/`, or `null`. */
  photo: string | null;
  email: string | null;
  phone: string | null;
  timeZone: string | null;
}

export interface WorkLine extends Omit<WorkItem, 'person' | 'row'> {
  person: string;
}

export interface PlanLine {
  area: string;
  title: string;
  person: string;
  due: Day | null;
}

/** The client's own page: the whole story of the work. */
export interface CabinetModel {
  locale: Locale;
  currency: string;
  timeZone: string;
  asOf: Day;
  agency: AgencyCard;
  client: ClientCard;
  manager: PersonCard | null;
  team: PersonCard[];
  metrics: Record<string, MetricCard>;
  channels: { id: string; name: string }[];
  /** Newest first. Paths are relative to the cabinet. */
  reports: {
    period: Period;
    kind: ReportKind | 'range';
    summary: string | null;
    kpis: Comparison[];
    /** Days are missing of which its page tells. */
    incomplete: boolean;
    page: string;
    pdf: string | null;
    json: string;
    csv: string;
  }[];
  /** Client KPIs month by month, oldest first. */
  kpis: string[];
  history: MonthlyHistory;
  /** Works and events together, newest first. */
  chronology: (({ kind: 'work' } & WorkLine) | { kind: 'event'; date: Day; title: string })[];
  planned: { period: string; items: PlanLine[] }[];
  initiatives: Initiative[];
}
