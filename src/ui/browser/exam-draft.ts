import type { Answer } from '../../types/exam.ts';

/** What is kept of a form while it is worked on. */
export interface Kept {
  /** ISO moment of the start by this browser's clock. */
  started: string | null;
  answers: Record<string, Answer>;
  /** Questions to come back to. */
  flags: string[];
}

export interface Draft {
  /** False where the browser keeps nothing, as some do for pages opened from disk, or has no room left. */
  works(): boolean;
  read(): Kept | null;
  write(kept: Kept): void;
  /** Calls back when another tab has written. */
  watch(changed: () => void): void;
}

/** Raised when the shape of what is stored changes; a draft of another schema is left alone. */
const SCHEMA = 1;

/** The draft of one form: another form, or a changed one, never gets its answers. */
export function openDraft(token: string, formHash: string): Draft {
  const key = `accountpress-exam-${SCHEMA}-${token}`;
  let works = tryStore(key);
  return {
    works: () => works,
    read() {
      try {
        const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as (Kept & { formHash: string }) | null;
        return kept?.formHash === formHash ? kept : null;
      } catch {
        return null;
      }
    },
    write(kept) {
      try {
        localStorage.setItem(key, JSON.stringify({ schema: SCHEMA, formHash, ...kept }));
        works = true;
      } catch {
        // The page goes on: it says that nothing is kept, and the answers file can still be saved.
        works = false;
      }
    },
    watch(changed) {
      addEventListener('storage', (event) => {
        if (event.key === key && event.newValue !== null) changed();
      });
    },
  };
}

function tryStore(key: string): boolean {
  try {
    localStorage.setItem(`${key}-probe`, '1');
    localStorage.removeItem(`${key}-probe`);
    return true;
  } catch {
    return false;
  }
}
