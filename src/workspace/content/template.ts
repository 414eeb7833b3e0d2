import type { Root, RootContent } from 'hast';
import { didYouMean, named, oneOf, type Finding } from '../findings.ts';
import { parseMdx } from './mdx.ts';
import { splitFrontmatter } from './split-frontmatter.ts';
import { checkTags } from './template-tags.ts';
import { checkProperties, type Component, type TemplateRules } from './template-properties.ts';

/**
 * Mistakes of a template: its MDX syntax, tags no page may hold, components nobody made, and properties they do not have.
 * @param known names of the components a template may use; they are not checked when absent
 * @param rules what their properties may hold; not checked when absent
 */
export async function checkTemplate(
  text: string,
  known: readonly string[] | undefined,
  rules?: TemplateRules,
): Promise<Finding[]> {
  const { body, bodyRow } = splitFrontmatter(text);
  const parsed = await parseMdx(body, bodyRow);
  if ('finding' in parsed) return [parsed.finding];
  const tags = checkTags(parsed.tree);
  if (known === undefined) return tags;
  const own = namesDeclared(parsed.tree);
  const used = componentsUsed(parsed.tree);
  const components = used
    .filter(({ name }) => !own.has(name))
    .flatMap(({ name, node }) => {
      if (!known.includes(name)) return [unknownComponent(name, node, known)];
      return rules ? checkProperties(node, rules) : [];
    });
  // What a template imports may hold the appendix itself.
  const unexplained = known.includes(APPENDIX) && own.size === 0 ? checkAppendix(used, body) : [];
  return [...tags, ...components, ...unexplained].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
}

const APPENDIX = 'DataAppendix';

/** Components whose figures link to their entries in the appendix. */
const SHOWING_FIGURES: readonly string[] = ['Cover', 'Kpis', 'Channels', 'Chart'];

/** Figures without the appendix: their links would lead nowhere, and no report of the template could be drawn. */
function checkAppendix(used: { name: string; node: Component }[], body: string): Finding[] {
  const first = used.find(({ name }) => SHOWING_FIGURES.includes(name));
  // An expression may draw the appendix, where nobody looks; a comment with its name is left to the build.
  if (!first || body.includes(`<${APPENDIX}`)) return [];
  return [
    {
      code: 'template-appendix',
      severity: 'error',
      row: first.node.position?.start.line,
      column: first.node.position?.start.column,
      found: named('числа без приложения с данными: компонент', 'figures without the data appendix: the component', first.name),
      expected: { ru: `<${APPENDIX} />, куда ведёт каждое число`, en: `<${APPENDIX} />, where every figure leads` },
      mend: { ru: `допишите <${APPENDIX} /> в конец шаблона`, en: `add <${APPENDIX} /> at the end of the template` },
    },
  ];
}

function unknownComponent(name: string, { position }: Component, known: readonly string[]): Finding {
  return {
    code: 'unknown-component',
    severity: 'error',
    row: position?.start.line,
    column: position?.start.column,
    found: named('компонент', 'the component', name),
    expected: oneOf(known),
    mend: didYouMean(name, known, {
      ru: 'удалите компонент или исправьте его имя',
      en: 'remove the component or correct its name',
    }),
  };
}

/** Components of a tree in reading order, by the name before any dot. */
export function componentsUsed(tree: Root): { name: string; node: Component }[] {
  const found: { name: string; node: Component }[] = [];
  const visit = (node: RootContent): void => {
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const name = node.name?.split('.')[0] ?? '';
      if (/^[A-Z]/.test(name)) found.push({ name, node });
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
