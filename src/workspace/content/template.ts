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
  // What a template imports may hold the places itself.
  const dead = own.size === 0 ? LEADING.filter(({ to }) => known.includes(to)).flatMap(deadEnds(used, body)) : [];
  return [...tags, ...components, ...dead].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
}

/** Components that link to what another one makes. */
interface Leading {
  from: readonly string[];
  to: string;
  finding(from: string): Pick<Finding, 'code' | 'found' | 'expected' | 'mend'>;
}

const LEADING: Leading[] = [
  {
    from: ['Cover', 'Summary', 'Kpis', 'Changes', 'Channels', 'Chart', 'MediaPlan'],
    to: 'DataAppendix',
    finding: (from) => ({
      code: 'template-appendix',
      found: named('числа без приложения с данными: компонент', 'figures without the data appendix: the component', from),
      expected: { ru: '<DataAppendix />, куда ведёт каждое число', en: '<DataAppendix />, where every figure leads' },
      mend: { ru: 'допишите <DataAppendix /> в конец шаблона', en: 'add <DataAppendix /> at the end of the template' },
    }),
  },
  {
    from: ['Summary'],
    to: 'Asks',
    finding: (from) => ({
      code: 'template-asks',
      found: named('число просьб без самих просьб: компонент', 'the number of requests without the requests: the component', from),
      expected: { ru: '<Asks />, куда ведёт число просьб', en: '<Asks />, where the number of requests leads' },
      mend: { ru: 'допишите <Asks /> после плана работ', en: 'add <Asks /> after the plan' },
    }),
  },
];

/** Components without the place they link to: no report of the template could be drawn as soon as there is a link. */
const deadEnds =
  (used: { name: string; node: Component }[], body: string) =>
  ({ from, to, finding }: Leading): Finding[] => {
    const first = used.find(({ name }) => from.includes(name));
    // An expression may draw the place, where nobody looks; a comment with its name is left to the build.
    if (!first || body.includes(`<${to}`)) return [];
    const { line, column } = first.node.position?.start ?? {};
    return [{ ...finding(first.name), severity: 'error', row: line, column }];
  };

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
