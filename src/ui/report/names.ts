/** Every component a report template may use; `check` refuses others by name. */
export const REPORT_COMPONENTS: readonly string[] = [
  'Asks',
  'Changes',
  'Channels',
  'Chart',
  'Cover',
  'DataAppendix',
  'Glossary',
  'Initiatives',
  'Keep',
  'Kpis',
  'MediaPlan',
  'Note',
  'PageBreak',
  'Plan',
  'Summary',
  'Work',
];
