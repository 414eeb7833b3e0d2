/** A file split at its frontmatter. `body` keeps the file's line numbers: the frontmatter's lines are blank in it. */
export interface Split {
  /** YAML between the two `---` lines; null without frontmatter. It begins on line 2. */
  frontmatter: string | null;
  body: string;
  /** Line where the body begins. */
  bodyRow: number;
}

export function splitFrontmatter(text: string): Split {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const end = lines[0]?.trimEnd() === '---' ? lines.findIndex((line, i) => i > 0 && line.trimEnd() === '---') : -1;
  if (end < 0) return { frontmatter: null, body: lines.join('\n'), bodyRow: 1 };
  return { frontmatter: lines.slice(1, end).join('\n'), body: lines.slice(end + 1).join('\n'), bodyRow: end + 2 };
}
