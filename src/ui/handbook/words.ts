import type { Locale } from '../../types/locale.ts';
import type { ItemOwner } from '../../types/programme.ts';
import { en } from './words-en.ts';
import { ru } from './words-ru.ts';

/** Every word of the handbook that no author writes. */
export interface HandbookWords {
  /** Name of the site in titles and on the cover. */
  siteTitle(agency: string): string;
  handbook: string;
  /** First lines of the home page. */
  home: {
    lede: string;
    start: string;
    startProgramme: string;
    pdf: string;
    parts: string;
    daily: string;
    training: string;
    lessons(n: number): string;
  };
  /** Of the page at the root, which offers the languages. */
  root: { lede: string; open: string };
  nav: { programme: string; timeline: string; myDay: string; checklists: string; allChecklists: string };
  /** What the link of a heading is called for those who hear the page. */
  sectionLink(title: string): string;
  lesson: {
    minutes(n: number): string;
    goals: string;
    example: string;
    mistakes: string;
    note: string;
    practice: string;
    practiceAbout: string;
    check: string;
    checkAbout: string;
  };
  quiz: {
    check: string;
    again: string;
    right: string;
    wrong: string;
    partly: string;
    empty: string;
    answer: string;
    /** Ahead of the key on paper and without JavaScript. */
    keys: string;
    score(right: string, of: string): string;
  };
  checklist: {
    owner: Record<ItemOwner, string>;
    yours: string;
    others: string;
    all: string;
    optional: string;
    due(day: number): string;
    evidence: { link: string; text: string };
    only(condition: string): string;
    progress(done: string, of: string): string;
    kept: string;
    save: string;
    load: string;
    clear: string;
    print: string;
    clearSure: string;
    /** @param here how many of them in the list of the page */
    loaded(n: string, here: string): string;
    refused: string;
    notKept: string;
    open: string;
    items(n: number): string;
    onboarding: string;
    daily: string;
    onboardingAbout: string;
    dailyAbout: string;
    pageAbout: string;
    signature: string;
    date: string;
    name: string;
  };
  conditions: {
    title: string;
    about: string;
    yes: string;
    no: string;
  };
  programme: {
    title: string;
    lede: string;
    stage(n: number): string;
    days(from: number, to: number): string;
    day(n: number): string;
    goals: string;
    lessons: string;
    meetings: string;
    practice: string;
    tasks: string;
    checklists: string;
    exams: string;
    /** How many more things a day holds. */
    more(n: number): string;
    gate: string;
    gateAbout: string;
    dates: string;
    /** How those days are counted. */
    datesAbout: string;
    review(day: number): string;
    feedback(day: number): string;
    /** Days to remember and the decision, as a page of their own. */
    end: string;
    decision: string;
    decisionAbout: string;
    defence(day: number): string;
    requires: {
      checklist(title: string): string;
      exam(titles: string): string;
      defenceAgreed: string;
      defencePassed: string;
      gate(title: string): string;
    };
    tracks: string;
    minutes(n: number): string;
  };
  myDay: {
    title: string;
    lede: string;
    start: string;
    /** Opens the fields for days of a pause. */
    away: string;
    awayAbout: string;
    since: string;
    until: string;
    today: string;
    noScript: string;
    before(day: string): string;
    rest(day: string): string;
    after: string;
    unknown: string;
    yours: string;
    others: string;
    all: string;
    day: string;
    date: string;
    previous: string;
    next: string;
    toToday: string;
  };
  assessment: {
    result: string;
    choose: string;
    growth: string;
    missing(n: number): string;
    share(percent: string): string;
    clear: string;
    paper: string;
    about: string;
    points(n: number, of: number): string;
    profiles: string;
    kept: string;
  };
  rubric: {
    title: string;
    criterion: string;
    weight: string;
    weightOf(n: number): string;
    passMark(n: number): string;
    floor(n: number): string;
    points(n: number): string;
    plan: string;
    parts: string;
    rules: string;
    given: string;
    time(n: number): string;
    sum: string;
    score: string;
  };
  search: { hint: string; found(n: number): string; nothing(query: string): string; fromDisk: string; failed: string };
  language: { other: string };
  print: { contents: string; edition(day: string): string; page: string; appendix: string };
}

export const handbookWords = (locale: Locale): HandbookWords => ({ ru, en })[locale];
