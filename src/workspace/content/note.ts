import type { Note, Person } from '../../types/workspace.ts';
import { didYouMean, quoted, type Finding, type Read } from '../findings.ts';
import { placeOf } from '../json-file.ts';
import { noteSchema } from '../schemas/note.ts';
import { readFrontmatter } from './frontmatter.ts';
import { splitFrontmatter } from './split-frontmatter.ts';
import { renderNote } from './note-body.ts';

/** Reads one note; `value` is null when it must not be shown. */
export async function readNote(file: string, text: string, people: readonly Person[]): Promise<Read<Note | null>> {
  const { frontmatter, body, bodyRow } = splitFrontmatter(text);
  if (frontmatter === null) return { value: null, findings: [noFrontmatter()] };
  const head = readFrontmatter(frontmatter, noteSchema);
  const rendered = await renderNote(body, bodyRow);
  const findings = [...head.findings, ...rendered.findings];
  const author = head.value?.author;
  if (author !== undefined && head.document !== null && !people.some(({ id }) => id === author)) {
    findings.push({ ...unknownAuthor(author, people), ...placeOf(head.document, ['author']) });
  }
  if (head.value === null || findings.some(({ severity }) => severity === 'error')) return { value: null, findings };
  const { summary, asks } = head.value;
  const words = [summary, ...asks, rendered.text].filter((part) => part !== '').join('\n');
  return { value: { file, ...head.value, body, bodyRow, html: rendered.html, text: words }, findings };
}

function noFrontmatter(): Finding {
  return {
    code: 'note-without-frontmatter',
    severity: 'error',
    row: 1,
    found: { ru: 'заметка без шапки', en: 'a note without its head' },
    expected: {
      ru: 'первые строки: ---, summary: …, author: …, asks: …, ---',
      en: 'the first lines: ---, summary: …, author: …, asks: …, ---',
    },
    mend: {
      ru: 'начните файл со строк «---», «summary: итог в трёх предложениях», «---»',
      en: 'begin the file with the lines “---”, “summary: three sentences”, “---”',
    },
  };
}

function unknownAuthor(author: string, people: readonly Person[]): Finding {
  const ids = people.map(({ id }) => id);
  return {
    code: 'unknown-person',
    severity: 'error',
    found: quoted(author),
    expected: { ru: 'id из data/people.json', en: 'an id from data/people.json' },
    mend: didYouMean(author, ids, {
      ru: 'исправьте id или добавьте сотрудника в data/people.json',
      en: 'correct the id or add the person to data/people.json',
    }),
  };
}
