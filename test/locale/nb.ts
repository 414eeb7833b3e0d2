/** Expected texts with `~` for a space that must not break, which an editor would not show. */
export const nb = (text: string): string => text.replaceAll('~', '\u00a0');
