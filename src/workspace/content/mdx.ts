import { compile } from '@mdx-js/mdx';
import type { Root } from 'hast';
import type { Finding } from '../findings.ts';
import { quoted } from '../findings.ts';

/** MDX as a tree of elements, expressions and components, positions counted from the file's first line. */
export async function parseMdx(body: string, bodyRow: number): Promise<{ tree: Root } | { finding: Finding }> {
  let tree: Root | null = null;
  const capture = () => (parsed: Root) => {
    tree = structuredClone(parsed);
  };
  const padded = '\n'.repeat(bodyRow - 1) + body;
  try {
    await compile(padded, { rehypePlugins: [capture] });
  } catch (error) {
    return { finding: syntaxFinding(error as MdxError, padded, bodyRow) };
  }
  if (tree === null) throw new Error('MDX gave no tree');
  return { tree };
}

/**
 * The part of `VFileMessage` that is read here. On some texts (an unclosed tag in a heading) the parser trips over
 * itself and throws an error without any of it: that too is a mistake of the text, told at the body's first line.
 */
interface MdxError {
  line?: number | undefined;
  column?: number | undefined;
  /** In English; names the opening tag as `(3:1-3:4)` when a message has no place of its own. */
  reason?: string;
  ruleId?: string;
  source?: string;
}

function syntaxFinding(error: MdxError, source: string, bodyRow: number): Finding {
  const [, openRow, openColumn] = /\((\d+):(\d+)/.exec(error.reason ?? '') ?? [];
  const row = error.line ?? Number(openRow ?? bodyRow);
  const column = error.column ?? Number(openColumn ?? 1);
  const rest = source.split('\n')[row - 1]?.slice(column - 1, column + 30) ?? '';
  const found = rest.trim() === '' ? { ru: 'конец текста', en: 'the end of the text' } : quoted(rest);
  return { code: 'mdx-syntax', severity: 'error', row, column, found, ...advice(error) };
}

function advice({ ruleId, source }: MdxError): Pick<Finding, 'expected' | 'mend'> {
  if (ruleId === 'end-tag-mismatch' || ruleId === 'unexpected-closing-slash') {
    return {
      expected: { ru: 'у каждого тега есть пара: <b>…</b>', en: 'every tag has its pair: <b>…</b>' },
      mend: { ru: 'закройте тег или удалите лишний', en: 'close the tag or remove the spare one' },
    };
  }
  if (source === 'micromark-extension-mdx-expression' || ruleId === 'acorn') {
    return {
      expected: { ru: 'парные фигурные скобки с верным выражением', en: 'paired curly brackets around a correct expression' },
      mend: { ru: 'если скобка — часть текста, напишите \\{', en: 'if the bracket is part of the text, write \\{' },
    };
  }
  return {
    expected: { ru: 'тег с закрывающей скобкой «>»', en: 'a tag with its closing “>”' },
    mend: { ru: 'если знак — часть текста, напишите \\<', en: 'if the sign is part of the text, write \\<' },
  };
}
