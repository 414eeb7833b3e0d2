/** What a step of the follow-up schedule asks, and which letter is ready for it. */
export type FollowUpKind = 'arrived' | 'questions' | 'decision' | 'change' | 'later' | 'last';

export const FOLLOW_UP_KINDS: readonly FollowUpKind[] = ['arrived', 'questions', 'decision', 'change', 'later', 'last'];
