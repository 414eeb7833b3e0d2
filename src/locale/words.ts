import type { Initiative, WorkItem } from '../types/workspace.ts';
import type { PluralForms } from './format.ts';
import type { Locale } from '../types/locale.ts';
import type { Day } from '../types/period.ts';
import type { ReportModel } from '../types/report.ts';
import { en } from './words-en.ts';
import { ru } from './words-ru.ts';

/** Every fixed phrase of the pages in one language. Parameters arrive already formatted. */
export interface Words {
  page: {
    skip: string;
    allReports: string;
    /** Name of the cabinet. */
    cabinet: string;
    report: Record<ReportModel['kind'], string>;
    pdf: string;
    json: string;
    csv: string;
    preparedBy(agency: string): string;
    asOf(day: string): string;
    partial(elapsed: string, days: string, until: string): string;
    photoOf(name: string): string;
    logoOf(name: string): string;
    /** Label of the links to the cabinet and the files. */
    documents: string;
  };
  summary: {
    title: string;
    /** Above sentences the software computed, when the manager wrote none. */
    computed: string;
    /** What is done next, taken from the plan. */
    next: string;
    asks(count: number): string;
    allTargets: string;
    noTargets: string;
    noData: string;
    /** «План выполнен по 5 показателям из 7». */
    targets(met: number, of: number): string;
    /** The same of a period still running: «По плану идут 5 показателей из 7». */
    allOnPace: string;
    onPace(met: number, of: number): string;
    /** Of the targets none, or not all, can be judged: their data are incomplete. */
    unjudged: string;
    someUnjudged(met: number, of: number, unjudged: number, partial: boolean): string;
  };
  compare: {
    target: string;
    noTarget: string;
    targetOf(value: string): string;
    noData: string;
    was(value: string): string;
    better: string;
    worse: string;
    /** Instead of a change, where both figures are printed alike. */
    almost: string;
    /** «107 % плана». */
    ofTarget(percent: string): string;
    /** After «107 % плана, …». `pace` and `tooFast` (of what should stay low) are for a period that still runs. */
    targetMet: { higher: string; lower: string; pace: string };
    targetMissed: { higher: string; lower: string; pace: string; tooFast: string };
    /** Data are incomplete: no verdict. */
    targetUnjudged: string;
    sameDays(days: string): string;
    /** Beside a stretch that is older than the client's data. */
    since(day: Day): string;
    /** Head of the sparkline column. */
    trend: string;
    changeTo(against: string): string;
    /** The thin line behind: the same months a year earlier. */
    yearBefore: string;
  };
  kpis: { title: string; metric: string; value: string; caption: string };
  changes: {
    title: string;
    byManager(name: string): string;
    computed: string;
  };
  chart: {
    data: string;
    source: string;
    byMonth: string;
    byDay: string;
    byChannel: string;
    /** After the metric's name and a colon: the parts of a change. */
    changeByChannel: string;
    /** The sum of parts too small to be told apart. */
    others: string;
    total: string;
    channel: string;
    month: string;
    day: string;
    plan: string;
    fact: string;
    target: string;
  };
  channels: {
    title: string;
    channel: string;
    total: string;
    caption: string;
    spend: string;
  };
  coverage: {
    title: string;
    /** «Поиск (metrika): 26 из 31 дня, последний день — 28 октября 2026». */
    gap(source: string, channel: string, days: string, of: string, last: string): string;
    never: string;
    /** Why some figures have no verdict: days of the period itself are missing, or of an earlier one. */
    unjudged: string;
    earlier(period: string): string;
    touches: string;
  };
  mediaPlan: {
    title: string;
    caption: string;
    columns: Record<'budget' | 'impressions' | 'clicks' | 'leads', string>;
    plan: string;
    fact: string;
    done: string;
    pacing: string;
    pacingCaption: string;
    spent: string;
    due: string;
    pace: string;
    projection: string;
    all: string;
    stale(day: string): string;
  };
  work: {
    title: string;
    caption: string;
    date: string;
    what: string;
    person: string;
    hours: string;
    status: string;
    link: string;
    statuses: Record<WorkItem['status'], string>;
    /** Heading of works without an area, after those that have one. */
    otherArea: string;
    /** @param done how many of the works are finished; named where not all are */
    sum(works: number, hours: string | null, done: number): string;
  };
  plan: { title: string; caption: string; what: string; area: string; person: string; due: string };
  asks: { title: string };
  note: { title: string };
  initiatives: {
    title: string;
    horizon: Record<Initiative['horizon'], string>;
    statuses: Record<Initiative['status'] | 'overdue', string>;
    dates(start: string, due: string): string;
  };
  glossary: { title: string };
  lists: {
    /** Above several lists of sources. */
    title: string;
    /** Their rows are a part and no total. */
    part: string;
    /** What a row is about, by kind of list. */
    about: Partial<Record<string, string>>;
    /** Figures that are only shown, by their header in the file in lower case. */
    figures: Partial<Record<string, string>>;
    /** A row that names nothing. */
    unnamed: string;
    shown(rows: string, of: string): string;
    /** «новейший из 3 списков». */
    newest(lists: string): string;
    newestOf: PluralForms;
  };
  data: {
    title: string;
    lede: string;
    lineage: string;
    sumOf: string;
    file: string;
    channel: string;
    rows: string;
    lines: string;
    sum: string;
    yielded(source: string, channel: string, theirs: string, ours: string): string;
    /** Files of earlier stretches. */
    compared: string;
    sources: string;
    sourcesCaption: string;
    used: string;
    read: string;
    totals: string;
    outside: string;
    /** Beside a file whose rows stand in lists only. */
    listOnly: string;
    /** Paths in the appendix are told from here. */
    folder(path: string): string;
    control: string;
    controlOk: string;
    controlOff(column: string, ours: string, theirs: string): string;
    coverage: string;
    coverageCaption: string;
    source: string;
    days: string;
    lastDay: string;
    takenOn: string;
    state: string;
    complete: string;
    /** There are days without data, and none was to be expected. */
    partly: string;
    incomplete: string;
    unsettled: string;
    warnings: string;
    row(row: string): string;
  };
  cabinet: {
    title(client: string): string;
    lede(agency: string): string;
    latest: string;
    open: string;
    trend: string;
    reports: string;
    period: string;
    files: string;
    chronology: string;
    event: string;
    planned: string;
    initiatives: string;
    team: string;
    manager: string;
    services: string;
    localTime(zone: string): string;
    all: string;
    filter: string;
    noReports: string;
    kind: Record<ReportModel['kind'], string>;
  };
  /** `daysOf` follows «из»: «26 из 31 дня». */
  forms: Record<'days' | 'daysOf', PluralForms>;
}

/** The phrases of one language. */
export const words = (locale: Locale): Words => ({ ru, en })[locale];
