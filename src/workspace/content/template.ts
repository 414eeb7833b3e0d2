import type { Root, RootContent } from 'hast';
import { didYouMean, named, oneOf, type Finding } from '../findings.ts';
import { parseMdx, splitFrontmatter } from './mdx.ts';

/**
 * Mistakes of a report template: its MDX syntax, and components nobody made.
 * @param known names of the components a template may use; they are not checked when absent
 */
export async function checkTemplate(text: string, known: readonly string[] | undefined): Promise<Finding[]> {
  const { body, bodyRow } = splitFrontmatter(text);
  const parsed = await parseMdx(body, bodyRow);
  if ('finding' in parsed) return [parsed.finding];
  if (known === undefined) return [];
  const own = namesDeclared(parsed.tree);
  return componentsUsed(parsed.tree)
    .filter(({ name }) => !known.includes(name) && !own.has(name))
    .map(({ name, row, column }) => ({
      code: 'unknown-component',
      severity: 'error' as const,
      row,
      column,
      found: named('компонент', 'the component', name),
      expected: oneOf(known),
      mend: didYouMean(name, known, {
        ru: 'удалите компонент или исправьте его имя',
        en: 'remove the component or correct its name',
      }),
    }));
}

interface Used {
  name: string;
  row: number | undefined;
  column: number | undefined;
}

function componentsUsed(tree: Root): Used[] {
  const found: Used[] = [];
  const visit = (node: RootContent): void => {
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const name = node.name?.split('.')[0] ?? '';
      const start = node.position?.start;
      if (/^[A-Z]/.test(name)) found.push({ name, row: start?.line, column: start?.column });
    }
    if ('children' in node) node.children.forEach(visit);
  };
  tree.children.forEach(visit);
  return found;
}

/** Names that the template imports or declares itself. */
function namesDeclared(tree: Root): Set<string> {
  const code = tree.children.map((node) => (node.type === 'mdxjsEsm' ? node.value : '')).join('\n');
  const words = code.matchAll(/\b(?:import|const|let|function|class|as)\s+(\w+)|[{,]\s*(\w+)\s*(?=[,}])/g);
  return new Set([...words].flatMap(([, a, b]) => [a, b].filter((name) => name !== undefined)));
}
