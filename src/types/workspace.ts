import type { LocalText, Locale } from './locale.ts';
import type { Day, ReportKind } from './period.ts';

/** One agency's folder, read and validated: the input of every command. */
export interface Workspace {
  /** Absolute path. */
  root: string;
  agency: Agency;
  people: Person[];
  /** The built-in metrics overlaid with `data/metrics.json`, by id. */
  metrics: Record<string, Metric>;
  /** Those that were read, sorted by id. Clients whose own files are broken are here too; their problems carry the client's id. */
  clients: Client[];
  /** `data/currency-rates.csv`, in the order of writing; absent without the file. */
  currencyRates?: CurrencyRate[];
  /** Report templates found: key `monthly.ru` → absolute path. */
  templates: Record<string, string>;
}

/** From the day `from` on, one unit of `currency` costs `rate` units of `to`, until a later row says otherwise. */
export interface CurrencyRate {
  from: Day;
  /** ISO 4217, as `to`. */
  currency: string;
  to: string;
  /** Exact decimal above zero. */
  rate: string;
  row: number;
}

export interface Agency {
  name: LocalText;
  legalName: LocalText;
  /** Lines under the legal entity where a proposal is signed. */
  requisites?: LocalText[];
  /** Shown on covers and in footers when given. */
  site?: string;
  email?: string;
  phone?: string;
  brand: Brand;
  locale: Locale;
  /** ISO 4217. */
  currency: string;
  /** IANA zone. */
  timeZone: string;
  /** ISO 3166, with a subdivision when holidays differ; without it only weekends are known. */
  country?: string;
  /** Folder of exam banks with keys, relative to the workspace; `data/exams` when absent. */
  exams?: { folder: string };
  /** Words that name nobody, whoever is called so, and hosts where many have a page. */
  mentions?: string[];
  taxes: { id: string; name: LocalText; rate: string; from: Day; to?: Day }[];
  /** Display names of channels, by channel id as it stands in the data. */
  channels: Record<string, LocalText>;
}

export interface Brand {
  /** Path relative to `data/`, SVG or PNG. */
  logo?: string;
  /** CSS hex colours, `#rrggbb`. */
  colours: { accent: string; ink: string; paper: string };
  /** One of the bundled families. */
  font: BrandFont;
}

export type BrandFont = 'inter' | 'golos-text' | 'ibm-plex-sans' | 'pt-sans';

export interface Person {
  id: string;
  name: LocalText;
  role: LocalText;
  /** Path relative to `data/`. */
  photo?: string;
  email?: string;
  phone?: string;
  timeZone?: string;
}

export type MetricUnit = 'count' | 'money' | 'percent' | 'number' | 'seconds';

/** What one metric is. Additive ones are summed; ratios are always computed from two sums. */
export type Metric = AdditiveMetric | RatioMetric;

interface MetricBase {
  id: string;
  names: { ru: string; en: string };
  /** One sentence for the glossary. */
  about?: { ru: string; en: string };
  unit: MetricUnit;
  better: 'higher' | 'lower';
  /** True: by itself a change is neither good nor bad, only a target is judged by the direction. */
  neutral?: boolean;
  /** Digits after the decimal point when printed; money in the client's currency when absent. */
  decimals?: number;
}

export interface AdditiveMetric extends MetricBase {
  kind: 'additive';
}

/** `numerator / denominator × factor`; `percent` units are stored as fractions (0.0345 is 3.45 %). */
export interface RatioMetric extends MetricBase {
  kind: 'ratio';
  numerator: string;
  denominator: string;
  /** 1 when absent; 1000 for CPM. */
  factor?: number;
}

export interface Client {
  id: string;
  name: string;
  legalName?: string;
  site?: string;
  locale: Locale;
  currency: string;
  timeZone: string;
  /** Person id. */
  manager?: string;
  /** Person ids shown in the cabinet beside the manager. */
  team: string[];
  /** People of the client who receive the reports by e-mail. */
  contacts?: { name: string; greeting?: string; email: string }[];
  /** `logo` is a path relative to `data/`, as all pictures are. */
  brand: { logo?: string; accent?: string };
  /** Metric ids in the contract's order; empty when `client.json` names none, see `defaultKpis`. */
  kpis: string[];
  reports: ReportKind[];
  services: LocalText[];
  /** Names, domains and links of others that the client's documents say on purpose. */
  mentions?: string[];
  channels: Record<string, LocalText>;
  sources: SourceRules;
  targets: Target[];
  mediaPlan: MediaPlanRow[];
  work: WorkItem[];
  plan: PlanItem[];
  events: EventMark[];
  initiatives: Initiative[];
  /** By period id. */
  notes: Record<string, Note>;
  /** Export files under `exports/`, sorted by path; not yet read. */
  exports: ExportPath[];
}

export interface ExportPath {
  /** Relative to the workspace. */
  file: string;
  /** First folder under `exports/`; the file's own stem when it lies in `exports/` itself. */
  source: string;
}

/** `sources.json`. */
export interface SourceRules {
  sources: Record<string, SourceRule>;
  /** For a metric claimed by several sources on one channel: sources from first choice to last. */
  precedence: Record<string, string[]>;
}

export interface SourceRule {
  /** Format id, when the header alone does not tell. */
  format?: string;
  /** Channel every row feeds; else the file's channel column, else the source's name. */
  channel?: string;
  /** Header → channel column, when rows carry their channel. */
  channelColumn?: string;
  /** Header → metric id, or `null` to leave a column out. */
  columns?: Record<string, string | null>;
  /** Result indicator as the file writes it → metric id, or `null` not to count such results. */
  results?: Record<string, string | null>;
  /** How deals of a CRM are counted; see `DealsRule`. */
  deals?: DealsRule;
  dateForm?: 'yyyy-mm-dd' | 'dd.mm.yyyy' | 'dd/mm/yyyy' | 'mm/dd/yyyy';
  numberForm?: '1,234.56' | '1.234,56' | '1 234,56';
  currency?: string;
  /** What the cost column includes. */
  vat?: 'excluded' | 'included' | 'included-with-commission';
  /** Day rows are counted from: for files that state no period. */
  period?: { from: Day; to: Day };
  /** Last day of a source that was switched off: days after it lack nothing. */
  until?: Day;
}

/**
 * Deals of a CRM: each counts as a lead on the day it was created, and as a sale with its amount as revenue on the
 * day it was closed when its stage is won. Headers and stages compare without regard to case.
 */
export interface DealsRule {
  /** Headers; a known CRM's own when absent. */
  created?: string;
  closed?: string;
  stage?: string;
  amount?: string;
  /** Deal number or name: tells one deal from another. */
  id?: string;
  /** Names of the stages that mean a sale, in place of the known ones. */
  won?: string[];
}

/** Values are exact decimals as strings; `null` where the cell is empty. `row` is the CSV line. */
export interface Target {
  period: string;
  metric: string;
  /** `null` for the whole client. */
  channel: string | null;
  /** `null` for "no target" (blank or zero). */
  target: string | null;
  row: number;
}

export interface MediaPlanRow {
  period: string;
  channel: string;
  budget: string | null;
  impressions: string | null;
  clicks: string | null;
  leads: string | null;
  row: number;
}

export interface WorkItem {
  date: Day;
  area: string;
  title: string;
  /** Person id, or a free name when nobody has that id. */
  person: string;
  hours: string | null;
  status: 'done' | 'doing' | 'blocked';
  link: string | null;
  effect: string;
  row: number;
}

export interface PlanItem {
  period: string;
  area: string;
  title: string;
  person: string;
  due: Day | null;
  row: number;
}

export interface EventMark {
  date: Day;
  title: string;
  row: number;
}

export interface Initiative {
  id: string;
  title: string;
  horizon: 'quarter' | 'year';
  start: Day;
  due: Day;
  /** Fraction as decimal string, 0–1 (`40%`, `40` and `0.4` are read alike as documented). */
  progress: string;
  status: 'planned' | 'active' | 'done' | 'late' | 'stopped';
  note: string;
  row: number;
}

/** The manager's words for one period. */
export interface Note {
  /** Relative to the workspace. */
  file: string;
  /** Person id. */
  author?: string;
  /** Plain text, about three sentences. */
  summary: string;
  asks: string[];
  /** MDX source of the body, frontmatter removed. */
  body: string;
  /** Line of the file where the body begins. */
  bodyRow: number;
  /** Safe HTML of the body. */
  html: string;
  /** Words of summary, asks and body without markup, for the check of numbers. */
  text: string;
}
