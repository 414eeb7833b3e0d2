import type { Locale } from '../../types/locale.ts';

interface DeskTerms {
  source: Record<'meeting' | 'practice' | 'task', string>;
  /** What a gate lacks. */
  exam(titles: string[]): string;
  defence: Record<'agreed' | 'passed', string>;
  /** What spoke against passing, from its code. */
  against(code: string, topic: (id: string) => string): string;
}

/** Words the desk's models are written with; those of its pages are in src/ui/desk. */
export const DESK_TERMS: Record<Locale, DeskTerms> = {
  ru: {
    source: { meeting: 'Встречи', practice: 'Практика', task: 'Задачи' },
    exam: (titles) => `сдан экзамен: ${titles.join(' или ')}`,
    defence: { agreed: 'защита с общей оценкой', passed: 'защита зачтена' },
    against(code, topic) {
      if (code === 'late') return 'ответы пришли после срока';
      if (code.startsWith('section:')) return `раздел «${topic(code.slice('section:'.length))}» ниже порога`;
      return 'общий балл ниже порога';
    },
  },
  en: {
    source: { meeting: 'Meetings', practice: 'Practice', task: 'Tasks' },
    exam: (titles) => `exam passed: ${titles.join(' or ')}`,
    defence: { agreed: 'defence with an agreed score', passed: 'defence passed' },
    against(code, topic) {
      if (code === 'late') return 'the answers came after the deadline';
      if (code.startsWith('section:')) return `the section “${topic(code.slice('section:'.length))}” is below its mark`;
      return 'the score is below the mark';
    },
  },
};
