/** Characters that look like others in an editor, by name. */

export const NBSP = '\u00a0';
export const MINUS = '\u2212';
export const EN_DASH = '\u2013';
export const EM_DASH = '\u2014';
export const ELLIPSIS = '\u2026';

/** What stands where a value is unknown. */
export const UNKNOWN = EM_DASH;
